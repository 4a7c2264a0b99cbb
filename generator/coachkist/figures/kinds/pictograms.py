"""Small drawings of two people who teach together, with the groups they teach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coachkist.document.drawing import Drawing, DrawingPart
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import BODY, Box, Disc, Layout, Plan, Point, Trace

_ROOM = (104.0, 76.0)
_PUPIL = 3.6
_SPACE = 14.0
_WIDE = 500.0
_PLACE = re.compile(r"([MLHVQ])([0-9. ]+)")


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who stands where in a room of 104 by 76: both teachers, the pupils, walls between groups, where someone looks."""

    first: Point
    second: Point
    pupils: tuple[Point, ...]
    walls: tuple[str, ...] = ()
    gazes: tuple[str, ...] = ()


def _rows(left: float, top: float, across: int, down: int, step: float = 13) -> tuple[Point, ...]:
    return tuple((left + step * column, top + step * row) for row in range(down) for column in range(across))


def _round(x: float, y: float) -> tuple[Point, ...]:
    return ((x - 8, y), (x + 8, y), (x, y - 8), (x, y + 8))


SCENES: Mapping[str, _Scene] = {
    "complementair": _Scene((40, 13), (64, 13), _rows(19.5, 40, 6, 3)),
    "parallel": _Scene((26, 13), (78, 13), _rows(13, 40, 3, 3) + _rows(65, 40, 3, 3), ("M52 8V68",)),
    "alternatief": _Scene((36, 13), (89, 13), (*_rows(10, 40, 5, 3), (82.5, 40), (95.5, 40), (89, 53)), ("M73 8V68",)),
    "een-geeft-les": _Scene((36, 13), (91, 54), _rows(10, 40, 5, 3), (), ("M81 53H69m4 -4l-4 4l4 4",)),
    "station-teaching": _Scene(
        (24, 11),
        (80, 11),
        _round(24, 38) + _round(80, 38) + _round(52, 60),
        (),
        (
            "M66 38H38m4 -4l-4 4l4 4",
            "M25 52Q27 60 38 61m-4.4 -4l4.4 4l-4.8 3.2",
            "M66 61Q77 60 79 52m-4.4 3.2l4.4 -3.2l3.2 4.6",
        ),
    ),
}
"""The forms of co-teaching that have a drawing, by the id of their part; others show two people and a group."""


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """A drawing with its words beside it; two of them in a row where there is room."""
    columns = 2 if plan.width >= _WIDE else 1
    width = (plan.width - _SPACE * (columns - 1)) / columns
    y = 1.0
    for start in range(0, len(drawing.parts), columns):
        row = drawing.parts[start : start + columns]
        tops = [_item(plan, part, at * (width + _SPACE), y, width) for at, part in enumerate(row)]
        y = max(tops) + _SPACE
    return plan.layout(max(y - _SPACE, 0) + 1)


def _item(plan: Plan, part: DrawingPart, x: float, y: float, width: float) -> float:
    room_width, room_height = _ROOM
    left = x + room_width + _SPACE
    text = width - room_width - _SPACE
    words = name_height(plan, part, text)
    said = plan.height_of(part.points[0], text, BODY) + 3 if part.points else 0.0
    height = max(room_height, words + said)
    _scene(plan, part, x, y + (height - room_height) / 2)
    bottom = name(plan, part, (left, y + (height - words - said) / 2), text)
    if said:
        plan.text("titles", part.points[0], (left, bottom + 3), text, BODY)
    return y + height


def _scene(plan: Plan, part: DrawingPart, x: float, y: float) -> None:
    scene = SCENES.get(part.id, SCENES["complementair"])
    plan.put("rooms", Box(x, y, *_ROOM, 8))
    plan.put("pupils", *(Disc(x + pupil[0], y + pupil[1], _PUPIL) for pupil in scene.pupils))
    plan.put("walls", *(_moved(wall, x, y) for wall in scene.walls))
    plan.put("gazes", *(_moved(gaze, x, y) for gaze in scene.gazes))
    plan.put("first", _person(x + scene.first[0], y + scene.first[1]))
    plan.put("second", _person(x + scene.second[0], y + scene.second[1]))


def _person(x: float, y: float) -> Trace:
    """A head and shoulders around a point."""
    head = f"M{x - 4.2:g} {y - 4:g}a4.2 4.2 0 1 1 8.4 0a4.2 4.2 0 1 1 -8.4 0z"
    return Trace(f"{head}M{x - 8:g} {y + 9.5:g}a8 8 0 0 1 16 0z")


def _moved(d: str, x: float, y: float) -> Trace:
    """A path drawn in the room at 0, 0, in the room at `x`, `y`; capitals are places, small letters steps."""
    return Trace(_PLACE.sub(lambda found: _shift(found[1], found[2], x, y), d))


def _shift(command: str, numbers: str, x: float, y: float) -> str:
    values = [float(number) for number in numbers.split()]
    steps = {"H": (x,), "V": (y,)}.get(command, (x, y))
    return command + " ".join(f"{value + steps[at % len(steps)]:g}" for at, value in enumerate(values))

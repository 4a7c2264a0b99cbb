"""A web of words: what it is about in the middle, and what belongs to it around that."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import Box, Layout, Plan, Point, Trace

_WIDE = 480.0
_HEIGHT, _HIGH = 322.0, 400.0
_CENTRE, _SMALL_CENTRE = (138.0, 74.0), (126.0, 60.0)
_PLACE_HEIGHT = 46.0
_WIDE_PLACES = ((8, 108.0), (10, 96.0))
_NARROW_PLACES = ((6, 104.0), (8, 88.0), (10, 74.0))
"""Up to how many branches a place is how wide."""
_WIDE_REACH = ((8, 180.0), (10, 204.0))
_INSET = 9.0
_BEND = 0.09
_TWIG = (0.22, 1.52)
_HINT = 13.0
_HINT_SIZES = (9.0, 8.0)


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The first part in the middle, the others around it; to write in, each ends in twigs for more words."""
    wide = plan.width >= _WIDE
    height = _HEIGHT if wide else _HIGH
    middle = (plan.width / 2, height / 2)
    count = max(1, len(drawing.parts) - 1)
    place = (_for(count, _WIDE_PLACES if wide else _NARROW_PLACES), _PLACE_HEIGHT)
    reach = (_for(count, _WIDE_REACH) if wide else plan.width / 2 - place[0] / 2 - 2, height / 2 - place[1] / 2 - 34)
    _words(plan, drawing, 0, _around(middle, _CENTRE if wide else _SMALL_CENTRE))
    for at in range(1, len(drawing.parts)):
        angle = 2 * pi * (at - 0.5) / count - pi / 2
        point = _on(middle, reach, angle)
        plan.put("threads", Trace(_bent(middle, point)))
        if drawing.name:
            for side in (-1, 1):
                plan.put("twigs", Trace(_bent(point, _on(middle, reach, angle + side * _TWIG[0], _TWIG[1]), side)))
        _words(plan, drawing, at, _around(point, place))
    return plan.layout(height)


def _for(count: int, steps: tuple[tuple[int, float], ...]) -> float:
    return next((value for most, value in steps if count <= most), steps[-1][1])


def _words(plan: Plan, drawing: Drawing, at: int, box: Box) -> None:
    """A part in its place: its name, or in a web to write in a line's height for a word with the hint below it."""
    if at >= len(drawing.parts):
        return
    part = drawing.parts[at]
    plan.put("shapes" if at else "centre", box)
    room = Box(box.x + _INSET, box.y + 2, box.width - 2 * _INSET, box.height - 4)
    if not drawing.name:
        plan.fitted("labels", part.label, room)
        return
    hint = Box(room.x, box.bottom - 4 - _HINT, room.width, _HINT if part.title else 0)
    plan.put("places", Box(room.x, room.y, room.width, (hint.y if part.title else room.bottom) - room.y))
    plan.fitted("titles", part.title, hint, bold=False, sizes=_HINT_SIZES)


def _around(point: Point, size: tuple[float, float]) -> Box:
    width, height = size
    return Box(point[0] - width / 2, point[1] - height / 2, width, height, height / 2)


def _on(middle: Point, reach: Point, angle: float, share: float = 1.0) -> Point:
    return middle[0] + reach[0] * share * cos(angle), middle[1] + reach[1] * share * sin(angle)


def _bent(start: Point, end: Point, side: int = 1) -> str:
    """A line with a slight bend, as by hand."""
    across, down = end[0] - start[0], end[1] - start[1]
    bend = side * _BEND * hypot(across, down)
    length = hypot(across, down) or 1.0
    x = (start[0] + end[0]) / 2 - down / length * bend
    y = (start[1] + end[1]) / 2 + across / length * bend
    return f"M{start[0]:.1f} {start[1]:.1f}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}"

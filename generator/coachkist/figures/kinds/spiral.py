"""A spiral: phases around a centre, and a way on after the last one."""

from __future__ import annotations

from math import cos, pi, sin

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import Box, Disc, Layout, Plan, Point, Trace

_START = 56.0
_GROWTH = 33.0
_DOTS_A_TURN = 60
_BADGE = 12.0
_GAP = 7.0
_ROOM = 62.0
_TOP = 40.0
_BESIDE = 0.3


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The first phase at the top, on with the clock; the line goes on outside the first one."""
    count = max(1, len(drawing.parts))
    # A spiral is wider at the left, where it has come further.
    middle = (plan.width / 2 + 5, _START + _GROWTH + _TOP + 4)
    last = 1 + 0.7 / count
    turns = [last * at / _DOTS_A_TURN for at in range(_DOTS_A_TURN + 1)]
    dots = "L".join(f"{x:.1f} {y:.1f}" for x, y in (_on(middle, turn) for turn in turns))
    if drawing.centre:
        plan.put("ground", Disc(*middle, _START - _BADGE - 5))
    plan.put("spiral", Trace(f"M{dots}{arrow_head(_on(middle, last), 2 * pi * last)}"))
    bottom = middle[1] + _START + _GROWTH
    rooms: list[tuple[str, Box, str, float]] = []
    for number, part in enumerate(drawing.parts, 1):
        turn = (number - 1) / count
        plan.badge(number, *_on(middle, turn), _BADGE)
        rooms.append((part.label, *_room(plan.width, middle, turn)))
    size = plan.size_for([(label, room) for label, room, _, _ in rooms])
    for label, room, anchor, stand in rooms:
        bottom = max(bottom, plan.fitted("labels", label, room, anchor=anchor, stand=stand, sizes=(size,)).bottom)
    plan.fitted("centre", drawing.centre, Box(middle[0] - 32, middle[1] - 26, 64, 52))
    return plan.layout(bottom + 3)


def arrow_head(point: Point, direction: float, size: float = 7) -> str:
    """The strokes of an arrow's head at `point`: the rest of a path that ends there going `direction` (radians)."""
    left, right = (
        (point[0] - size * cos(direction + turn), point[1] - size * sin(direction + turn)) for turn in (0.55, -0.55)
    )
    return f"M{left[0]:.1f} {left[1]:.1f}L{point[0]:.1f} {point[1]:.1f}L{right[0]:.1f} {right[1]:.1f}"


def _on(middle: Point, turn: float) -> Point:
    radius, angle = _START + _GROWTH * turn, 2 * pi * turn - pi / 2
    return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)


def _room(width: float, middle: Point, turn: float) -> tuple[Box, str, float]:
    """Where the name of a phase stands, at which side of it, and where in that space."""
    x, y = _on(middle, turn)
    aside = cos(2 * pi * turn - pi / 2)
    if aside > _BESIDE:
        left = x + _BADGE + _GAP
        return Box(left, y - _ROOM / 2, width - left, _ROOM), "start", 0.5
    if aside < -_BESIDE:
        return Box(0, y - _ROOM / 2, x - _BADGE - _GAP, _ROOM), "end", 0.5
    if y < middle[1]:
        # The line comes by once more, outside the first phase.
        return Box(middle[0] - 90, 2, 180, _TOP - 6), "middle", 1.0
    return Box(x - 70, y + _BADGE + _GAP, 140, _ROOM), "middle", 0.0

"""Three circles that overlap."""

from __future__ import annotations

from math import cos, pi, sin

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import Box, Disc, Layout, Plan

_RADIUS = 104.0
_APART = 73.0
_OUT = 44.0
_HALF = 55.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The first circle on top, the others below it; what they share stands in the middle."""
    count = max(1, len(drawing.parts))
    x, y = plan.width / 2, _RADIUS + _APART + 1
    rooms: list[Box] = []
    for at, _ in enumerate(drawing.parts):
        angle = -pi / 2 + 2 * pi * at / count
        plan.put("circles", Disc(x + _APART * cos(angle), y + _APART * sin(angle), _RADIUS))
        out = _APART + _OUT
        rooms.append(Box(x + out * cos(angle) - _HALF, y + out * sin(angle) - 30, 2 * _HALF, 60))
    names = [(part.label, room) for part, room in zip(drawing.parts, rooms, strict=True)]
    size = plan.size_for(names)
    for label, room in names:
        plan.fitted("labels", label, room, sizes=(size,))
    if drawing.centre:
        plan.fitted("centre", drawing.centre, Box(x - 31, y - 24, 62, 48), sizes=(13.0, 12.0, 11.0, 10.0))
    bottom = y + _RADIUS + _APART * (sin(-pi / 2 + 2 * pi / 3) if count == 3 else 1)
    return plan.layout(bottom + 1)

"""An onion: rings inside each other that share their foot, so that each has room for its name at the top."""

from __future__ import annotations

from math import sqrt

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import SIZES, Box, Disc, Layout, Plan

_CORE = 56.0
_EDGE = 6.0
_SIZES = (*SIZES, 10.0)


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The outermost ring first."""
    count = max(1, len(drawing.parts))
    outer = plan.width / 2 - 1
    step = (outer - _CORE) / max(1, count - 1)
    x, foot = plan.width / 2, 2 * outer + 1
    rooms: list[tuple[str, Box]] = []
    for at, part in enumerate(drawing.parts):
        radius = outer - step * at
        plan.put("rings", Disc(x, foot - radius, radius))
        top = foot - 2 * radius
        if at < count - 1:
            room = _band(x, top, radius, 2 * step)
        else:
            half = radius * 0.78
            room = Box(x - half, foot - radius - radius * 0.6, 2 * half, radius * 1.2)
        rooms.append((part.label, room))
    size = plan.size_for(rooms, _SIZES)
    for label, room in rooms:
        plan.fitted("labels", label, room, sizes=(size,))
    return plan.layout(2 * outer + 2)


def _band(x: float, top: float, radius: float, height: float) -> Box:
    """The space for a name in the band between the tops of a ring and the next one."""
    begin = top + max(_EDGE, height * 0.38)
    depth = begin - top
    half = sqrt(max(0.0, radius**2 - (radius - depth) ** 2)) - _EDGE
    return Box(x - half, begin, 2 * half, top + height - 2 - begin)

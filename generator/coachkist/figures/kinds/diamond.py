"""A diamond: thoughts open out, and close in on a decision."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import named, named_height
from coachkist.figures.kinds.diamond_to_write import lay_out_to_write
from coachkist.figures.kinds.rhombus import Rhombus
from coachkist.figures.shapes import Layout, Plan, Trace

_HALF = 84.0
_ROW = 84.0
_GAP = 14.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """A band of the diamond for each part, from the top down, with its name beside it; or in it, with room to write."""
    if drawing.name:
        return lay_out_to_write(drawing, plan)
    count = max(1, len(drawing.parts))
    left = 2 * _HALF + _GAP
    room = plan.width - left
    row = max([_ROW, *(named_height(plan, part, room) + 14 for part in drawing.parts)])
    shape = Rhombus(_HALF + 1, 3.0, 2 * _HALF, row * count)
    for at, part in enumerate(drawing.parts):
        begin, end = shape.top + row * at, shape.top + row * (at + 1)
        plan.put("bands", Trace(shape.band(begin, end)))
        middle = (begin + end) / 2
        plan.badge(at + 1, shape.x, middle)
        plan.put("leaders", Trace(f"M{shape.x + shape.half_at(middle) + 5:g} {middle:g}H{left - 6:g}"))
        text = named_height(plan, part, room)
        named(plan, part, (left, middle - text / 2), room)
    plan.put("outline", Trace(shape.outline))
    return plan.layout(shape.bottom + 3)

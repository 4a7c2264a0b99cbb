"""A line between two opposites with places on it."""

from __future__ import annotations

from coachkist.document.drawing import Drawing, DrawingAxis
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import NAME, Box, Disc, Layout, Plan, Trace

_MOST_ACROSS = 4
_RADIUS = 7.0
_FREE = DrawingAxis("", "")


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Across where the names have room under it, else down the page."""
    axis = drawing.axes[0] if drawing.axes else _FREE
    return (_across if len(drawing.parts) <= _MOST_ACROSS else _down)(drawing, axis, plan)


def _across(drawing: Drawing, axis: DrawingAxis, plan: Plan) -> Layout:
    half = plan.width / 2 - 6
    ends = [plan.height_of(end, half, NAME, bold=True) for end in (axis.low, axis.high)]
    top = max(ends)
    plan.text("ends", axis.low, (0, 2 + top - ends[0]), half, NAME, bold=True)
    plan.text("ends", axis.high, (plan.width - half, 2 + top - ends[1]), half, NAME, bold=True, anchor="end")
    y = top + 18
    last = plan.width - 2
    plan.put("line", Trace(f"M2 {y:g}H{last:g}M8 {y - 5:g}l-6 5l6 5M{last - 6:g} {y - 5:g}l6 5l-6 5"))
    step = plan.width / max(1, len(drawing.parts))
    bottom = y
    width = step - 8
    size = plan.size_for([(part.label, Box(0, 0, width, plan.width)) for part in drawing.parts])
    for at, part in enumerate(drawing.parts):
        x = step * at
        plan.put("points", Disc(x + step / 2, y, _RADIUS))
        bottom = max(bottom, plan.text("labels", part.label, (x + 4, y + 14), width, size, bold=True, anchor="middle"))
    return plan.layout(bottom + 4)


def _down(drawing: Drawing, axis: DrawingAxis, plan: Plan) -> Layout:
    x, left = 16.0, 40.0
    width = plan.width - left
    y = plan.text("ends", axis.low, (0, 2), plan.width, NAME, bold=True) + 8
    start = y
    y += 14
    for part in drawing.parts:
        height = max(16.0, name_height(plan, part, width))
        plan.put("points", Disc(x, y + 9, _RADIUS))
        name(plan, part, (left, y), width)
        y += height + 14
    plan.put("line", Trace(f"M{x:g} {start:g}V{y:g}M{x - 5:g} {start + 6:g}l5 -6l5 6M{x - 5:g} {y - 6:g}l5 6l5 -6"))
    bottom = plan.text("ends", axis.high, (0, y + 6), plan.width, NAME, bold=True)
    return plan.layout(bottom + 2)

"""Stairs: each step begins further to the right than the one below it."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import Box, Layout, Plan

_RISE = 6.0
_PAD = 10.0
_LEFT = 46.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The first step at the foot, the last one on top."""
    count = max(1, len(drawing.parts))
    run = min(30.0, 120.0 / count)
    y = 2.0
    for number, part in reversed(list(enumerate(drawing.parts, 1))):
        x = run * (number - 1) + 1
        width = plan.width - x - _LEFT - 12
        text = name_height(plan, part, width)
        height = max(22.0, text) + 2 * _PAD
        plan.put("treads", Box(x, y, plan.width - x - 1, height, 8))
        plan.badge(number, x + 24, y + height / 2)
        name(plan, part, (x + _LEFT, y + (height - text) / 2), width)
        y += height + _RISE
    return plan.layout(y - _RISE + 2)

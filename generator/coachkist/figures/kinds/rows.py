"""Parts under each other: a numbered list, and phases that follow each other."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import Box, Layout, Plan, Trace

_BADGE = 22.0
_PAD = 11.0
_ARROW = 20.0


def numbered(drawing: Drawing, plan: Plan) -> Layout:
    """A list: a number before each part, a hairline between two."""
    y = 4.0
    left = _BADGE + 12
    for number, part in enumerate(drawing.parts, 1):
        if number > 1:
            plan.put("rules", Trace(f"M{left:g} {y:g}H{plan.width:g}"))
        height = max(_BADGE, name_height(plan, part, plan.width - left))
        plan.badge(number, _BADGE / 2 + 1, y + 9 + height / 2)
        name(plan, part, (left, y + 9 + (height - name_height(plan, part, plan.width - left)) / 2), plan.width - left)
        y += height + 18
    return plan.layout(y + 4)


def phases(drawing: Drawing, plan: Plan) -> Layout:
    """A band for each phase, with an arrow to the next."""
    y = 2.0
    left, width = 50.0, plan.width - 50 - 14
    for number, part in enumerate(drawing.parts, 1):
        if number > 1:
            middle = plan.width / 2
            plan.put("arrows", Trace(f"M{middle:g} {y + 3:g}v{_ARROW - 7:g}m-5 -5l5 5l5 -5"))
            y += _ARROW
        text = name_height(plan, part, width)
        height = max(_BADGE, text) + 2 * _PAD
        plan.put("bands", Box(0, y, plan.width, height, 10))
        plan.badge(number, 26, y + height / 2)
        name(plan, part, (left, y + (height - text) / 2), width)
        y += height
    return plan.layout(y + 2)

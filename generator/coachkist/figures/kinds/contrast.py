"""Two lists against each other: what to do less, what to do more."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import BODY, NAME, Box, Layout, Plan, Trace

_SPACE = 16.0
_PAD = 10.0
_STEP = 8.0
_SIDES = ("less", "more")


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The first part left in outline, the second right in colour; a hairline between the points of each."""
    width = (plan.width - 2 - _SPACE) / 2
    sides = list(zip(_SIDES, drawing.parts, strict=False))
    head = max((plan.height_of(part.label, width - 2 * _PAD, NAME, bold=True) for _, part in sides), default=0) + 2 * (
        _PAD - 2
    )
    bottom = head
    for at, (side, part) in enumerate(sides):
        x = 1 + at * (width + _SPACE)
        plan.put(side, Box(x, 1, width, head, 8))
        plan.fitted(f"{side}_label", part.label, Box(x + _PAD, 1, width - 2 * _PAD, head), sizes=(NAME,))
        y = head + 6.0
        for number, point in enumerate(part.points):
            if number:
                plan.put("rules", Trace(f"M{x:g} {y:g}h{width:g}"))
            y = plan.text(f"{side}_points", point, (x + 2, y + _STEP), width - 4, BODY) + _STEP
        bottom = max(bottom, y)
    return plan.layout(bottom + 2)

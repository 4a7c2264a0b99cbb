"""A diamond: thoughts open out, and close in on a decision."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import named, named_height
from coachkist.figures.shapes import Layout, Plan, Trace

_HALF = 84.0
_ROW = 84.0
_GAP = 14.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """A band of the diamond for each part, from the top down, with its name beside it."""
    count = max(1, len(drawing.parts))
    left = 2 * _HALF + _GAP
    room = plan.width - left
    row = max([_ROW, *(named_height(plan, part, room) + 14 for part in drawing.parts)])
    height = row * count
    x, top = _HALF + 1, 3.0
    for at, part in enumerate(drawing.parts):
        begin, end = top + row * at, top + row * (at + 1)
        plan.put("bands", Trace(_band(x, top, height, begin, end)))
        middle = (begin + end) / 2
        plan.badge(at + 1, x, middle)
        edge = _width_at(middle - top, height)
        plan.put("leaders", Trace(f"M{x + edge + 5:g} {middle:g}H{left - 6:g}"))
        text = named_height(plan, part, room)
        named(plan, part, (left, middle - text / 2), room)
    half = height / 2
    plan.put("outline", Trace(f"M{x:g} {top:g}l{_HALF:g} {half:g}l-{_HALF:g} {half:g}l-{_HALF:g} -{half:g}z"))
    return plan.layout(top + height + 3)


def _width_at(depth: float, height: float) -> float:
    """Half the width of the diamond, `depth` below its top."""
    return _HALF * (1 - abs(2 * depth / height - 1))


def _band(x: float, top: float, height: float, begin: float, end: float) -> str:
    """The outline of the part of the diamond between two heights, its widest place included."""
    middle = top + height / 2
    heights = [begin, *([middle] if begin < middle < end else []), end]
    widths = [_width_at(y - top, height) for y in heights]
    right = [f"{x + half:g} {y:g}" for y, half in zip(heights, widths, strict=True)]
    left = [f"{x - half:g} {y:g}" for y, half in zip(heights, widths, strict=True)]
    return "M" + "L".join([*right, *reversed(left)]) + "z"

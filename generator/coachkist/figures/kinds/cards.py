"""Cards beside each other, all of a row equally high."""

from __future__ import annotations

from coachkist.document.drawing import Drawing, DrawingPart
from coachkist.figures.kinds.blocks import GAP, named, named_height, pointed, pointed_height
from coachkist.figures.shapes import Box, Layout, Plan

_SPACE = 10.0
_PAD = 13.0
_MARK = 4.0
_MOST = 3


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Two cards a row on a phone, three where there is room; the cards of a last, short row are wider."""
    most = 2 if plan.width < 500 else _MOST
    y = 1.0
    for start in range(0, len(drawing.parts), most):
        row = drawing.parts[start : start + most]
        y = _row(plan, row, y) + _SPACE
    return plan.layout(max(y - _SPACE, 0) + 1)


def _row(plan: Plan, row: tuple[DrawingPart, ...], y: float) -> float:
    width = (plan.width - 2 - _SPACE * (len(row) - 1)) / len(row)
    inner = width - 2 * _PAD
    height = max(_height(plan, part, inner) for part in row) + 2 * _PAD + _MARK + 6
    for at, part in enumerate(row):
        x = 1 + at * (width + _SPACE)
        plan.put("cards", Box(x, y, width, height, 8))
        plan.put("marks", Box(x + _PAD, y + _PAD, 22, _MARK, 2))
        bottom = named(plan, part, (x + _PAD, y + _PAD + _MARK + 6), inner)
        pointed(plan, part.points, (x + _PAD, bottom + GAP), inner)
    return y + height


def _height(plan: Plan, part: DrawingPart, width: float) -> float:
    points = pointed_height(plan, part.points, width)
    return named_height(plan, part, width) + (points + GAP if points else 0)

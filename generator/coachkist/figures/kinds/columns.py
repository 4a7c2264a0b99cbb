"""Columns with a head and points: under each other on a phone, side by side where there is room."""

from __future__ import annotations

from coachkist.document.drawing import Drawing, DrawingPart
from coachkist.figures.kinds.blocks import name, name_height, pointed, pointed_height
from coachkist.figures.shapes import Box, Layout, Plan, Trace

_SPACE = 12.0
_PAD = 13.0
_RADIUS = 8.0
_WIDE = 500.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Each part as a column; columns side by side have heads and feet on one line."""
    parts = drawing.parts
    per_row = max(1, min(3, len(parts))) if plan.width >= _WIDE else 1
    y = 1.0
    for start in range(0, len(parts), per_row):
        y = _row(plan, parts[start : start + per_row], y) + _SPACE
    return plan.layout(max(y - _SPACE, 0) + 1)


def _row(plan: Plan, row: tuple[DrawingPart, ...], y: float) -> float:
    width = (plan.width - 2 - _SPACE * (len(row) - 1)) / len(row)
    inner = width - 2 * _PAD
    head = max(name_height(plan, part, inner) for part in row) + 2 * _PAD - 5
    points = max(pointed_height(plan, part.points, inner) for part in row)
    height = head + (points + 2 * _PAD - 2 if points else 0)
    for at, part in enumerate(row):
        x = 1 + at * (width + _SPACE)
        plan.put("columns", Box(x, y, width, height, _RADIUS))
        plan.put("heads", head_of(x + 0.5, y + 0.5, width - 1, head, closed=not points))
        name(plan, part, (x + _PAD, y + _PAD - 2.5), inner)
        pointed(plan, part.points, (x + _PAD, y + head + _PAD - 1), inner)
    return y + height


def head_of(x: float, y: float, width: float, height: float, *, closed: bool = False) -> Trace:
    """The coloured head of a box: round where the box is round, straight below unless it fills the box."""
    r = _RADIUS - 0.5
    inner, corner = width - 2 * r, f"a{r:g} {r:g} 0 0 1"
    if closed:
        foot = f"v{height - 1 - 2 * r:g}{corner} -{r:g} {r:g}h-{inner:g}{corner} -{r:g} -{r:g}z"
    else:
        foot = f"v{height - r:g}h-{width:g}z"
    return Trace(f"M{x:g} {y + r:g}{corner} {r:g} -{r:g}h{inner:g}{corner} {r:g} {r:g}{foot}")

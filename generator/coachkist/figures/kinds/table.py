"""A table: columns as wide as their text asks, or on a phone a small heading before each cell."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import BODY, NAME, SMALL, Layout, Plan, Trace

_GUTTER = 14.0
_STEP = 9.0
_MOST_NARROW = 2
_WIDE = 500.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Side by side where that leaves room to read, else row by row."""
    if plan.width < _WIDE and len(drawing.header) > _MOST_NARROW:
        return _stacked(drawing, plan)
    return _ruled(drawing, plan)


def _ruled(drawing: Drawing, plan: Plan) -> Layout:
    columns = list(zip(drawing.header, *drawing.rows, strict=True))
    weights = [max(9, *(len(cell) for cell in column)) ** 0.5 for column in columns]
    room = plan.width - _GUTTER * (len(columns) - 1)
    widths = [room * weight / sum(weights) for weight in weights]
    lefts = [sum(widths[:at]) + _GUTTER * at for at in range(len(widths))]
    bottoms = [
        plan.text("header", cell, (x, 4), width, BODY, bold=True)
        for cell, x, width in zip(drawing.header, lefts, widths, strict=True)
    ]
    y = max(bottoms, default=0) + 6
    plan.put("head", Trace(f"M0 {y:g}H{plan.width:g}"))
    for number, row in enumerate(drawing.rows):
        if number:
            plan.put("rules", Trace(f"M0 {y:g}H{plan.width:g}"))
        cells = enumerate(zip(row, lefts, widths, strict=True))
        y = _STEP + max(
            plan.text("cells" if at else "names", cell, (x, y + _STEP), width, BODY, bold=at == 0)
            for at, (cell, x, width) in cells
        )
    return plan.layout(y + 2)


def _stacked(drawing: Drawing, plan: Plan) -> Layout:
    y = 0.0
    for number, row in enumerate(drawing.rows):
        if number:
            y += 14
        y = plan.text("names", row[0], (0, y), plan.width, NAME, bold=True) + 5
        plan.put("head", Trace(f"M0 {y:g}H{plan.width:g}"))
        y += 4
        for caption, cell in zip(drawing.header[1:], row[1:], strict=True):
            y = plan.text("captions", caption, (0, y + 3), plan.width, SMALL)
            y = plan.text("cells", cell, (0, y), plan.width, BODY) + 3
    return plan.layout(y + 2)

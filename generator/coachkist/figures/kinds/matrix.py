"""Two by two: planned above, on the spot below; a trained coach left, peers right; the work forms inside."""

from __future__ import annotations

from typing import TypeAlias

from coachkist.document.drawing import Drawing, DrawingEntry, DrawingPart
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.kinds.columns import head_of
from coachkist.figures.shapes import SMALL, Box, Layout, Plan

_SPACE = 10.0
_PAD = 12.0
_STEP = 4.0
_TWO = 240.0

Entries: TypeAlias = tuple[DrawingEntry, ...]


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Two cells a row; each is as high as the fuller of the two."""
    y = 1.0
    for start in range(0, len(drawing.parts), 2):
        y = _row(plan, drawing.parts[start : start + 2], y) + _SPACE
    return plan.layout(max(y - _SPACE, 0) + 1)


def _row(plan: Plan, row: tuple[DrawingPart, ...], y: float) -> float:
    width = (plan.width - 2 - _SPACE) / 2
    inner = width - 2 * _PAD
    head = max(name_height(plan, part, inner) for part in row) + 2 * _PAD - 4
    height = head + max(_entries_height(plan, part, inner) for part in row) + 2 * _PAD - 2
    for at, part in enumerate(row):
        x = 1 + at * (width + _SPACE)
        plan.put("cells", Box(x, y, width, height, 8))
        plan.put("heads", head_of(x + 0.5, y + 0.5, width - 1, head))
        name(plan, part, (x + _PAD, y + _PAD - 2), inner)
        for number, column in enumerate(_columns(part.entries, inner)):
            top, left = y + head + _PAD - 2, x + _PAD + number * _step(inner)
            for entry in column:
                link = (entry.kind, entry.id)
                top = plan.text("entries", entry.title, (left, top), _column_width(inner), SMALL, link=link) + _STEP
    return y + height


def _entries_height(plan: Plan, part: DrawingPart, width: float) -> float:
    columns = _columns(part.entries, width)
    room = _column_width(width)
    return max(sum(plan.height_of(entry.title, room, SMALL) + _STEP for entry in column) for column in columns)


def _columns(entries: Entries, width: float) -> tuple[Entries, ...]:
    """The work forms of a cell, in two columns where there is room."""
    if width < _TWO:
        return (entries,)
    half = -(-len(entries) // 2)
    return entries[:half], entries[half:]


def _column_width(width: float) -> float:
    return width if width < _TWO else (width - _PAD) / 2


def _step(width: float) -> float:
    return _column_width(width) + _PAD

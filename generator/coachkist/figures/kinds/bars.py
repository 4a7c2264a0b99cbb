"""Stacked bars of three shares that add up to the whole, each with a pattern of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coachkist.document.drawing import Drawing
from coachkist.figures.shapes import NAME, SMALL, Box, Layout, Plan

SHARES = 3
"""How many shares a bar has: there are patterns for three."""

_GROUPS = ("first", "second", "third")
_HEIGHT = 18.0
_ROW_GAP = 12.0
_KEY = 14.0
_NUMBER_ROOM = 24.0
_NOT_DIGITS = re.compile(r"[^0-9,.]")


def share(cell: str) -> float:
    """The number in a cell such as `90` or `90%`; raises ValueError where there is none."""
    return float(_NOT_DIGITS.sub("", cell).replace(",", "."))


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """What the patterns mean, then a bar a row with its name above it and its numbers below."""
    y = _keys(drawing, plan) + 8
    for name, *cells in drawing.rows:
        y = plan.text("names", name, (0, y), plan.width, NAME, bold=True) + 3
        y = _bar(plan, cells[:SHARES], y) + _ROW_GAP
    return plan.layout(y - _ROW_GAP + 4)


def _keys(drawing: Drawing, plan: Plan) -> float:
    x, y = 0.0, 2.0
    for group, word in zip(_GROUPS, drawing.header[1:], strict=False):
        width = plan.lettering.width(word, SMALL) + 2
        if x and x + _KEY + 6 + width > plan.width:
            x, y = 0.0, y + 20
        swatch = Box(x + 0.5, y + 1.5, _KEY, 12, 2)
        plan.put(group, swatch)
        plan.put("outlines", swatch)
        plan.text("keys", word, (x + _KEY + 6, y), min(width, plan.width - _KEY - 6), SMALL)
        x += _KEY + 6 + width + 14
    return y + 20


def _bar(plan: Plan, cells: Sequence[str], y: float) -> float:
    values = [share(cell) for cell in cells]
    whole = sum(values) or 1.0
    room = plan.width - 1
    x = 0.5
    middles: list[float] = []
    for group, value in zip(_GROUPS, values, strict=False):
        width = room * value / whole
        if width:
            plan.put(group, Box(x, y, width, _HEIGHT))
            plan.put("outlines", Box(x, y, width, _HEIGHT))
        middles.append(x + width / 2)
        x += width
    for cell, middle in zip(cells, _spread(middles, room), strict=True):
        left = middle - _NUMBER_ROOM / 2
        plan.fitted("shares", cell, Box(left, y + _HEIGHT + 2, _NUMBER_ROOM, SMALL * 1.25), bold=False, sizes=(SMALL,))
    return y + _HEIGHT + 2 + SMALL * 1.25


def _spread(middles: list[float], room: float) -> list[float]:
    """The middles of numbers: as wanted, but never on top of each other or outside the bar."""
    half = _NUMBER_ROOM / 2
    result: list[float] = []
    for middle in middles:
        result.append(max(middle, half, result[-1] + _NUMBER_ROOM if result else half))
    edge = room + 1 - half
    for at in range(len(result) - 1, -1, -1):
        result[at] = min(result[at], edge)
        edge = result[at] - _NUMBER_ROOM
    return result

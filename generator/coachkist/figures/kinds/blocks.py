"""What several kinds share: points under each other, and a name with what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coachkist.figures.shapes import BODY, NAME, Disc, Plan, Point

if TYPE_CHECKING:
    from coachkist.document.drawing import DrawingPart

GAP = 6.0
"""Between a name and what is said about it, and between points."""

_INDENT = 12.0


def named(plan: Plan, part: DrawingPart, at: Point, width: float) -> float:
    """The name of `part` with its title below it; gives the bottom."""
    bottom = plan.text("labels", part.label, at, width, NAME, bold=True)
    return plan.text("titles", part.title, (at[0], bottom + 1), width, BODY) if part.title else bottom


def named_height(plan: Plan, part: DrawingPart, width: float) -> float:
    """How high `named` will be."""
    title = plan.height_of(part.title, width, BODY)
    return plan.height_of(part.label, width, NAME, bold=True) + (title + 1 if title else 0)


def pointed(plan: Plan, points: Sequence[str], at: Point, width: float) -> float:
    """Points with a small disc in front of each; gives the bottom."""
    x, y = at
    for number, point in enumerate(points):
        y += GAP if number else 0
        plan.put("bullets", Disc(x + 2.5, y + BODY * 0.68, 2))
        y = plan.text("points", point, (x + _INDENT, y), width - _INDENT, BODY)
    return y


def pointed_height(plan: Plan, points: Sequence[str], width: float) -> float:
    """How high `pointed` will be."""
    heights = [plan.height_of(point, width - _INDENT, BODY) for point in points]
    return sum(heights) + GAP * max(0, len(heights) - 1)


def name(plan: Plan, part: DrawingPart, at: Point, width: float) -> float:
    """The name of `part` alone; gives the bottom."""
    return plan.text("labels", part.label, at, width, NAME, bold=True)


def name_height(plan: Plan, part: DrawingPart, width: float) -> float:
    """How high `name` will be."""
    return plan.height_of(part.label, width, NAME, bold=True)

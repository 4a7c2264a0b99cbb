"""A round of phases, and what each consists of."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import pointed
from coachkist.figures.kinds.spiral import arrow_head
from coachkist.figures.shapes import NAME, Box, Disc, Layout, Plan, Point, Trace

_RADIUS = 88.0
_PHASE = 50.0
_WIDE = 500.0
_CLEAR = 7.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The round first; the steps under it, or beside it where there is room."""
    has_points = any(part.points for part in drawing.parts)
    beside = plan.width >= _WIDE and has_points
    middle = (_RADIUS + _PHASE + 2 if beside else plan.width / 2, _RADIUS + _PHASE + 2)
    foot = _round(drawing, plan, middle)
    if not has_points:
        return plan.layout(foot)
    left = 2 * middle[0] + 24 if beside else 0.0
    bottom = _steps(drawing, plan, left, 4 if beside else foot + 20)
    return plan.layout(max(foot, bottom) + 2)


def _round(drawing: Drawing, plan: Plan, middle: Point) -> float:
    count = max(1, len(drawing.parts))
    foot = 0.0
    rooms: list[tuple[str, Box]] = []
    for at, part in enumerate(drawing.parts):
        angle = 2 * pi * at / count - pi / 2
        x, y = middle[0] + _RADIUS * cos(angle), middle[1] + _RADIUS * sin(angle)
        plan.put("phases", Disc(x, y, _PHASE))
        plan.badge(at + 1, x, y - 27, 10)
        rooms.append((part.label, Box(x - 43, y - 14, 86, 45)))
        plan.put("arrows", _arrow(middle, angle, angle + 2 * pi / count))
        foot = max(foot, y + _PHASE + 2)
    size = plan.size_for(rooms)
    for label, room in rooms:
        plan.fitted("names", label, room, sizes=(size,))
    plan.fitted("centre", drawing.centre, Box(middle[0] - 32, middle[1] - 24, 64, 48), sizes=(13.0, 12.0, 11.0))
    return foot


def _arrow(middle: Point, start: float, end: float) -> Trace:
    """An arc between the edges of two discs."""
    hidden = 2 * atan2(_PHASE / 2 + _CLEAR / 2, _RADIUS)
    first, last = start + hidden, end - hidden
    (x, y), (to_x, to_y) = ((middle[0] + _RADIUS * cos(a), middle[1] + _RADIUS * sin(a)) for a in (first, last))
    arc = f"M{x:.1f} {y:.1f}A{_RADIUS:g} {_RADIUS:g} 0 0 1 {to_x:.1f} {to_y:.1f}"
    return Trace(arc + arrow_head((to_x, to_y), last + pi / 2 - 0.12))


def _steps(drawing: Drawing, plan: Plan, left: float, y: float) -> float:
    for number, part in enumerate(drawing.parts, 1):
        if number > 1:
            plan.put("rules", Trace(f"M{left:g} {y + 10:g}H{plan.width:g}"))
            y += 20
        plan.badge(number, left + 11, y + 10, group="keys")
        y = plan.text("labels", part.label, (left + 32, y + 1), plan.width - left - 32, NAME, bold=True) + 6
        y = pointed(plan, part.points, (left + 32, y), plan.width - left - 32)
    return y

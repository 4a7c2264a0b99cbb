"""A circle cut in four by two axes: a role in each quarter, and the profile of somebody."""

from __future__ import annotations

from math import sqrt

from coachkist.document.drawing import Drawing, DrawingAxis
from coachkist.figures.shapes import BODY, SMALL, Box, Disc, Layout, Plan, Point, Trace

_RADIUS = 106.0
_GAP = 7.0
_CORNER = 58.0
_MOST = 10
_QUARTERS = ((-1, -1), (1, -1), (-1, 1), (1, 1))
_FREE = DrawingAxis("", "")


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """Parts in the order of reading: left above, right above, left below, right below."""
    middle = (plan.width / 2, _RADIUS + _CORNER)
    x, y = middle
    plan.put("ground", Disc(x, y, _RADIUS))
    plan.put("scale", *(Disc(x, y, _RADIUS * share) for share in (0.25, 0.5, 0.75, 1)))
    plan.put("axes", Trace(f"M{x - _RADIUS:g} {y:g}h{2 * _RADIUS:g}"), Trace(f"M{x:g} {y - _RADIUS:g}v{2 * _RADIUS:g}"))
    across, upwards = (*drawing.axes, _FREE, _FREE)[:2]
    _ends(plan, middle, across, upwards)
    corners = [_corner(middle, quarter) for quarter in _QUARTERS]
    size = plan.size_for([(part.label, room) for part, room in zip(drawing.parts, corners, strict=False)])
    for part, room, (side, down) in zip(drawing.parts, corners, _QUARTERS, strict=False):
        anchor, stand = "start" if side < 0 else "end", 0.75 if down < 0 else 0.25
        plan.fitted("labels", part.label, room, anchor=anchor, stand=stand, sizes=(size,))
    if drawing.profile:
        points = [_value(middle, quarter, value) for quarter, value in zip(_QUARTERS, drawing.profile, strict=False)]
        plan.put("values", *(Disc(*point, 3.5) for point in points))
        if len(points) == len(_QUARTERS):
            a, b, c, d = points
            outline = "L".join(f"{px:.1f} {py:.1f}" for px, py in (a, b, d, c))
            plan.put("profile", Trace(f"M{outline}z"))
    bottom = y + _RADIUS + _CORNER
    if drawing.profile and drawing.profile_label:
        bottom = plan.text("key", drawing.profile_label, (0, bottom + 4), plan.width, SMALL, anchor="middle")
    return plan.layout(bottom + 2)


def _ends(plan: Plan, middle: Point, across: DrawingAxis, upwards: DrawingAxis) -> None:
    x, y = middle
    side = x - _RADIUS - _GAP
    sizes = (BODY, 11.5)
    plan.fitted("ends", across.low, Box(0, y - 44, side, 88), anchor="end", bold=False, sizes=sizes)
    plan.fitted("ends", across.high, Box(x + _RADIUS + _GAP, y - 44, side, 88), anchor="start", bold=False, sizes=sizes)
    above = Box(x - 55, y - _RADIUS - _GAP - 46, 110, 46)
    below = Box(x - 55, y + _RADIUS + _GAP, 110, 46)
    plan.fitted("ends", upwards.high, above, stand=1, bold=False, sizes=sizes)
    plan.fitted("ends", upwards.low, below, stand=0, bold=False, sizes=sizes)


def _corner(middle: Point, quarter: tuple[int, int]) -> Box:
    """The space for the name of a quarter, outside the circle and beside the name of the axis."""
    across, down = quarter
    width = middle[0] - 55 - 10
    # Where the inner edge of the space meets the circle: the text ends before that.
    inner = middle[0] - width
    edge = sqrt(_RADIUS**2 - inner**2) + _GAP
    height = _RADIUS + _CORNER - edge
    left = 0.0 if across < 0 else 2 * middle[0] - width
    top = middle[1] - edge - height if down < 0 else middle[1] + edge
    return Box(left, top, width, height)


def _value(middle: Point, quarter: tuple[int, int], value: int) -> Point:
    reach = _RADIUS * value / _MOST / sqrt(2)
    return middle[0] + quarter[0] * reach, middle[1] + quarter[1] * reach

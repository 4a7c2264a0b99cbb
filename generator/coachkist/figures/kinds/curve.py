"""A curve of change: numbered places on it, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from coachkist.document.drawing import Drawing, DrawingAxis
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import SMALL, Layout, Plan, Point, Trace

_HEIGHT = 170.0
_WIDE = 500.0
_LEFT = 26.0
# How high the mood is along the way, from 0 to 1: a start, a last rise, the valley, and higher than before.
_SHAPE = (0.58, 0.66, 0.72, 0.56, 0.3, 0.12, 0.12, 0.3, 0.55, 0.78, 0.92)
_FREE = DrawingAxis("", "")


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """The curve above, a key of names below: names on the curve itself would be too small on a phone."""
    across, upwards = (*drawing.axes, _FREE, _FREE)[:2]
    top = plan.text("ends", upwards.high, (0, 2), plan.width, SMALL) + 10 if upwards.high else 12.0
    foot = top + _HEIGHT
    curve = [_place(at / (len(_SHAPE) - 1), plan.width, top) for at in range(len(_SHAPE))]
    plan.put("frame", Trace(f"M10 {foot:g}V{top - 4:g}m-5 6l5 -6l5 6"))
    plan.put("frame", Trace(f"M10 {foot:g}H{plan.width - 3:g}m-6 -5l6 5l-6 5"))
    plan.put("curve", Trace(smooth(curve)))
    for number, _ in enumerate(drawing.parts, 1):
        turn = (number - 0.5) / len(drawing.parts)
        x, y = _on(curve, turn)
        plan.put("drops", Trace(f"M{x:.1f} {y + 14:.1f}V{foot:g}"))
        plan.badge(number, x, y)
    bottom = _words_below(plan, across, upwards, foot)
    return plan.layout(_key(drawing, plan, bottom + 14))


def _words_below(plan: Plan, across: DrawingAxis, upwards: DrawingAxis, foot: float) -> float:
    half = plan.width / 2 - 8
    low = across.low or upwards.low
    bottoms = [plan.text("ends", low, (10, foot + 6), half, SMALL)]
    bottoms.append(plan.text("ends", across.high, (plan.width - half, foot + 6), half, SMALL, anchor="end"))
    return max(bottoms)


def _key(drawing: Drawing, plan: Plan, y: float) -> float:
    columns = 2 if plan.width >= _WIDE else 1
    width = plan.width / columns
    room = width - 32 - 10
    rows = -(-len(drawing.parts) // columns)
    heights = [max(22.0, name_height(plan, part, room)) + 8 for part in drawing.parts]
    tops = [y + sum(heights[at - at % rows : at]) for at in range(len(heights))]
    for at, part in enumerate(drawing.parts):
        x = width * (at // rows)
        text = name_height(plan, part, room)
        plan.badge(at + 1, x + 12, tops[at] + max(22.0, text) / 2, group="keys")
        name(plan, part, (x + 32, tops[at] + (max(22.0, text) - text) / 2), room)
    return max((top + height for top, height in zip(tops, heights, strict=True)), default=y)


def _place(turn: float, width: float, top: float) -> Point:
    x = _LEFT + (width - _LEFT - 14) * turn
    at = turn * (len(_SHAPE) - 1)
    return x, top + _HEIGHT * (1 - _SHAPE[round(at)])


def _on(curve: Sequence[Point], turn: float) -> Point:
    """The place on the smooth line through `curve` where `turn` of the way across is behind."""
    at = turn * (len(curve) - 1)
    start = min(int(at), len(curve) - 2)
    part = at - start
    before, a, b, after = (curve[min(max(start + step, 0), len(curve) - 1)] for step in (-1, 0, 1, 2))
    first, second = a[1] + (b[1] - before[1]) / 6, b[1] - (after[1] - a[1]) / 6
    rest = 1 - part
    y = rest**3 * a[1] + 3 * rest**2 * part * first + 3 * rest * part**2 * second + part**3 * b[1]
    return a[0] + (b[0] - a[0]) * part, y


def smooth(points: Sequence[Point]) -> str:
    """The `d` of a line through `points` without corners (Catmull-Rom as Bézier curves)."""
    pieces = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for at in range(len(points) - 1):
        before, a, b, after = (points[min(max(at + step, 0), len(points) - 1)] for step in (-1, 0, 1, 2))
        first = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        second = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        pieces.append("C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (first, second, b)))
    return "".join(pieces)

"""A winding road with a place in each bend."""

from __future__ import annotations

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds.blocks import name, name_height
from coachkist.figures.shapes import Layout, Plan, Trace

_BENDS = (34.0, 92.0)
_LEFT = 136.0
_STEP = 62.0
_BADGE = 12.0


def lay_out(drawing: Drawing, plan: Plan) -> Layout:
    """From the top down, left and right in turns; the names stand in one column beside the road."""
    places = [(_BENDS[at % 2], 30 + _STEP * at) for at in range(len(drawing.parts))]
    width = plan.width - _LEFT
    road = ""
    for at, (x, y) in enumerate(places):
        before = places[at - 1] if at else (x, y)
        half = (y - before[1]) / 2
        road += f"C{before[0]:g} {before[1] + half:g} {x:g} {y - half:g} {x:g} {y:g}" if at else f"M{x:g} {y:g}"
    if road:
        plan.put("road", Trace(road))
    for number, (part, (x, y)) in enumerate(zip(drawing.parts, places, strict=True), 1):
        plan.badge(number, x, y, _BADGE)
        plan.put("leaders", Trace(f"M{x + _BADGE + 8:g} {y:g}H{_LEFT - 10:g}"))
        name(plan, part, (_LEFT, y - name_height(plan, part, width) / 2), width)
    return plan.layout(places[-1][1] + 30 if places else 1)

"""A diamond as large as the page, with lines to write on that grow longer to the middle and shorter after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from coachkist.document.drawing import Drawing, DrawingPart
from coachkist.figures.kinds.rhombus import Rhombus
from coachkist.figures.shapes import NAME, Box, Layout, Plan, Trace

_WIDE = 480.0
_ASPECT, _HIGH_ASPECT = 1.06, 1.17
_PITCH = 8.0
"""Millimetres between two lines to write on."""
_HIGHEST = 188
_END_SHARE = 1.6
"""How high the first and last band are beside the others: that much of them is too narrow to write in."""
_HEAD = 50.0
_MARGIN = 14.0
_CLEAR = 8.0
"""How far a line to write on stays above the line between two bands, which can be written on as well."""
_SHORTEST = 0.2
_NARROWEST = 0.26
_NAME_SIZES = (NAME + 1, NAME, 13.0, 12.0)
_HINT_SIZES = (12.0, 11.0, 10.0, 9.0)


def lay_out_to_write(drawing: Drawing, plan: Plan) -> Layout:
    """Bands from the top down; each begins with its name and is a place to write."""
    height = plan.width * (_ASPECT if plan.width >= _WIDE else _HIGH_ASPECT)
    shape = Rhombus(plan.width / 2, 2, plan.width - 4, height - 4)
    pitch = _PITCH * height / (drawing.height or _HIGHEST)
    for (begin, end), part in zip(_bands(shape, len(drawing.parts)), drawing.parts, strict=True):
        if begin > shape.top:
            half = shape.half_at(begin)
            plan.put("leaders", Trace(f"M{shape.x - half:g} {begin:g}h{2 * half:g}"))
        first = _head(plan, part, shape, begin)
        plan.put("places", _place(shape, max(first, (begin + end) / 2) if begin == shape.top else first, end))
        for y in _lines(first, end if end < shape.bottom else _level(shape, _NARROWEST), pitch):
            half = shape.half_at(y) - _MARGIN
            plan.put("rules", Box(shape.x - half, y, 2 * half, 0))
    plan.put("outline", Trace(shape.outline))
    return plan.layout(height)


def _bands(shape: Rhombus, count: int) -> Iterator[tuple[float, float]]:
    """Where each band begins and ends."""
    shares = [_END_SHARE if at in (0, count - 1) else 1.0 for at in range(count)]
    edges = [shape.top + shape.height * share / sum(shares) for share in accumulate(shares, initial=0.0)]
    return pairwise(edges)


def _head(plan: Plan, part: DrawingPart, shape: Rhombus, begin: float) -> float:
    """The name of a band and its hint, in the middle; gives where writing begins."""
    top = begin + 7 if begin > shape.top else shape.top + shape.height * _SHORTEST / 2 + 16
    half = min(shape.half_at(top), shape.half_at(top + _HEAD)) - _MARGIN / 2
    name, hint = Box(shape.x - half, top, 2 * half, 19), Box(shape.x - half, top + 20, 2 * half, _HEAD - 20)
    taken = plan.fitted("labels", part.label, name, stand=0, sizes=_NAME_SIZES)
    if part.title:
        taken = plan.fitted("titles", part.title, hint, stand=0, bold=False, sizes=_HINT_SIZES)
    return taken.bottom + 4


def _place(shape: Rhombus, first: float, end: float) -> Box:
    """The largest rectangle between two heights: in the lower point of the diamond that is half as high."""
    last = end - 4 if end < shape.bottom else (first + end) / 2
    half = min(shape.half_at(first), shape.half_at(last)) - _MARGIN
    return Box(shape.x - half, first, 2 * half, last - first)


def _level(shape: Rhombus, share: float) -> float:
    """The height, below the middle, where `shape` is `share` of its width."""
    return shape.bottom - shape.height * share / 2


def _lines(first: float, last: float, pitch: float) -> Iterator[float]:
    y = first + pitch
    while y < last - _CLEAR:
        yield y
        y += pitch

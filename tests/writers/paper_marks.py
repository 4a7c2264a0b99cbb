"""Where things stand on a page of paper, in millimetres from the top left."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

from pypdf import PageObject, PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 25.4 / 72


def pages_of(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def lines(page: PageObject) -> Iterator[tuple[float, float, float, float]]:
    """Yield begin and end of each straight line, with the left or upper end first, to a tenth of a millimetre."""
    found: list[tuple[float, float, float, float]] = []
    begin: list[tuple[float, float]] = []

    def visit(operator: bytes, operands: list[Any], cm: list[float], _tm: list[float]) -> None:
        if operator in (b"m", b"l"):
            x, y = (float(number) for number in operands)
            at = (cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5])
            if operator == b"l" and begin:
                ends = sorted(_from_top(point, page) for point in (begin[-1], at))
                found.append((*ends[0], *ends[1]))
            begin[:] = [at]

    page.extract_text(visitor_operand_before=visit)
    yield from found


def _from_top(point: tuple[float, float], page: PageObject) -> tuple[float, float]:
    return round(point[0] * MM, 1), round((float(page.mediabox.height) - point[1]) * MM, 1)


def marks(page: PageObject, length: float = 4.0) -> set[tuple[float, float, float, float]]:
    """The crop marks: lines of exactly `length` millimetres."""
    return {one for one in lines(page) if abs(math.dist(one[:2], one[2:]) - length) < 0.06}


def texts(page: PageObject) -> list[tuple[str, float, float, float]]:
    """Each piece of text with where it begins and its angle in degrees, counter-clockwise."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            along = (cm[0] * tm[0] + cm[2] * tm[1], cm[1] * tm[0] + cm[3] * tm[1])
            found.append((text.strip(), *_from_top((x, y), page), round(math.degrees(math.atan2(along[1], along[0])))))

    page.extract_text(visitor_text=visit)
    return found

"""Figures in documents: on a page as SVG that follows its theme, on paper as an image in literal colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coachkist.figures.draw import NARROW, TWO_WIDTHS, WIDE, draw, lay_out
from coachkist.figures.skin import PRINT_SLACK, PrintSkin, WebSkin

if TYPE_CHECKING:
    from coachkist.document.blocks import Drawing

POINTS = 0.77
"""The size of a unit on paper: names in figures are then a little larger than running text of 10 points."""

_HIGHEST = 620.0
"""The highest figure that stands on an A4 page with its caption and the heading above it, in points."""


_POINTS_PER_MM = 72 / 25.4


def has_two_widths(drawing: Drawing) -> bool:
    """Whether a page gets `drawing` twice: for phones, and for where there is room."""
    return drawing.kind in TWO_WIDTHS


def figure_svg(drawing: Drawing, link: Callable[[str, str], str | None]) -> Markup:
    """`drawing` for a page: one `<svg>`, or one for phones and one for where there is room."""
    skin = WebSkin(link, blank=drawing.blank)
    if not has_two_widths(drawing):
        return draw(drawing, skin)
    narrow = draw(drawing, skin, NARROW, prefix="-smal")
    return narrow + Markup("\n") + draw(drawing, skin, WIDE, prefix="-breed")


def figure_data(drawing: Drawing, ink: str) -> dict[str, Any]:
    """`drawing` for the Typst templates: SVG text in `ink` (`#rrggbb`, readable on white), its size in points."""
    skin = PrintSkin(ink, blank=drawing.blank)
    return {
        "type": "drawing",
        "svg": str(draw(drawing, skin, WIDE)),
        "title": drawing.title,
        "alt": drawing.description,
        "width": paper_width(drawing),
    }


def paper_width(drawing: Drawing) -> float:
    """How wide `drawing` stands on paper, in points: as high as it asks for, or as suits a page of text on A4."""
    layout = lay_out(drawing, PRINT_SLACK, WIDE)
    if drawing.height is not None:
        return round(layout.width * drawing.height * _POINTS_PER_MM / layout.height, 2)
    return round(layout.width * min(POINTS, _HIGHEST / layout.height), 2)

"""Figures in documents: on a page as SVG that follows its theme, on paper as an image in literal colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coachkist.figures.draw import NARROW, WIDE, draw, has_two_widths, lay_out
from coachkist.figures.skin import PRINT_SLACK, PrintSkin, WebSkin

if TYPE_CHECKING:
    from coachkist.document.blocks import Drawing
    from coachkist.figures.shapes import Box, Layout

POINTS = 0.77
"""The size of a unit on paper: names in figures are then a little larger than running text of 10 points."""

_HIGHEST = 620.0
"""The highest figure that stands on an A4 page with its caption and the heading above it, in points."""

_POINTS_PER_MM = 72 / 25.4

_LARGE_ROOM = (170 * _POINTS_PER_MM, 200 * _POINTS_PER_MM)
"""The room that a figure in large print has on an A4 page, in points: as in `drawing.typ`."""


def figure_svg(drawing: Drawing, link: Callable[[str, str], str | None]) -> Markup:
    """`drawing` for a page: one `<svg>`, or one for phones and one for where there is room."""
    skin = WebSkin(link, blank=drawing.blank)
    if not has_two_widths(drawing):
        return draw(drawing, skin)
    narrow = draw(drawing, skin, NARROW, prefix="-smal")
    return narrow + Markup("\n") + draw(drawing, skin, WIDE, prefix="-breed")


def figure_data(drawing: Drawing, ink: str, *, large: bool = False) -> dict[str, Any]:
    """`drawing` for the Typst templates: SVG text in `ink` (`#rrggbb`, readable on white), its size in points.

    Where one writes is told apart, as parts of the width and height: by hand on lines, on a screen in fields.
    `large` asks for the layout whose words become largest on a page of A4 that it may fill.
    """
    skin = PrintSkin(ink, blank=drawing.blank)
    units = _largest_units(drawing) if large else WIDE
    layout = lay_out(drawing, PRINT_SLACK, units)
    names = (name for name, _ in drawing.places)
    places = [{"name": name, **_shares(box, layout)} for name, box in zip(names, layout.places, strict=True)]
    return {
        "type": "drawing",
        "svg": str(draw(drawing, skin, units)),
        # What is written in stands under a heading of the sheet, or says itself what it is for.
        "title": "" if drawing.name else drawing.title,
        "alt": drawing.description,
        "width": paper_width(drawing),
        "aspect": round(layout.height / layout.width, 4),
        "places": places,
        "rules": [_shares(box, layout) for box in layout.rules],
    }


def _largest_units(drawing: Drawing) -> float:
    """The width in units at which `drawing`, on a page of its own, has the largest unit."""

    def unit(width: float) -> float:
        layout = lay_out(drawing, PRINT_SLACK, width)
        return min(_LARGE_ROOM[0] / layout.width, _LARGE_ROOM[1] / layout.height)

    return max(WIDE, NARROW, key=unit)


def _shares(box: Box, layout: Layout) -> dict[str, float]:
    values = {"x": box.x / layout.width, "y": box.y / layout.height}
    sizes = {"width": box.width / layout.width, "height": box.height / layout.height}
    return {name: round(value, 4) for name, value in (values | sizes).items()}


def paper_width(drawing: Drawing) -> float:
    """How wide `drawing` stands on paper, in points: as high as it asks for, or as suits a page of text on A4."""
    layout = lay_out(drawing, PRINT_SLACK, WIDE)
    if drawing.height is not None:
        return round(layout.width * drawing.height * _POINTS_PER_MM / layout.height, 2)
    return round(layout.width * min(POINTS, _HIGHEST / layout.height), 2)

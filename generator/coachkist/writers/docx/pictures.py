"""Pictures for Word, which paints no SVG everywhere: drawn by Typst, as those in our PDFs are."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coachkist.writers.docx.xml import EMU, Xml, tag, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coachkist.typeset.compiler import Typesetter

PPI = 200
"""Dots to the inch: sharp on paper."""
TEMPLATE = "picture.typ"
_SIZE = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and how wide and high it stands on paper, in millimetres."""

    png: bytes
    width: float
    height: float


def draw(typesetter: Typesetter, base: Mapping[str, Any], what: Mapping[str, Any]) -> Picture:
    """Draw `what`, one of the pictures of the template, with the colours in `base`."""
    (png,) = typesetter.png(TEMPLATE, {**base, "picture": what}, PPI)
    width, height = _SIZE.unpack_from(png, 16)
    return Picture(png, width * 25.4 / PPI, height * 25.4 / PPI)


def inline(picture: Picture, relation: str, number: int, description: str, lower: float = 0) -> Xml:
    """`picture` in a line of text; `lower`: how many half points under the line."""
    extent = _extent("wp:extent", picture)
    body = tag(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        extent,
        _named(number, description),
        _graphic(picture, relation, number),
    )
    look = w("rPr", w("position", val=-lower)) if lower else Xml("")
    return w("r", look, w("drawing", body))


def anchored(
    picture: Picture, relation: str, number: int, description: str, *, across: Xml, down: Xml, behind: bool = False
) -> Xml:
    """`picture` at a place on the page: beside the text, or `behind` it."""
    attributes: dict[str, object] = {"distT": 0, "distB": 0, "distL": 0 if behind else 4 * EMU, "distR": 0}
    attributes |= {"simplePos": 0, "relativeHeight": number, "behindDoc": int(behind), "locked": 0}
    attributes |= {"layoutInCell": 1, "allowOverlap": 1}
    body = tag(
        "wp:anchor",
        attributes,
        tag("wp:simplePos", {"x": 0, "y": 0}),
        across,
        down,
        _extent("wp:extent", picture),
        tag("wp:wrapNone", {}) if behind else tag("wp:wrapSquare", {"wrapText": "bothSides"}),
        _named(number, description),
        _graphic(picture, relation, number),
    )
    return w("r", w("drawing", body))


def aligned(axis: str, side: str) -> Xml:
    """Where a picture stands along `axis` (`H` or `V`): at a side of the text on the page."""
    return tag(f"wp:position{axis}", {"relativeFrom": "margin"}, tag("wp:align", {}, Xml(side)))


def offset(axis: str, mm: float) -> Xml:
    """Where a picture stands along `axis` (`H` or `V`): so many millimetres from the edge of the page."""
    return tag(f"wp:position{axis}", {"relativeFrom": "page"}, tag("wp:posOffset", {}, Xml(str(round(mm * EMU)))))


def _extent(name: str, picture: Picture) -> Xml:
    return tag(name, {"cx": round(picture.width * EMU), "cy": round(picture.height * EMU)})


def _named(number: int, description: str) -> Xml:
    return tag("wp:docPr", {"id": number, "name": f"Afbeelding {number}", "descr": description})


def _graphic(picture: Picture, relation: str, number: int) -> Xml:
    names = tag("pic:cNvPr", {"id": number, "name": f"afbeelding-{number}.png"})
    fill = tag("pic:blipFill", {}, tag("a:blip", {"r:embed": relation}), tag("a:stretch", {}, tag("a:fillRect", {})))
    frame = tag("a:xfrm", {}, tag("a:off", {"x": 0, "y": 0}), _extent("a:ext", picture))
    shape = tag("pic:spPr", {}, frame, tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst", {})))
    inside = tag("pic:pic", {}, tag("pic:nvPicPr", {}, names, tag("pic:cNvPicPr", {})), fill, shape)
    picture_uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return tag("a:graphic", {}, tag("a:graphicData", {"uri": picture_uri}, inside))

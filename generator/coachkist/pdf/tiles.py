"""Sheets of A4 that show parts of A3: the pages of one PDF as pictures in another.

Typst draws the sheets, with marks, words and an empty picture that is described; what the picture shows is put in here,
as decoration for whoever listens. So the file stays PDF/UA-1.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NameObject

from coachkist.pdf.form_fields import dictionary
from coachkist.pdf.update import Copier, Update, stream
from coachkist.writers.tiles import EDGE, TILES, Tile, Tiling, tile_data, tiles_of, tiling
from coachkist.writers.typst import ENTRY, paper_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst import PdfOptions

_POINTS = 72 / 25.4
_NAME = "/Deel"


def write_tiles(document: Document, typesetter: Typesetter, options: PdfOptions | None = None) -> bytes:
    """Make the sheets of A4 of `document`, which is on A3: row by row, page after page.

    The same document gives the same bytes. Raises TypesetError.
    """
    shown = PdfReader(io.BytesIO(typesetter.untagged(ENTRY, paper_data(document, options))))
    data = tile_data(document, len(shown.pages), options)
    update = Update(typesetter.pdf(TILES, data, document.furniture.timestamp))
    copier, way = Copier(update), tiling(document.paper)
    sheets = iter(update.reader.pages)
    for page in shown.pages:
        picture, height = _picture(page, copier), float(page.mediabox.height)
        for tile in tiles_of(way):
            _show(update, next(sheets), picture, _placed(tile, way, height))
    return update.apply()


def _picture(page: Any, copier: Copier) -> IndirectObject:
    """`page` as something that can be drawn."""
    contents = page.raw_get("/Contents")
    drawing = copier.copy(contents.get_object())
    drawing.update(dictionary(Type="/XObject", Subtype="/Form", BBox=[float(number) for number in page.mediabox]))
    for key in ("/Resources", "/Group"):
        if key in page:
            drawing[NameObject(key)] = copier.copy(page.raw_get(key))
    return copier.update.add(drawing)


def _placed(tile: Tile, way: Tiling, height: float) -> bytes:
    """Draws the part that `tile` shows of a picture of `height` points; PDF measures from the bottom left."""
    sheet = way.sheet_height * _POINTS
    edge, width, tall = (length * _POINTS for length in (EDGE, way.width, way.height))
    right, up = edge - tile.x * _POINTS, sheet - edge - (height - tile.y * _POINTS)
    clip = f"{edge:.3f} {sheet - edge - tall:.3f} {width:.3f} {tall:.3f} re W n"
    return f"/Artifact BMC q {clip} 1 0 0 1 {right:.3f} {up:.3f} cm {_NAME} Do Q EMC\n".encode()


def _show(update: Update, sheet: Any, picture: IndirectObject, drawing: bytes) -> None:
    """Draws `picture` on `sheet`, behind what is there."""
    resources = DictionaryObject(sheet["/Resources"])
    pictures = DictionaryObject(resources.get("/XObject", DictionaryObject()))
    pictures[NameObject(_NAME)] = picture
    resources[NameObject("/XObject")] = pictures
    changed = DictionaryObject({key: sheet.raw_get(key) for key in sheet})
    first = update.add(stream(drawing, DictionaryObject()))
    changed.update(dictionary(Resources=resources, Contents=[first, sheet.raw_get("/Contents")]))
    update.change(sheet.indirect_reference, changed)

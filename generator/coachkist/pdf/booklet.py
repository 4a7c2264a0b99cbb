"""A book to fold: pages of A5 side by side on A4, in the order in which sheets are printed on both sides.

The pages become pictures on other pages, so their tags and links are lost: who reads with a screen reader needs the
plain PDF. Print on both sides, turned over the short edge; fold each gathering in the middle and staple it there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

PAGES_A_SHEET = 4
THICKEST = 16
"""Sheets that still fold and staple: a thicker book is folded in several gatherings, and sewn or bound."""

_MM = 72 / 25.4
_HALF = 148.5 * _MM
_SIZE = (2 * _HALF, 210 * _MM)


@dataclass(frozen=True, slots=True)
class Booklet:
    """A PDF to print and fold: its sheets of paper, in how many gatherings, and how many pages stay blank."""

    content: bytes
    sheets: int
    gatherings: int
    blanks: int


def gatherings(pages: int) -> list[int]:
    """How many sheets each gathering has, for a book of `pages`: as even as can be, none thicker than folds."""
    sheets = -(-pages // PAGES_A_SHEET)
    count = max(1, -(-sheets // THICKEST))
    return [sheets // count + (number < sheets % count) for number in range(count)]


def sides(pages: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield the left and the right page on each side of paper, front and back in turns; None stays blank.

    Pages count from 0. On the outermost sheet of a gathering stand its first and last pages, on the innermost its
    middle ones.
    """
    start = 0
    for sheets in gatherings(pages):
        last = start + sheets * PAGES_A_SHEET - 1
        for side in range(sheets * 2):
            low, high = start + side, last - side
            left, right = (high, low) if side % 2 == 0 else (low, high)
            yield (left if left < pages else None), (right if right < pages else None)
        start = last + 1


def impose(pdf: bytes) -> Booklet:
    """Lay the A5 pages of `pdf` out for folding; a page on its side is turned to stand upright."""
    reader, writer = PdfReader(io.BytesIO(pdf)), PdfWriter()
    count = len(reader.pages)
    for number, halves in enumerate(sides(count)):
        side = writer.add_blank_page(*_SIZE)
        drawn = [(half, page) for half, page in enumerate(halves) if page is not None]
        _draw(side, [(half, reader.pages[page]) for half, page in drawn], writer, number)
    _describe(reader, writer)
    result = io.BytesIO()
    writer.write(result)
    sheets = gatherings(count)
    return Booklet(result.getvalue(), sum(sheets), len(sheets), sum(sheets) * PAGES_A_SHEET - count)


def _draw(side: PageObject, pages: list[tuple[int, PageObject]], writer: PdfWriter, number: int) -> None:
    pictures, commands = DictionaryObject(), []
    for half, page in pages:
        name = f"/P{number}-{half}"
        pictures[NameObject(name)] = writer._add_object(_picture(page, writer))
        commands.append(f"q {_placed(page, half)} cm {name} Do Q")
    contents = StreamObject()
    contents.set_data("\n".join(commands).encode())
    side[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    side[NameObject("/Contents")] = writer._add_object(contents.flate_encode())


def _placed(page: PageObject, half: int) -> str:
    """The matrix that puts `page` in the middle of its half."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    if width > height:
        # A quarter turn to the left, about the page's own corner.
        x, y = half * _HALF + (_HALF - height) / 2 + height, (_SIZE[1] - width) / 2
        return f"0 1 -1 0 {x:.3f} {y:.3f}"
    x, y = half * _HALF + (_HALF - width) / 2, (_SIZE[1] - height) / 2
    return f"1 0 0 1 {x:.3f} {y:.3f}"


def _picture(page: PageObject, writer: PdfWriter) -> StreamObject:
    """The contents of `page` as something that can be drawn on another."""
    picture = StreamObject()
    contents = page.get_contents()
    picture.set_data(contents.get_data() if contents is not None else b"")
    picture = picture.flate_encode()
    box = RectangleObject(tuple(float(edge) for edge in page.mediabox))
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(edge) for edge in box),
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    if "/Group" in page:  # how what is translucent mixes
        picture[NameObject("/Group")] = page["/Group"].clone(writer)
    return picture


def _describe(reader: PdfReader, writer: PdfWriter) -> None:
    """The title and the language, as the book has them."""
    if reader.metadata is not None and reader.metadata.title is not None:
        writer.add_metadata({"/Title": reader.metadata.title})
    language = reader.root_object.get("/Lang")
    if language is not None:
        writer.root_object[NameObject("/Lang")] = TextStringObject(str(language))

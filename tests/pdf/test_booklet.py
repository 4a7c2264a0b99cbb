"""Folding: every page once, in reading order once the paper is folded, whatever the number of pages."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from coachkist.pdf.booklet import PAGES_A_SHEET, THICKEST, gatherings, impose, sides

MM = 72 / 25.4
COUNTS = st.integers(min_value=1, max_value=700)


def folded(pages: int) -> list[int | None]:
    """The pages in the order in which somebody turns them over, worked out from the paper itself.

    Paper is turned over its short edge, so behind the right half of a front lies the left half of the back. Folded in
    the middle, one sheet in another, the right halves come first, from the outside in, then the left ones.
    """
    laid_out, read = list(sides(pages)), []
    for sheets in gatherings(pages):
        own, laid_out = laid_out[: 2 * sheets], laid_out[2 * sheets :]
        papers = list(zip(own[0::2], own[1::2], strict=True))
        for front, back in papers:
            read += [front[1], back[0]]
        for front, back in reversed(papers):
            read += [back[1], front[0]]
    assert laid_out == []
    return read


@given(COUNTS)
def test_folded_paper_reads_from_the_first_page_to_the_last(pages: int) -> None:
    read = folded(pages)
    assert read[:pages] == list(range(pages))
    assert set(read[pages:]) <= {None}
    assert len(read) % PAGES_A_SHEET == 0
    assert len(read) - pages < PAGES_A_SHEET


@given(COUNTS)
def test_gatherings_fold_and_are_about_as_thick(pages: int) -> None:
    sheets = gatherings(pages)
    assert max(sheets) <= THICKEST
    assert max(sheets) - min(sheets) <= 1


def test_eight_pages_by_hand() -> None:
    assert list(sides(8)) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(sides(5)) == [(None, 0), (1, None), (None, 2), (3, 4)]


def numbered(count: int, sideways: frozenset[int] = frozenset()) -> bytes:
    """Pages of A5 that say their number."""
    writer = PdfWriter()
    writer.add_metadata({"/Title": "Boekje"})
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")}
        | {NameObject("/BaseFont"): NameObject("/Helvetica")}
    )
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    for number in range(count):
        page = writer.add_blank_page(*((210 * MM, 148 * MM) if number in sideways else (148 * MM, 210 * MM)))
        contents = StreamObject()
        contents.set_data(f"BT /F1 12 Tf 40 60 Td (pagina {number}.) Tj ET".encode())
        page[NameObject("/Resources")] = fonts
        page[NameObject("/Contents")] = writer._add_object(contents)
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def test_pages_stand_on_their_halves() -> None:
    made = impose(numbered(6))
    reader = PdfReader(io.BytesIO(made.content))
    assert (made.sheets, made.gatherings, made.blanks, len(reader.pages)) == (2, 1, 2, 4)
    assert reader.metadata is not None
    assert reader.metadata.title == "Boekje"
    assert [round(float(edge) / MM) for edge in reader.pages[0].mediabox[2:]] == [297, 210]
    for page, halves in zip(reader.pages, sides(6), strict=True):
        places = {}
        for half in (0, 1):
            form = page["/Resources"]["/XObject"]  # type: ignore[index]
            names = [name for name in form if name.endswith(f"-{half}")]
            places[half] = form[names[0]].get_data().decode() if names else None
        for half, number in enumerate(halves):
            drawn = places[half]
            assert (drawn is None) if number is None else (drawn is not None and f"pagina {number}." in drawn)


def test_a_page_on_its_side_is_turned_into_its_half() -> None:
    (front, _back) = PdfReader(io.BytesIO(impose(numbered(4, frozenset({0}))).content)).pages
    contents = front.get_contents()
    assert contents is not None
    upright, turned = contents.get_data().decode().splitlines()
    assert upright.startswith("q 1 0 0 1 ")
    a, b, c, d, x, y = map(float, turned.split(" cm ")[0].split()[1:])
    corners = [(a * px + c * py + x, b * px + d * py + y) for px in (0, 210 * MM) for py in (0, 148 * MM)]
    assert min(px for px, _ in corners) >= 148 * MM
    assert max(px for px, _ in corners) <= 297 * MM
    assert min(py for _, py in corners) == pytest.approx(0, abs=0.01)


def test_the_same_bytes_every_time() -> None:
    assert impose(numbered(9)).content == impose(numbered(9)).content

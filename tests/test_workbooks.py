"""The workbooks of the real catalogue, printed once: no page too full or nearly empty, no heading left alone."""

from __future__ import annotations

import functools
import io
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, StreamObject

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.booklet import booklet
from coachkist.document.compose import compose
from coachkist.pdf.booklet import PAGES_A_SHEET, impose
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, write_pdf

Prints = Callable[[str], bytes]
BOOKS = ("coachingsbundel", "teamsessies", "werkboek-coach", "werkboek-coachee", "werkboek-peer-coaching")
MM = 72 / 25.4
PPI = 10
DARK = 215
"""Ink is darker than this, from 0 to 255; pale rules and tints are lighter, and so is half a letter at this size."""

EDGE = 5
"""Millimetres that no printer reaches: nothing of a book stands there, but for the cover."""


@dataclass(frozen=True)
class Page:
    """A page as drawn: how tall it is, where its ink begins and ends, all in millimetres, and what share has ink."""

    number: int
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    lowest_text: float
    """Where the last ink above the foot is."""


@pytest.fixture(scope="module")
def drawn(workbook_pdf: Prints, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Page]]:
    @functools.cache
    def pages(name: str) -> list[Page]:
        folder = tmp_path_factory.mktemp(name)
        (folder / "book.pdf").write_bytes(workbook_pdf(name))
        subprocess.run(["pdftoppm", "-gray", "-r", str(PPI), "book.pdf", "page"], cwd=folder, check=True)
        return [_measured(number, file) for number, file in enumerate(sorted(folder.glob("page-*.pgm")), 1)]

    return pages


def _measured(number: int, file: Path) -> Page:
    _, size, _, pixels = file.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [pixels[start : start + width] for start in range(0, width * height, width)]
    inked = [y for y, row in enumerate(rows) if min(row) < DARK]
    columns = [x for x in range(width) if min(row[x] for row in rows) < DARK]
    unit = 25.4 / PPI
    foot = height - round(19 / unit)
    above_foot = [y for y in inked if y < foot]
    return Page(
        number,
        width * unit,
        height * unit,
        min(columns, default=0) * unit,
        min(inked, default=0) * unit,
        (max(columns, default=-1) + 1) * unit,
        (max(inked, default=-1) + 1) * unit,
        (max(above_foot, default=-1) + 1) * unit,
    )


def test_these_are_all_the_books(catalogue: Catalogue) -> None:
    assert tuple(sorted(catalogue.workbooks)) == BOOKS


@pytest.mark.parametrize("name", BOOKS)
def test_no_page_is_overfull(name: str, drawn: Callable[[str], list[Page]]) -> None:
    beyond = [
        page
        for page in drawn(name)[1:]
        if page.left < EDGE or page.top < EDGE - 2 or page.right > page.width - EDGE or page.bottom > page.height - EDGE
        if page.bottom
    ]
    assert beyond == []


@pytest.mark.parametrize("name", BOOKS)
def test_no_page_is_nearly_empty_without_a_reason(
    name: str, drawn: Callable[[str], list[Page]], workbook_pdf: Prints, strings: Strings
) -> None:
    texts = PdfReader(io.BytesIO(workbook_pdf(name))).pages
    suspects = [page.number for page in drawn(name) if page.lowest_text < page.height * 0.3]
    reasons = (strings("paper.behind_cards"), *_openings(name, workbook_pdf))
    unexplained = [
        number
        for number in suspects
        if not any(reason in " ".join(texts[number - 1].extract_text().split()) for reason in reasons)
    ]
    assert unexplained == []


def _openings(name: str, workbook_pdf: Prints) -> list[str]:
    """The titles of parts: a part opens with its text and what it holds, however little that is."""
    outline = PdfReader(io.BytesIO(workbook_pdf(name))).outline
    return [str(entry.title) for entry in outline if isinstance(entry, Destination)]


@pytest.mark.parametrize("name", BOOKS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: str, workbook_pdf: Prints) -> None:
    reader = PdfReader(io.BytesIO(workbook_pdf(name)))
    headings = list(_headings(reader, reader.outline))
    assert len(headings) > 5
    least = (22 + 9) * MM  # the margin, and room for a line or two below the heading
    assert [title for title, top in headings if top < least] == []


def _headings(reader: PdfReader, outline: Sequence[object]) -> Iterator[tuple[str, float]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _headings(reader, entry)
        elif isinstance(entry, Destination) and entry.top is not None:
            yield str(entry.title), float(entry.top)


def test_the_teacher_s_own_book_is_thin(drawn: Callable[[str], list[Page]]) -> None:
    assert len(drawn("werkboek-coachee")) <= 12


@pytest.mark.parametrize("name", BOOKS)
def test_books_are_accessible_pdf_with_their_edition_in_them(
    name: str, workbook_pdf: Prints, catalogue: Catalogue
) -> None:
    reader = PdfReader(io.BytesIO(workbook_pdf(name)))
    metadata = reader.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    assert b"pdfuaid:part" in metadata.get_data()
    assert "/StructTreeRoot" in reader.root_object
    colophon = reader.pages[1].extract_text()
    assert catalogue.edition.version in colophon
    assert catalogue.edition.licence in colophon


def test_backs_of_cards_lie_behind_their_fronts(workbook_pdf: Prints, strings: Strings) -> None:
    """Sheets of cards begin on a right-hand page, so that a book printed on both sides can be cut up."""
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(workbook_pdf("teamsessies"))).pages]
    sheet = re.compile(rf"{strings('paper.sheet')} \d+ {strings('paper.of')} \d+ · (\w+)")
    sides = {number: match[1] for number, text in enumerate(texts, 1) if (match := sheet.search(text))}
    assert len(sides) >= 4
    assert all((side == strings("paper.front")) == bool(number % 2) for number, side in sides.items())


def test_what_folds_folds_in_one_go(catalogue: Catalogue) -> None:
    typesetter = Typesetter(TEMPLATES)
    folding = [book for book in catalogue.workbooks.values() if book.value.booklet]
    assert folding
    for book in folding:
        made = impose(write_pdf(booklet(compose(book, catalogue)), typesetter))
        assert made.gatherings == 1
        assert made.blanks < PAGES_A_SHEET
        assert len(PdfReader(io.BytesIO(made.content)).pages) == 2 * made.sheets

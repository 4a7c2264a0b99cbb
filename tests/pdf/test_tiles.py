"""Sheets of A4 to glue: what is on each, and that nothing is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PageObject, PdfReader

from coachkist.pdf.tiles import write_tiles
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, PdfOptions, write_pdf
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.strings import Strings

MM = 25.4 / 72


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


def poster(strings: Strings, paper: str = "a3") -> Document:
    return replace(samples.document("sheet", (samples.poster(), samples.drawing()), strings), paper=paper)


def words(pages: list[PageObject]) -> set[str]:
    return {word for page in pages for word in page.extract_text().split()}


@pytest.mark.parametrize(("paper", "size"), [("a3", (297, 210)), ("a3-landscape", (210, 297))])
def test_every_page_becomes_three_sheets_with_all_its_words(
    paper: str, size: tuple[int, int], strings: Strings, typesetter: Typesetter
) -> None:
    document = poster(strings, paper)
    whole = list(PdfReader(io.BytesIO(write_pdf(document, typesetter))).pages)
    sheets = list(PdfReader(io.BytesIO(write_tiles(document, typesetter))).pages)
    assert len(sheets) == 3 * len(whole)
    assert words(whole) <= words(sheets)
    for sheet in sheets:
        assert tuple(round(float(length) * MM) for length in sheet.mediabox[2:]) == size
    places = ["rij 1, kolom 1", "rij 2, kolom 1", "rij 3, kolom 1"]
    if paper == "a3-landscape":
        places = ["rij 1, kolom 1", "rij 1, kolom 2", "rij 1, kolom 3"]
    assert [next(one for one in places if one in sheet.extract_text()) for sheet in sheets[:3]] == places


def test_what_is_shown_is_decoration_and_is_described(strings: Strings, typesetter: Typesetter) -> None:
    """As PDF/UA-1 asks: nothing is drawn untagged, and each picture says what it is of."""
    reader = PdfReader(io.BytesIO(write_tiles(poster(strings), typesetter)))
    root: Any = reader.trailer["/Root"]
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()
    assert [alt.split(".")[0] for alt in described(root["/StructTreeRoot"])][:2] == [
        "Kijken naar een les, rij 1, kolom 1",
        "Kijken naar een les, rij 2, kolom 1",
    ]
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        assert contents.get_data().startswith(b"/Artifact BMC q ")
        resources: Any = page["/Resources"]
        drawing = resources["/XObject"]["/Deel"].get_object()
        assert b"BDC" not in drawing.get_data()


def described(tag: Any) -> list[str]:
    """The descriptions of all figures below `tag`."""
    kids = tag.get("/K", ())
    own = [str(tag["/Alt"])] if "/Alt" in tag else []
    below = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return own + [alt for kid in below if isinstance(kid, dict) for alt in described(kid)]


def test_the_same_bytes_twice(strings: Strings, typesetter: Typesetter) -> None:
    made = {write_tiles(poster(strings), Typesetter(TEMPLATES), PdfOptions(grey=True)) for _ in range(2)}
    assert len(made) == 1
    assert write_tiles(poster(strings), typesetter) not in made

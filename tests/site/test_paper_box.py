"""What can be downloaded from a sheet's page: which files there are, and which of them one sees first."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.school import SCHOOLS, load_school
from coachkist.document.blocks import Document, PageBreak
from coachkist.document.compose import compose
from coachkist.site.cache import Cache
from coachkist.site.contents import SiteContents
from coachkist.site.paper_box import paper_box
from coachkist.site.prints import (
    DOCX,
    FORM,
    GREY,
    LARGE,
    TILES,
    Print,
    Printer,
    PrintFile,
    formats_by_nature,
)
from coachkist.strings import Strings
from tests.writers import paper_samples as samples

FILE = PrintFile(b"%PDF-1.7", 3)
PRINT = Print(pdf=b"%PDF-1.7", pages=1, preview=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x20")


def box(catalogue: Catalogue, *formats: str) -> str:
    documents = {"actieplan": compose(catalogue.sheets["actieplan"], catalogue)}
    paper = replace(PRINT, more=dict.fromkeys(formats, FILE))
    return paper_box(SiteContents(catalogue, documents, {"actieplan": paper}), "actieplan", "a4", ())


def seen_and_folded(html: str) -> tuple[list[str], list[str]]:
    seen, _, folded = html.partition("<details")
    return re.findall(r'href="[^"]*?([^"/]+)" download', seen), re.findall(r'href="[^"]*?([^"/]+)" download', folded)


@pytest.mark.parametrize(
    ("formats", "seen", "folded"),
    [
        ((), [".pdf"], []),
        ((GREY,), ["-grijs.pdf", ".pdf"], []),
        ((GREY, LARGE), ["-grijs.pdf", ".pdf", "-groot-grijs.pdf"], []),
        ((GREY, FORM, DOCX, LARGE), ["-grijs.pdf", "-invulbaar.pdf"], [".pdf", ".docx", "-groot-grijs.pdf"]),
        ((GREY, TILES, LARGE), ["-grijs.pdf", "-plakken-grijs.pdf"], [".pdf", "-groot-grijs.pdf"]),
    ],
)
def test_one_or_two_are_seen_and_grey_comes_first(
    catalogue: Catalogue, formats: tuple[str, ...], seen: list[str], folded: list[str]
) -> None:
    found = seen_and_folded(box(catalogue, *formats))
    assert found == ([f"actieplan{end}" for end in seen], [f"actieplan{end}" for end in folded])


@pytest.mark.parametrize(
    ("school", "first"), [("de-kiem", ["tiles", "pdf-grey", "pdf"]), ("de-brug", ["pdf", "pdf-grey", "tiles"])]
)
def test_a_school_is_offered_first_what_it_can_print(
    school: str, first: list[str], catalogue: Catalogue, root: Path
) -> None:
    """One has no printer for A3, the other prints in colour."""
    loaded = load_school(root, root / SCHOOLS / school).school
    own = replace(catalogue, school=loaded)
    document = compose(own.sheets["tactieken-poster"], own)
    paper = replace(PRINT, more=dict.fromkeys((GREY, TILES), FILE))
    site = SiteContents(own, {document.id: document}, {document.id: paper})
    assert [file.format for file in site.downloads_of(document.id)] == first
    assert catalogue.strings.plural("site.pages", 1) in paper_box(site, document.id, "a3", ())


def test_each_says_how_long_and_large_it_is(catalogue: Catalogue) -> None:
    html = box(catalogue, GREY, FORM, DOCX, LARGE)
    assert html.count("3 bladzijden, 1 kB") == 4
    assert html.count("1 bladzijde, 1 kB") == 1


def a3(strings: Strings) -> Document:
    return replace(samples.document("sheet", (samples.poster(),), strings), paper="a3")


def test_large_print_of_what_is_read_and_tiles_of_what_is_on_a3(strings: Strings) -> None:
    assert formats_by_nature(samples.sheet(strings)) == (LARGE,)
    assert formats_by_nature(samples.cards(strings)) == ()
    assert formats_by_nature(a3(strings)) == (TILES,)
    read = replace(a3(strings), blocks=(samples.lines("vraag", "Wat zag je?"), PageBreak()))
    assert formats_by_nature(read) == (LARGE, TILES)


def test_large_print_that_does_not_fit_is_not_offered(strings: Strings, tmp_path: Path) -> None:
    """A long word that fits on ordinary paper is no mistake of its author."""
    fine = samples.document("sheet", (samples.lines("vraag", "Wat zag je?"),), strings)
    score = replace(samples.score(), low=samples.text("Verantwoordelijkheidsbewustzijnsontwikkeling"))
    wide = samples.document("sheet", (score,), strings)
    printer = Printer(Cache(tmp_path))
    assert printer.overflows(wide) == []
    for _ in range(2):  # made, then found in the cache
        assert set(printer.print(wide, (GREY, LARGE)).more) == {GREY}
        assert set(printer.print(fine, (GREY, LARGE)).more) == {GREY, LARGE}


def test_tiles_are_kept_like_all_paper(strings: Strings, tmp_path: Path) -> None:
    printer = Printer(Cache(tmp_path))
    made = printer.print(a3(strings), (TILES,))
    assert made.more[TILES].pages == 3 * made.pages
    assert Printer(Cache(tmp_path)).has(a3(strings), (TILES,))

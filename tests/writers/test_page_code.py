"""The QR code on a sheet: where it leads, how big it is, and that it changes nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import segno
from pypdf import PdfReader

from coachkist.pdf.form import write_form
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.page_code import LEAST_MM, QUIET, page_code
from coachkist.writers.typst import PdfOptions, fit_problems, write_pdf
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.strings import Strings

SITE = "https://coachkist.voorbeeldschool.be/"
POINTS = 72 / 25.4


def at(site: str, document: Document) -> Document:
    return replace(document, furniture=replace(document.furniture, site_url=site))


def test_only_a_sheet_of_a_known_site_has_a_code(strings: Strings) -> None:
    assert page_code(samples.sheet(strings)) is None
    assert page_code(at(SITE, samples.workbook(strings))) is None
    code = page_code(at(SITE, samples.sheet(strings)))
    assert code is not None
    assert code["url"] == f"{SITE}bladen/proef/"
    assert code["url"] in code["alt"]


@pytest.mark.parametrize("length", [0, 40, 160])
def test_no_module_is_too_small_to_copy(length: int, strings: Strings) -> None:
    code = page_code(at(f"https://school.be/{'x' * length}/", samples.sheet(strings)))
    assert code is not None
    modules, _ = segno.make(code["url"], error="m", boost_error=False, micro=False).symbol_size(border=0)
    assert code["size"] >= LEAST_MM
    assert code["size"] / modules >= 0.36
    assert (code["whole"] - code["size"]) / 2 == pytest.approx(QUIET * code["size"] / modules)


def links(pdf: bytes) -> list[tuple[str, float, float]]:
    """Address, width and height in millimetres, of each link on page one."""
    page: Any = PdfReader(io.BytesIO(pdf)).pages[0]
    found = []
    for annotation in page.get("/Annots", ()):
        link = annotation.get_object()
        left, low, right, high = (float(number) / POINTS for number in link["/Rect"])
        if "/A" in link:
            found.append((str(link["/A"]["/URI"]), right - left, high - low))
    return found


def test_the_code_stands_on_the_first_page_and_leads_to_the_sheet(strings: Strings, typesetter: Typesetter) -> None:
    document = at(SITE, samples.sheet(strings))
    for pdf in (
        write_pdf(document, typesetter),
        write_pdf(document, typesetter, PdfOptions(large=True)),
        write_form(document, typesetter),
    ):
        ((address, width, height),) = links(pdf)
        assert address == f"{SITE}bladen/proef/"
        assert width == pytest.approx(height, abs=0.1)  # a row that is less high may not squeeze it
        assert width > LEAST_MM + 2
    assert links(write_pdf(samples.sheet(strings), typesetter)) == []


def test_a_full_sheet_stays_as_long_as_it_was(strings: Strings, typesetter: Typesetter) -> None:
    """Eight rows fill the page: see the test of what is promised."""
    full = samples.sheet(strings, rows=8)
    assert fit_problems(at(SITE, full), typesetter) == fit_problems(full, typesetter) == []

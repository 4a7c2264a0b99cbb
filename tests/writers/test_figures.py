"""Figures in pages and on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import markdown
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from coachkist.document.blocks import Drawing
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.figures import POINTS, figure_data, paper_width
from coachkist.writers.html import PageContext, block_html
from coachkist.writers.typst import PdfOptions, write_pdf
from tests.figures.samples import SAMPLES
from tests.writers.paper_samples import document

A4_TEXT_WIDTH = 470


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_a_page_shows_the_figure_with_its_title(kind: str) -> None:
    drawing = replace(SAMPLES[kind], title="Wat *sterren* & <pijlen> doen")
    html = str(block_html(drawing, PageContext("modellen/x/")))
    assert "style=" not in html
    page = markdown.markdown(f"Tekst.\n\n{html}\n\nNog tekst.", extensions=["attr_list", "md_in_html", "tables"])
    assert html in page  # a piece of HTML that Markdown passes through as it is
    assert page.count("<figure") == page.count("</figure>") == page.count("<figcaption") == 1
    assert "Wat &#42;sterren&#42; &#38; &#60;pijlen&#62; doen</figcaption>" in html


def test_a_figure_links_to_the_pages_there_are() -> None:
    html = str(block_html(SAMPLES["matrix"], PageContext("modellen/x/")))
    assert html.count('href="../../werkvormen/hospiteren/"') == 8  # four cells, narrow and wide
    assert "href" not in str(block_html(SAMPLES["matrix"], PageContext("modellen/x/", {"method": frozenset()})))


def test_all_figures_on_paper_in_colour_and_grey(strings: Strings, typesetter: Typesetter) -> None:
    book = document("method", tuple(SAMPLES.values()), strings)
    for options in (PdfOptions(), PdfOptions(grey=True)):
        pages = PdfReader(io.BytesIO(write_pdf(book, typesetter, options))).pages
        text = "\n".join(page.extract_text() for page in pages)
        for drawing in SAMPLES.values():
            assert drawing.title in text
        # Text in a figure is text on paper too, to be searched and copied.
        for words in ("Verbazing", "Kernkwaliteiten zien", "Gehoorzaamheid", "krachtig"):
            assert words in text


def test_the_text_alternative_is_in_the_pdf(strings: Strings, typesetter: Typesetter) -> None:
    drawing = replace(SAMPLES["rings"], description="Zes ringen om elkaar.")
    pdf = PdfReader(io.BytesIO(write_pdf(document("method", (drawing,), strings), typesetter)))
    root = pdf.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    assert list(alternatives(root)) == ["Zes ringen om elkaar."]


def alternatives(element: object) -> Iterator[str]:
    """The text alternatives below a structure element."""
    element = element.get_object() if isinstance(element, PdfObject) else element
    if isinstance(element, ArrayObject):
        for child in element:
            yield from alternatives(child)
    elif isinstance(element, DictionaryObject):
        if "/Alt" in element:
            yield str(element["/Alt"])
        if "/K" in element:
            yield from alternatives(element["/K"])


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_figures_fit_on_a_page(kind: str) -> None:
    assert paper_width(SAMPLES[kind]) <= A4_TEXT_WIDTH


def test_a_high_figure_is_made_smaller() -> None:
    matrix = SAMPLES["matrix"]
    entry = matrix.parts[0].entries[0]
    high: Drawing = replace(matrix, parts=tuple(replace(part, entries=(entry,) * 90) for part in matrix.parts))
    assert paper_width(high) < paper_width(matrix) == pytest.approx(600 * POINTS)
    assert figure_data(high, "#000000")["width"] == paper_width(high)


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_words_in_large_print_are_as_large_as_a_page_allows(kind: str) -> None:
    ordinary, large = (figure_data(SAMPLES[kind], "#000000", large=large) for large in (False, True))
    assert unit_on_a_page(large) >= unit_on_a_page(ordinary)


def test_cards_in_large_print_stand_in_fewer_columns() -> None:
    ordinary, large = (figure_data(SAMPLES["cards"], "#000000", large=large) for large in (False, True))
    assert unit_on_a_page(large) > 1.5 * unit_on_a_page(ordinary)


def unit_on_a_page(data: dict[str, Any]) -> float:
    """How many points a unit of a figure is, where it takes the width or the height of an A4 page."""
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', data["svg"])
    assert found
    width, height = (float(value) for value in found.groups())
    return min(A4_TEXT_WIDTH / width, 567 / height)

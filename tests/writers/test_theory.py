"""What there is to read, in every format: models, tips, chapters, terms."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose
from coachkist.document.compose_workbook import compose_workbook
from coachkist.document.context import Context
from coachkist.markup.inline import Term, Text
from coachkist.model.workbook import Workbook
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.addresses import page_url
from coachkist.writers.html import PageContext, inlines_html
from coachkist.writers.markdown import write_markdown
from coachkist.writers.typst import TEMPLATES, write_pdf
from coachkist.writers.typst_data import document_data
from coachkist.writers.typst_inlines import Place, inlines

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue(TESTS / "broken" / "base").catalogue
    assert catalogue is not None
    return catalogue


def book(catalogue: Catalogue) -> Workbook:
    values = {"id": "boek", "title": "Boek", "summary": "Een boek.", "subtitle": "Om te lezen", "intro": "Begin."}
    part = {"id": "lezen", "title": "Lezen", "entries": [*catalogue.chapters, "trapje", "wachten", "vervolg"]}
    return Workbook.model_validate({**values, "parts": [part]})


@pytest.mark.parametrize("name", ["trapje", "wachten", "begin"])
def test_pages(name: str, small: Catalogue, golden: Callable[[Path, str], None]) -> None:
    document = compose(small.by_id[name], small)
    page = PageContext(page_url(document.kind, name))
    golden(TESTS / "golden" / "markdown" / f"{document.kind}.md", write_markdown(document, page))


def test_in_a_workbook(small: Catalogue, golden: Callable[[Path, str], None]) -> None:
    pdf = write_pdf(compose_workbook(book(small), Context(small)), Typesetter(TEMPLATES))
    pages = PdfReader(io.BytesIO(pdf)).pages
    text = "\n\n".join(f"--- {n} of {len(pages)}\n{page.extract_text()}" for n, page in enumerate(pages, 1))
    golden(TESTS / "golden" / "typst" / "reading.txt", text + "\n")


def test_a_page_reference_leads_to_the_chapter_of_a_model(small: Catalogue) -> None:
    part = next(
        block
        for block in document_data(compose_workbook(book(small), Context(small)))["blocks"]
        if block["type"] == "part"
    )
    tip = next(chapter for chapter in part["chapters"] if chapter["kind"] == "tip")
    related = next(block for block in tip["body"] if block["type"] == "related")
    assert related["groups"][0]["items"][0]["to"] == "trapje"


TERM = Term("lsd", (Text("LSD"),), 'Luisteren <b> & "doorvragen".')


def test_a_term_is_a_link_with_its_meaning_and_nothing_of_it_is_markup() -> None:
    html = str(inlines_html((TERM,), PageContext("tips/wachten/")))
    assert 'class="ck-term__word" href="../../begrippen/&#35;lsd" aria-describedby="begrip-lsd">' in html
    assert 'role="tooltip" id="begrip-lsd"' in html
    assert "<b>" not in html
    assert "&#60;b&#62;" in html


def test_a_term_on_paper_leads_to_the_list_only_where_there_is_one() -> None:
    assert inlines((TERM,), Place(frozenset())) == ["LSD"]
    listed = Place(frozenset(), terms=frozenset({"lsd"}))
    assert inlines((TERM,), listed) == [{"k": "term", "to": "lsd", "body": ["LSD"]}]

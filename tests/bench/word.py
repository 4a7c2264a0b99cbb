"""Word files: what those of all sheets, and that of the thickest workbook, take beside their PDFs."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from pathlib import Path

from coachkist.catalogue.load import load_catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose import compose
from coachkist.model.enums import Form
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.typst import TEMPLATES, write_pdf
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
BOOK = "coachingsbundel"
_TURN = count()


def all_word_files(rounds: int) -> list[Row]:
    """The rows of this bench."""
    catalogue = load_catalogue(ROOT).catalogue
    assert catalogue is not None
    sheets = [name for name, sheet in catalogue.sheets.items() if Form.DOCX in sheet.value.forms]
    documents = [compose(catalogue.by_id[name], catalogue) for name in sheets]
    book = compose(catalogue.by_id[BOOK], catalogue)
    return [
        _beside_pdf(documents, f"Word files of {len(documents)} sheets, beside their PDFs", rounds),
        _beside_pdf([book], "Word file of the thickest workbook, beside its PDF", 2),
    ]


def _beside_pdf(documents: list[Document], name: str, rounds: int) -> Row:
    """As both are made for the site: the PDF first, so that the typesetter has laid the document out already."""
    typesetter = Typesetter(TEMPLATES)
    word, paper = zip(*(_round(documents, typesetter) for _ in range(rounds)), strict=True)
    first, second = min(word), min(paper)
    a_second = len(documents) / first
    return Row(name, first / second, 1.0, f"{first:.2f} s beside {second:.2f} s: {a_second:.1f} a second")


def _round(documents: list[Document], typesetter: Typesetter) -> tuple[float, float]:
    """Seconds for the Word files, and for the PDFs."""
    word = paper = 0.0
    for document in documents:
        # Another brand each time: Typst remembers what it has laid out.
        changed = replace(document, furniture=replace(document.furniture, brand=f"Coachkist {next(_TURN)}"))
        start = time.perf_counter()
        write_pdf(changed, typesetter)
        between = time.perf_counter()
        write_docx(changed, typesetter)
        word += time.perf_counter() - between
        paper += between - start
    return word, paper

"""The real sheets and workbooks as another program lays them out: the words of the PDF, on as many pages.

All files go through LibreOffice in one call: starting it takes longer than laying out fifty sheets.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Block, Discs, Document, Drawing, Part
from coachkist.document.compose import compose
from coachkist.model.enums import Form
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.figures import figure_data
from coachkist.writers.typst import TEMPLATES, write_pdf

GOLDEN = Path(__file__).parents[2] / "golden" / "docx" / "pages.txt"
NOTES = "Aantekeningen"
"""Stands over pages that are empty in a bound book; Word has none of those."""
SECONDS = 900
"""Far more than it takes; a machine that hangs must not hang the tests."""


@dataclass(frozen=True)
class Paper:
    """A file on paper: how many pages, how often each word stands there, and all of it without what parts words."""

    pages: int
    words: Counter[str]
    letters: str


def read(path: Path) -> Paper:
    pages = PdfReader(path).pages
    text = " ".join(page.extract_text() for page in pages)
    return Paper(len(pages), words_of(text), "".join(words_in(text)))


def words_of(text: str) -> Counter[str]:
    return Counter(words_in(text))


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def documents(catalogue: Catalogue) -> dict[str, Document]:
    sheets = [name for name, sheet in catalogue.sheets.items() if Form.DOCX in sheet.value.forms]
    assert len(sheets) > 30
    return {name: compose(catalogue.by_id[name], catalogue) for name in (*sheets, *catalogue.workbooks)}


@pytest.fixture(scope="module")
def papers(documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Paper, Paper]]:
    """Each document as Word and as PDF."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice is missing: tests/install-system-packages.sh says how to get it"
    folder, typesetter = tmp_path_factory.mktemp("word"), Typesetter(TEMPLATES)
    for name, document in documents.items():
        (folder / f"{name}.pdf").write_bytes(write_pdf(document, typesetter))
        (folder / f"{name}.docx").write_bytes(write_docx(document, typesetter))
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder / "out"), *(str(folder / f"{name}.docx") for name in documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {name: (read(folder / "out" / f"{name}.pdf"), read(folder / f"{name}.pdf")) for name in documents}


def test_sheets_have_as_many_pages_as_the_golden_file_says(
    papers: dict[str, tuple[Paper, Paper]], catalogue: Catalogue, golden: Callable[[Path, str], None]
) -> None:
    lines = [f"{name} {word.pages}\n" for name, (word, _) in sorted(papers.items()) if name in catalogue.sheets]
    golden(GOLDEN, "".join(lines))


def test_sheets_take_the_pages_of_their_pdf(papers: dict[str, tuple[Paper, Paper]], catalogue: Catalogue) -> None:
    longer = {
        name: word.pages for name, (word, pdf) in papers.items() if name in catalogue.sheets and word.pages != pdf.pages
    }
    assert not longer


def test_sheets_say_what_their_pdf_says(
    papers: dict[str, tuple[Paper, Paper]], documents: dict[str, Document], catalogue: Catalogue
) -> None:
    for name in catalogue.sheets.keys() & papers.keys():
        word, pdf = papers[name]
        drawn = Counter[str]()
        for block in documents[name].blocks:
            drawn += drawn_words(block)
        # In Word a figure is a picture; what is written in one stands beside it once more.
        assert not (pdf.words - word.words) - drawn, name
        assert not set(word.words - pdf.words) - set(drawn) - places(documents[name]), name


def test_workbooks_say_what_their_pdf_says_on_about_as_many_pages(
    papers: dict[str, tuple[Paper, Paper]], documents: dict[str, Document], catalogue: Catalogue
) -> None:
    for name in catalogue.workbooks.keys() & papers.keys():
        word, pdf = papers[name]
        assert abs(word.pages - pdf.pages) <= 2 + pdf.pages * 0.05, (name, word.pages, pdf.pages)
        drawn = Counter[str]()
        for block in documents[name].blocks:
            drawn += drawn_words(block)
        # What surrounds the text differs from page to page; every other word is there.
        missing = set(pdf.words) - set(word.words) - set(drawn)
        told = {one for one in missing if not one.isdigit() and not only_cut_elsewhere(one, word)}
        assert not told - {NOTES}, name


def only_cut_elsewhere(text: str, paper: Paper) -> bool:
    """Whether `text` stands on `paper` in other pieces.

    A PDF breaks addresses at the end of a line, and reading one takes words of narrow columns for one word.
    """
    apart = any(text[:at] in paper.words and text[at:] in paper.words for at in range(1, len(text)))
    return apart or text in paper.letters


def drawn_words(block: Block) -> Counter[str]:
    """The words that are painted, in figures and on discs."""
    match block:
        case Drawing():
            svg = figure_data(block, "#000000")["svg"]
            return words_of(re.sub(r"<[^>]*>", " ", svg.replace("&#39;", "'")))
        case Discs(_, _, count, items):
            return Counter({disc.letter: 2 * count for disc in items})
        case Part(_, _, body, chapters):
            found = Counter[str]()
            for inner in (*body, *(one for chapter in chapters for one in chapter.body)):
                found += drawn_words(inner)
            return found
        case _:
            return Counter()


def places(document: Document) -> set[str]:
    """The words beside the fields of figures to write in."""
    labels = (label for block in document.blocks if isinstance(block, Drawing) for _, label in block.places)
    return set(words_of(" ".join(labels)))

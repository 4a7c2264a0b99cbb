"""Writers: a document in, one format out. Every format is one row of `WRITERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coachkist.document.blocks import Document
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.html import PageContext
from coachkist.writers.markdown import write_markdown
from coachkist.writers.typst import PdfOptions, write_pdf, write_pngs

PREVIEW_PPI = 96
"""Dots to the inch of the picture of a document's first page."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What writers work with besides the document: the page it will stand on, and how to get the typesetter.

    The typesetter is asked for only by who needs it, because starting it takes a while.
    """

    page: PageContext
    typesetter: Callable[[], Typesetter]


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format: the ending of its files, and what makes it."""

    suffix: str
    write: Callable[[Document, Tools], str | bytes]


WRITERS: dict[str, Writer] = {
    "markdown": Writer(".md", lambda document, tools: write_markdown(document, tools.page)),
    "pdf": Writer(".pdf", lambda document, tools: write_pdf(document, tools.typesetter())),
    "pdf-grey": Writer(
        "-grijs.pdf", lambda document, tools: write_pdf(document, tools.typesetter(), PdfOptions(grey=True))
    ),
    "docx": Writer(".docx", lambda document, tools: write_docx(document, tools.typesetter())),
    "png": Writer(".png", lambda document, tools: write_pngs(document, tools.typesetter(), PREVIEW_PPI)[0]),
}
"""Every format a document can be written in."""

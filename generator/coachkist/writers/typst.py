"""Paper: documents as PDF through Typst, and the question whether everything fits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachkist.writers.typst_data import document_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.typeset.compiler import Typesetter

TEMPLATES = Path(__file__).parent / "templates" / "typst"
"""The folder to give a `Typesetter`."""

ENTRY = "document.typ"
"""The template that every document goes through."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Variants of the same paper: `grey` for shades of grey only."""

    grey: bool = False


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that does not fit.

    `name` is the block's or card's name, or `pages`; `field` the part of it that is too long (`front`,
    `back`, `corner`, `label`, `width`, `height`, `pages`); `by_mm` by how many millimetres.
    """

    name: str
    field: str
    by_mm: float


def write_pdf(document: Document, typesetter: Typesetter, options: PdfOptions | None = None) -> bytes:
    """Make the PDF/UA-1 file of `document`; the same document gives the same bytes. Raises TypesetError."""
    data = document_data(document, grey=options is not None and options.grey)
    return typesetter.pdf(ENTRY, data, document.furniture.timestamp)


def write_pngs(
    document: Document, typesetter: Typesetter, ppi: float, options: PdfOptions | None = None
) -> list[bytes]:
    """Draw each page at `ppi` dots to the inch, such as a preview on a web page needs."""
    return typesetter.png(ENTRY, document_data(document, grey=options is not None and options.grey), ppi)


def fit_problems(document: Document, typesetter: Typesetter) -> list[Overflow]:
    """Find what does not fit on its card, in its column or on the promised pages, in document order."""
    found = typesetter.measurements(ENTRY, document_data(document))
    return [Overflow(str(one["name"]), str(one["field"]), float(one["by_mm"])) for one in found]

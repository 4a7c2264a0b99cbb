"""Paper: documents as PDF through Typst, and the question whether everything fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coachkist.writers.typst_data import LARGE_PRINT, ORDINARY_PRINT, document_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst_inlines import Data

TEMPLATES = Path(__file__).parent / "templates" / "typst"
"""The folder to give a `Typesetter`."""

ENTRY = "document.typ"
"""The template that every document goes through."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Variants of the same paper: `grey` for shades of grey only, `large` for text of 18 points.

    Large print takes the paper it needs: what an author promised of pages does not hold for it.
    """

    grey: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Overflow:
    """Something that does not fit.

    `name` is the block's or card's name, or `pages`; `field` the part of it that is too long (`front`,
    `back`, `corner`, `label`, `width`, `height`, `pages`); `by_mm` by how many millimetres.
    """

    name: str
    field: str
    by_mm: float


def paper_data(document: Document, options: PdfOptions | None = None, *, form: bool = False) -> Data:
    """`document` as data for the templates, as `options` ask for it; `form` with places that become form fields."""
    chosen = options or PdfOptions()
    promised = replace(document, pages=None) if chosen.large else document
    size = LARGE_PRINT if chosen.large else ORDINARY_PRINT
    return document_data(promised, grey=chosen.grey, form=form, text_size=size)


def write_pdf(document: Document, typesetter: Typesetter, options: PdfOptions | None = None) -> bytes:
    """Make the PDF/UA-1 file of `document`; the same document gives the same bytes. Raises TypesetError."""
    return typesetter.pdf(ENTRY, paper_data(document, options), document.furniture.timestamp)


def write_pngs(
    document: Document, typesetter: Typesetter, ppi: float, options: PdfOptions | None = None
) -> list[bytes]:
    """Draw each page at `ppi` dots to the inch, such as a preview on a web page needs."""
    return typesetter.png(ENTRY, paper_data(document, options), ppi)


def fit_problems(document: Document, typesetter: Typesetter, options: PdfOptions | None = None) -> list[Overflow]:
    """Find what does not fit on its card, in its column or on the promised pages, in document order."""
    found = typesetter.measurements(ENTRY, paper_data(document, options))
    return [Overflow(str(one["name"]), str(one["field"]), float(one["by_mm"])) for one in found]

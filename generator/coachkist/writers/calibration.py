"""The page that shows how far a printer's backs lie beside its fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coachkist.writers.typst import PdfOptions, paper_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.typeset.compiler import Typesetter

ENTRY = "calibrate.typ"
_STEP = "calibrate.step."


def write_calibration(
    document: Document, flip: Literal["long", "short"], offset: tuple[float, float], typesetter: Typesetter
) -> bytes:
    """Make a front and a back to print on one sheet of A4; `document` has the title and furniture.

    `flip` is the edge that the printer turns the paper on, `offset` (millimetres to the right and down) what the back
    is shifted by already. Raises TypesetError.
    """
    words = document.furniture.words
    steps = [words[key] for key in sorted(words) if key.startswith(_STEP)]
    data = paper_data(document, PdfOptions(grey=True))
    data["calibrate"] = {"flip": flip, "offset": offset, "steps": steps}
    return typesetter.pdf(ENTRY, data, document.furniture.timestamp)

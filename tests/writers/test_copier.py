"""A sheet in grey goes through a school's copier, and that copy again: no line is too thin or too light for it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from pypdf import PdfReader

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Deck
from coachkist.document.compose import compose
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, PdfOptions, write_pdf

LIGHTEST = 0.4
"""How light a line may be: 0 is black, 1 is white."""
THINNEST = 0.5
"""In points. At 400 dots to the inch such a line came through twice; of 0.4 points at 0.59 nothing was left."""
STROKE = re.compile(r"([\d.]+) SCN\b")
WIDTH = re.compile(r"([\d.]+) w\b")


def test_lines_survive_a_copy_of_a_copy(catalogue: Catalogue) -> None:
    typesetter = Typesetter(TEMPLATES)
    seen = 0
    for sheet in catalogue.sheets.values():
        document = compose(sheet, catalogue)
        # Cut lines are for scissors.
        blocks = tuple(block for block in document.blocks if not isinstance(block, Deck))
        if not blocks:
            continue
        pdf = write_pdf(replace(document, blocks=blocks, pages=None), typesetter, PdfOptions(grey=True))
        for page in PdfReader(io.BytesIO(pdf)).pages:
            contents = page.get_contents()
            assert contents is not None
            drawn = contents.get_data().decode("latin-1")
            strokes, widths = ([float(one) for one in found.findall(drawn)] for found in (STROKE, WIDTH))
            seen += len(strokes)
            assert max(strokes, default=0) <= LIGHTEST, document.id
            assert min(widths, default=1) >= THINNEST, document.id
    assert seen > 1000

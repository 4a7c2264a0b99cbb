"""Room on paper, measured on everything there is to print: margins for any printer, lines and boxes for any hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coachkist.document.blocks import Deck, Grid
from coachkist.document.compose import compose
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, PdfOptions, paper_data, write_pngs
from tests.writers.ink import ink

if TYPE_CHECKING:
    from pathlib import Path

    from coachkist.catalogue.catalogue import Catalogue

MARGIN, MARKS = 10.0, 4.5
"""Millimetres that printers may leave white. Only the marks to cut cards along stand further out: a card that lacks
them still has its outline."""


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


@pytest.mark.parametrize(("large", "ppi"), [(False, 18), (True, 12)], ids=["small", "large"])
def test_every_page_of_every_sheet_keeps_its_margins(
    large: bool, ppi: int, catalogue: Catalogue, typesetter: Typesetter
) -> None:
    """To a pixel: pages are drawn small, so that all of them can be looked at."""
    options, pixel, pages = PdfOptions(grey=True, large=large), 25.4 / ppi, 0
    for loaded in catalogue.sheets.values():
        document = compose(loaded, catalogue)
        is_cut = any(isinstance(block, Deck) for block in document.blocks)
        if is_cut and large:
            continue
        for number, page in enumerate(write_pngs(document, typesetter, ppi, options), 1):
            width, height = (int.from_bytes(page[at : at + 4], "big") for at in (16, 20))
            left, top, right, bottom = ink(page)
            white = min(left, top, width - right, height - bottom) * pixel
            assert white > (MARKS if is_cut else MARGIN) - pixel, f"{document.id}, page {number}"
            pages += 1
    assert pages > 60


def test_lines_and_boxes_suit_a_hand(catalogue: Catalogue, typesetter: Typesetter, tmp_path: Path) -> None:
    """What the templates say, and what authors do."""
    for file in TEMPLATES.glob("*.typ"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "measures.typ").write_text(
        """#import "style.typ": mm, pitch
#import "form.typ": tick
#import "writing.typ": field-height
#import "choices.typ": signing-height
#let found = (pitch: pitch, field: field-height, tick: tick, signing: signing-height)
#for (name, length) in found [#metadata((name: name, mm: mm(length)))<fit>]
""",
        encoding="utf-8",
    )
    document = compose(catalogue.sheets["actieplan"], catalogue)
    found = Typesetter(tmp_path).measurements("measures.typ", paper_data(document))
    measures = {one["name"]: one["mm"] for one in found}
    assert measures["pitch"] >= 8
    assert measures["field"] >= 8
    assert measures["tick"] >= 4
    assert measures["signing"] >= 10
    grids = [block for sheet in catalogue.sheets.values() for block in compose(sheet, catalogue).blocks]
    heights = [grid.row_height for grid in grids if isinstance(grid, Grid)]
    assert len(heights) > 20
    assert min(heights) >= 8

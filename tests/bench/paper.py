"""Paper: our PDFs against bare Typst on the same document."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import typst

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose
from coachkist.model.enums import Kind
from coachkist.typeset.compiler import FONTS, Typesetter
from coachkist.writers.typst import ENTRY, TEMPLATES, write_pdf
from coachkist.writers.typst_data import document_data
from tests.bench.measure import interleaved
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]


def against_bare_typst(rounds: int) -> list[Row]:
    """Composing and writing, against the compiler alone on data made before."""
    catalogue = load_catalogue(ROOT).catalogue
    assert catalogue is not None
    return [
        compare(catalogue, "kijkwijzer-krachtige-leeromgeving", "one sheet", rounds),
        compare(catalogue, "vlekjes-kaarten", "one deck of cards", rounds),
        compare(catalogue, "werkboek-coach", "the workbook", 3),
    ]


def compare(catalogue: Catalogue, entry: str, name: str, rounds: int) -> Row:
    """Composing and writing the PDF of `entry`, against the compiler alone on the same data."""
    typesetter = Typesetter(TEMPLATES)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    bare = typst.Compiler(root=str(TEMPLATES), font_paths=fonts)
    document = compose(catalogue.by_id[entry], catalogue)
    turn = iter(range(1_000_000))

    def ended(start: float) -> float:
        seconds = time.perf_counter() - start
        if document.kind == Kind.WORKBOOK:
            typesetter.forget()  # a gigabyte a book
        return seconds

    def ours() -> float:
        # Other words each time: Typst remembers what it has laid out.
        changed = replace(document.furniture, brand=f"Coachkist {next(turn)}")
        start = time.perf_counter()
        fresh = replace(compose(catalogue.by_id[entry], catalogue), furniture=changed)
        write_pdf(fresh, typesetter)
        return ended(start)

    def peer() -> float:
        changed = replace(document.furniture, brand=f"Coachkist {next(turn)}")
        data = json.dumps(document_data(replace(document, furniture=changed)))
        start = time.perf_counter()
        bare.compile(
            str(TEMPLATES / ENTRY),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=document.furniture.timestamp,
        )
        return ended(start)

    ours(), peer()
    first, second = interleaved(ours, peer, rounds)
    figures = f"{first * 1000:.0f} ms against {second * 1000:.0f} ms"
    return Row(f"PDF of {name}, against bare Typst", first / second, 1.3, figures)

"""Every sheet as PDF, in grey and to fill in: with one process and with two, and again after one criterion changed.

Run as a program, it prints all sheets into a folder and says what it made; `all_sheets` runs that in processes of their
own, so that time and memory are those of printing alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose import compose
from coachkist.model.enums import Form
from coachkist.pdf.form import write_form
from coachkist.site.cache import Cache
from coachkist.site.print_pool import Job, print_ahead
from coachkist.site.prints import FORM, GREY
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES
from tests.bench.measure import PYTHON, run
from tests.bench.printing import ROOT, Edit, after_edit, checked_catalogue, print_here
from tests.bench.report import Row

EDIT = Edit("content/sheets/kijkwijzer-krachtige-leeromgeving.yml", "ook wie stil is", "ook wie zwijgt")


def all_sheets(folder: Path) -> list[Row]:
    """The rows of this bench; `folder` is for what is printed."""
    one, two = (_cold(folder / str(processes), processes) for processes in (1, 2))
    files = sum(1 + len(job.more) for job in sheet_jobs(checked_catalogue(ROOT)))
    return [
        Row(
            f"all sheets ({files} PDFs), two processes against one",
            two[0] / one[0],
            0.65,
            f"{files / two[0]:.0f} PDFs a second against {files / one[0]:.0f}",
        ),
        Row("memory of a process that prints all sheets, of 250 MB", one[1] / 250, 1.0, f"{one[1]:.0f} MB"),
        _one_criterion(folder / "warm"),
        _fillable(),
    ]


def sheet_jobs(catalogue: Catalogue) -> list[Job]:
    """Every sheet with the forms it has."""
    return [
        Job(compose(sheet, catalogue), (GREY, FORM) if Form.FORM in sheet.value.forms else (GREY,))
        for sheet in catalogue.sheets.values()
    ]


def _cold(folder: Path, processes: int) -> tuple[float, float]:
    """Seconds and megabytes of a program that prints every sheet, less those of one that prints none."""
    command = [PYTHON, "-m", "tests.bench.sheets", folder, processes]
    made = run(command, ROOT)
    nothing = run([*command[:-1], 0], ROOT)
    return made.seconds - nothing.seconds, made.megabytes


def _one_criterion(folder: Path) -> Row:
    """One criterion of the kijkwijzer changed, everything else in the cache."""
    seconds, again = after_edit(folder, sheet_jobs, EDIT)
    return Row("one criterion changed, of 2 s", seconds / 2, 1.0, f"{seconds:.2f} s, made again: {', '.join(again)}")


def _fillable() -> Row:
    """Fillable sheets one after another in a process that has started, each with words it has not seen."""
    catalogue, typesetter = checked_catalogue(ROOT), Typesetter(TEMPLATES)
    documents = list(_fresh(job.document for job in sheet_jobs(catalogue) if FORM in job.more))
    write_form(documents[0], typesetter)
    start = time.perf_counter()
    for document in documents[1:]:
        write_form(document, typesetter)
    each = (time.perf_counter() - start) / (len(documents) - 1)
    return Row("a fillable sheet, of a tenth of a second", each / 0.1, 1.0, f"{1 / each:.1f} a second in one process")


def _fresh(documents: Iterator[Document]) -> Iterator[Document]:
    for number, document in enumerate(documents):
        yield replace(document, furniture=replace(document.furniture, brand=f"Coachkist {number}"))


def main(folder: Path, processes: int) -> None:
    """Prints every sheet into a cache in `folder` with so many `processes`; with 0, only gets ready."""
    jobs = sheet_jobs(checked_catalogue(ROOT))
    if processes == 1:
        print_here(jobs, Cache(folder))
    elif processes > 1:
        print_ahead(Cache(folder), jobs, lambda _done, _total: None, processes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

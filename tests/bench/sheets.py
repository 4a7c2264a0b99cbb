"""Every sheet as PDF, in grey and to fill in: with one process and with two, and again after one criterion changed.

Run as a program, it prints all sheets into a folder and says what it made; `all_sheets` runs that in processes of their
own, so that time and memory are those of printing alone.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose import compose
from coachkist.model.enums import Form
from coachkist.pdf.form import write_form
from coachkist.site.cache import Cache
from coachkist.site.print_pool import Job, print_ahead
from coachkist.site.prints import FORM, GREY, Printer
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES
from tests.bench.measure import PYTHON, run
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
KIJKWIJZER = "content/sheets/kijkwijzer-krachtige-leeromgeving.yml"
OLD, NEW = "ook wie stil is", "ook wie zwijgt"


def all_sheets(folder: Path) -> list[Row]:
    """The rows of this bench; `folder` is for what is printed."""
    one, two = (_cold(folder / str(processes), processes) for processes in (1, 2))
    files = sum(1 + len(job.more) for job in sheet_jobs(_catalogue(ROOT)))
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
    project = folder / "project"
    for name in ("content", "methods"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("schools"))
    cache = Cache(folder / "cache")
    _print_here(sheet_jobs(_catalogue(project)), cache)
    path = project / KIJKWIJZER
    text = path.read_text(encoding="utf-8")
    if OLD not in text:
        raise LookupError(f"{KIJKWIJZER} does not say: {OLD}")
    path.write_text(text.replace(OLD, NEW), encoding="utf-8")
    start = time.perf_counter()
    jobs = sheet_jobs(_catalogue(project))
    printer = Printer(cache)
    again = [job for job in jobs if not printer.has(job.document, job.more)]
    _print_here(jobs, cache)
    seconds = time.perf_counter() - start
    names = ", ".join(job.document.id for job in again)
    return Row("one criterion changed, of 2 s", seconds / 2, 1.0, f"{seconds:.2f} s, made again: {names}")


def _fillable() -> Row:
    """Fillable sheets one after another in a process that has started, each with words it has not seen."""
    catalogue, typesetter = _catalogue(ROOT), Typesetter(TEMPLATES)
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


def _print_here(jobs: list[Job], cache: Cache) -> None:
    printer = Printer(cache)
    for job in jobs:
        printer.print(job.document, job.more)


def _catalogue(root: Path) -> Catalogue:
    catalogue = load_catalogue(root).catalogue
    if catalogue is None:
        raise ValueError(f"{root} has problems: run coachkist check")
    return catalogue


def main(folder: Path, processes: int) -> None:
    """Prints every sheet into a cache in `folder` with so many `processes`; with 0, only gets ready."""
    jobs = sheet_jobs(_catalogue(ROOT))
    if processes == 1:
        _print_here(jobs, Cache(folder))
    elif processes > 1:
        print_ahead(Cache(folder), jobs, lambda _done, _total: None, processes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""Printing in this process, and again after an edit: what the benchmarks of paper share."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.site.cache import Cache
from coachkist.site.print_pool import Job
from coachkist.site.prints import Printer

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the catalogue that somebody changes: in which file, and from what to what."""

    path: str
    old: str
    new: str

    def make(self, project: Path) -> None:
        """Makes the edit in the copy of the catalogue in `project`; raises LookupError where its words are gone."""
        path = project / self.path
        text = path.read_text(encoding="utf-8")
        if self.old not in text:
            raise LookupError(f"{self.path} does not say: {self.old}")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


def checked_catalogue(root: Path) -> Catalogue:
    """The catalogue at `root`; raises ValueError where it has errors."""
    catalogue = load_catalogue(root).catalogue
    if catalogue is None:
        raise ValueError(f"{root} has problems: run coachkist check")
    return catalogue


def print_here(jobs: Sequence[Job], cache: Cache) -> None:
    """Prints `jobs` one after another, as far as `cache` has them not."""
    printer = Printer(cache)
    for job in jobs:
        printer.print(job.document, job.more)


def after_edit(folder: Path, jobs_of: Callable[[Catalogue], list[Job]], edit: Edit) -> tuple[float, list[str]]:
    """Seconds from an edit to all of `jobs_of` printed, the rest being in the cache, and what was made again."""
    project, cache = folder / "project", Cache(folder / "cache")
    for name in ("content", "methods"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("schools"))
    print_here(jobs_of(checked_catalogue(project)), cache)
    edit.make(project)
    start = time.perf_counter()
    jobs, printer = jobs_of(checked_catalogue(project)), Printer(cache)
    again = [job.document.id for job in jobs if not printer.has(job.document, job.more)]
    print_here(jobs, cache)
    return time.perf_counter() - start, again

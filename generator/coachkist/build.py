"""Builds: from the YAML to the pages that MkDocs reads, and on to the site.

What is made is made beside what was there: a build that fails or is killed leaves the previous site whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem, has_errors
from coachkist.edition import Made, Progress, Stage, check_paper, make_edition, silent, written_pages_of
from coachkist.engine_apart import EngineApart
from coachkist.garbage import collect_rarely, uncollected
from coachkist.memory import Memory
from coachkist.site.contents import SiteContents
from coachkist.site.offline import make_offline
from coachkist.site.plan import plan
from coachkist.site.print_later import PrintLater
from coachkist.site.print_set import print_set
from coachkist.site.prints import cache_at
from coachkist.site.save import Saved, save
from coachkist.swap import fresh, recover, swap

PAGES = Path("build/pages")
SCHOOL_PAGES = Path("build/schools")
DIST = Path("dist")
SITE = Path("site")
OFFLINE_SITE = Path("site-offline")
PRINT = "print"
"""Beside a school's site: all its paper, under names that a person understands."""

_NEW_OBJECTS = 50_000
"""After so many new objects a build looks for cycles among them: those of some ten pages."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found and did. `saved`, `catalogue` and `contents` are None where problems stopped it."""

    problems: list[Problem] = field(default_factory=list)
    catalogue: Catalogue | None = None
    saved: Saved | None = None
    contents: SiteContents | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing was replaced."""
        return self.saved is None or has_errors(self.problems)


def build_pages(
    root: Path,
    out: Path,
    progress: Progress = silent,
    memory: Memory | None = None,
    school: Path | None = None,
    later: PrintLater | None = None,
) -> Report:
    """Makes the pages of the project at `root` in the folder `out`; with problems, `out` stays as it was.

    `school` is the folder of the school whose edition is wanted. With a `memory` from an earlier call, only what
    changed since is worked out again; with `later`, workbooks are not waited for.
    """
    memory = memory or Memory(lasting=False)
    with uncollected():
        made = make_edition(root, cache_at(root), progress, memory, school, later=later)
        return save_pages(root, out, made, progress, memory)


def save_pages(root: Path, out: Path, made: Made, progress: Progress, memory: Memory) -> Report:
    """Makes `out` hold the pages of an edition."""
    if made.site is None:
        return Report(made.problems)
    progress(Stage.PAGES, 0, 1)
    saved = save(plan(made.site, written_pages_of(root, made.site.catalogue)), out, memory)
    progress(Stage.PAGES, 1, 1)
    return Report(made.problems, made.site.catalogue, saved, made.site)


def build_site(
    root: Path,
    site: Path | None = None,
    progress: Progress = silent,
    *,
    offline: bool = False,
    school: Path | None = None,
) -> Report:
    """Makes the site of the project at `root` in the folder `site`, all of it or nothing.

    `school` is the folder of the school whose edition is wanted. An `offline` site works when its pages are opened as
    files. Where no `site` is named, a school's print set comes beside it.
    """
    target = site_folder(root, school, offline=offline) if site is None else site
    recover(target)
    with uncollected(last=True), EngineApart(root) as engine:
        return _build_site(engine, root, target, progress, school, offline=offline, papers=site is None)


def _build_site(
    engine: EngineApart,
    root: Path,
    target: Path,
    progress: Progress,
    school: Path | None,
    *,
    offline: bool,
    papers: bool,
) -> Report:
    memory, pages = Memory(lasting=False), pages_folder(root, school)
    made = make_edition(root, cache_at(root), progress, memory, school)
    collect_rarely(_NEW_OBJECTS)
    report = save_pages(root, pages, made, progress, memory)
    if report.failed:
        return report
    progress(Stage.SITE, 0, 1)
    beside = fresh(target)
    warnings = engine.run(pages, beside, school)
    problems = [*report.problems, *warnings]
    if has_errors(problems):
        recover(target)
        return Report(problems)
    if offline:
        make_offline(beside)
    swap(target)
    if made.site is not None and made.site.catalogue.school is not None and papers:
        save_papers(made.site, target.with_name(PRINT))
    progress(Stage.SITE, 1, 1)
    return Report(problems, report.catalogue, report.saved, report.contents)


def save_papers(site: SiteContents, folder: Path) -> None:
    """Makes `folder` hold the print set of an edition, all of it or nothing."""
    beside = fresh(folder)
    write_papers(site, beside)
    keep_loose(folder, beside)
    swap(folder)


def keep_loose(folder: Path, beside: Path) -> None:
    """Copies the files right in `folder` to `beside`: a set is all in folders, so these are somebody's own."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_file() and not path.is_symlink():
            shutil.copy2(path, beside / path.name)


def write_papers(site: SiteContents, folder: Path, only: Iterable[str] = ()) -> None:
    """Writes the print set of an edition in `folder`; with `only`, that of the entries with these ids."""
    for file in print_set(site.catalogue, site.documents, only):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(site.paper(file.document.id, file.format))


def site_folder(root: Path, school: Path | None, *, offline: bool) -> Path:
    """Where the site comes: the base edition's at the root, a school's below `dist`."""
    name = OFFLINE_SITE if offline else SITE
    return root / name if school in {None, root} else root / DIST / school.name / name


def pages_folder(root: Path, school: Path | None) -> Path:
    """Where the pages come that MkDocs reads; editions do not get in each other's way."""
    return root / PAGES if school in {None, root} else root / SCHOOL_PAGES / school.name


__all__ = ["Progress", "Report", "Stage", "build_pages", "build_site", "check_paper", "recover", "silent"]

"""Builds: from the YAML to the pages that MkDocs reads, and on to the site.

What is made is made beside what was there: a build that fails or is killed leaves the previous site whole.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeAlias

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.news import News, news
from coachkist.diagnostics import Problem, Severity, Span, has_errors
from coachkist.document.blocks import Document
from coachkist.document.compose import compose_all
from coachkist.memory import Memory, Same
from coachkist.model.enums import Form, Kind
from coachkist.site.contents import SiteContents
from coachkist.site.figure_fit import figure_problems
from coachkist.site.fit import fit_problem
from coachkist.site.glyphs import glyph_problems
from coachkist.site.offline import make_offline
from coachkist.site.plan import plan
from coachkist.site.print_pool import Job, print_ahead
from coachkist.site.prints import DOCX, FORM, GREY, Print, Printer, cache_at
from coachkist.site.save import Saved, save
from coachkist.swap import fresh, recover, swap
from coachkist.typeset.compiler import FONTS
from coachkist.typeset.glyphs import Coverage

PAGES = Path("build/pages")
SCHOOL_PAGES = Path("build/schools")
DIST = Path("dist")
SITE = Path("site")
OFFLINE_SITE = Path("site-offline")
WRITTEN_PAGES = Path("content/pages")
CONFIG = Path("mkdocs.yml")
PRINTED = frozenset({Kind.SHEET, Kind.WORKBOOK})
"""The kinds that have paper of their own; the others are printed in workbooks."""

PREPARED = "coachkist_prepared"
"""Key under MkDocs' `extra` that tells our hook that the pages have been made already."""

SCHOOL = "school"
"""Key under MkDocs' `extra` with the folder of the school whose edition is made, relative to mkdocs.yml."""


class Stage(StrEnum):
    """What a build is doing; the command line says it in words."""

    READING = "reading"
    PRINTING = "printing"
    PAGES = "pages"
    SITE = "site"


Progress: TypeAlias = Callable[[Stage, int, int], None]
"""Told how far a stage is: so many done, of so many."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found and did. `saved` and `catalogue` are None where problems stopped it."""

    problems: list[Problem] = field(default_factory=list)
    catalogue: Catalogue | None = None
    saved: Saved | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing was replaced."""
        return self.saved is None or has_errors(self.problems)


def silent(_stage: Stage, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for unreachable cycles: a build makes millions of objects and hardly any cycle, and then it is over.

    It takes an eighth of the time of a build of 500 work forms.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def build_pages(
    root: Path,
    out: Path,
    progress: Progress = silent,
    memory: Memory | None = None,
    school: Path | None = None,
) -> Report:
    """Makes the pages of the project at `root` in the folder `out`; with problems, `out` stays as it was.

    `school` is the folder of the school whose edition is wanted. With a `memory` from an earlier call, only what
    changed since is worked out again.
    """
    with _uncollected():
        return _build_pages(root, out, progress, memory or Memory(), school)


def _build_pages(root: Path, out: Path, progress: Progress, memory: Memory, school: Path | None) -> Report:
    progress(Stage.READING, 0, 1)
    loaded = load_catalogue(root, memory=memory, school=school)
    progress(Stage.READING, 1, 1)
    if loaded.catalogue is None:
        return Report(loaded.problems)
    catalogue = loaded.catalogue
    documents = compose_all(catalogue, memory)
    printer = Printer(cache_at(root))
    problems = [*loaded.problems, *_glyph_problems(catalogue, memory)]
    if has_errors(problems):
        return Report(problems)  # the typesetter refuses such characters, so it cannot be asked what fits
    _print_ahead(root, catalogue, documents, progress, memory)
    problems += _fit_problems(catalogue, documents, printer, memory)
    if has_errors(problems):
        return Report(problems)
    site = SiteContents(
        catalogue, documents, _prints(catalogue, documents, printer, progress, memory), memory, _news(root, catalogue)
    )
    progress(Stage.PAGES, 0, 1)
    saved = save(plan(site, written_pages_of(root, catalogue)), out, memory)
    progress(Stage.PAGES, 1, 1)
    return Report(problems, catalogue, saved)


def _news(root: Path, catalogue: Catalogue) -> News | None:
    """What changed in the base since the school whose edition this is last looked."""
    return news(root, catalogue.school, frozenset(catalogue.left_out)) if catalogue.school is not None else None


def written_pages_of(root: Path, catalogue: Catalogue) -> list[Path]:
    """The hand-written pages of the base, each replaced by that of a school's layer where there is one."""
    layers = catalogue.school.layers if catalogue.school is not None else ()
    by_name = {path.name: path for layer in (root, *layers) for path in sorted((layer / WRITTEN_PAGES).glob("*.md"))}
    return [by_name[name] for name in sorted(by_name)]


def check_paper(root: Path, catalogue: Catalogue) -> list[Problem]:
    """What cannot be printed: characters that our typeface lacks, and texts too long for a sheet or figure."""
    memory = Memory()
    if problems := _glyph_problems(catalogue, memory):
        return problems
    return _fit_problems(catalogue, compose_all(catalogue, memory), Printer(cache_at(root)), memory)


def _glyph_problems(catalogue: Catalogue, memory: Memory) -> list[Problem]:
    coverage = memory.recall("coverage", None, lambda: Coverage.of_folder(FONTS))
    return [problem for entry in catalogue.entries() for problem in glyph_problems(entry, coverage, memory)]


def _fit_problems(
    catalogue: Catalogue, documents: dict[str, Document], printer: Printer, memory: Memory
) -> list[Problem]:
    problems: list[Problem] = []
    for name, sheet in catalogue.sheets.items():
        document = documents[name]
        overflows = memory.recall(("fit", name), Same(document), partial(printer.overflows, document))
        problems += [fit_problem(sheet, overflow) for overflow in overflows]
    return [*problems, *figure_problems(catalogue, documents, memory)]


def _print_ahead(
    root: Path, catalogue: Catalogue, documents: dict[str, Document], progress: Progress, memory: Memory
) -> None:
    """Lets several processes print what is not in the cache, the first time above all."""
    printed = [document for document in documents.values() if document.kind in PRINTED]
    jobs = [Job(document, _formats(catalogue, document), checked=document.kind == Kind.SHEET) for document in printed]
    stamp = tuple(map(Same, printed))
    memory.recall("printed ahead", stamp, partial(print_ahead, cache_at(root), jobs, partial(progress, Stage.PRINTING)))


def _formats(catalogue: Catalogue, document: Document) -> tuple[str, ...]:
    """What is made of `document` besides its PDF in colour."""
    sheet = catalogue.sheets.get(document.id)
    if sheet is None:
        return (DOCX,)
    asked = {Form.FORM: FORM, Form.DOCX: DOCX}
    return (GREY, *(format_ for form, format_ in asked.items() if form in sheet.value.forms))


def _prints(
    catalogue: Catalogue, documents: dict[str, Document], printer: Printer, progress: Progress, memory: Memory
) -> dict[str, Print]:
    """The paper of every document that has any."""
    printed = [document for document in documents.values() if document.kind in PRINTED]
    prints = {}
    for done, document in enumerate(printed):
        progress(Stage.PRINTING, done, len(printed))
        more = _formats(catalogue, document)
        made = partial(printer.print, document, more)
        prints[document.id] = memory.recall(("print", document.id), (Same(document), more), made)
    progress(Stage.PRINTING, len(printed), len(printed))
    return prints


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
    files.
    """
    target = site_folder(root, school, offline=offline) if site is None else site
    recover(target)
    with _uncollected():
        return _build_site(root, target, progress, school, offline=offline)


def _build_site(root: Path, target: Path, progress: Progress, school: Path | None, *, offline: bool) -> Report:
    pages = pages_folder(root, school)
    report = build_pages(root, pages, progress, school=school)
    if report.failed:
        return report
    progress(Stage.SITE, 0, 1)
    beside = fresh(target)
    warnings = _run_mkdocs(root, pages, beside, school)
    problems = [*report.problems, *warnings]
    if has_errors(problems):
        recover(target)
        return Report(problems)
    if offline:
        make_offline(beside)
    swap(target)
    progress(Stage.SITE, 1, 1)
    return Report(problems, report.catalogue, report.saved)


def site_folder(root: Path, school: Path | None, *, offline: bool) -> Path:
    """Where the site comes: the base edition's at the root, a school's below `dist`."""
    name = OFFLINE_SITE if offline else SITE
    return root / name if school is None else root / DIST / school.name / name


def pages_folder(root: Path, school: Path | None) -> Path:
    """Where the pages come that MkDocs reads; editions do not get in each other's way."""
    return root / PAGES if school is None else root / SCHOOL_PAGES / school.name


def _run_mkdocs(root: Path, pages: Path, into: Path, school: Path | None) -> list[Problem]:
    """Lets MkDocs build the pages; what it warns of, such as a broken link, becomes a problem."""
    collector = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        config = load_config(str(root / CONFIG), site_dir=str(into), docs_dir=str(pages))
        config.extra[PREPARED] = True
        config.extra[SCHOOL] = str(school) if school is not None else ""
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        collector.texts.append(str(error))
    finally:
        logger.removeHandler(collector)
    return [
        Problem("site-warning", Span(CONFIG.as_posix()), {"text": text}, Severity.ERROR) for text in collector.texts
    ]


class _Warnings(logging.Handler):
    """Keeps the texts of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one."""
        self.texts.append(record.getMessage())


__all__ = ["Progress", "Report", "Stage", "build_pages", "build_site", "check_paper", "recover", "silent"]

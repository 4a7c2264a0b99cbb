"""One edition, the base one or a school's: read, checked and printed, before anything is laid out as a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeAlias

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.news import News, news
from coachkist.catalogue.where import base_of
from coachkist.diagnostics import Problem, has_errors
from coachkist.document.blocks import Document
from coachkist.document.compose import compose, compose_all
from coachkist.memory import Memory, Same
from coachkist.model.enums import Kind
from coachkist.site.cache import Cache
from coachkist.site.contents import SiteContents
from coachkist.site.figure_fit import figure_problems
from coachkist.site.fit import fit_problem
from coachkist.site.glyphs import glyph_problems
from coachkist.site.print_later import PrintLater
from coachkist.site.print_pool import Job, print_ahead
from coachkist.site.print_set import PaperFile, formats_of, print_set
from coachkist.site.prints import Print, Printer, cache_at
from coachkist.typeset.compiler import FONTS
from coachkist.typeset.glyphs import Coverage

WRITTEN_PAGES = Path("content/pages")
PRINTED = frozenset({Kind.SHEET, Kind.WORKBOOK})
"""The kinds that have paper of their own; the others are printed in workbooks."""


class Stage(StrEnum):
    """What a build is doing; the command line says it in words."""

    READING = "reading"
    PRINTING = "printing"
    PAGES = "pages"
    SITE = "site"


Progress: TypeAlias = Callable[[Stage, int, int], None]
"""Told how far a stage is: so many done, of so many."""


def silent(_stage: Stage, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edition with its paper, ready to be laid out as a site; without `site` where problems stopped it."""

    problems: list[Problem]
    site: SiteContents | None = None


def make_edition(
    root: Path,
    cache: Cache,
    progress: Progress = silent,
    memory: Memory | None = None,
    school: Path | None = None,
    processes: int | None = None,
    later: PrintLater | None = None,
) -> Made:
    """Reads the project at `root` and prints what is on paper, through `cache`, in so many `processes`.

    With `later`, a workbook that changed since the last time keeps the paper it had until the new one is ready.
    """
    memory = memory or Memory()
    progress(Stage.READING, 0, 1)
    loaded = load_catalogue(root, memory=memory, school=school)
    progress(Stage.READING, 1, 1)
    if loaded.catalogue is None:
        return Made(loaded.problems)
    catalogue = loaded.catalogue
    documents = compose_all(catalogue, memory)
    printer = Printer(cache)
    problems = [*loaded.problems, *_glyph_problems(catalogue, memory)]
    if has_errors(problems):
        return Made(problems)  # the typesetter refuses such characters, so it cannot be asked what fits
    waiting = _waiting(catalogue, documents, memory, later)
    _print_ahead(
        cache, catalogue, [one for one in _printed(documents) if one.id not in waiting], progress, memory, processes
    )
    problems += _fit_problems(catalogue, documents, printer, memory)
    if has_errors(problems):
        return Made(problems)
    prints = _prints(catalogue, documents, printer, progress, memory, waiting)
    return Made(problems, SiteContents(catalogue, documents, prints, memory, _news(root, catalogue)))


def _news(root: Path, catalogue: Catalogue) -> News | None:
    """What changed in the base since the school whose edition this is last looked."""
    school, without = catalogue.school, frozenset(catalogue.left_out)
    return news(base_of(root), school, without) if school is not None else None


def written_pages_of(root: Path, catalogue: Catalogue) -> list[Path]:
    """The hand-written pages of the base, each replaced by that of a school's layer where there is one."""
    layers = catalogue.school.layers if catalogue.school is not None else ()
    by_name = {
        path.name: path for layer in (base_of(root), *layers) for path in sorted((layer / WRITTEN_PAGES).glob("*.md"))
    }
    return [by_name[name] for name in sorted(by_name)]


@dataclass(frozen=True, slots=True)
class Papers:
    """What an edition has on paper, checked and ready to print; without `catalogue` where problems stopped it."""

    problems: list[Problem]
    catalogue: Catalogue | None = None
    files: tuple[PaperFile, ...] = ()


def plan_papers(
    root: Path, printer: Printer, memory: Memory, school: Path | None = None, only: Iterable[str] = ()
) -> Papers:
    """The print set of the project at `root`, with `only` that of the entries with these ids, and no more than that."""
    loaded = load_catalogue(root, memory=memory, school=school)
    if (catalogue := loaded.catalogue) is None:
        return Papers(loaded.problems)
    papers = [*catalogue.sheets, *catalogue.workbooks]
    wanted = [name for name in papers if name in set(only)] if only else papers
    problems = [*loaded.problems, *_glyph_problems(catalogue, memory)]
    if has_errors(problems):
        return Papers(problems)
    documents = {name: compose(catalogue.by_id[name], catalogue) for name in wanted}
    for name in wanted:
        if (sheet := catalogue.sheets.get(name)) is not None:
            problems += [fit_problem(sheet, overflow) for overflow in printer.overflows(documents[name])]
    if has_errors(problems):
        return Papers(problems)
    return Papers(problems, catalogue, tuple(print_set(catalogue, documents, wanted)))


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


def _printed(documents: Mapping[str, Document]) -> list[Document]:
    return [document for document in documents.values() if document.kind in PRINTED]


def _waiting(
    catalogue: Catalogue, documents: Mapping[str, Document], memory: Memory, later: PrintLater | None
) -> Mapping[str, Print]:
    """The workbooks that are to be printed `later`, each with the paper it had last."""
    if later is None:
        return {}
    waiting, jobs = {}, []
    for document in _printed(documents):
        more = formats_of(catalogue, document)
        former: Print | None = memory.last(("print", document.id))
        is_new = not memory.knows(("print", document.id), (Same(document), more)) and not later.has(document)
        if former is not None and is_new and document.kind == Kind.WORKBOOK:
            waiting[document.id] = former
            jobs.append(Job(document, more, checked=False))
    later.wish(jobs)
    return waiting


def _print_ahead(
    cache: Cache,
    catalogue: Catalogue,
    printed: Sequence[Document],
    progress: Progress,
    memory: Memory,
    processes: int | None,
) -> None:
    """Lets several processes print what is not in the cache, the first time above all."""
    jobs = [
        Job(document, more, checked=document.kind == Kind.SHEET)
        for document in printed
        if not memory.knows(("print", document.id), (Same(document), more := formats_of(catalogue, document)))
    ]
    print_ahead(cache, jobs, partial(progress, Stage.PRINTING), processes)


def _prints(
    catalogue: Catalogue,
    documents: Mapping[str, Document],
    printer: Printer,
    progress: Progress,
    memory: Memory,
    waiting: Mapping[str, Print],
) -> dict[str, Print]:
    """The paper of every document that has any."""
    printed = _printed(documents)
    prints = {}
    for done, document in enumerate(printed):
        progress(Stage.PRINTING, done, len(printed))
        if (former := waiting.get(document.id)) is not None:
            prints[document.id] = former
            continue
        more = formats_of(catalogue, document)
        made = partial(printer.print, document, more)
        prints[document.id] = memory.recall(("print", document.id), (Same(document), more), made)
    progress(Stage.PRINTING, len(printed), len(printed))
    return prints

"""One school of many: what it is made from, whether that changed, and the making of it."""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from coachkist.catalogue.files import FOLDERS
from coachkist.catalogue.school import SCHOOLS, layers_of
from coachkist.catalogue.where import base_of
from coachkist.diagnostics import Problem, has_errors
from coachkist.edition import make_edition, plan_papers, silent
from coachkist.memory import Memory
from coachkist.site.cache import Cache
from coachkist.site.prints import Printer
from coachkist.swap import fresh, recover, swap

STATE_FILE = ".coachkist.json"
"""In a school's output: the stamp of what it was made from, and how many files there are."""

SITE, PRINT, PAGES, CACHE = "site", "print", ".pages", ".cache"
_PACKAGE = Path(__file__).parent
_ONE_AT_A_TIME = threading.Lock()


class State(StrEnum):
    """What became of a school."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Task:
    """A school to build: the project, the school's folder, and where its output comes.

    `stamp` tells what it is made from; `only` are the ids of what is printed, all of it where there are none.
    """

    root: Path
    folder: Path
    out: Path
    stamp: str
    with_site: bool = True
    only: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the school's folder."""
        return self.folder.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a school, in how many seconds, with how many files; `crash` tells of a fault of ours."""

    id: str
    state: State
    seconds: float = 0.0
    files: int = 0
    problems: tuple[Problem, ...] = ()
    crash: str = ""


def plan_tasks(
    root: Path, folders: Sequence[Path], out: Path, *, with_site: bool = True, only: tuple[str, ...] = ()
) -> list[Task]:
    """A task for each school; what they share is looked at once."""
    shared = _digest([*_base_files(base_of(root)), *_own_code()])
    options = f"{with_site} {only}"
    return [
        Task(root, folder, out / folder.name, _stamp(shared, options, root, folder), with_site, only)
        for folder in folders
    ]


def _stamp(shared: str, options: str, root: Path, folder: Path) -> str:
    layers = [path for layer in layers_of(root, folder) for path in _files_of(layer)]
    return hashlib.sha256(f"{shared}\n{options}\n{_digest(layers)}".encode()).hexdigest()


def _base_files(base: Path) -> Iterator[Path]:
    folders = ["content", *(folder.path for folder in FOLDERS if not folder.path.startswith("content/"))]
    schools = base / SCHOOLS
    yield base / "mkdocs.yml"
    for folder in folders:
        yield from (path for path in _files_of(base / folder) if not path.is_relative_to(schools))


def _own_code() -> Iterator[Path]:
    """Everything of ours that decides what comes out, when it is being worked on."""
    packed = _PACKAGE / "base"  # the base catalogue inside a wheel
    return (path for path in _files_of(_PACKAGE) if path.suffix != ".pyc" and not path.is_relative_to(packed))


def _files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        found = path.stat() if path.is_file() else None
        if found is not None:
            digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_unchanged(task: Task) -> bool:
    """Whether the output there is was made from what there is now."""
    recover(task.out)
    try:
        state = json.loads((task.out / STATE_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(state, dict) and state.get("stamp") == task.stamp


def build_school(task: Task) -> Outcome:
    """Builds one school in this process; whatever goes wrong is told, never raised."""
    start = time.monotonic()
    try:
        # A cluster's worker may have several threads; MkDocs and the typesetter want a process each.
        with _ONE_AT_A_TIME:
            outcome = _build(task)
    except Exception:  # one school must not stop the others
        outcome = Outcome(task.id, State.FAILED, crash=traceback.format_exc())
    return replace(outcome, seconds=round(time.monotonic() - start, 3))


def crashed(task: Task, detail: str = "") -> Outcome:
    """The outcome of a task whose process died."""
    return Outcome(task.id, State.FAILED, crash=detail or "the process died")


def _build(task: Task) -> Outcome:
    memory = Memory(_shared(task.root))
    beside = fresh(task.out)
    make = _site_and_papers if task.with_site else _papers
    problems = make(task, beside, memory)
    if has_errors(problems):
        recover(task.out)
        return Outcome(task.id, State.FAILED, problems=tuple(problems))
    files = len(_files_of(beside))
    state = {"stamp": task.stamp, "files": files}
    (beside / STATE_FILE).write_text(json.dumps(state) + "\n", encoding="utf-8")
    swap(task.out)
    return Outcome(task.id, State.BUILT, files=files, problems=tuple(problems))


@functools.cache
def _shared(_root: Path) -> Memory:
    """What this process has read of the base, for every school that it builds."""
    return Memory()


@functools.cache
def _printer() -> Printer:
    """The printer of this process: started once, and keeping nothing, as each document is printed once."""
    return Printer(Cache(None))


def _papers(task: Task, beside: Path, memory: Memory) -> list[Problem]:
    printer = _printer()
    papers = plan_papers(task.root, printer, memory, task.folder, task.only)
    for file in papers.files:
        path = beside / PRINT / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printer.make(file.document, file.format))
    return papers.problems


def _site_and_papers(task: Task, beside: Path, memory: Memory) -> list[Problem]:
    cache = Cache(beside / CACHE)
    # MkDocs is loaded only here: a process that prints does without it.
    from coachkist.build import save_pages, write_papers
    from coachkist.engine import run_mkdocs

    made = make_edition(task.root, cache, memory=memory, school=task.folder, processes=1)
    if made.site is None:
        return made.problems
    pages = beside / PAGES
    save_pages(task.root, pages, made, silent, memory)
    problems = [*made.problems, *run_mkdocs(task.root, pages, beside / SITE, task.folder)]
    for scratch in (pages, beside / CACHE):
        shutil.rmtree(scratch)
    write_papers(made.site, beside / PRINT, task.only)
    return problems

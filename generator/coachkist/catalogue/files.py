"""Which files belong to a catalogue, and what kind of entry each folder holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coachkist.diagnostics import Problem, Severity, Span
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of entries: its place below the root, and what its files hold."""

    path: str
    kind: Kind
    model: type[Entry]


FOLDERS = (
    Folder("methods", Kind.METHOD, Method),
    Folder("content/models", Kind.MODEL, CoachingModel),
    Folder("content/tips", Kind.TIP, Tip),
    Folder("content/chapters", Kind.CHAPTER, Chapter),
    Folder("content/sheets", Kind.SHEET, Sheet),
    Folder("content/workbooks", Kind.WORKBOOK, Workbook),
)

VOCABULARY = "content/vocabulary.yml"
SOURCES = "content/sources.yml"
EDITION = "content/edition.yml"


def entry_files(layer: Path, folder: Folder, prefix: str = "") -> tuple[list[Path], list[Problem]]:
    """The YAML files of `folder` in `layer`, by name, and problems with files that would be overlooked.

    `prefix` is what names in messages begin with.
    """
    base = layer / folder.path
    files: list[Path] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted(base.iterdir(), key=_lower_case_first) if base.is_dir() else []:
        name = f"{prefix}{folder.path}/{path.name}"
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        if path.suffix != ".yml" or not path.is_file() or path.is_symlink():
            problems.append(Problem("file-ignored", Span(name), {}, Severity.WARNING))
        elif (other := seen.setdefault(path.name.lower(), path.name)) != path.name:
            problems.append(Problem("file-case", Span(name), {"other": other}))
        else:
            files.append(path)
    return files, problems


def _lower_case_first(path: Path) -> tuple[str, bool]:
    """By name whatever the case, and of two names that differ in case only the one without capitals first."""
    lower = path.name.lower()
    return lower, path.name != lower

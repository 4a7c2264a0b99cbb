"""Files in a school's folder that say nothing: in the wrong place, or about an entry that the base does not have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from coachkist.catalogue.files import FOLDERS, SOURCES, VOCABULARY, Folder
from coachkist.catalogue.lock import LOCK_FILE
from coachkist.catalogue.school import SCHOOL_FILE, LoadedSchool
from coachkist.diagnostics import Problem, Severity, Span, near
from coachkist.source.nodes import MappingNode, Node

_KNOWN = {SCHOOL_FILE, LOCK_FILE, "mkdocs.yml", VOCABULARY, SOURCES, "content/words.txt"}
_PAGES = "content/pages"
_MOST = 20
"""Files that are told of; who has more put a whole folder in the wrong place."""


def stray(school: LoadedSchool) -> list[Problem]:
    """A warning for each file of the school's own folder that nobody reads."""
    _, prefix = school.named_layers[-1]
    found = [path for path in _files(school.folder) if not _is_read(path)]
    return [Problem("school-file-ignored", Span(f"{prefix}{path}"), {}, Severity.WARNING) for path in found[:_MOST]]


def _files(folder: Path) -> Iterator[str]:
    """YAML files beside `school.yml`, or in folders there that should be in `content`; all below it. No links."""
    yield from sorted(path.name for path in folder.glob("*.y*ml") if not path.name.startswith("."))
    for outside in (Path(entries.path).name for entries in FOLDERS if entries.path.startswith("content/")):
        yield from sorted(path.relative_to(folder).as_posix() for path in (folder / outside).glob("*.y*ml"))
    for here, folders, files in os.walk(folder / "content"):
        folders.sort()
        for file in sorted(files):
            if not file.startswith(".") and not file.endswith("~"):
                yield (Path(here) / file).relative_to(folder).as_posix()


def _is_read(path: str) -> bool:
    parent = path.rpartition("/")[0]
    if parent in {folder.path for folder in FOLDERS}:
        return True  # what is wrong in there, reading it tells
    return path in _KNOWN or (parent == _PAGES and path.endswith(".md"))


def orphaned(root: Path, school: LoadedSchool | None, folder: Folder, name: str, node: Node | None) -> list[Problem]:
    """One problem in the place of many: a school changes a few values of an entry that the base does not have."""
    relative = f"{folder.path}/{name}"
    alone = school is not None and not (root / relative).is_file()
    if not alone or not isinstance(node, MappingNode) or {"id", "title"} <= node.items.keys():
        return []
    known = (path.name for path in (root / folder.path).glob("*.yml"))
    return [node.place.problem("layer-orphan", file=relative, **near(name, known))]

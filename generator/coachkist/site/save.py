"""Saves planned files: only what changed is touched, and what is no longer planned goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coachkist.memory import Memory
from coachkist.site.page import Asset, Page

KEPT = ".gitkeep"


@dataclass(frozen=True, slots=True)
class Saved:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class AddressClashError(ValueError):
    """Two planned files with one path: a mistake of ours, since ids are unique."""


def save(files: Iterable[Page | Asset], folder: Path, memory: Memory | None = None) -> Saved:
    """Makes `folder` hold exactly `files`; a file whose bytes are right already keeps its time of change.

    With the `memory` of an earlier call, files that nobody touched since are not read again.
    """
    planned: dict[str, bytes] = {}
    for file in files:
        if file.path in planned:
            raise AddressClashError(file.path)
        planned[file.path] = file.content
    memory = memory or Memory()
    written = sum(_write(folder / path, content, memory) for path, content in planned.items())
    return Saved(written, len(planned) - written, _remove_others(folder, frozenset(planned)))


def write_atomically(path: Path, content: bytes) -> None:
    """Writes `content` so that whoever reads `path` sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)


def _write(path: Path, content: bytes, memory: Memory) -> bool:
    if memory.recall(("saved", path), (content, _stamp(path)), lambda: _holds(path, content)):
        return False
    write_atomically(path, content)
    return True


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _remove_others(folder: Path, planned: frozenset[str]) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in planned and path.name != KEPT:
            path.unlink()
            removed += 1
    return removed

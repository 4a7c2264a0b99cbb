"""Saves planned files: only what changed is touched, and what is no longer planned goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coachkist.memory import Memory, Same
from coachkist.site.page import Asset, Page
from coachkist.stamps import Stamp, stamps_below

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
    memory = memory or Memory()
    planned: dict[str, bytes] = {}
    for file in files:
        if file.path in planned:
            raise AddressClashError(file.path)
        planned[file.path] = memory.recall(("content", file.path), Same(file), partial(getattr, file, "content"))
    found = dict(stamps_below(folder))
    written = sum(_write(folder / path, content, found.get(path), memory) for path, content in planned.items())
    return Saved(written, len(planned) - written, _remove_others(folder, found.keys() - planned.keys()))


def write_atomically(path: Path, content: bytes) -> None:
    """Writes `content` so that whoever reads `path` sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)


def _write(path: Path, content: bytes, stamp: Stamp | None, memory: Memory) -> bool:
    if stamp is not None and memory.recall(("saved", path), (content, stamp), lambda: _holds(path, content)):
        return False
    write_atomically(path, content)
    return True


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def _remove_others(folder: Path, others: Iterable[str]) -> int:
    """Removes `others`, and the folders that this leaves empty."""
    gone = [folder / path for path in others if path.rpartition("/")[2] != KEPT]
    for path in gone:
        path.unlink(missing_ok=True)
    for path in gone:
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
    return len(gone)

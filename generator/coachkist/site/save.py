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
    memory = memory or Memory(lasting=False)
    found = dict(stamps_below(folder))
    planned: set[str] = set()
    written = 0
    # One file after another, so that not all of them have to be held.
    for file in files:
        if file.path in planned:
            raise AddressClashError(file.path)
        planned.add(file.path)
        content = memory.recall_next_time(
            ("content", file.path), partial(Same, file), partial(getattr, file, "content")
        )
        written += _write(folder / file.path, content, found.get(file.path), memory)
    return Saved(written, len(planned) - written, _remove_others(folder, found.keys() - planned))


def write_atomically(path: Path, content: bytes) -> None:
    """Writes `content` so that whoever reads `path` sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)


def _write(path: Path, content: bytes, stamp: Stamp | None, memory: Memory) -> bool:
    holds = partial(_holds, path, content)
    if stamp is not None and memory.recall_next_time(("saved", path), lambda: (content, stamp), holds):
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

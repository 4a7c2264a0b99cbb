"""When files were changed: what there is to look at cheaply, to know whether to read them again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes."""


def stamp_of(path: str | Path) -> Stamp | None:
    """The stamp of the file at `path`; None where there is none, or something else."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def stamps_below(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, Stamp]]:
    """Every file below `folder` by its path from there, with `/`; in one walk, far cheaper than a look at each path.

    What cannot be looked at, such as a file that another process has just removed, is left out.
    """
    with suppress(OSError), os.scandir(folder) as items:
        for item in items:
            with suppress(OSError):
                if item.is_dir(follow_symlinks=False):
                    yield from stamps_below(item.path, f"{prefix}{item.name}/")
                else:
                    found = item.stat(follow_symlinks=False)
                    yield prefix + item.name, (found.st_mtime_ns, found.st_size)

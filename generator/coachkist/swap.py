"""A folder that is replaced as a whole: built beside the old one, then swapped by renames.

`<name>.new` is being built, `<name>.old` is the whole previous one while the two change places, and
`<name>.trash` is on its way out. Only `.old` is worth keeping, and only while the folder itself is absent.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def fresh(folder: Path) -> Path:
    """An empty folder beside `folder` to build in."""
    recover(folder)
    beside = _beside(folder, "new")
    beside.mkdir(parents=True)
    return beside


def swap(folder: Path) -> None:
    """Puts what was built beside `folder` in its place. Killed halfway, `recover` mends it."""
    old = _beside(folder, "old")
    if folder.exists():
        folder.rename(old)
    _beside(folder, "new").rename(folder)
    _clear(folder)


def recover(folder: Path) -> None:
    """Brings back the previous `folder` where a swap was cut short, and clears away what was left lying."""
    old = _beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    _clear(folder)


def discard(folder: Path) -> None:
    """Removes `folder` with all that was left beside it."""
    if folder.exists():
        folder.rename(_beside(folder, "trash"))
    _clear(folder)


def _clear(folder: Path) -> None:
    trash = _beside(folder, "trash")
    for leftover in (trash, _beside(folder, "new"), _beside(folder, "old")):
        if leftover.exists():
            # By way of another name, so that half of the old folder is never taken for the whole.
            if leftover != trash:
                leftover.rename(trash)
            shutil.rmtree(trash)


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f"{folder.name}.{suffix}")

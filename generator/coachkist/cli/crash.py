"""When Coachkist itself is at fault: the details go to a file, and the user gets one Dutch sentence."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from typing import TYPE_CHECKING

from coachkist import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def details(error: BaseException, args: Sequence[str]) -> str:
    """Describe `error` for whoever must mend it: versions, the command, the traceback."""
    lines = [
        f"coachkist {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {list(args)!r}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def write_log(text: str, folder: Path) -> str | None:
    """Write `text` to a new file in `folder`; returns its path, or None where that fails too."""
    try:
        handle, path = tempfile.mkstemp(prefix="coachkist-", suffix=".log", dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError:
        return None
    return path

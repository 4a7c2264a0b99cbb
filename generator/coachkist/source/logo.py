"""A school's logo: bytes from its own folder, made safe to show; never a path that another program opens."""

from __future__ import annotations

import base64
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from coachkist.diagnostics import Problem, Severity
from coachkist.source.nodes import Place
from coachkist.source.png import MOST_PIXELS, png_problem, png_size
from coachkist.source.svg import SvgError, safe_svg

MAX_LOGO_BYTES = 2_000_000
_OWN_FILES_ONLY = sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""No links, no waiting for a pipe, no changed line ends; each system has some of these."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was looked at and may be shown."""

    format: Literal["svg", "png"]
    content: bytes

    @property
    def svg(self) -> str:
        """The logo as SVG, a PNG wrapped in one, so that paper needs to know a single format."""
        if self.format == "svg":
            return self.content.decode("utf-8")
        width, height = png_size(self.content)
        data = base64.b64encode(self.content).decode("ascii")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image href="data:image/png;base64,{data}" width="{width}" height="{height}"/></svg>'
        )


def read_logo(path: Path, named_at: Place) -> tuple[Logo | None, list[Problem]]:
    """The picture at `path`, that `school.yml` names at `named_at`.

    None with problems where it cannot be used; a note where something had to go to make it safe.
    """
    values: dict[str, str | int] = {"file": path.name, "limit": MAX_LOGO_BYTES // 1000, "pixels": MOST_PIXELS}
    data = _bytes_of(path)
    if data is None:
        return None, [named_at.problem("logo-missing", **values)]
    if len(data) > MAX_LOGO_BYTES:
        return None, [named_at.problem("logo-too-large", **values)]
    if path.suffix.lower() == ".png":
        code = png_problem(data)
        return (Logo("png", data), []) if code is None else (None, [named_at.problem(code, **values)])
    try:
        cleaned = safe_svg(data)
    except SvgError as error:
        return None, [named_at.problem(error.code, **values)]
    note = named_at.problem("logo-cleaned", **values, removed=", ".join(cleaned.removed))
    return Logo("svg", cleaned.content), [replace(note, severity=Severity.NOTE)] if cleaned.removed else []


def _bytes_of(path: Path) -> bytes | None:
    """The file, as far as it may be read; None where it is no file of its own (a link, a pipe, a folder)."""
    if path.is_symlink():
        return None
    try:
        # Opened first and asked afterwards, so that what is asked about is what is read.
        handle = os.open(path, os.O_RDONLY | _OWN_FILES_ONLY)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        return file.read(MAX_LOGO_BYTES + 1)

"""A school's logo: bytes from its own folder, never a path that another program opens."""

from __future__ import annotations

import base64
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coachkist.diagnostics import Problem
from coachkist.source.nodes import Place

MAX_LOGO_BYTES = 1_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SIZE = slice(16, 24)
_MOST_PIXELS = 4000


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
        width, height = struct.unpack(">II", self.content[_PNG_SIZE])
        data = base64.b64encode(self.content).decode("ascii")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image href="data:image/png;base64,{data}" width="{width}" height="{height}"/></svg>'
        )


def read_logo(path: Path, named_at: Place) -> tuple[Logo | None, list[Problem]]:
    """The picture at `path`, that `school.yml` names at `named_at`; None with problems where it cannot be used."""
    name = path.name
    if path.is_symlink() or not path.is_file():
        return None, [named_at.problem("logo-missing", file=name)]
    if path.stat().st_size > MAX_LOGO_BYTES:
        return None, [named_at.problem("logo-too-large", file=name, limit=MAX_LOGO_BYTES // 1000)]
    data = path.read_bytes()
    return _png(data, named_at, name) if path.suffix.lower() == ".png" else _svg(data, named_at, name)


def _png(data: bytes, named_at: Place, name: str) -> tuple[Logo | None, list[Problem]]:
    if not data.startswith(_PNG) or len(data) < _PNG_SIZE.stop:
        return None, [named_at.problem("logo-not-a-picture", file=name)]
    width, height = struct.unpack(">II", data[_PNG_SIZE])
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        return None, [named_at.problem("logo-too-many-pixels", file=name, limit=_MOST_PIXELS)]
    return Logo("png", data), []


def _svg(data: bytes, named_at: Place, name: str) -> tuple[Logo | None, list[Problem]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [named_at.problem("logo-not-a-picture", file=name)]
    if "<svg" not in text:
        return None, [named_at.problem("logo-not-a-picture", file=name)]
    return Logo("svg", text.encode()), []

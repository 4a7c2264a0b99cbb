"""How wide a line of text is in one of our fonts, from the advance widths in the font's file.

Kerning is left out: it makes Dutch words narrower, hardly ever wider.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachkist.typeset.glyphs import glyphs, table_offset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of characters by code point, in ems; `other` is that of a character the font lacks."""

    ems: Mapping[int, float]
    other: float

    @classmethod
    def of_file(cls, file: Path) -> Widths:
        """Read the TrueType font `file`; raises FontFileError."""
        font = file.read_bytes()
        (per_em,) = struct.unpack_from(">H", font, table_offset(font, b"head") + 18)
        (count,) = struct.unpack_from(">H", font, table_offset(font, b"hhea") + 34)
        at = table_offset(font, b"hmtx")
        # Glyphs past the last of the table are as wide as the last one.
        advances = struct.unpack_from(">" + "Hh" * count, font, at)[::2]
        ems = {point: advances[min(glyph, count - 1)] / per_em for point, glyph in glyphs(font).items()}
        return cls(ems, max(1.0, ems.get(ord("W"), 0.0)))

    def width(self, text: str, size: float) -> float:
        """How wide `text` is on one line at `size`, in the unit of `size`."""
        return size * sum(self.ems.get(ord(character), self.other) for character in text)

"""Which characters our fonts can print, read from the `cmap` table of each font file.

Typst refuses a PDF/UA document with a character that no font has, and names neither entry nor line. Asking
here first gives the author a message with a place.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Line ends and tabs are white space to the writer, never glyphs.
_LAYOUT_CHARACTERS = frozenset({0x09, 0x0A, 0x0D})
# In some fonts' tables, yet no characters: Typst cannot map them back to text.
_NEVER_PRINTED = frozenset({0x0000, 0xFEFF, 0xFFFE, 0xFFFF})
_SURROGATES = range(0xD800, 0xE000)


class FontFileError(ValueError):
    """A font file without a readable table of characters: a mistake of ours, never of an author."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The code points that at least one font has."""

    points: frozenset[int]

    @classmethod
    def of_folder(cls, folder: Path) -> Coverage:
        """Read all `.ttf` files in `folder`; raises FontFileError if there are none."""
        files = sorted(folder.glob("*.ttf"))
        if not files:
            raise FontFileError(f"no fonts in {folder.name}")
        points: set[int] = set()
        for file in files:
            points |= code_points(file.read_bytes())
        return cls(frozenset(points - _NEVER_PRINTED | _LAYOUT_CHARACTERS))

    def missing(self, text: str) -> frozenset[str]:
        """Name the characters of `text` that cannot be printed, such as emoji, Arabic and Chinese."""
        return frozenset(character for character in set(text) if ord(character) not in self.points)


def code_points(font: bytes) -> set[int]:
    """Read which code points the TrueType file `font` has a glyph for; raises FontFileError."""
    return set(glyphs(font))


def glyphs(font: bytes) -> dict[int, int]:
    """Read which glyph the TrueType file `font` draws for each code point; raises FontFileError."""
    start = table_offset(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: dict[int, int] = {}
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * index)
        found.update(_subtable(font, start + offset))
    return found


def table_offset(font: bytes, tag: bytes) -> int:
    """Find where the table `tag` of the TrueType file `font` begins; raises FontFileError."""
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise FontFileError(f"no {tag.decode()} table")


def _subtable(font: bytes, offset: int) -> Iterable[tuple[int, int]]:
    (kind,) = struct.unpack_from(">H", font, offset)
    match kind:
        case 4:
            return _format_4(font, offset)
        case 12:
            return _format_12(font, offset)
        case _:
            # Formats 0, 6 and 14 repeat what 4 and 12 say, or choose between shapes of one character.
            return ()


def _format_4(font: bytes, offset: int) -> Iterator[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">H", font, offset + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * doubled)
    ranges_at = offset + 16 + 3 * doubled
    ranges = struct.unpack_from(f">{count}H", font, ranges_at)
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for point in range(start, end + 1):
            glyph = point
            if ranges[index]:
                (glyph,) = struct.unpack_from(">H", font, ranges_at + 2 * index + ranges[index] + 2 * (point - start))
            glyph = (glyph + deltas[index]) % 0x10000 if glyph else 0
            if glyph and point not in _SURROGATES:
                yield point, glyph


def _format_12(font: bytes, offset: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">L", font, offset + 12)
    for index in range(count):
        start, end, glyph = struct.unpack_from(">LLL", font, offset + 16 + 12 * index)
        for point in range(start if glyph else start + 1, end + 1):
            yield point, glyph + point - start

"""Our font, cut down to what somebody can type in a form field, to travel along in every fillable PDF."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache

from coachkist.typeset.compiler import FONTS
from coachkist.typeset.glyphs import glyphs

FILE = "SourceSans3_400Regular.ttf"
NAME = "CoachkistVeld"
"""Not the font's own name, which its licence reserves for files that nobody changed."""

FIRST, LAST = 32, 255
_NEEDED = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
_MORE, _WORDS, _SCALE, _BOTH_SCALES, _TWO_BY_TWO = 0x20, 0x01, 0x08, 0x40, 0x80
_CHECKSUM = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class FormFont:
    """The file, and what a PDF says about it: widths of the codes 32 to 255 and measures, in thousandths of an em."""

    file: bytes
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@cache
def form_font() -> FormFont:
    """The font of form fields, read and cut once."""
    return _cut((FONTS / FILE).read_bytes())


def _cut(font: bytes) -> FormFont:
    tables = _tables(font)
    by_point = glyphs(font)
    codes = {code: by_point.get(ord(_character(code)), 0) for code in range(FIRST, LAST + 1)}
    (per_em,) = struct.unpack_from(">H", tables[b"head"], 18)
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    advances = struct.unpack_from(">" + "Hh" * count, tables[b"hmtx"], 0)[::2]
    ascent, descent = struct.unpack_from(">hh", tables[b"hhea"], 4)

    def scaled(value: int) -> int:
        return round(value * 1000 / int(per_em))

    left, bottom, right, top = map(scaled, struct.unpack_from(">4h", tables[b"head"], 36))
    widths = tuple(scaled(advances[min(glyph, count - 1)]) for glyph in codes.values())
    points = {ord(_character(code)): glyph for code, glyph in codes.items() if glyph}
    kept = {name: tables[name] for name in _NEEDED if name in tables}
    kept[b"glyf"], kept[b"loca"] = _outlines(tables, {0, *points.values()})
    kept[b"head"] = kept[b"head"][:8] + bytes(4) + kept[b"head"][12:50] + b"\x00\x01" + kept[b"head"][52:]
    kept[b"cmap"] = _cmap(points)
    return FormFont(_assembled(kept), widths, (left, bottom, right, top), scaled(ascent), scaled(descent))


def _character(code: int) -> str:
    """The character of a code in WinAnsi; the few codes without one count as a space."""
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return " "


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    return {tag: font[offset : offset + length] for tag, _, offset, length in entries}


def _outlines(tables: dict[bytes, bytes], wanted: set[int]) -> tuple[bytes, bytes]:
    """The tables `glyf` and `loca` with the outlines of `wanted` and of what those are put together from."""
    (long,) = struct.unpack_from(">h", tables[b"head"], 50)
    size, factor = (4, 1) if long else (2, 2)
    count = len(tables[b"loca"]) // size
    offsets = [part * factor for part in struct.unpack(f">{count}{'L' if long else 'H'}", tables[b"loca"])]

    def outline(glyph: int) -> bytes:
        return tables[b"glyf"][offsets[glyph] : offsets[glyph + 1]]

    todo, kept = list(wanted), set(wanted)
    while todo:
        parts = _components(outline(todo.pop())) - kept
        kept |= parts
        todo += parts
    data, places = bytearray(), [0]
    for glyph in range(count - 1):
        if glyph in kept:
            data += outline(glyph)
            data += bytes(-len(data) % 4)
        places.append(len(data))
    return bytes(data), struct.pack(f">{len(places)}L", *places)


def _components(outline: bytes) -> set[int]:
    """The glyphs that a composite glyph is put together from; none for a simple one."""
    found: set[int] = set()
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return found
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        found.add(glyph)
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _BOTH_SCALES else 8 if flags & _TWO_BY_TWO else 0
    return found


def _cmap(points: dict[int, int]) -> bytes:
    """A table of characters for Windows (3, 1) in format 4: a segment a character, and the last that it must have."""
    segments = [(point, glyph) for point, glyph in sorted(points.items()) if point < 0xFFFF]
    ends = [point for point, _ in segments] + [0xFFFF]
    deltas = [(glyph - point) % 0x10000 for point, glyph in segments] + [1]
    count = len(ends)
    power = 1 << (count.bit_length() - 1)
    search = (2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    body = struct.pack(f">{count}H", *ends)
    body += bytes(2) + struct.pack(f">{count}H", *ends) + struct.pack(f">{count}H", *deltas) + bytes(2 * count)
    table = struct.pack(">3H4H", 4, 14 + len(body), 0, *search) + body
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + table


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    """A font file of `tables`, with the check sums that some viewers look at."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">L4H", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    entries, body, start = b"", b"", 12 + 16 * count
    for tag, table in sorted(tables.items()):
        entries += struct.pack(">4sLLL", tag, _sum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    font = bytearray(head + entries + body)
    at = _entry_offset(font, b"head") + 8
    struct.pack_into(">L", font, at, (_CHECKSUM - _sum(bytes(font))) % (1 << 32))
    return bytes(font)


def _entry_offset(font: bytes | bytearray, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    return next(int(offset) for name, _, offset, _ in entries if name == tag)


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) % (1 << 32)

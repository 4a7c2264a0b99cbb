"""PNG from strangers: looked at by its header and its chunks, never unpacked."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 4000
"""Of width and of height: more than paper can show, and 64 MB once unpacked."""

_HEADER = struct.Struct(">I4sIIBBBBBI")
_CHUNK = struct.Struct(">I4s")
_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG that was looked at."""
    _, _, width, height, *_ = _HEADER.unpack_from(data, len(SIGNATURE))
    return width, height


def png_problem(data: bytes) -> str | None:
    """The code of what is wrong with `data` as a PNG, or None."""
    start = len(SIGNATURE)
    if not data.startswith(SIGNATURE) or len(data) < start + _HEADER.size:
        return "logo-not-a-picture"
    length, kind, width, height, depth, colour, *_, checksum = _HEADER.unpack_from(data, start)
    if (length, kind) != (13, b"IHDR") or depth not in _DEPTHS.get(colour, ()):
        return "logo-not-a-picture"
    if zlib.crc32(data[start + 4 : start + _HEADER.size - 4]) != checksum:
        return "logo-not-a-picture"
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        return "logo-too-many-pixels"
    return None if _whole(data) else "logo-not-a-picture"


def _whole(data: bytes) -> bool:
    """Whether the chunks follow on one another, with picture data among them, up to an end and nothing behind it."""
    at: int = len(SIGNATURE)
    drawn = False
    while at + 12 <= len(data):
        length, kind = _CHUNK.unpack_from(data, at)
        at += 12 + length
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            return drawn and at == len(data)
    return False

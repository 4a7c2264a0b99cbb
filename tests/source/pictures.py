"""Small pictures for tests, made from nothing."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 2, height: int = 2, *, data: bytes | None = None) -> bytes:
    """A grey PNG of `width` by `height`; `data` stands in for its picture data, to claim what is not there."""
    rows = zlib.compress(b"\x00" * ((width + 1) * height)) if data is None else data
    return _png(width, height, 0, rows)


def colour_png(red: int, green: int, blue: int) -> bytes:
    """A PNG of two by two pixels in one colour."""
    return _png(2, 2, 2, zlib.compress((b"\x00" + bytes((red, green, blue)) * 2) * 2))


def _png(width: int, height: int, colour: int, rows: bytes) -> bytes:
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def svg(inside: str, attributes: str = "") -> bytes:
    """An SVG file with `inside` as its contents."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" {attributes}>{inside}</svg>'.encode()

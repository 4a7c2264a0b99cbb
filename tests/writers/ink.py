"""Where there is ink on a page in grey: the corners of what is not white in a PNG as Typst writes it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate

_CHANNELS = 4


def ink(png: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not white, in pixels; right and bottom are just beyond it.

    In grey all colours are alike, so that one of them says it all.
    """
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour) == (8, 6), "eight bits of red, green, blue and opacity"
    left, top, right, bottom = width, height, 0, 0
    white = b"\xff" * width
    for y, row in enumerate(rows(png, width)):
        if row != white:
            top, bottom = min(top, y), y + 1
            left = min(left, width - len(row.lstrip(b"\xff")))
            right = max(right, len(row.rstrip(b"\xff")))
    return left, top, right, bottom


def rows(png: bytes, width: int, channel: int = 0) -> Iterator[bytes]:
    """Yield how red (or, by `channel`, green or blue) each pixel of a row is."""
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    data, size = zlib.decompress(packed), width * _CHANNELS
    above = bytes(width)
    for start in range(0, len(data), size + 1):
        above = _plain(data[start], data[start + 1 + channel : start + 1 + size : _CHANNELS], above)
        yield above


def _plain(kind: int, row: bytes, above: bytes) -> bytes:
    """A row without the filter that made it compress better."""
    if kind == 1:
        return bytes(sum_ & 255 for sum_ in accumulate(row))
    if kind == 2:
        return bytes((more + up) & 255 for more, up in zip(row, above, strict=True))
    if kind == 0:
        return row
    made, left, corner = list[int](), 0, 0
    for more, up in zip(row, above, strict=True):
        guess = (left + up) // 2 if kind == 3 else _paeth(left, up, corner)
        left = (more + guess) & 255
        corner = up
        made.append(left)
    return bytes(made)


def _paeth(left: int, up: int, corner: int) -> int:
    near_left, near_up, near_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if near_left <= near_up and near_left <= near_corner:
        return left
    return up if near_up <= near_corner else corner

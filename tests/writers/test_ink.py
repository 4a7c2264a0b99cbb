"""The measure of margins measures what it should."""

from __future__ import annotations

import struct
import zlib

import pytest

from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, PdfOptions, write_pngs
from tests.writers import paper_samples as samples
from tests.writers.ink import ink


def picture(rows: list[tuple[int, bytes]], width: int) -> bytes:
    """A PNG of `rows`: the kind of filter, and the bytes after it."""
    data = b"".join(bytes([kind]) + row for kind, row in rows)
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(part)) + name + part + bytes(4) for name, part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def grey(*values: int) -> bytes:
    return b"".join(bytes((value, value, value, 255)) for value in values)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (0, grey(255, 255, 9, 255)),
        (1, grey(255, 0, 10, 246)),
        (2, grey(0, 0, 10, 0)),
        (3, grey(128, 0, 10, 123)),
        (4, grey(0, 0, 10, 246)),
    ],
)
def test_each_way_of_writing_a_row(kind: int, changes: bytes) -> None:
    assert ink(picture([(0, grey(255, 255, 255, 255)), (kind, changes)], 4)) == (2, 1, 3, 2)


def test_a_page_has_ink_where_its_margins_end(strings: Strings) -> None:
    (page,) = write_pngs(samples.sheet(strings), Typesetter(TEMPLATES), 72, PdfOptions(grey=True))
    left, top, right, bottom = (edge * 25.4 / 72 for edge in ink(page))
    assert (left, right) == pytest.approx((16, 210 - 16), abs=0.6)
    assert 12 < top < 14
    assert 285 < bottom < 287

"""What is on A3, in sheets of A4 to glue together: for who has no large printer.

Each sheet shows a part at actual size. Neighbours share a strip: the one before is cut along its far edge and glued
onto the strip of the next, where the drawing runs on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from coachkist.writers.typst import paper_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.writers.typst import PdfOptions
    from coachkist.writers.typst_inlines import Data

TILES = "tiles.typ"
"""The template of the sheets around what they show."""

OVERLAP = 10.0
"""What two sheets share, in millimetres: enough to glue."""

EDGE = 10.0
"""What printers leave white, in millimetres; what is on A3 leaves as much white."""

NOTE = 12.0
"""Room beside or below a part for what it is and how to join it, in millimetres."""

_A3 = {"a3": (297.0, 420.0), "a3-landscape": (420.0, 297.0)}
_A4 = {"a4": (210.0, 297.0), "a4-landscape": (297.0, 210.0)}


@dataclass(frozen=True, slots=True)
class Tiling:
    """Rows and columns of sheets of `paper`, each of which shows `width` by `height` millimetres."""

    paper: str
    columns: int
    rows: int
    width: float
    height: float

    @property
    def sheet_height(self) -> float:
        """How high a sheet is, in millimetres."""
        return _A4[self.paper][1]


def tiling(paper: str) -> Tiling:
    """The fewest sheets of A4 that show all of `paper` but its white edge; raises KeyError for what is not A3."""
    whole = tuple(length - 2 * EDGE for length in _A3[paper])
    ways = (way for sheet, size in _A4.items() if (way := _way(sheet, size, whole)) is not None)
    return min(ways, key=lambda way: way.columns * way.rows)


def _way(sheet: str, size: tuple[float, float], whole: tuple[float, ...]) -> Tiling | None:
    """How `whole` goes onto sheets of one size, all alike; None where no room for a note is left."""
    room = [length - 2 * EDGE for length in size]
    counts = [max(1, math.ceil((all_ - OVERLAP) / (one - OVERLAP))) for all_, one in zip(whole, room, strict=True)]
    shown = [(all_ + OVERLAP * (count - 1)) / count for all_, count in zip(whole, counts, strict=True)]
    if all(one - part < NOTE for one, part in zip(room, shown, strict=True)):
        return None
    return Tiling(sheet, counts[0], counts[1], shown[0], shown[1])


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its row and column, from 1, and where on A3 its part begins, in millimetres from the top left."""

    row: int
    column: int
    x: float
    y: float


def tiles_of(way: Tiling) -> Iterator[Tile]:
    """Yield the sheets of `way`, row by row."""
    for row, column in product(range(way.rows), range(way.columns)):
        x, y = column * (way.width - OVERLAP), row * (way.height - OVERLAP)
        yield Tile(row + 1, column + 1, EDGE + x, EDGE + y)


def tile_data(document: Document, pages: int, options: PdfOptions | None = None) -> Data:
    """Data for the sheets of A4 around the `pages` of `document`, which is on A3."""
    way = tiling(document.paper)
    width, height = _A3[document.paper]
    data = paper_data(replace(document, blocks=()), options)
    data["tiles"] = {
        **asdict(way),
        "pages": pages,
        "whole_width": width,
        "whole_height": height,
        "overlap": OVERLAP,
        "edge": EDGE,
        "places": [asdict(tile) for tile in tiles_of(way)],
    }
    return data

"""How A3 is divided over sheets of A4."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coachkist.writers.tiles import EDGE, NOTE, OVERLAP, tiles_of, tiling


@pytest.mark.parametrize(
    ("paper", "size", "sheet", "columns", "rows"),
    [("a3", (297, 420), (297, 210), 1, 3), ("a3-landscape", (420, 297), (210, 297), 3, 1)],
)
def test_three_strips_show_all_of_a3(
    paper: str, size: tuple[int, int], sheet: tuple[int, int], columns: int, rows: int
) -> None:
    way = tiling(paper)
    assert (way.columns, way.rows) == (columns, rows)
    tiles = list(tiles_of(way))
    assert [(tile.row, tile.column) for tile in tiles] == [
        (row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)
    ]
    assert (tiles[0].x, tiles[0].y) == (EDGE, EDGE)
    assert (tiles[-1].x + way.width, tiles[-1].y + way.height) == (size[0] - EDGE, size[1] - EDGE)
    for before, after in pairwise(tiles):
        shared = before.x + way.width - after.x if columns > 1 else before.y + way.height - after.y
        assert shared == pytest.approx(OVERLAP)
    spare = (sheet[0] - 2 * EDGE - way.width, sheet[1] - 2 * EDGE - way.height)
    assert min(spare) >= 0
    assert max(spare) >= NOTE

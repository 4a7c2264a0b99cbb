"""Tables: widths stand on the columns and on each cell, as Word reads the cells and LibreOffice the columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from coachkist.writers.docx.look import HAIRLINE, RULE
from coachkist.writers.docx.text import apart, gap, is_table
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w

SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: thickness in eighths of a point, colour, and kind of line."""

    thickness: int = 4
    colour: str = RULE
    line: str = "single"


HAIR = Edge(3, HAIRLINE)
LINE = Edge(4, RULE)
_AT_FOOT = w("tblpPr", vertAnchor="margin", horzAnchor="margin", tblpXSpec="left", tblpYSpec="bottom")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its blocks, the columns it spans, its borders and padding (millimetres) by side."""

    blocks: Sequence[Xml] = ()
    span: int = 1
    edges: Mapping[str, Edge] = field(default_factory=dict)
    padding: Mapping[str, float] = field(default_factory=dict)
    fill: str = ""
    align: str = "top"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its least height in millimetres (`exact`: that height), and whether it returns on each page."""

    cells: Sequence[Cell]
    height: float = 0
    exact: bool = False
    header: bool = False
    whole: bool = True
    """Whether it stays on one page."""


def table(
    widths: Sequence[float], rows: Iterable[Row], *, indent: float = 0, title: str = "", foot: bool = False
) -> Xml:
    """A table with columns of `widths` millimetres; `title` says what it holds to who does not see it.

    At the `foot` of the page, if wanted.
    """
    columns = [twips(end) - twips(end - width) for end, width in zip(accumulate(widths), widths, strict=True)]
    properties = w(
        "tblPr",
        w("tblStyle", val="Tabel"),
        _AT_FOOT if foot else NOTHING,
        w("tblW", w=sum(columns), type="dxa"),
        w("tblInd", w=twips(indent), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=title) if title else NOTHING,
    )
    grid = w("tblGrid", *(w("gridCol", w=column) for column in columns))
    return w("tbl", properties, grid, *(_row(row, columns) for row in rows))


def shares(parts: Sequence[float], width: float) -> list[float]:
    """`width` shared out in proportion to `parts`."""
    whole = sum(parts)
    return [width * share / whole for share in parts]


def _row(row: Row, columns: Sequence[int]) -> Xml:
    properties = join(
        (
            w("cantSplit") if row.whole else NOTHING,
            w("trHeight", val=twips(row.height), hRule="exact" if row.exact else "atLeast") if row.height else NOTHING,
            w("tblHeader") if row.header else NOTHING,
        )
    )
    cells, at = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(columns[at : at + cell.span])))
        at += cell.span
    assert at == len(columns), f"{at} columns filled of {len(columns)}"
    return w("tr", w("trPr", properties) if properties else NOTHING, *cells)


def _cell(cell: Cell, width: int) -> Xml:
    edges = join(
        w(side, val=edge.line, sz=edge.thickness, space=0, color=edge.colour)
        for side in SIDES
        if (edge := cell.edges.get(side)) is not None
    )
    padding = join(w(side, w=twips(cell.padding[side]), type="dxa") for side in SIDES if side in cell.padding)
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.span) if cell.span > 1 else NOTHING,
        w("tcBorders", edges) if edges else NOTHING,
        w("shd", val="clear", color="auto", fill=cell.fill) if cell.fill else NOTHING,
        w("tcMar", padding) if padding else NOTHING,
        w("vAlign", val=cell.align) if cell.align != "top" else NOTHING,
    )
    blocks = [block for block in cell.blocks if block]
    # Word refuses a cell that does not end in a paragraph.
    if not blocks or is_table(blocks[-1]) or blocks[-1].startswith("<w:sdt>"):
        blocks.append(gap())
    return w("tc", properties, apart(blocks))

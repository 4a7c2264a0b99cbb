"""What somebody writes on: short fields, lines, a grid, a box, a line from 1 to 10."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, assert_never

from coachkist.document.blocks import Box, Columns, Fields, Grid, Score, WritingLines
from coachkist.document.instrument import ROW_NAME, SCORES
from coachkist.typeset.compiler import FONTS
from coachkist.typeset.widths import Widths
from coachkist.writers.docx.controls import area, date, drawn_box, line, tick
from coachkist.writers.docx.inlines import PLAIN, Voice, inlines
from coachkist.writers.docx.look import DARK, PITCH
from coachkist.writers.docx.tables import LINE, SIDES, Cell, Edge, Row, shares, table
from coachkist.writers.docx.text import centred, gap, lines_in, paragraph, ruled, run
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import GridColumn, GridRow, Inlines, InputField, ScoreLine
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Spot

Answers: TypeAlias = Fields | WritingLines | Columns | Grid | Score | Box

_POINT = 25.4 / 72
_FIELD = 8.6
_GUTTER = 5.0
_BESIDE = 7.0
_TWELFTHS = 12


def answers(block: Answers, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """The paragraphs and tables of `block`."""
    match block:
        case Fields():
            yield from _fields(block, pen, spot)
        case WritingLines():
            yield prompt(block.label, block.hint, pen)
            count = block.count + (lines_in(pen.rest()) if block.grow else 0)
            yield area(pen, pen.prefix + block.name, pen.title(block.name), ruled(count))
        case Columns():
            yield from _columns(block, pen, spot)
        case Grid():
            yield from _grid(block, pen, spot)
        case Score():
            yield from _score(block, pen, spot)
        case Box():
            yield from _box(block, pen, spot)
        case _:
            assert_never(block)


def prompt(label: Inlines, hint: Inlines, pen: Pen, *more: Xml) -> Xml:
    """What to write about, above where it is written."""
    words = inlines(label, pen, Voice(bold=True))
    if hint:
        words = join((words, run("  "), inlines(hint, pen, Voice("Toelichting"))))
    return paragraph(words, "Vraag", *more)


def width_of(text: str, size: float) -> float:
    """How wide `text` is in our PDFs at `size` points, in millimetres; in Arial about as wide."""
    return _widths().width(text, size) * _POINT


@cache
def _widths() -> Widths:
    return Widths.of_file(FONTS / "SourceSans3_400Regular.ttf")


# --- fields -------------------------------------------------------------------------------------------------------


def _fields(block: Fields, pen: Pen, spot: Spot) -> Iterator[Xml]:
    yield gap(1.4)
    for row in _rows(block.items):
        yield _field_row(row, pen, spot)
    yield gap(2.6)


def _rows(items: tuple[InputField, ...]) -> Iterator[list[InputField]]:
    row: list[InputField] = []
    for item in items:
        if row and sum(one.width for one in row) + item.width > _TWELFTHS:
            yield row
            row = []
        row.append(item)
    if row:
        yield row


def _field_row(row: list[InputField], pen: Pen, spot: Spot) -> Xml:
    """Labels and lines in turn: a label's cell has no border, and so keeps one line from the next."""
    unit = spot.width / _TWELFTHS
    widths: list[float] = []
    first: list[Cell] = []
    for number, item in enumerate(row):
        before = _GUTTER if number else 0.0
        whole = item.width * unit
        label = min(width_of(item.label, 9) + 2.2 + before, whole - 12)
        widths += [label, whole - label]
        first += [
            Cell([paragraph(run(item.label), "Label")], padding={"left": before, "right": 1}, align="bottom"),
            Cell([_field(item, pen)], edges={"bottom": LINE}, align="bottom"),
        ]
    left = _TWELFTHS - sum(item.width for item in row)
    if left:
        widths.append(left * unit)
        first.append(Cell())
    rows = [Row(first, _FIELD)]
    depth = max(item.lines for item in row)
    rows += [Row(list(_next_line(row, number, left)), PITCH) for number in range(1, depth)]
    return table(widths, rows)


def _next_line(row: list[InputField], number: int, left: int) -> Iterator[Cell]:
    for item in row:
        yield Cell(span=2, edges={"bottom": LINE} if item.lines > number else {})
    if left:
        yield Cell()


def _field(item: InputField, pen: Pen) -> Xml:
    name, title = pen.prefix + item.name, pen.title(item.name)
    place = date(pen, name, title) if item.kind == "date" else line(pen, name, title)
    return paragraph(place, "Antwoord")


# --- lines and boxes ----------------------------------------------------------------------------------------------


def _columns(block: Columns, pen: Pen, spot: Spot) -> Iterator[Xml]:
    count = len(block.items)
    rest = lines_in(pen.rest()) if any(item.grow for item in block.items) else 0
    padding = [{"left": _BESIDE / 2 if n else 0, "right": _BESIDE / 2 if n < count - 1 else 0} for n in range(count)]
    # As wide to write on, though only those in the middle have a neighbour on both sides.
    inner = (spot.width - _BESIDE * (count - 1)) / count
    widths = [inner + sum(one.values()) for one in padding]
    above = w("spacing", before=0, after=0)
    heads, places = [], []
    for item, own in zip(block.items, padding, strict=True):
        heads.append(Cell([prompt(item.label, item.hint, pen, above)], padding=own))
        lines = ruled(item.count + (rest if item.grow else 0))
        places.append(Cell([area(pen, pen.prefix + item.name, pen.title(item.name), lines)], padding=own))
    yield gap(3.4)
    yield table(widths, [Row(heads), Row(places)])


def _box(block: Box, pen: Pen, spot: Spot) -> Iterator[Xml]:
    yield prompt(block.label, block.hint, pen)
    yield gap(1.6, w("keepNext"))
    height = block.height + (pen.rest() if block.grow else 0)
    place = area(pen, pen.prefix + block.name, pen.title(block.name), [paragraph(NOTHING, "Antwoord")])
    padding = dict.fromkeys(SIDES, 1.6)
    cell = Cell([place], edges=dict.fromkeys(SIDES, Edge(6, LINE.colour)), padding=padding)
    yield table([spot.width], [Row([cell], height)])


# --- grid ---------------------------------------------------------------------------------------------------------


def _grid(block: Grid, pen: Pen, spot: Spot) -> Iterator[Xml]:
    if block.label:
        yield prompt(block.label, block.hint, pen)
    yield gap(1.6 if block.label else 2.4, w("keepNext"))
    labels = [float(block.label_width)] if block.labelled else []
    widths = shares([*labels, *(float(column.width) for column in block.columns)], spot.width)
    head = [_head(inlines(block.corner, pen, PLAIN), NOTHING, pen, 0)] if block.labelled else []
    for number, column in enumerate(block.columns, len(head)):
        head.append(_column_head(block, column, pen, number))
    rows = [Row(head, header=True)]
    rows += [Row(list(_row(block, row, pen)), block.row_height) for row in block.rows]
    more = int(pen.rest() // block.row_height) if block.grow else 0
    empty = [_empty(block, column, n, pen) for n, column in _columns_of(block)]
    rows += [Row(empty, block.row_height)] * more
    yield table(widths, rows, title=pen.title(block.name) if block.label else "")


def _empty(block: Grid, column: GridColumn | None, number: int, pen: Pen) -> Cell:
    box = [centred(drawn_box(), "Antwoord")] if column is not None and column.kind == "tick" else []
    return Cell(box, edges=_edges(block, column, number, pen), align="center")


def _columns_of(block: Grid) -> Iterator[tuple[int, GridColumn | None]]:
    """Each column as drawn with its place: None for the one of labels."""
    yield from enumerate([*([None] if block.labelled else []), *block.columns])


def _head(words: Xml, hint: Xml, pen: Pen, number: int, *, middle: bool = False) -> Cell:
    centre = w("jc", val="center") if middle else NOTHING
    blocks = [paragraph(words, "Tabelkop", centre)]
    if hint:
        blocks.append(paragraph(hint, "Label", centre))
    padding = {"left": 1.6 if number else 0, "bottom": 0.8, "right": 0.6}
    return Cell(blocks, edges={"bottom": Edge(8, pen.look.ink)}, padding=padding, align="bottom")


def _column_head(block: Grid, column: GridColumn, pen: Pen, number: int) -> Cell:
    hint = inlines(column.hint, pen, Voice("Toelichting", linked=False))
    middle = column.kind == "tick" or block.compact
    return _head(inlines(column.heading, pen, PLAIN), hint, pen, number, middle=middle)


def _edges(block: Grid, column: GridColumn | None, number: int, pen: Pen) -> dict[str, Edge]:
    """Rules under every row and between columns; a bold one before what is filled in at another time."""
    edges = {"bottom": LINE}
    if number and column is not None:
        before = block.columns[number - 1 - int(block.labelled)] if number > int(block.labelled) else None
        begins = column.apart and (before is None or not before.apart)
        edges["left"] = Edge(12, pen.look.ink) if begins else Edge(3, LINE.colour)
    return edges


def _row(block: Grid, row: GridRow, pen: Pen) -> Iterator[Cell]:
    for number, column in _columns_of(block):
        edges = _edges(block, column, number, pen)
        padding = {"left": 1.6 if number else 0, "top": 0.8, "right": 0.6}
        if column is None:
            yield Cell([_row_label(row, pen)], edges=edges, padding=padding, align="center")
        elif column.kind == "tick":
            box = tick(pen, *_named(f"{row.name}.{column.id}", pen))
            yield Cell([centred(box, "Antwoord")], edges=edges, align="center")
        else:
            place = line(pen, *_named(f"{row.name}.{column.id}", pen))
            yield Cell([paragraph(place, "Tabeltekst")], edges=edges, padding=padding)


def _row_label(row: GridRow, pen: Pen) -> Xml:
    if row.label:
        return paragraph(inlines(row.label, pen, PLAIN), "Tabeltekst")
    return paragraph(line(pen, *_named(f"{row.name}.{ROW_NAME}", pen)), "Tabeltekst")


def _named(name: str, pen: Pen) -> tuple[str, str]:
    """The tag of a field and its title."""
    return pen.prefix + name, pen.title(name)


# --- score --------------------------------------------------------------------------------------------------------


def _score(block: Score, pen: Pen, spot: Spot) -> Iterator[Xml]:
    for item in block.items:
        yield prompt(item.label, item.hint, pen)
        yield gap(1, w("keepNext"))
        yield table([spot.width / len(SCORES)] * len(SCORES), list(_score_rows(item, pen)))
        ends = [inlines(block.low, pen, Voice("Toelichting")), inlines(block.high, pen, Voice("Toelichting"))]
        right = w("jc", val="right")
        cells = [Cell([paragraph(ends[0], "Label")]), Cell([paragraph(ends[1], "Label", right)])]
        yield table([spot.width / 2] * 2, [Row(cells)])


def _score_rows(item: ScoreLine, pen: Pen) -> Iterator[Row]:
    """A box over each number, and the line between them."""
    name, title = _named(item.name, pen)
    keep = w("keepNext")
    boxes = [
        Cell(
            [
                paragraph(
                    tick(pen, name, f"{title}: {point}", answer=str(point)), "Antwoord", keep, w("jc", val="center")
                )
            ],
            edges={"bottom": Edge(8, DARK)},
            align="bottom",
        )
        for point in SCORES
    ]
    yield Row(boxes, 8.6)
    below = w("spacing", before=twips(0.6), after=0)
    numbers = [
        paragraph(run(str(point), bold=True), "Antwoord", keep, below, w("jc", val="center")) for point in SCORES
    ]
    yield Row([Cell([number]) for number in numbers], 6)

"""A sheet's criteria, cards and questions as tables, and the rows of a table by the names of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coachkist.diagnostics import Problem, near
from coachkist.model.sheet import ColumnsBlock, CriteriaBlock, DeckBlock, LinesBlock, Sheet
from coachkist.spreadsheet.grid import LONGEST_CELL, Cell, Grid, cell_problem, file_problem
from coachkist.strings import Strings

QUESTIONS = "vragen"
"""The table of all that a sheet asks in words; it is made of several blocks."""

FIRST_ROW = 3
"""Rows come after the line that says what this is, and the headers."""


class TableKind(StrEnum):
    """What the rows of a table are."""

    CRITERIA = "criteria"
    CARDS = "cards"
    QUESTIONS = "questions"


COLUMNS: Mapping[TableKind, tuple[str, ...]] = {
    TableKind.CRITERIA: ("group", "text", "group_id", "id"),
    TableKind.CARDS: ("group", "front", "back", "corner", "group_id", "id"),
    TableKind.QUESTIONS: ("label", "hint", "id"),
}
_IDS = ("group_id", "id")
_MAY_BE_EMPTY = {"group", "corner", "hint", *_IDS}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell for each column."""

    cells: Mapping[str, Cell]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].text


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: of which sheet and block it is, and its rows."""

    sheet: str
    block: str
    kind: TableKind
    rows: tuple[Row, ...]


def tables_of(sheet: Sheet) -> dict[str, TableKind]:
    """The tables that `sheet` has, by the id of their block."""
    found: dict[str, TableKind] = {}
    for block in sheet.blocks:
        if isinstance(block, CriteriaBlock):
            found[block.id] = TableKind.CRITERIA
        elif isinstance(block, DeckBlock):
            found[block.id] = TableKind.CARDS
    if any(True for _ in asked(sheet)):
        found[QUESTIONS] = TableKind.QUESTIONS
    return found


def asked(sheet: Sheet) -> Iterator[tuple[int, int | None, LinesBlock]]:
    """Everything with lines to write on: the position of its block, its position in a block of columns, and itself."""
    for at, block in enumerate(sheet.blocks):
        if isinstance(block, LinesBlock):
            yield at, None, block
        elif isinstance(block, ColumnsBlock):
            yield from ((at, inner, lines) for inner, lines in enumerate(block.columns))


def grids_of(sheet: Sheet, strings: Strings) -> list[Grid]:
    """`sheet` as tables, texts as their author wrote them."""
    return [_grid(sheet, block, kind, strings) for block, kind in tables_of(sheet).items()]


def quiet_headers(strings: Strings) -> frozenset[str]:
    """The headers of columns that are there for us."""
    return frozenset(_header(column, strings) for column in _IDS)


def _grid(sheet: Sheet, block: str, kind: TableKind, strings: Strings) -> Grid:
    marks = (strings("spreadsheet.sheet"), sheet.id, strings("spreadsheet.table"), block)
    headers = tuple(_header(column, strings) for column in COLUMNS[kind])
    return Grid(block, (marks, headers, *_rows(sheet, block, kind)))


def _header(column: str, strings: Strings) -> str:
    return strings(f"spreadsheet.column.{column}")


def _rows(sheet: Sheet, block: str, kind: TableKind) -> Iterator[tuple[str, ...]]:
    found = next((one for one in sheet.blocks if getattr(one, "id", None) == block), None)
    if kind is TableKind.QUESTIONS:
        for _, _, lines in asked(sheet):
            yield lines.label.source, lines.hint.source if lines.hint else "", lines.id
    elif isinstance(found, CriteriaBlock):
        for group in found.groups:
            for criterion in group.criteria:
                yield group.title.source, criterion.text.source, group.id, criterion.id
    elif isinstance(found, DeckBlock):
        titles = {group.id: group.title.source for group in found.groups}
        for card in found.cards:
            corner = card.corner.source if card.corner else ""
            yield titles.get(card.group, ""), card.front.source, card.back.source, corner, card.group, card.id


def sheet_named(grids: Sequence[Grid], file: str, strings: Strings) -> tuple[str | None, list[Problem]]:
    """The id of the sheet that `grids` are of."""
    names = {_mark(grid, 1) for grid in grids if _is_ours(grid, strings)}
    if not names:
        return None, [file_problem("table-not-ours", file, first=strings("spreadsheet.sheet"))]
    if len(names) > 1:
        return None, [file_problem("table-two-sheets", file, names=", ".join(sorted(names)))]
    return names.pop(), []


def _is_ours(grid: Grid, strings: Strings) -> bool:
    return _mark(grid, 0).casefold() == strings("spreadsheet.sheet").casefold()


def _mark(grid: Grid, at: int) -> str:
    first = grid.rows[0] if grid.rows else ()
    return first[at].strip() if len(first) > at else ""


def read_tables(grids: Sequence[Grid], sheet: Sheet, file: str, strings: Strings) -> tuple[list[Table], list[Problem]]:
    """The tables in `grids` that are of `sheet`; a tab that is no table of ours may hold somebody's notes."""
    known = tables_of(sheet)
    tables: list[Table] = []
    problems: list[Problem] = []
    for grid in grids:
        if not _is_ours(grid, strings):
            continue
        block = _mark(grid, 3)
        if block not in known:
            values = {"given": block, "known": ", ".join(known)}
            problems.append(cell_problem("table-block-unknown", file, grid.name, 1, 4, **values))
            continue
        places, found = _columns(grid, known[block], file, strings)
        problems += found
        if not found:
            rows, found = _read_rows(grid, known[block], places, file)
            tables.append(Table(sheet.id, block, known[block], rows))
            problems += found
    return tables, problems


def _columns(grid: Grid, kind: TableKind, file: str, strings: Strings) -> tuple[dict[str, int], list[Problem]]:
    """In which column each thing stands; people may move columns, not rename them."""
    headers = [text.strip().casefold() for text in (grid.rows[1] if len(grid.rows) > 1 else ())]
    names = {_header(column, strings).casefold(): column for column in COLUMNS[kind]}
    places = {names[header]: at for at, header in enumerate(headers) if header in names}
    problems = [
        cell_problem("table-header-unknown", file, grid.name, 2, at + 1, given=header, **near(header, names))
        for at, header in enumerate(headers)
        if header and header not in names
    ]
    missing = [_header(column, strings) for column in COLUMNS[kind] if column not in places]
    if missing and not problems:
        problems = [cell_problem("table-header-missing", file, grid.name, 2, 1, names=", ".join(missing))]
    return places, problems


def _read_rows(
    grid: Grid, kind: TableKind, places: Mapping[str, int], file: str
) -> tuple[tuple[Row, ...], list[Problem]]:
    rows, problems = [], []
    for number, texts in enumerate(grid.rows[FIRST_ROW - 1 :], FIRST_ROW):
        cells = {
            column: Cell(" ".join(texts[at].split()) if at < len(texts) else "", file, grid.name, number, at + 1)
            for column, at in places.items()
        }
        if not any(cell.text for cell in cells.values()):
            continue
        rows.append(Row(cells))
        for column in COLUMNS[kind]:
            if not cells[column].text and column not in _MAY_BE_EMPTY:
                problems.append(cells[column].problem("table-cell-empty"))
            elif len(cells[column].text) > LONGEST_CELL:
                problems.append(cells[column].problem("table-cell-long", limit=LONGEST_CELL))
    return tuple(rows), problems

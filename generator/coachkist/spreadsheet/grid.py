"""Rows of text: what a spreadsheet is to us, whichever kind of file it comes from or goes to."""

from __future__ import annotations

from dataclasses import dataclass

from coachkist.diagnostics import Problem, Span

MOST_ROWS = 2_000
MOST_COLUMNS = 20
LONGEST_CELL = 2_000
MAX_BYTES = 5_000_000
"""Limits of what is read; a real table has a few hundred rows and some ten columns."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its name and its rows, each as long as what stands in it."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its place in a file; rows and columns count from 1."""

    text: str
    file: str
    table: str
    row: int
    column: int

    def problem(self, code: str, /, **values: str | int) -> Problem:
        """An error in this cell."""
        return cell_problem(code, self.file, self.table, self.row, self.column, **values)


def cell_problem(code: str, file: str, table: str, row: int, column: int, /, **values: str | int) -> Problem:
    """An error in a cell of `table`, named as spreadsheets do: B12."""
    return Problem(code, Span(file, row, column), {"cell": cell_name(row, column), "table": table, **values})


def file_problem(code: str, file: str, /, **values: str | int) -> Problem:
    """An error in a file as a whole."""
    return Problem(code, Span(file), values)


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell, such as B12."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"

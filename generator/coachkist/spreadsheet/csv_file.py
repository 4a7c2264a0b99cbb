"""CSV as Dutch Excel writes and reads it: semicolons, a byte order mark, nothing that it would take for a formula."""

from __future__ import annotations

import csv
import io
import re

from coachkist.diagnostics import Problem
from coachkist.spreadsheet.grid import MAX_BYTES, MOST_COLUMNS, MOST_ROWS, Grid, cell_problem, file_problem

_BOM = "\ufeff"
_HIDDEN = re.compile(r"'*[=+\-@\t\r]")
_FORMULA = re.compile(r"[=+\-@\t\r]")
_SEPARATORS = ";,\t"


def to_csv(grid: Grid) -> bytes:
    """`grid` as a file that Excel opens with a double click."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_shielded(cell) for cell in row] for row in grid.rows])
    return (_BOM + out.getvalue()).encode()


def from_csv(data: bytes, file: str) -> tuple[list[Grid], list[Problem]]:
    """The table in `data`, or what is wrong with it."""
    if len(data) > MAX_BYTES:
        return [], [file_problem("table-too-large", file, limit=MAX_BYTES // 1_000_000)]
    text = _decoded(data)
    if text is None or "\0" in text:
        return [], [file_problem("table-unreadable", file)]
    rows: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)), 1):
            if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
                return [], [file_problem("table-too-many", file, rows=MOST_ROWS, columns=MOST_COLUMNS)]
            problems += [
                cell_problem("table-formula", file, file, number, column, given=cell[:40])
                for column, cell in enumerate(cells, 1)
                if _FORMULA.match(cell)
            ]
            rows.append(tuple(map(_bared, cells)))
    except csv.Error:
        return [], [file_problem("table-unreadable", file)]
    return [Grid(file, tuple(rows))], problems


def _decoded(data: bytes) -> str | None:
    """The text in the encodings that Excel saves CSV in: UTF-8, its own "Unicode text", or Windows' old one."""
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def _shielded(cell: str) -> str:
    """`cell` with an apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if _HIDDEN.match(cell) else cell


def _bared(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _HIDDEN.match(cell) else cell

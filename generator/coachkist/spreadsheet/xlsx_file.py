"""Excel files: written so that every cell is text, read so that nothing in them runs, unpacks or fetches."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from coachkist.diagnostics import Problem
from coachkist.spreadsheet.grid import (
    LONGEST_CELL,
    MAX_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    cell_problem,
    file_problem,
)

MAX_UNPACKED = 20_000_000
MAX_PARTS = 200
MOST_TABLES = 30
HEADER_ROW = 2
_QUIET = "FF8A8F98"
_WIDE, _NARROW = 60, 14
_NO_TITLE = re.compile(r"[\\/*?:\[\]]")
_LONGEST_TITLE = 31
_GRIDS_START = datetime.datetime(2000, 1, 1)  # Excel knows no time zones
_CODES = {"f": "table-formula", "e": "table-error", "b": "table-yes-no", "d": "table-date"}


def to_xlsx(grids: Sequence[Grid], quiet: frozenset[str]) -> bytes:
    """All `grids` in one file, a tab each; columns whose header is in `quiet` are there for us, and grey."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    # Fixed, so that the same sheet gives the same file.
    book.properties.created = book.properties.modified = _GRIDS_START
    for grid in grids:
        _fill(book.create_sheet(_title(grid.name)), grid, quiet)
    out = io.BytesIO()
    book.save(out)
    return _with_fixed_dates(out.getvalue())


def _fill(sheet: Worksheet, grid: Grid, quiet: frozenset[str]) -> None:
    header = grid.rows[HEADER_ROW - 1]
    for row, cells in enumerate(grid.rows, 1):
        for column, text in enumerate(cells, 1):
            cell: Any = sheet.cell(row, column, text)
            cell.data_type = "s"  # openpyxl would make a formula of what begins with =
            cell.quotePrefix = True
            is_quiet = column <= len(header) and header[column - 1] in quiet
            cell.font = Font(
                name="Arial", size=10, bold=row == HEADER_ROW, color=_QUIET if is_quiet or row < HEADER_ROW else None
            )
            cell.alignment = Alignment(wrap_text=row > HEADER_ROW, vertical="top")
            if row == HEADER_ROW:
                cell.fill = PatternFill("solid", fgColor="FFE9F1F2")
    for column in range(1, len(header) + 1):
        longest = max(len(row[column - 1]) for row in grid.rows if len(row) >= column)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, _NARROW), _WIDE)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _title(name: str) -> str:
    return _NO_TITLE.sub(" ", name)[:_LONGEST_TITLE].strip("' ")


def _with_fixed_dates(data: bytes) -> bytes:
    """The same file with one date for all that is packed in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            part = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, _undated(old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return out.getvalue()


def _undated(core: bytes) -> bytes:
    # openpyxl writes the time of saving whatever it was told.
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", core)


def from_xlsx(data: bytes, file: str) -> tuple[list[Grid], list[Problem]]:
    """The tables in `data`, or what is wrong with them."""
    if (code := _refused(data)) is not None:
        limit = MAX_BYTES // 1_000_000
        return [], [file_problem(code, file, limit=limit, rows=MOST_ROWS, columns=MOST_COLUMNS)]
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        tables = [sheet for sheet in book.worksheets[:MOST_TABLES] if sheet.sheet_state == "visible"]
        read = [_read(sheet, file) for sheet in tables]
        if not read:
            return [], [file_problem("table-unreadable", file)]
    except Exception:  # a stranger's file can break openpyxl in any way there is
        return [], [file_problem("table-unreadable", file)]
    return [grid for grid, _ in read], [problem for _, found in read for problem in found]


def _refused(data: bytes) -> str | None:
    """Why `data` is not even opened: too large, no zip file, or one that unpacks to too much."""
    if len(data) > MAX_BYTES:
        return "table-too-large"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "table-unreadable"
    # What a part claims to be is also the most that zipfile reads of it, so a false claim gains nothing.
    too_much = len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED
    return "table-bomb" if too_much else None


def _read(sheet: Any, file: str) -> tuple[Grid, list[Problem]]:
    rows: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    # Cells far below may only have been coloured: rows count when something stands in them.
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS * 5, max_col=MOST_COLUMNS), 1):
        cells = [cell for cell in row if cell.value is not None]
        if cells and number > MOST_ROWS:
            return Grid(sheet.title, ()), [file_problem("table-too-many", file, rows=MOST_ROWS, columns=MOST_COLUMNS)]
        problems += [
            cell_problem(code, file, sheet.title, number, cell.column, given=str(cell.value)[:40])
            for cell in cells
            if (code := _CODES.get(cell.data_type)) is not None
        ]
        rows.append(_without_end([_text(cell.value) for cell in row]))
    while rows and not rows[-1]:
        rows.pop()
    return Grid(sheet.title, tuple(rows)), problems


def _without_end(texts: list[str]) -> tuple[str, ...]:
    """`texts` without the empty ones at the end, where a spreadsheet has no cells at all."""
    length = max((at for at, text in enumerate(texts, 1) if text), default=0)
    return tuple(texts[:length])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[: LONGEST_CELL + 1]

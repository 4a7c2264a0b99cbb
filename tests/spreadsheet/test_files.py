"""Spreadsheet files: what goes out comes back, and what could do harm is refused with the cell's name."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.diagnostics import Problem
from coachkist.spreadsheet.csv_file import from_csv, to_csv
from coachkist.spreadsheet.grid import MOST_ROWS, Grid, cell_name
from coachkist.spreadsheet.xlsx_file import from_xlsx, to_xlsx

QUIET = frozenset({"id"})
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20)
DANGEROUS = st.sampled_from(
    ["=1+1", "+32 2", "-1", "@SUM(A1)", "'=1", "''-x", "'s ochtends", '="a"&B1', "a;b", 'zeg "x"', "_x0041_"]
)
CELLS = st.one_of(DANGEROUS, TEXTS)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6)


def grid(rows: list[list[str]]) -> Grid:
    return Grid("kaarten", (("blad", "x"), ("groep", "id"), *map(tuple, rows)))


def bare(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Without the empty cells and rows at the end, which no spreadsheet keeps."""
    found = [tuple(row[: max((at for at, text in enumerate(row, 1) if text), default=0)]) for row in rows]
    while found and not found[-1]:
        found.pop()
    return found


@given(ROWS)
def test_excel_files_come_back(rows: list[list[str]]) -> None:
    (back,), problems = from_xlsx(to_xlsx([grid(rows)], QUIET), "x.xlsx")
    assert problems == []
    assert bare(back.rows) == bare(grid(rows).rows)


@given(ROWS)
def test_csv_files_come_back(rows: list[list[str]]) -> None:
    data = to_csv(grid(rows))
    assert data.startswith(b"\xef\xbb\xbf")
    (back,), problems = from_csv(data, "x.csv")
    assert problems == []
    assert bare(back.rows) == bare(grid(rows).rows)


@given(ROWS)
def test_nothing_that_goes_out_is_a_formula(rows: list[list[str]]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([grid(rows)], QUIET)))
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {
        "s",
        "inlineStr",
        "n",
    }
    for line in to_csv(grid(rows)).decode("utf-8-sig").split("\r\n"):
        for cell in line.split(";"):
            assert not cell.strip('"').startswith(("=", "+", "@"))


def test_the_same_sheet_gives_the_same_file() -> None:
    assert to_xlsx([grid([["a"]])], QUIET) == to_xlsx([grid([["a"]])], QUIET)


def test_ids_are_grey_and_headers_stay_in_view() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([grid([["Rust", "rust"]])], QUIET))).worksheets[0]
    assert sheet.title == "kaarten"
    assert sheet.freeze_panes == "A3"
    assert sheet["B3"].font.color.rgb != "FF000000"
    assert sheet["A2"].font.bold


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_as_programs_save_it(encoding: str, separator: str) -> None:
    text = f"blad{separator}x\r\nbegroeting{separator}id\r\nHé{separator}één\r\n"
    (back,), problems = from_csv(text.encode(encoding), "x.csv")
    assert problems == []
    assert back.rows[2] == ("Hé", "één")


def one_cell(value: object) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "t"
    sheet: Any = book.active
    sheet["B12"] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(one_cell("tekst"))) as file:
        return packed({one: change(file.read(one)) if one == name else file.read(one) for one in file.namelist()})


def only_problem(found: tuple[list[Grid], list[Problem]]) -> tuple[str, str]:
    (problem,) = found[1]
    return problem.code, str(problem.values.get("cell", ""))


def test_cells_that_are_no_text_are_named() -> None:
    for value, code in [
        ("=1+1", "table-formula"),
        ('=HYPERLINK("https://elders.example")', "table-formula"),
        ("#REF!", "table-error"),
        (True, "table-yes-no"),
        (datetime.date(2026, 2, 1), "table-date"),
    ]:
        assert only_problem(from_xlsx(one_cell(value), "x.xlsx")) == (code, "B12")
    (back,), problems = from_xlsx(one_cell(12), "x.xlsx")
    assert problems == []
    assert back.rows[11][1] == "12"
    for text in ("=1+1", "@SUM(A1)", "+1", "-1", "\t=1"):
        assert only_problem(from_csv(f"a;b\nc;{text}\n".encode(), "x.csv")) == ("table-formula", "B2")


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table-unreadable"),
        (b"%PDF-1.7", "table-unreadable"),
        (b"PK\x03\x04" + b"\0" * 100, "table-unreadable"),
        (packed({"a.txt": b"x"}), "table-unreadable"),
        (packed({"xl/worksheets/sheet1.xml": b"\0" * 30_000_000}), "table-bomb"),
        (packed({f"{n}.xml": b"" for n in range(300)}), "table-bomb"),
        (b"x" * 5_000_001, "table-too-large"),
        (with_part("xl/worksheets/sheet1.xml", lambda _: ENTITY), "table-unreadable"),
        (with_part("xl/workbook.xml", lambda _: ENTITY), "table-unreadable"),
        (with_part("xl/worksheets/sheet1.xml", lambda part: part[:200]), "table-unreadable"),
    ],
)
def test_files_that_are_not_read(data: bytes, code: str) -> None:
    assert only_problem(from_xlsx(data, "x.xlsx"))[0] == code


def test_far_too_many_rows() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("t")
    for _ in range(MOST_ROWS + 1):
        sheet.append(["x"])
    out = io.BytesIO()
    book.save(out)
    assert only_problem(from_xlsx(out.getvalue(), "x.xlsx"))[0] == "table-too-many"
    assert only_problem(from_csv(b"x\n" * (MOST_ROWS + 1), "x.csv"))[0] == "table-too-many"
    assert only_problem(from_csv(b";" * 50, "x.csv"))[0] == "table-too-many"
    assert only_problem(from_csv(b"a\0b", "x.csv"))[0] == "table-unreadable"


def test_a_single_cell_at_the_very_bottom_costs_nothing() -> None:
    row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    data = with_part("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", row))
    (back,), _ = from_xlsx(data, "x.xlsx")
    assert len(back.rows) == 12


def test_cell_names() -> None:
    assert [cell_name(12, column) for column in (1, 2, 26, 27, 703)] == ["A12", "B12", "Z12", "AA12", "AAA12"]

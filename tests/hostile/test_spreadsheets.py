"""Spreadsheets from strangers, read in little memory and time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from coachkist.report import explain
from coachkist.spreadsheet.grid import cell_name
from coachkist.spreadsheet.importing import read_grids
from coachkist.strings import Strings
from tests.hostile.guarded import guarded

SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def lying(data: bytes, real: int, told: int) -> bytes:
    """The zip `data`, whose part of `real` bytes now claims to be `told` bytes."""
    return data.replace(real.to_bytes(4, "little"), told.to_bytes(4, "little"))


BOMB = packed({SHEET: b"\0" * 200_000_000})
CASES = {
    "a bomb": (BOMB, "table-bomb"),
    "a bomb that lies about its size": (lying(BOMB, 200_000_000, 1_000), "table-unreadable"),
    "a zip in a zip in a zip": (packed({"a.zip": packed({"b.zip": BOMB})}), "table-unreadable"),
    "a hundred thousand parts": (packed({f"{n}": b"" for n in range(30_000)}), "table-bomb"),
    "paths upwards": (packed({"../../../tmp/geheim": b"x", "/etc/x": b"x"}), "table-unreadable"),
    "an encoding nobody knows": (b"PK\x03\x04" + b"\xff" * 5_000, "table-unreadable"),
    "50 MB": (b"PK" + b"\0" * 50_000_000, "table-too-large"),
    "a PDF": (b"%PDF-1.7\n", "table-unreadable"),
    "only a sheet": (packed({SHEET: HEAD}), "table-unreadable"),
}
CSVS = {
    "50 MB of CSV": (b"x;y\n" * 15_000_000, "table-too-large"),
    "a line without end": (b"x" * 4_000_000, "table-unreadable"),
    "a quote without end": (b'"' + b"x;\n" * 1_000_000, "table-unreadable"),
    "many rows": (b"x\n" * 100_000, "table-too-many"),
    "many columns": (b";" * 100_000, "table-too-many"),
    "zeros": (b"\0" * 1_000, "table-unreadable"),
    "a formula": (b"blad;x\n=cmd|' /C calc'!A0;y\n", "table-formula"),
    "a link": (b'blad;x\n"=HYPERLINK(""https://elders.example"")";y\n', "table-formula"),
}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [(f"{name}.xlsx", *case) for name, case in CASES.items()] + [(f"{name}.csv", *case) for name, case in CSVS.items()],
    ids=[*CASES, *CSVS],
)
def test_refused(name: str, data: bytes, code: str, tmp_path: Path, strings: Strings) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    told = guarded(lambda: [(one.code, one.span.file, explain(one, strings).text) for one in read_grids(path)[1]])
    assert [(one, file) for one, file, _ in told] == [(code, name)]
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_cell_is_named_as_the_reader_sees_it() -> None:
    assert cell_name(12, 2) == "B12"

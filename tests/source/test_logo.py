"""The logo of a school: what may be shown, and what its owner is told otherwise."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from coachkist.diagnostics import Severity
from coachkist.source.logo import MAX_LOGO_BYTES, read_logo
from coachkist.source.nodes import Place, SourceFile
from tests.source.pictures import png, svg

NAMED_AT = Place(SourceFile.of("content/schools/x/school.yml", 'logo: "logo.png"'), 1, 7, 6, 16)


def codes(path: Path) -> list[str]:
    logo, problems = read_logo(path, NAMED_AT)
    assert logo is None
    assert all(problem.span.line == 1 for problem in problems)
    return [problem.code for problem in problems]


def test_a_png_and_an_svg(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(3, 4))
    (tmp_path / "a.svg").write_bytes(svg("<rect/>"))
    logo, problems = read_logo(tmp_path / "a.png", NAMED_AT)
    assert logo is not None
    assert problems == []
    assert 'viewBox="0 0 3 4"' in logo.svg
    drawn, problems = read_logo(tmp_path / "a.svg", NAMED_AT)
    assert drawn is not None
    assert problems == []
    assert "<rect" in drawn.svg


def test_what_was_taken_out_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg('<rect onclick="x()"/>'))
    logo, (note,) = read_logo(tmp_path / "a.svg", NAMED_AT)
    assert logo is not None
    assert "onclick" not in logo.svg
    assert (note.code, note.severity, note.values["removed"]) == ("logo-cleaned", Severity.NOTE, "onclick")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "logo-not-a-picture"),
        (b"", "logo-not-a-picture"),
        (svg("<rect/>"), "logo-not-a-picture"),
        (png()[:-4], "logo-not-a-picture"),
        (png() + b"<script>", "logo-not-a-picture"),
        (png().replace(b"IHDR", b"JHDR"), "logo-not-a-picture"),
        (png().replace(b"IDAT", b"jUNK"), "logo-not-a-picture"),
        (png(20_000, 20_000, data=b""), "logo-too-many-pixels"),
        (png(2, 4001, data=b""), "logo-too-many-pixels"),
        (png(0, 2, data=b""), "logo-too-many-pixels"),
        (png() + b"\0" * MAX_LOGO_BYTES, "logo-too-large"),
    ],
)
def test_what_is_no_good_png(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert codes(tmp_path / "a.png") == [code]


def test_a_size_that_was_changed_afterwards(tmp_path: Path) -> None:
    claimed = png().replace(struct.pack(">II", 2, 2), struct.pack(">II", 9, 9))
    (tmp_path / "a.png").write_bytes(claimed)
    assert codes(tmp_path / "a.png") == ["logo-not-a-picture"]


def test_only_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("link.png", "folder.png", "pipe.png", "absent.png", "/dev/zero"):
        assert codes(tmp_path / name) == ["logo-missing"]

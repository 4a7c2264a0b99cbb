"""Encodings and characters: what Windows saves is read, or told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.source.text import MAX_BYTES, decode, read_source


@pytest.mark.parametrize("data", [b"a: 1\r\nb: 2\r\n", b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\rb: 2\r"])
def test_line_ends_and_byte_order_mark(data: bytes) -> None:
    source, problems = decode(data, "x.yml")
    assert problems == []
    assert source is not None
    assert source.text == "a: 1\nb: 2\n"


def test_wrong_byte_is_pointed_at() -> None:
    source, problems = decode(b"een\r\ntw\xe9\xe9\r\n", "x.yml")
    assert source is None
    assert [(p.code, p.span.line, p.span.column, p.values["meant"], p.quote) for p in problems] == [
        ("encoding-not-utf8", 2, 3, "é", "twéé")
    ]


def test_missing_and_too_large(tmp_path: Path) -> None:
    assert [problem.code for problem in read_source(tmp_path / "weg.yml", "weg.yml")[1]] == ["file-unreadable"]
    large = tmp_path / "groot.yml"
    large.write_bytes(b"a" * (MAX_BYTES + 1))
    assert [problem.code for problem in read_source(large, "groot.yml")[1]] == ["file-too-large"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    source, problems = decode(data, "x.yml")
    assert source is not None or problems
    for problem in problems:
        assert problem.span.file == "x.yml"

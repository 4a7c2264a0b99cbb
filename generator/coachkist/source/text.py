"""Bytes → text: which encodings and characters a content file may hold, told apart for people on Windows."""

from __future__ import annotations

import re
from pathlib import Path

from coachkist.diagnostics import Problem
from coachkist.source.nodes import SourceFile

MAX_BYTES = 1_000_000
"""A content file is at most a megabyte; the largest real one is some fifty kilobytes."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_SURROGATE_OR_PRIVATE = re.compile("[\ud800-\udfff\ue000-\uf8ff]")
_ODD = (
    ("character-control", _CONTROL),
    ("character-bidi", _BIDI),
    ("character-private", _SURROGATE_OR_PRIVATE),
)


def read_source(path: Path, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """The text of the file at `path`, called `name` in messages; None with problems where it cannot be read."""
    nowhere = SourceFile.of(name, "")
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [nowhere.problem("file-too-large", limit=MAX_BYTES)]
        data = path.read_bytes()
    except OSError:
        return None, [nowhere.problem("file-unreadable")]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """`data` as text: UTF-8 with or without byte order mark, any line ends."""
    if data.startswith(_UTF16):
        return None, [SourceFile.of(name, "").problem("encoding-utf16")]
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_wrong_byte(data, name, error.start)]
    source = SourceFile.of(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    return source, _odd_characters(source)


def _wrong_byte(data: bytes, name: str, at: int) -> Problem:
    """The first byte that is not UTF-8, with the character it would be in Windows' own encoding."""
    lines = data.decode("cp1252", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    before = data[:at].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    meant = data[at : at + 1].decode("cp1252", errors="replace")
    return SourceFile.of(name, lines).problem("encoding-not-utf8", line, column, meant=meant)


def odd_character(text: str) -> tuple[str, str] | None:
    """The first character of `text` that no content may hold: the code of the problem, and its number."""
    odd = ((code, found) for code, pattern in _ODD if (found := pattern.search(text)))
    return next(((code, f"U+{ord(found[0]):04X}") for code, found in odd), None)


def _odd_characters(source: SourceFile) -> list[Problem]:
    if odd_character(source.text) is None:
        return []
    problems = []
    for number, line in enumerate(source.lines, 1):
        for code, pattern in _ODD:
            if found := pattern.search(line):
                hexadecimal = f"U+{ord(found[0]):04X}"
                problems.append(source.problem(code, number, found.start() + 1, character=hexadecimal))
    return problems

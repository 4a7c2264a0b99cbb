"""Problems in words: as text for people, JSON for programs, and annotations for GitHub.

A problem carries a code and values; its sentence stands under `problems.<code>` in the strings file.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from rich.cells import cell_len
from rich.text import Text

from coachkist.diagnostics import Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coachkist.strings import Strings

TAB_STOP = 4
"""Cells from one tab stop to the next in a quoted line."""

LONGEST_VALUE = 400
"""Characters of an author's text that a message repeats; the quoted line shows the rest."""

_PLAIN = {
    "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "•": "*", "→": "->", "×": "x",
}  # fmt: skip
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
_ON_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Format(StrEnum):
    """The ways in which problems can be shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader's screen can show: its width in cells, and the encoding every character must fit."""

    width: int = 100
    encoding: str = "utf-8"


PIPE = Layout()
"""What a file or another program can take."""


@dataclass(frozen=True, slots=True)
class Message:
    """A problem with its sentence and its advice; `hint` is empty where there is none."""

    code: str
    severity: Severity
    span: Span
    text: str
    hint: str
    quote: str


def explain(problem: Problem, strings: Strings) -> Message:
    """`problem` in words."""
    key = f"problems.{problem.code}"
    values = {name: _shortened(value) for name, value in problem.values.items()}
    # A code without a text is our mistake; the author still has to see the place and all other problems.
    sentence = f"{key}.message" if f"{key}.message" in strings else "cli.report.unknown"
    advice = f"{key}.near" if "near" in values and f"{key}.near" in strings else f"{key}.hint"
    hint = strings(advice, **values) if advice in strings else ""
    text = _one_line(strings(sentence, **values))
    return Message(problem.code, problem.severity, problem.span, text, _one_line(hint), problem.quote)


def explain_all(problems: Iterable[Problem], strings: Strings) -> list[Message]:
    """All `problems` in words, by file, line and column."""
    return [explain(problem, strings) for problem in sorted(problems, key=lambda problem: problem.sort_key)]


def render(problems: Iterable[Problem], form: Format, strings: Strings, layout: Layout = PIPE) -> Text:
    """All `problems` in `form`, ending in a line break unless there is nothing to show."""
    messages = explain_all(problems, strings)
    match form:
        case Format.TEXT:
            return as_text(messages, strings, layout)
        case Format.JSON:
            return Text(as_json(messages))
        case Format.GITHUB:
            return Text(as_github(messages))
    assert_never(form)


def as_text(messages: Iterable[Message], strings: Strings, layout: Layout) -> Text:
    """Place, code and sentence on a line, then the quoted source line with a caret, then the hint."""
    result = Text()
    for message in messages:
        _add_headline(result, message, strings, layout)
        _add_quote(result, message, layout)
        if message.hint:
            hint = strings("cli.report.hint", hint=message.hint)
            result.append(f"  {legible(hint, layout.encoding)}\n", style="cyan")
    return result


def as_json(messages: Iterable[Message]) -> str:
    """List one object a problem; line 0 stands for the file as a whole."""
    rows = [
        {
            "code": message.code,
            "severity": message.severity.value,
            "file": message.span.file,
            "line": message.span.line,
            "column": message.span.column,
            "message": message.text,
            "hint": message.hint,
            "quote": message.quote,
        }
        for message in messages
    ]
    # In ASCII: whatever encoding a pipe on Windows has, the program at its other end reads the same.
    return json.dumps(rows, indent=2) + "\n"


def as_github(messages: Iterable[Message]) -> str:
    """Workflow commands that GitHub shows as annotations beside the changed lines."""
    return "".join(f"{_annotation(message)}\n" for message in messages)


def closing_line(problems: Iterable[Problem], counts: Mapping[str, int], strings: Strings) -> str:
    """How many problems in how many files, or, without problems, how many entries of each kind are in order.

    `counts` maps a kind of entry (`method`, `sheet` …) to the number of its entries.
    """
    problems = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if not problems:
        named = [strings.plural(f"cli.report.counts.{kind}", n) for kind, n in counts.items() if n]
        return strings("cli.report.fine", counts=", ".join(named)) if named else strings("cli.report.fine_but_empty")
    parts = []
    for severity, key in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings")):
        if count := sum(problem.severity is severity for problem in problems):
            parts.append(strings.plural(f"cli.report.{key}", count))
    files = strings.plural("cli.report.files", len({problem.span.file for problem in problems}))
    joined = f" {strings('cli.report.and')} ".join(parts)
    return strings("cli.report.summary", problems=joined, files=files)


def legible(text: str, encoding: str) -> str:
    """`text` with each character that `encoding` lacks replaced by its nearest likeness, or by `?`.

    Old Windows consoles and pipes have cp850 or cp1252: a message must arrive there, never raise.
    """
    if _encodable(text, encoding):
        return text
    return "".join(_nearest(char, encoding) for char in text)


def _nearest(char: str, encoding: str) -> str:
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    for candidate in (char, _PLAIN.get(char, ""), bare):
        if candidate and _encodable(candidate, encoding):
            return candidate
    return "?"


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    except LookupError:
        return text.isascii()
    return True


def _shortened(value: str | int) -> str | int:
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return value[: LONGEST_VALUE - 1].rstrip() + "…"
    return value


def _one_line(text: str) -> str:
    return "".join(_harmless(char) for char in " ".join(text.split()))


def _harmless(char: str) -> str:
    # Escape sequences and changes of direction in an author's text would act on the reader's terminal.
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char


def _add_headline(result: Text, message: Message, strings: Strings, layout: Layout) -> None:
    place = _location(message.span, strings)
    result.append(legible(place, layout.encoding), style="bold")
    result.append(f" {message.code}", style=_COLOURS[message.severity])
    if message.severity is not Severity.ERROR:
        result.append(f" {strings(f'cli.report.{message.severity.value}')}")
    result.append(f" {legible(message.text, layout.encoding)}\n")


def _location(span: Span, strings: Strings) -> str:
    file = _one_line(span.file)
    if not span.line:
        return strings("cli.report.file", file=file)
    return strings("cli.report.location", file=file, line=span.line, column=span.column)


def _add_quote(result: Text, message: Message, layout: Layout) -> None:
    if not message.span.line or not message.quote.strip():
        return
    line, caret = excerpt(message.quote, message.span.column, layout)
    result.append(f"  {line}\n")
    if message.span.column:
        result.append(f"  {' ' * caret}^\n", style=_COLOURS[message.severity])


def excerpt(quote: str, column: int, layout: Layout) -> tuple[str, int]:
    """Cut `quote` to what fits around `column` (from 1); with it, the cells that stand before that column."""
    shown = _shown_characters(quote.rstrip("\r\n"), layout.encoding)
    at = min(max(column - 1, 0), len(shown))
    more = legible("…", layout.encoding)
    room = max(layout.width - 2, 20)
    widths = [cell_len(part) for part in shown]
    if sum(widths) <= room:
        return "".join(shown).rstrip(), sum(widths[:at])
    first, last = _window(widths, at, room - 2 * len(more))
    before, after = more if first else "", more if last < len(shown) else ""
    line = before + "".join(shown[first:last]) + after
    return line.rstrip(), len(before) + sum(widths[first:at])


def _shown_characters(quote: str, encoding: str) -> list[str]:
    shown: list[str] = []
    cells = 0
    for char in quote:
        part = " " * (TAB_STOP - cells % TAB_STOP) if char == "\t" else legible(_harmless(char), encoding)
        shown.append(part)
        cells += cell_len(part)
    return shown


def _window(widths: list[int], at: int, room: int) -> tuple[int, int]:
    """Find the widest stretch around `at` that fits in `room` cells, grown evenly to both sides."""
    first = last = at
    grown = True
    while grown:
        grown = False
        if last < len(widths) and widths[last] <= room:
            room -= widths[last]
            last, grown = last + 1, True
        if first > 0 and widths[first - 1] <= room:
            first, grown = first - 1, True
            room -= widths[first]
    return first, last


def _annotation(message: Message) -> str:
    span = message.span
    properties = [f"file={_property(span.file)}"]
    if span.line:
        properties += [f"line={span.line}", f"col={max(span.column, 1)}"]
    properties.append(f"title={_property(message.code)}")
    body = "\n".join(part for part in (message.text, message.hint) if part)
    return f"::{_ON_GITHUB[message.severity]} {','.join(properties)}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

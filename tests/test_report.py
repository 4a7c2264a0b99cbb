"""Problems in words, on any screen and for any program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachkist.diagnostics import Problem, Severity, Span
from coachkist.report import LONGEST_VALUE, Format, Layout, closing_line, excerpt, explain, legible, render
from coachkist.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = Strings(
    {
        "problems": {
            "text-empty": {"message": "‘{field}’ is nog leeg.", "hint": "Vul het in."},
            "key-unknown": {
                "message": "‘{key}’ kennen we niet.",
                "near": "Bedoel je ‘{near}’?",
                "hint": "Haal het weg.",
            },
            "bare": {"message": "Kaal."},
        },
        "cli": {
            "report": {
                "hint": "tip: {hint}",
                "file": "{file}:",
                "location": "{file}:{line}:{column}:",
                "warning": "(waarschuwing)",
                "unknown": "Hier klopt iets niet.",
            }
        },
    }
)
EMPTY = Problem("text-empty", Span("methods/a.yml", 3, 8), {"field": "title"}, quote='title: ""')


def text(*problems: Problem, layout: Layout | None = None) -> str:
    return render(problems, Format.TEXT, WORDS, layout or Layout()).plain


def test_text_has_place_code_sentence_quote_caret_and_hint() -> None:
    assert text(EMPTY) == (
        'methods/a.yml:3:8: text-empty ‘title’ is nog leeg.\n  title: ""\n         ^\n  tip: Vul het in.\n'
    )


def test_text_is_sorted_by_file_line_and_column() -> None:
    spans = [Span("b.yml", 1, 1), Span("a.yml", 10, 1), Span("a.yml", 9, 5), Span("a.yml", 9, 2)]
    shown = text(*(Problem("bare", span) for span in spans))
    assert [line.split()[0] for line in shown.splitlines()] == [
        "a.yml:9:2:",
        "a.yml:9:5:",
        "a.yml:10:1:",
        "b.yml:1:1:",
    ]


def test_a_problem_with_a_whole_file_has_no_line() -> None:
    assert text(Problem("bare", Span("a.yml"))) == "a.yml: bare Kaal.\n"


def test_a_warning_says_so() -> None:
    assert "bare (waarschuwing) Kaal." in text(Problem("bare", Span("a.yml", 1, 1), severity=Severity.WARNING))


def test_a_near_word_is_suggested_where_there_is_one() -> None:
    near = Problem("key-unknown", Span("a.yml", 1, 1), {"key": "titel", "near": "title"})
    assert explain(near, WORDS).hint == "Bedoel je ‘title’?"
    assert explain(Problem("key-unknown", Span("a.yml"), {"key": "x"}), WORDS).hint == "Haal het weg."


def test_a_code_without_a_text_does_not_hide_the_other_problems() -> None:
    shown = text(Problem("nobody-wrote-this", Span("a.yml", 2, 1)), EMPTY)
    assert "a.yml:2:1: nobody-wrote-this Hier klopt iets niet." in shown
    assert "is nog leeg" in shown


def test_values_are_not_filled_in_twice() -> None:
    problem = Problem("key-unknown", Span("a.yml"), {"key": "{near}", "near": "x"})
    assert explain(problem, WORDS).text == "‘{near}’ kennen we niet."


def test_an_endless_value_is_shortened() -> None:
    problem = Problem("text-empty", Span("a.yml"), {"field": "x" * 10_000})
    assert len(explain(problem, WORDS).text) < LONGEST_VALUE + 50


@pytest.mark.parametrize("value", ["\x1b[31mrood", "een\u202etwee", "een\x00twee", "regel\nregel"])
def test_an_authors_text_does_nothing_to_the_terminal(value: str) -> None:
    shown = text(Problem("text-empty", Span("a.yml", 1, 1), {"field": value}, quote=f"{value}"))
    assert not any(char in shown for char in "\x1b\u202e\x00")
    assert shown.count("\n") == 4


def caret_points_at(quote: str, column: int, layout: Layout) -> str:
    line, caret = excerpt(quote, column, layout)
    cells = 0
    for char in line:
        if cells == caret and cell_len(char):
            return char
        cells += cell_len(char)
    return ""


def test_the_caret_stands_under_the_column() -> None:
    assert caret_points_at("  do: ?x", 7, Layout()) == "?"
    assert caret_points_at("\tdo:\t?x", 6, Layout()) == "?"
    assert caret_points_at("do: 日本語?x", 8, Layout()) == "?"
    assert caret_points_at("do: e\u0301e\u0301?x", 9, Layout()) == "?"


def test_a_caret_past_the_end_stands_behind_the_line() -> None:
    assert excerpt("kort", 40, Layout()) == ("kort", 4)


@pytest.mark.parametrize("column", [1, 2, 50, 250, 499, 500])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_long_line_is_cut_around_the_caret(column: int, encoding: str) -> None:
    quote = "".join("abcdefghij"[number % 10] for number in range(500))
    layout = Layout(60, encoding)
    line, caret = excerpt(quote, column, layout)
    assert cell_len(line) <= 60
    assert line[caret] == quote[column - 1]
    assert len(line) > 45, "as much as fits is shown"


@given(
    st.text(max_size=300),
    st.integers(0, 320),
    st.sampled_from(["utf-8", "cp1252", "cp850", "ascii", "none-such"]),
)
def test_any_line_can_be_shown_anywhere(quote: str, column: int, encoding: str) -> None:
    layout = Layout(50, encoding)
    shown = text(Problem("text-empty", Span(quote, 1, column), {"field": quote}, quote=quote), layout=layout)
    if encoding != "none-such":
        shown.encode(encoding)
    line, caret = excerpt(quote, column, layout)
    assert cell_len(line) <= 50
    assert 0 <= caret <= 50


def test_old_consoles_get_the_nearest_characters() -> None:
    assert legible("‘vlekje’ … één → ☐", "cp850") == "'vlekje' ... één -> ?"
    assert legible("één – łódź", "ascii") == "een - ?odz"
    assert legible("‘één’ …", "cp1252") == "‘één’ …"


def test_json_holds_everything_in_ascii() -> None:
    rendered = render([EMPTY, Problem("bare", Span("b.yml"))], Format.JSON, WORDS).plain
    assert rendered.isascii()
    assert json.loads(rendered) == [
        {
            "code": "bare",
            "severity": "error",
            "file": "b.yml",
            "line": 0,
            "column": 0,
            "message": "Kaal.",
            "hint": "",
            "quote": "",
        },
        {
            "code": "text-empty",
            "severity": "error",
            "file": "methods/a.yml",
            "line": 3,
            "column": 8,
            "message": "‘title’ is nog leeg.",
            "hint": "Vul het in.",
            "quote": 'title: ""',
        },
    ]


def test_json_without_problems_is_an_empty_list() -> None:
    assert json.loads(render([], Format.JSON, WORDS).plain) == []


def test_github_gets_escaped_annotations() -> None:
    span = Span("methods/a,b:c.yml", 3, 8)
    problem = Problem("text-empty", span, {"field": "100%::warning::"}, severity=Severity.WARNING)
    assert render([problem], Format.GITHUB, WORDS).plain == (
        "::warning file=methods/a%2Cb%3Ac.yml,line=3,col=8,title=text-empty::"
        "‘100%25::warning::’ is nog leeg.%0AVul het in.\n"
    )
    whole = render([Problem("bare", Span("a.yml"))], Format.GITHUB, WORDS).plain
    assert whole == "::error file=a.yml,title=bare::Kaal.\n"


@pytest.mark.parametrize(
    ("errors", "warnings", "files", "expected"),
    [
        (3, 1, 2, "3 fouten en 1 waarschuwing in 2 bestanden"),
        (1, 0, 1, "1 fout in 1 bestand"),
        (0, 2, 1, "2 waarschuwingen in 1 bestand"),
    ],
)
def test_the_closing_line_counts(errors: int, warnings: int, files: int, expected: str, strings: Strings) -> None:
    severities = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
    problems = [
        Problem("bare", Span(f"{number % files}.yml", number + 1), severity=severity)
        for number, severity in enumerate(severities)
    ]
    assert closing_line(problems, {"method": 4}, strings) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"method": 8, "sheet": 2, "workbook": 1}, "Alles in orde: 8 werkvormen, 2 bladen, 1 werkboek"),
        ({"method": 1, "sheet": 0}, "Alles in orde: 1 werkvorm"),
        ({}, "Alles in orde, maar er is nog geen inhoud"),
    ],
)
def test_the_closing_line_without_problems(counts: Mapping[str, int], expected: str, strings: Strings) -> None:
    assert closing_line([], counts, strings) == expected

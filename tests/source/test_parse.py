"""YAML → nodes: positions, bounds, and that no input ever raises."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from coachkist.source.nodes import MappingNode, ScalarNode, SourceFile, find, place_of, to_data
from coachkist.source.parse import MAX_DEPTH, MAX_NODES, parse


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse(SourceFile.of("x.yml", text))[1]]


def test_every_scalar_stays_text() -> None:
    node, problems = parse(SourceFile.of("x.yml", "tijd: 12:30\non: nee\nleeg:\nja: yes\ngetal: 0x1F\n"))
    assert problems == []
    assert node is not None
    assert to_data(node) == {"tijd": "12:30", "on": "nee", "leeg": None, "ja": "yes", "getal": "0x1F"}


def test_places() -> None:
    source = SourceFile.of("x.yml", "é: één\nlijst:\n  - id: a\n    tekst: >\n      twee {leerlingen}\n      hier\n")
    node, _ = parse(source)
    assert node is not None
    place = place_of(node, ["lijst", 0, "tekst"])
    assert (place.line, place.column) == (4, 12)
    inside = place.within("{leerlingen}")
    assert (inside.line, inside.column) == (5, 12)
    assert place.within("staat er niet") == place
    assert place_of(node, ["lijst", 7, "x"]) == place_of(node, ["lijst"])
    assert isinstance(find(node, ["é"]), ScalarNode)
    assert find(node, ["é", "x"]) is None


def test_bounds() -> None:
    assert codes("[" * 100_000) == ["yaml-too-deep"]
    assert codes("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH) == ["yaml-too-deep"]
    assert codes("- a\n" * (MAX_NODES + 1)) == ["yaml-too-many"]
    assert codes("- a\n" * 1000) == []


def test_normalised() -> None:
    node, _ = parse(SourceFile.of("x.yml", "a: e\u0301e\u0301n\n"))
    assert isinstance(node, MappingNode)
    assert to_data(node) == {"a": "één"}


@given(st.text(st.sampled_from("ab:-# \n\t'\"{}[]*&!|>?%@`,é"), max_size=80))
def test_any_text_gives_a_tree_or_a_problem_inside_the_file(text: str) -> None:
    source = SourceFile.of("x.yml", text)
    node, problems = parse(source)
    assert node is not None or problems
    for problem in problems:
        assert problem.span.line <= len(source.lines)
        assert problem.span.column <= len(problem.quote) + 1


@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["C"]), max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4),
        max_leaves=12,
    )
)
def test_what_was_written_is_read(data: object) -> None:
    import unicodedata

    text = yaml.safe_dump({"root": data}, allow_unicode=True, default_style='"')
    node, problems = parse(SourceFile.of("x.yml", text))
    assert problems == []
    assert node is not None

    def normal(value: object) -> object:
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value)
        if isinstance(value, list):
            return [normal(item) for item in value]
        if isinstance(value, dict):
            return {normal(key): normal(item) for key, item in value.items()}
        return value

    assert to_data(node) == normal({"root": data})

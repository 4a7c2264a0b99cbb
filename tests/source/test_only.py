"""`only: NL`: what is for one country alone, on nodes."""

from __future__ import annotations

import pytest

from coachkist.model.enums import Country
from coachkist.source.nodes import Node, SourceFile, place_of, to_data
from coachkist.source.only import for_country
from coachkist.source.parse import parse

TEXT = """
title: "Mentor"
tips:
  - "Vraag een mentor."
  - only: NL
    text: "Vraag een werkplekbegeleider."
sections:
  - id: overal
    text: "x"
  - id: hier
    only: BE
    text: "y"
extra:
  only: NL
  why: "z"
"""


def node(text: str) -> Node:
    result, problems = parse(SourceFile.of("x.yml", text))
    assert problems == []
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("country", "tips", "sections", "extra"),
    [
        (None, ["Vraag een mentor.", "Vraag een werkplekbegeleider."], ["overal", "hier"], True),
        (Country.BE, ["Vraag een mentor."], ["overal", "hier"], False),
        (Country.NL, ["Vraag een mentor.", "Vraag een werkplekbegeleider."], ["overal"], True),
    ],
)
def test_each_country_sees_its_own(country: Country | None, tips: list[str], sections: list[str], extra: bool) -> None:
    result, ours, problems = for_country(node(TEXT), country)
    data = to_data(result)
    assert (ours, problems) == (True, [])
    assert data["tips"] == tips  # type: ignore[index]
    assert [one["id"] for one in data["sections"]] == sections  # type: ignore[index]
    assert ("extra" in data) is extra  # type: ignore[operator]
    assert "only" not in str(data)


def test_values_keep_their_place() -> None:
    result, _, _ = for_country(node(TEXT), Country.NL)
    assert place_of(result, ["tips", 1]).line == 6
    assert place_of(result, ["extra", "why"]).line == 15


def test_what_has_no_country_is_the_very_same() -> None:
    whole = node("a: 1\nb:\n  - c\n")
    assert for_country(whole, Country.BE)[0] is whole


def test_a_whole_entry_may_be_for_another_country() -> None:
    result, ours, _ = for_country(node('only: NL\ntitle: "x"\n'), Country.BE)
    assert ours is False
    assert to_data(result) == {"title": "x"}


def test_an_unknown_country_is_told_at_its_place() -> None:
    _, _, problems = for_country(node("a:\n  - only: DE\n    text: x\n"), Country.BE)
    assert [(one.code, one.span.line, one.values["known"]) for one in problems] == [("only-unknown", 2, "BE, NL")]

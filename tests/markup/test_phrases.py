"""Looking for many phrases at once finds what looking for each would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.markup.phrases import any_phrase

WORDS = st.lists(st.text("abA.(é ", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text("abA.(é ", max_size=20))
def test_finds_what_plain_alternatives_find(phrases: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))
    assert [found[0] for found in re.finditer(any_phrase(phrases), text)] == re.findall(plain, text)


@pytest.mark.parametrize(
    ("text", "found"), [("Feedback", True), ("feedback", True), ("FEEDBACK", False), ("GOK", True), ("gok", False)]
)
def test_first_letter_may_be_a_capital_but_in_abbreviations(text: str, found: bool) -> None:
    pattern = any_phrase(["feedback", "GOK"], either_case=True)
    assert bool(re.fullmatch(pattern, text)) is found

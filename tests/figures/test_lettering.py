"""Text in figures: measured as the fonts are, and broken where it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.figures.draw import lettering
from coachkist.figures.lettering import Lettering


@pytest.fixture(scope="module")
def exact() -> Lettering:
    return lettering(1.0)


def test_slack_makes_room(exact: Lettering) -> None:
    assert lettering(1.12).width("Terugblikken", 14) == pytest.approx(exact.width("Terugblikken", 14) * 1.12)
    assert exact.width("Terugblikken", 14, bold=True) > exact.width("Terugblikken", 14)


def test_lines_are_about_equally_long(exact: Lettering) -> None:
    assert exact.wrap("Voorbereiden en nabespreken", 140, 12) == ("Voorbereiden", "en nabespreken")


def test_a_word_breaks_first_at_its_own_hyphen(exact: Lettering) -> None:
    assert exact.wrap("co-teaching", 50, 12) == ("co-", "teaching")


def test_a_word_that_is_too_wide_is_parted_before_a_consonant_and_a_vowel(exact: Lettering) -> None:
    assert exact.wrap("verantwoordelijkheid", 80, 12) == ("verantwoorde-", "lijkheid")
    assert exact.wrap("terugkoppelingsgesprekken", 90, 12) == ("terugkoppelings-", "gesprekken")
    assert exact.wrap("coachgesprek", 40, 12) == ("coach-", "gesprek")
    assert exact.splits_words("een verantwoordelijkheid", 80, 12)
    assert not exact.splits_words("een verantwoordelijkheid", 200, 12)


@given(st.text("abcdeiklmnoprstuvw -", min_size=1, max_size=60).filter(lambda text: text.strip()), st.integers(30, 200))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = lettering(1.1).wrap(text, width, 12)
    assert all(lettering(1.1).width(line, 12) <= width + 0.01 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")

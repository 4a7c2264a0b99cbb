"""What somebody may have meant: the same answer on every machine."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coachkist.language.hunspell import unknown_words
from coachkist.language.near import suggestions


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        pytest.param("gesprke", "gesprek", id="swapped"),
        pytest.param("leerlngen", "leerlingen", id="left out"),
        pytest.param("huiss", "huis", id="too many"),
        pytest.param("vraak", "vraag", id="wrong letter"),
    ],
)
def test_one_slip_of_the_fingers_is_seen_through(wrong: str, meant: str) -> None:
    assert suggestions([wrong], {meant}, unknown_words) == {wrong: meant}


def test_words_that_are_used_go_before_others() -> None:
    def unknown(words: Iterable[str]) -> set[str]:
        return set(words) - {"boom", "boot"}

    assert suggestions(["boop"], {"boot"}, unknown) == {"boop": "boot"}
    assert suggestions(["boop"], {"boom"}, unknown) == {"boop": "boom"}


def test_a_word_like_no_other_has_no_suggestion() -> None:
    assert suggestions(["qzxwv"], set(), unknown_words) == {}
    assert suggestions([], set(), unknown_words) == {}

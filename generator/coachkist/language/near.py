"""What somebody may have meant by a word that is not in the dictionary.

Hunspell has suggestions of its own, but stops looking when its time is up: on a busy machine it has fewer. These are
the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set

_LETTERS = "abcdefghijklmnopqrstuvwxyzéëïö"


def suggestions(words: Iterable[str], used: Set[str], unknown: Callable[[Iterable[str]], Set[str]]) -> dict[str, str]:
    """The likeliest right word for each of `words` that has one a single slip of the fingers away.

    `unknown` tells which of some words are in no dictionary. Words in `used` are preferred; then two letters swapped
    goes before one left out, one too many and a wrong one. The four kinds are those of Damerau (1964).
    """
    slips = {word: list(_slips(word)) for word in words}
    wrong = unknown({form for groups in slips.values() for group in groups for form in group})
    found = {word: _best(groups, wrong, used) for word, groups in slips.items()}
    return {word: near for word, near in found.items() if near}


def _slips(word: str) -> Iterator[list[str]]:
    """The words one slip away from `word`, one list a kind of slip, the likeliest kind first."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield [before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1]
    yield [before + letter + after for before, after in cuts for letter in _LETTERS]
    yield [before + after[1:] for before, after in cuts if len(after) > 0]
    yield [before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS]


def _best(groups: Iterable[list[str]], wrong: Set[str], used: Set[str]) -> str:
    right = [(form not in used, kind, form) for kind, group in enumerate(groups) for form in group if form not in wrong]
    return min(right, default=(False, 0, ""))[2]

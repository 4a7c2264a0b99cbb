"""Which words of the running text stand in which sections; sections are numbered through all entries.

Made from what each entry counts, and mended where only a few entries count something else than before.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

Counted: TypeAlias = tuple[Mapping[str, bool], ...]
"""The words of each section of an entry, and whether they stand there often."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


@dataclass(frozen=True, slots=True)
class Postings:
    """What each entry counts, and from that for each word: its places, their code, and how many entries have it.

    A place is the number of a section, doubled, plus one where the word stands often.
    """

    counted: tuple[Counted, ...]
    places: dict[str, array[int]]
    codes: dict[str, str]
    spread: Counter[str]


def postings(counted: tuple[Counted, ...], before: Postings | None = None) -> Postings:
    """The postings of entries that count this much; mended from those of `before` where that is less work."""
    if before is None or list(map(len, before.counted)) != list(map(len, counted)):
        return _mended(Postings((((),) * len(counted)), {}, {}, Counter()), counted)
    return _mended(before, counted)


def _mended(before: Postings, counted: tuple[Counted, ...]) -> Postings:
    starts = accumulate(map(len, counted), initial=0)
    added: dict[str, array[int]] = {}
    removed: dict[str, set[int]] = {}
    spread = before.spread.copy()
    for start, old, new in zip(starts, before.counted, counted, strict=False):
        if old is not new and old != new:
            spread.update(_words(new))
            spread.subtract(_words(old))
            for word, place in _places(start, new):
                added.setdefault(word, array("I")).append(place)
            for word, place in _places(start, old):
                removed.setdefault(word, set()).add(place)
    places, codes = before.places.copy(), before.codes.copy()
    for word in added.keys() | removed.keys():
        gone, more = removed.get(word, set()), added.get(word, ())
        if gone != set(more):
            kept = (place for place in places.get(word, ()) if place not in gone)
            places[word] = array("I", sorted((*kept, *more)))
            codes[word] = code(places[word])
            if not places[word]:
                del places[word], codes[word], spread[word]
    return Postings(counted, places, codes, spread)


def _words(counted: Counted) -> set[str]:
    return set().union(*counted)


def _places(start: int, counted: Counted) -> Iterator[tuple[str, int]]:
    for number, section in enumerate(counted, start):
        for word, often in section.items():
            yield word, number * 2 + often


def code(places: Sequence[int]) -> str:
    """For each place the gap since the last section, doubled, plus one where the word stands often; as digits."""
    last, digits = -1, []
    for place in places:
        section, often = divmod(place, 2)
        digits.append(base64_digits((section - last - 1) * 2 + often))
        last = section
    return "".join(digits)


def base64_digits(number: int) -> str:
    """`number` as digits of five bits, the lowest first; all but the last are marked by their sixth bit."""
    digits = ""
    while number >= 32:
        digits += _DIGITS[number % 32 + 32]
        number //= 32
    return digits + _DIGITS[number]

"""Which words of the running text stand in which sections; sections are numbered through all entries.

Made from what each entry counts, and mended where only a few entries count something else than before.
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SectionWords:
    """The words of a section, those that stand there often apart; packed, as they wait for those of all others."""

    packed: bytes

    @classmethod
    def of(cls, some: Iterable[str], often: Iterable[str]) -> SectionWords:
        """The words `some` and `often`, in which nothing but letters and digits stands."""
        return cls(zlib.compress(f"{' '.join(some)}\n{' '.join(often)}".encode(), 1))

    def unpacked(self) -> tuple[list[str], list[str]]:
        """The words that stand there, and those that stand there often."""
        some, often = zlib.decompress(self.packed).decode().split("\n")
        return some.split(), often.split()

    def all(self) -> list[str]:
        """All words, in no order."""
        some, often = self.unpacked()
        return some + often


Counted: TypeAlias = tuple[SectionWords, ...]
"""The words of each section of an entry."""

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
            here, before_here = list(_places(start, new)), list(_places(start, old))
            spread.update({word for word, _ in here})
            spread.subtract({word for word, _ in before_here})
            for word, place in here:
                added.setdefault(word, array("I")).append(place)
            for word, place in before_here:
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


def _places(start: int, counted: Counted) -> Iterator[tuple[str, int]]:
    for number, section in enumerate(counted, start):
        some, often = section.unpacked()
        for word in some:
            yield word, number * 2
        for word in often:
            yield word, number * 2 + 1


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

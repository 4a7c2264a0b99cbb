"""Text in figures: how wide it is, and where its lines break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachkist.typeset.compiler import FONTS
from coachkist.typeset.widths import Widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEADING = 1.25
"""The height of a line, in ems."""

BASELINE = 0.94
"""From the top of a line to its baseline, in ems: capitals then stand in the middle of the line."""

_SMALLEST_PIECE = 3
_HALVINGS = 8
# After a hyphen that is there already, a word may break for free.
_PIECES = re.compile(r"[^\s\-–/]*[\-–/]+(?=\S)|\S+")
_ONE_SOUND = frozenset({"ch", "ph", "th", "tj", "sj"})
_VOWELS = frozenset("aeiouyáàäâéèëêíìïîóòöôúùüû")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Our two faces, and how much wider than measured a text may turn out (1.1 is ten percent).

    Paper has exactly these fonts; a screen may show another one of the same kind.
    """

    regular: Widths
    bold: Widths
    slack: float

    @classmethod
    def with_slack(cls, slack: float) -> Lettering:
        """Our faces, read from their files."""
        return cls(
            Widths.of_file(FONTS / "SourceSans3_400Regular.ttf"),
            Widths.of_file(FONTS / "SourceSans3_600SemiBold.ttf"),
            slack,
        )

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width to reserve for `text` on one line."""
        return (self.bold if bold else self.regular).width(text, size) * self.slack

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """The lines of `text`, none wider than `width`, about equally long; a word that is too wide is parted."""
        words = [
            _Word(glue, word, self.width(word, size, bold=bold), self.width(glue, size, bold=bold))
            for glue, word in self._pieces(text, width, size, bold)
        ]
        fewest = len(_filled(words, width))
        if fewest == 1:
            return tuple(_filled(words, width))
        low, high = max(width / 2, *(word.width for word in words)), width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if len(_filled(words, middle)) > fewest else (low, middle)
        return tuple(_filled(words, high))

    def splits_words(self, text: str, width: float, size: float, *, bold: bool = False) -> bool:
        """Whether some word of `text` is wider than `width`."""
        return any(self.width(piece, size, bold=bold) > width for piece in _PIECES.findall(text))

    def _pieces(self, text: str, width: float, size: float, bold: bool) -> Iterator[tuple[str, str]]:
        """The pieces that may begin a line, none wider than `width`, each with the space before it."""
        for glue, word in _words(text):
            parted = list(self._parted(word, width, size, bold))
            yield glue, parted[0]
            # What was parted with a hyphen has to begin a line, whatever room is left on the one before.
            yield from (("\n", piece) for piece in parted[1:])

    def _parted(self, word: str, width: float, size: float, bold: bool) -> Iterator[str]:
        while len(word) > 1 and self.width(word, size, bold=bold) > width:
            ends = range(len(word) - 1, 1, -1)
            most = next((end for end in ends if self.width(word[:end] + "-", size, bold=bold) <= width), 1)
            at = next((end for end in range(most, _SMALLEST_PIECE - 1, -1) if _may_part(word, end)), most)
            yield word[:at] + ("" if word[at - 1] in "-–/" else "-")
            word = word[at:]
        yield word


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece of text with the space before it (a line end where it must begin a line), and how wide both are."""

    glue: str
    text: str
    width: float
    glue_width: float


def _filled(words: Sequence[_Word], width: float) -> list[str]:
    """The lines that `words` make, each as full as it can be."""
    lines: list[str] = []
    used = 0.0
    for word in words:
        if lines and word.glue != "\n" and used + word.glue_width + word.width <= width:
            lines[-1] += word.glue + word.text
            used += word.glue_width + word.width
        else:
            lines.append(word.text)
            used = word.width
    return lines or [""]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of `text` that may stand on lines of their own, each with the space before it."""
    for word in text.split():
        for number, piece in enumerate(_PIECES.findall(word)):
            yield ("" if number else " "), piece


def _may_part(word: str, at: int) -> bool:
    """Whether a syllable can begin at `at`: a consonant before a vowel, with some letters left on both sides."""
    if len(word) - at < _SMALLEST_PIECE or word[at - 1 : at + 1].lower() in _ONE_SOUND:
        return False
    return word[at].lower() not in _VOWELS and word[at + 1].lower() in _VOWELS

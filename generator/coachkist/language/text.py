"""Running text as sentences and words, each of which knows where it stands in its file.

A text is a row of pieces: what the reader sees, beside what the author wrote. Most pieces are the same in both; a
wording token shows other words than were written, and markup shows nothing at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coachkist.source.nodes import Place
from coachkist.source.tree import Spot

_LETTERS = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"(?:(?<![^\W_])['’](?=[stnmrkSTNMRK]\b))?[^\W_]+(?:['’\-‑][^\W_]+)*")
_NO_WORD = re.compile(
    r"\w+://|\w@\w|_|\\|^\W*(?:--|/)|/\W*$|\.(?:ya?ml|md|json|txt|pdf|docx|svg|csv|html|be|nl|com|org|net|uk)\b",
    re.IGNORECASE,
)
"""Addresses, file names, options and the names of keys: they are not spelled but typed."""

_END = re.compile(r"[.!?…]+[)\]'\"’”»*]*\s+(?=[(\[\"'‘’“„«–—\s]*(?:[sntSNT]\s+)?[A-ZÀ-ÖØ-Þ0-9\0])")
_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_ABBREVIATIONS = frozenset(
    {
        *("bv", "bijv", "bvb", "d.w.z", "m.a.w", "o.a", "e.a", "m.b.v", "t.o.v", "i.p.v", "t.e.m", "i.v.m", "z.j"),
        *("blz", "p", "nr", "ca", "dr", "prof", "mevr", "mw", "dhr", "hfst", "vgl", "st"),
    }
)
"""Their full stop ends no sentence. Not so `enz.` and `min.`: a capital after those does begin a new one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `shown` to the reader, `written` in the file.

    Without `prose` the words are no Dutch of this text: code, a placeholder, the title of another entry.
    """

    shown: str
    written: str
    prose: bool = True


@dataclass(frozen=True)
class Passage:
    """A paragraph, a list item or a label: sentences never run on from one passage into the next."""

    pieces: tuple[Piece, ...]

    @cached_property
    def shown(self) -> str:
        """What the reader sees."""
        return "".join(piece.shown for piece in self.pieces)

    @cached_property
    def prose(self) -> str:
        """`shown`, character for character, with a control character wherever a piece is no prose."""
        return "".join(piece.shown if piece.prose else "\0" * len(piece.shown) for piece in self.pieces)


@dataclass(frozen=True)
class Prose:
    """One text of a file: its passages, where it stands, which field it fills and which entry it belongs to, if any."""

    passages: tuple[Passage, ...]
    at: Place | Spot
    field: str
    owner: str = ""

    @cached_property
    def place(self) -> Place:
        """Where the text stands."""
        return self.at.place if isinstance(self.at, Spot) else self.at

    def place_of(self, passage: int, at: int) -> Place:
        """Where the word that begins at or behind position `at` of passage number `passage` stands.

        Where that cannot be found in the file, it is the text's own place.
        """
        letter = _LETTERS.search(self.passages[passage].shown, at)
        position = bisect_right(self._marks, (passage, letter.start() if letter else at, len(self.place.file.text))) - 1
        if position < 0 or self._marks[position][0] != passage:
            return self.place
        found = self._marks[position][2]
        return _place_at(self.place, found) if found >= 0 else self.place

    @cached_property
    def _marks(self) -> list[tuple[int, int, int]]:
        """Passage, position in what it shows, and offset in the file (-1: not found) of each run of letters.

        YAML folds lines and Markdown hides marks, so offsets cannot be counted: each run is looked up behind the last.
        """
        marks: list[tuple[int, int, int]] = []
        cursor = self.place.start
        for number, passage in enumerate(self.passages):
            at = 0
            for piece in passage.pieces:
                for start, run in _runs(piece):
                    found = self._find(run, cursor)
                    marks.append((number, at + start, found))
                    cursor = found + len(run) if found >= 0 else cursor
                at += len(piece.shown)
        return marks

    def _find(self, run: str, start: int) -> int:
        pattern = re.compile(rf"(?<![^\W_]){re.escape(run)}(?![^\W_])" if run.isalnum() else re.escape(run))
        found = pattern.search(self.place.file.text, start, self.place.end)
        return found.start() if found else -1


def _runs(piece: Piece) -> Iterator[tuple[int, str]]:
    """What of `piece` to look for in the file, with its position in what the piece shows."""
    if piece.shown == piece.written:
        yield from ((run.start(), run[0]) for run in _LETTERS.finditer(piece.shown))
    elif piece.written:
        yield 0, piece.written


def _place_at(inside: Place, at: int) -> Place:
    text = inside.file.text
    return Place(inside.file, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1, at, inside.end)


def sentences(text: str) -> list[str]:
    """`text` cut behind the end of each sentence; put together again, the parts are `text` itself."""
    parts = []
    start = 0
    for end in _END.finditer(text):
        if end[0][0] == "." and _abbreviated(text, end.start()):
            continue
        parts.append(text[start : end.end()])
        start = end.end()
    return [*parts, text[start:]] if start < len(text) else parts


def _abbreviated(text: str, stop: int) -> bool:
    before = _BEFORE.search(text, max(0, stop - 12), stop)
    return before is not None and before[0].lower() in _ABBREVIATIONS


def count_words(text: str) -> int:
    """How many words a reader meets in `text`: what stands between spaces and has a letter or a digit."""
    return sum(1 for chunk in _CHUNK.findall(text) if _LETTERS.search(chunk))


def spelled_words(passage: Passage) -> Iterator[tuple[int, str]]:
    """Each word of `passage` whose spelling can be judged, with its position; apostrophes made straight.

    Left out are numbers, single letters, addresses, and whatever touches a piece that is no prose.
    """
    for chunk in _CHUNK.finditer(passage.prose):
        if "\0" in chunk[0] or _NO_WORD.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0]):
            word = found[0].replace("’", "'").replace("‑", "-")
            if len(word) > 1 and not any(char.isdigit() for char in word):
                yield chunk.start() + found.start(), word

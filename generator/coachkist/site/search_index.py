"""The search index: one JSON file that `web/search/` reads when the search box is first used.

What is shown (titles, summaries) and what weighs most (keywords, headings) stands in it as text; of the running text
only which words stand where. Stems and the like are made in the browser, so that they can change without a new format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.markup.wording import Wording
from coachkist.memory import Memory, Same
from coachkist.model.reference import Vocabulary
from coachkist.site.contents import SiteContents
from coachkist.site.page import Page, compact_json
from coachkist.site.search_entries import SearchEntry, entry_to_find, others_to_find
from coachkist.site.search_postings import Counted, SectionWords, postings
from coachkist.site.search_words import words
from coachkist.strings import Strings

FORMAT = 2
"""Version of this file's format; `web/search/decode.js` knows the same."""

_SHORTEST = 3
"""Words of fewer letters in running text say nothing."""
_OFTEN = 3
"""So many times in one section is often; the index tells no finer."""
_EVERYWHERE = 0.6
"""A word in more than this share of the entries tells them not apart, and a heading neither."""
_FEW = 12
"""With so few entries, no word counts as being everywhere."""
_MOST_SHARED = 25


@dataclass(frozen=True, slots=True)
class Found:
    """Something to find: what is shown of it, and which words stand in its sections."""

    entry: SearchEntry
    counted: Counted


def search_json(site: SiteContents, pages: Iterable[object], written: Sequence[Path]) -> bytes:
    """The index of the whole site: entries, the overviews among `pages`, and the hand-written pages in `written`."""
    overviews = [page for page in pages if isinstance(page, Page)]
    entries = [found_entry(site, entry) for entry in site.catalogue.entries()]
    others = map(_found, others_to_find(site, overviews, written))
    catalogue = site.catalogue
    return _index([*entries, *others], catalogue.vocabulary, catalogue.wording, catalogue.strings, site.memory)


def found_entry(site: SiteContents, entry: AnyLoaded) -> Found:
    """An entry to find, without the texts that its words come from."""
    return site.of_each("search", entry, lambda entry: _found(entry_to_find(site, entry)))


def _found(entry: SearchEntry) -> Found:
    return Found(entry.without_texts(), _counted(entry))


def search_index(entries: Iterable[SearchEntry], vocabulary: Vocabulary, wording: Wording, strings: Strings) -> bytes:
    """The index of `entries`; the same input gives the same bytes."""
    return _index(list(map(_found, entries)), vocabulary, wording, strings, Memory(lasting=False))


def _index(found: Sequence[Found], vocabulary: Vocabulary, wording: Wording, strings: Strings, memory: Memory) -> bytes:
    entries = [one.entry for one in found]
    body = _Body([one.counted for one in found], memory)
    common = _common_headings(entries)
    kinds = list(dict.fromkeys(entry.kind for entry in entries))
    before = {
        "format": FORMAT,
        "words": strings.section("site.search"),
        "kinds": [_kind_row(kind, strings) for kind in kinds],
    }
    # One after another: the rows of thousands of entries take more room than what is written of them.
    rows = b",".join(compact_json(_entry_row(entry, kinds.index(entry.kind), common)) for entry in entries)
    after = {
        "same": list(_same_words(vocabulary, wording)),
        "synonyms": [[wording.fill(one) for one in group] for group in vocabulary.synonyms],
        "everywhere": " ".join(body.everywhere),
        "vocabulary": memory.recall("front coded", body.words, partial(front_coded, body.words)),
        "lengths": body.lengths,
        "postings": " ".join(body.postings),
    }
    return b'%s,"entries":[%s],%s' % (compact_json(before)[:-1], rows, compact_json(after)[1:])


def _kind_row(kind: str, strings: Strings) -> list[str]:
    """A kind, what it is called, and the words by which somebody asks for it."""
    return [kind, strings(f"site.search.kind.{kind}"), strings(f"site.search.kind_words.{kind}")]


def _entry_row(entry: SearchEntry, kind: int, common: frozenset[str]) -> list[Any]:
    headings = [heading for heading in dict.fromkeys(entry.headings) if heading not in common]
    sections = [[section.anchor, section.title] for section in entry.sections[1:]]
    return [kind, entry.id, entry.url, entry.title, entry.summary, list(entry.keywords), headings, sections]


def _common_headings(entries: Sequence[SearchEntry]) -> frozenset[str]:
    """Headings that so many entries have that they say nothing about any."""
    counts = Counter(heading for entry in entries for heading in set(entry.headings))
    most = max(_FEW, len(entries) // 4)
    return frozenset(heading for heading, count in counts.items() if count > most)


def _same_words(vocabulary: Vocabulary, wording: Wording) -> Iterator[list[str]]:
    """For each word that a school may replace: this edition's forms and all that others say instead."""
    for word in vocabulary.words:
        forms = [wording.find(token) or own for token, own in word.forms.items() if " " not in token]
        if len(group := list(dict.fromkeys([*forms, *word.raw]))) > 1:
            yield group


class _Body:
    """Which words of the running text stand in which sections; sections are numbered through all entries."""

    def __init__(self, counted: Sequence[Counted], memory: Memory) -> None:
        words = tuple(counted)
        found = memory.renew("postings", tuple(map(Same, words)), partial(postings, words))
        most = max(_FEW, len(words) * _EVERYWHERE)
        self.everywhere = sorted(word for word, count in found.spread.items() if count > most)
        self.words = sorted(found.codes.keys() - set(self.everywhere))
        """The words, in alphabetical order."""
        self.postings = [found.codes[word] for word in self.words]
        """For each word its sections."""
        self.lengths = memory.recall("lengths", (words, self.everywhere), partial(_lengths, words, self.everywhere))
        """How many words of each entry are in the index, counted once a section."""


def _lengths(counted: Sequence[Counted], everywhere: Sequence[str]) -> list[int]:
    left_out = frozenset(everywhere)
    return [sum(word not in left_out for section in one for word in section.all()) for one in counted]


def _counted(entry: SearchEntry) -> Counted:
    return tuple(_section_words(section.texts) for section in entry.sections)


def _section_words(texts: Iterable[str]) -> SectionWords:
    counts = _count(texts)
    some = (word for word, count in counts.items() if count < _OFTEN)
    return SectionWords.of(some, (word for word, count in counts.items() if count >= _OFTEN))


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text) if len(word) >= _SHORTEST and not word.isdigit())


def front_coded(sorted_words: Sequence[str]) -> str:
    """Words in order, each as a capital that says how many letters it shares with the one before, and the rest.

    Capitals never stand in the words themselves: those have been made small.
    """
    pieces, last = [], ""
    for word in sorted_words:
        shared = 0
        while shared < min(len(word), len(last), _MOST_SHARED) and word[shared] == last[shared]:
            shared += 1
        pieces.append(chr(ord("A") + shared) + word[shared:])
        last = word
    return "".join(pieces)

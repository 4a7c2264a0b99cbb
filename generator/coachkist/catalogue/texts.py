"""Every text field of an entry, with the path at which it stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import BaseModel

from coachkist.markup.inline import Inline, Ref
from coachkist.markup.wording import walk, walk_inlines
from coachkist.model.text import Line, RichText
from coachkist.source.tree import Spot, Tree

TextPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the catalogue: what it says, where it stands, and the id of the entry it belongs to, if any."""

    text: Line
    path: TextPath
    tree: Tree
    owner: str = ""

    @property
    def place(self) -> Spot:
        """Where the text stands."""
        return Spot(self.tree, self.path)

    @property
    def field(self) -> str:
        """The path without list positions: the field as a kind, such as `variants.steps.do`."""
        return ".".join(step for step in self.path if isinstance(step, str))

    @property
    def words(self) -> str:
        """The words alone, without capitals, line ends and spaces that do not matter."""
        return " ".join(self.text.source.split()).casefold()


@dataclass(frozen=True, slots=True)
class Gist:
    """What is asked of the texts of all entries together: little enough to keep of thousands of them."""

    references: tuple[tuple[PlacedText, Ref], ...]
    """Every `[[id]]`, with the text it stands in."""

    characters: str
    """Every character that is used, once."""

    prints: array[int]
    """A number for each text of more than a few words: equal texts in equal fields have equal numbers."""


SHORT = 25
"""Characters up to which a text may stand in two entries, such as `een stopwatch` in a list of material."""


NAMES = frozenset({"title", "header", "label"})
"""Fields that name something; two tables may well have the same heading."""


def gist_of(texts: Sequence[PlacedText]) -> Gist:
    """The gist of an entry's texts."""
    characters = "".join(sorted(set().union(*(item.text.source for item in texts))))
    prints = array("q", (hash(key) for item in texts if (key := fingerprint(item)) is not None))
    return Gist(tuple(references_in(texts)), characters, prints)


def fingerprint(item: PlacedText) -> tuple[str, str] | None:
    """The field and the words of a text that should stand nowhere else; None of one that may."""
    words, field = item.words, item.field
    return None if len(words) <= SHORT or field.rpartition(".")[2] in NAMES else (field, words)


def placed_texts(value: object, tree: Tree, owner: str = "", path: TextPath = ()) -> tuple[PlacedText, ...]:
    """Each text below `value`, which stands at `path` in the YAML `tree`, in the order of the model's fields."""
    return tuple(PlacedText(text, at, tree, owner) for at, text in _texts(value, path))


def _texts(value: object, path: TextPath) -> Iterator[tuple[TextPath, Line]]:
    if isinstance(value, Line):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if isinstance(inner, Line | BaseModel | tuple):
                yield from _texts(inner, (*path, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            if isinstance(item, Line | BaseModel | tuple):
                yield from _texts(item, (*path, position))


def references_in(texts: Iterable[PlacedText]) -> Iterator[tuple[PlacedText, Ref]]:
    """Every `[[id]]` in `texts`, with the text it stands in."""
    for item in texts:
        for inline in inlines_of(item.text) if "[[" in item.text.source else ():
            if isinstance(inline, Ref):
                yield item, inline


def inlines_of(text: Line) -> Iterator[Inline]:
    """Every inline of `text`, nested ones included."""
    if isinstance(text, RichText):
        yield from walk(text.blocks)
    else:
        yield from walk_inlines(text.inlines)

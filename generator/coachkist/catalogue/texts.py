"""Every text field of an entry, with the path at which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import BaseModel

from coachkist.markup.inline import Inline, Ref
from coachkist.markup.wording import walk, walk_inlines
from coachkist.model.text import Line, RichText
from coachkist.source.nodes import Node, Place, place_of

TextPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the catalogue: what it says, where it stands, and the id of the entry it belongs to, if any."""

    text: Line
    path: TextPath
    root: Node
    owner: str = ""

    @property
    def place(self) -> Place:
        """Where the text stands; looked up only when there is something to say about it."""
        return place_of(self.root, self.path)

    @property
    def field(self) -> str:
        """The path without list positions: the field as a kind, such as `variants.steps.do`."""
        return ".".join(step for step in self.path if isinstance(step, str))


def placed_texts(value: object, root: Node, owner: str = "", path: TextPath = ()) -> tuple[PlacedText, ...]:
    """Each text below `value`, which stands at `path` in the YAML tree `root`, in the order of the model's fields."""
    return tuple(PlacedText(text, at, root, owner) for at, text in _texts(value, path))


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

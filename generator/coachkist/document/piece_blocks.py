"""The blocks of a sheet that nobody fills in: what is cut out, laid on a table or hung on a wall.

Names are paths of ids, as those of `sheet_blocks.py`. Writers import these from `coachkist.document.blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coachkist.document.sheet_blocks import Inlines
from coachkist.markup.inline import List, Paragraph


@dataclass(frozen=True, slots=True)
class DeckGroup:
    """Cards that share a name; `index` counts from 0 and picks an accent and a shape."""

    id: str
    title: str
    index: int


@dataclass(frozen=True, slots=True)
class DeckCard:
    """A card: what stands on the front, the back and in the corner."""

    name: str
    number: int
    group: DeckGroup
    front: Inlines
    back: Inlines
    corner: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck of cards to cut out; sizes in millimetres. Blank cards come after the others.

    `gap` is what lies between two cards; without `backs` only the fronts are printed. With `fold`, fronts and backs
    stand side by side. With a `bleed` there is one card a page, and so much around it that is cut off. `offset` is how
    far backs are shifted, to the right and down, for a printer that is off by as much the other way.
    """

    name: str
    width: int
    height: int
    flip: Literal["long", "short"]
    blank: int
    cards: tuple[DeckCard, ...]
    gap: int = 0
    backs: bool = True
    fold: bool = False
    bleed: int = 0
    offset: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Disc:
    """One sort of disc: told apart by its colour, its letter and, on paper, its edge."""

    name: str
    colour: Literal["red", "orange", "green"]
    letter: str
    label: Inlines


@dataclass(frozen=True, slots=True)
class Discs:
    """Discs to cut out, `count` of each sort; `diameter` in millimetres."""

    name: str
    diameter: int
    count: int
    items: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class BoardWord:
    """A key word on a board."""

    name: str
    text: Inlines


@dataclass(frozen=True, slots=True)
class BoardCircle:
    """A circle of a board: its words, and `blank` places for one's own; `blank_label` says how many."""

    name: str
    title: Inlines
    words: tuple[BoardWord, ...]
    blank: int
    blank_label: str


@dataclass(frozen=True, slots=True)
class Board:
    """Circles with places for key words, to lay discs on; `place` is the diameter of a place in millimetres."""

    name: str
    place: int
    overlap: bool
    circles: tuple[BoardCircle, ...]


@dataclass(frozen=True, slots=True)
class PosterPanel:
    """A part of a poster; `body` holds paragraphs and lists, `lines` counts lines to write on."""

    name: str
    title: Inlines
    body: tuple[Paragraph | List, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Poster:
    """Panels in big type that share what is left of the page, side by side or under one another."""

    name: str
    title: Inlines
    text: Inlines
    direction: Literal["columns", "rows"]
    panels: tuple[PosterPanel, ...]

"""The blocks that only sheets have: what somebody writes on, cuts out or lays on a table.

`name` is the path of ids from the sheet's YAML; it names the form field, and stays the same in every form. Writers
import these from `coachkist.document.blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coachkist.markup.inline import Inline

Inlines: TypeAlias = tuple[Inline, ...]


# --- to write on ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InputField:
    """A short field; `name` is its id path and stays the same in every form. `width` in twelfths of the line."""

    name: str
    label: str
    kind: Literal["text", "date"]
    width: int


@dataclass(frozen=True, slots=True)
class Fields:
    """Short fields beside one another, in twelfths of the width."""

    items: tuple[InputField, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """One answer of a scale: id, words, and the short mark over its column."""

    id: str
    label: str
    mark: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion; `name` is `<block>.<group>.<criterion>`, `number` what paper and screen show (`2.3`)."""

    name: str
    number: str
    text: Inlines


@dataclass(frozen=True, slots=True)
class CriterionGroup:
    """Criteria that belong together, under a numbered title."""

    name: str
    number: str
    title: Inlines
    rows: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The table of a kijkwijzer."""

    name: str
    scale: tuple[Scale, ...]
    unseen: Scale | None
    remarks: Literal["criterion", "group", "none"]
    criterion_label: str
    remarks_label: str
    scale_label: str
    groups: tuple[CriterionGroup, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A prompt with ruled lines. `grow`: takes a share of the space that is left on the page."""

    name: str
    label: Inlines
    hint: Inlines
    count: int
    grow: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Writing blocks beside one another."""

    items: tuple[WritingLines, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid; `width` is its share, `apart` sets it off as filled in at another time."""

    id: str
    heading: Inlines
    hint: Inlines
    width: int
    kind: Literal["text", "tick"]
    apart: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row to fill in; a cell's name is `<row>.<column>`. Empty rows have no label."""

    name: str
    label: Inlines


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to write in, with rows of `row_height` millimetres. `corner` stands over the labels of the rows.

    `grow`: empty rows are added to fill the space that is left on the page; those have no name.
    """

    name: str
    label: Inlines
    hint: Inlines
    corner: Inlines
    label_width: int
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    row_height: int
    grow: bool = False

    @property
    def labelled(self) -> bool:
        """Whether any row has a label, and so the grid a column of labels."""
        return any(row.label for row in self.rows)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line from 1 to 10 to put a cross on."""

    name: str
    label: Inlines
    hint: Inlines


@dataclass(frozen=True, slots=True)
class Score:
    """Lines from 1 to 10 with the same ends: what 1 and what 10 stand for."""

    low: Inlines
    high: Inlines
    items: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame to draw or write in, `height` millimetres high. `grow`: takes a share of what is left on the page."""

    name: str
    label: Inlines
    hint: Inlines
    height: int
    grow: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


# --- to cut out, and to lay on a table -----------------------------------------------------------------------------


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
    """A deck of cards to cut out; sizes in millimetres. Blank cards come after the others."""

    name: str
    width: int
    height: int
    flip: Literal["long", "short"]
    blank: int
    cards: tuple[DeckCard, ...]


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

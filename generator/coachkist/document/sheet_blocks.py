"""The blocks that only sheets have: what somebody writes on.

`name` is the path of ids from the sheet's YAML; it names the form field, and stays the same in every form. Writers
import these from `coachkist.document.blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coachkist.markup.inline import Inline

Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class InputField:
    """A short field; `name` is its id path and stays the same in every form. `width` in twelfths of the line."""

    name: str
    label: str
    kind: Literal["text", "date"]
    width: int
    lines: int = 1


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

    `compact`: narrow columns with short headings, to make strokes in. Rows without a label are named by hand there.
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
    compact: bool = False

    @property
    def labelled(self) -> bool:
        """Whether the grid has a column of labels: some row has one, or each is named by hand."""
        return self.compact or any(row.label for row in self.rows)


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
class Choice:
    """One answer to choose; the id of the answer that one writes oneself is `anders`."""

    id: str
    label: Inlines


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers to choose from: one, or `many`. `other` introduces an answer of one's own; empty where there is none."""

    name: str
    label: Inlines
    hint: Inlines
    many: bool
    options: tuple[Choice, ...]
    other: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who signs."""

    name: str
    label: Inlines


@dataclass(frozen=True, slots=True)
class Signature:
    """Where those who agreed sign; the labels say what goes on each line."""

    name: str
    name_label: str
    date_label: str
    signature_label: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""

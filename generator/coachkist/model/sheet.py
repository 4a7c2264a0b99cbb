"""Sheets: everything that is printed or filled in, as an ordered list of blocks.

Groups, criteria, scale points, fields and cards have ids that stay the same for ever: paper rows, form fields and saved
answers all hang on them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coachkist.model.base import Entry, Id, Model, Words
from coachkist.model.enums import Form, Paper
from coachkist.model.sheet_answers import BoxBlock, ChoicesBlock, GridBlock, ScoreBlock, SignatureBlock, TallyBlock
from coachkist.model.sheet_pieces import BoardBlock, DiscsBlock
from coachkist.model.sheet_reading import AgreementsBlock, DiagramBlock, FigureBlock, PosterBlock, TableBlock
from coachkist.model.text import Line, RichText


class HeadingBlock(Model):
    """A heading on the sheet."""

    type: Literal["heading"] = Field(description="sheet.block.heading")
    id: Id | None = Field(default=None, description="sheet.block_id")
    text: Line = Field(description="sheet.heading.text")


class TextBlock(Model):
    """Running text, such as an instruction."""

    type: Literal["text"] = Field(description="sheet.block.text")
    id: Id | None = Field(default=None, description="sheet.block_id")
    text: RichText = Field(description="sheet.text.text")


class SheetField(Model):
    """One thing to fill in, on a line of its own or on several."""

    id: Id
    label: Line = Field(description="sheet.field.label")
    kind: Literal["text", "date"] = Field(default="text", description="sheet.field.kind")
    width: Annotated[int, Field(ge=1, le=12)] = Field(default=4, description="sheet.field.width")
    lines: Annotated[int, Field(ge=1, le=12)] = Field(default=1, description="sheet.field.lines")


class FieldsBlock(Model):
    """Short fields beside one another, in twelfths of the width."""

    type: Literal["fields"] = Field(description="sheet.block.fields")
    id: Id | None = Field(default=None, description="sheet.block_id")
    fields: Annotated[tuple[SheetField, ...], Field(min_length=1)] = Field(description="sheet.fields.fields")


class ScalePoint(Model):
    """One answer of a scale: the words, and the short mark at the head of its column."""

    id: Id
    label: Line = Field(description="sheet.scale.label")
    mark: Annotated[str, Field(min_length=1, max_length=4)] = Field(description="sheet.scale.mark")


class Criterion(Model):
    """Something that can be seen or heard in a classroom."""

    id: Id
    text: Line = Field(description="sheet.criterion.text")
    formerly: tuple[Id, ...] = Field(default=(), description="entry.formerly")


class CriteriaGroup(Model):
    """Criteria that belong together, such as one circle of a powerful learning environment."""

    id: Id
    title: Line = Field(description="sheet.group.title")
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)] = Field(description="sheet.group.criteria")


class CriteriaBlock(Model):
    """The table of a kijkwijzer: groups of criteria on one scale, with room for remarks.

    `unseen` is the answer "not seen": apart from the scale, and never counted as its lowest point.
    """

    type: Literal["criteria"] = Field(description="sheet.block.criteria")
    id: Id
    scale: Annotated[tuple[ScalePoint, ...], Field(min_length=2, max_length=6)] = Field(
        description="sheet.criteria.scale"
    )
    unseen: ScalePoint | None = Field(default=None, description="sheet.criteria.unseen")
    remarks: Literal["criterion", "group", "none"] = Field(default="criterion", description="sheet.criteria.remarks")
    groups: Annotated[tuple[CriteriaGroup, ...], Field(min_length=1)] = Field(description="sheet.criteria.groups")


class LinesBlock(Model):
    """Ruled lines to write on, under a prompt."""

    type: Literal["lines"] = Field(description="sheet.block.lines")
    id: Id
    label: Line = Field(description="sheet.lines.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")
    count: Annotated[int, Field(ge=1, le=40)] = Field(default=3, description="sheet.lines.count")
    grow: bool = Field(default=False, description="sheet.lines.grow")


class ColumnsBlock(Model):
    """Writing blocks beside one another."""

    type: Literal["columns"] = Field(description="sheet.block.columns")
    id: Id | None = Field(default=None, description="sheet.block_id")
    columns: Annotated[tuple[LinesBlock, ...], Field(min_length=2, max_length=3)] = Field(
        description="sheet.columns.columns"
    )


class PageBreakBlock(Model):
    """What follows starts on a new page."""

    type: Literal["page-break"] = Field(description="sheet.block.page-break")
    id: Id | None = Field(default=None, description="sheet.block_id")


class CardGroup(Model):
    """Cards that share a name and an accent, such as a circle or a level."""

    id: Id
    title: Line = Field(description="sheet.card_group.title")


class Card(Model):
    """A card to cut out: a word or question on the front, a text on the back."""

    id: Id
    group: Id = Field(description="sheet.card.group")
    front: Line = Field(description="sheet.card.front")
    back: Line = Field(description="sheet.card.back")
    corner: Line | None = Field(default=None, description="sheet.card.corner")


class DeckBlock(Model):
    """A deck of cards, laid out N-up with crop marks; backs are mirrored for printing on both sides.

    Sizes in millimetres. `blank` counts the empty cards at the end of the deck.
    """

    type: Literal["deck"] = Field(description="sheet.block.deck")
    id: Id
    width: Annotated[int, Field(ge=30, le=190)] = Field(description="sheet.deck.width")
    height: Annotated[int, Field(ge=30, le=277)] = Field(description="sheet.deck.height")
    flip: Literal["long", "short"] = Field(default="long", description="sheet.deck.flip")
    blank: Annotated[int, Field(ge=0, le=64)] = Field(default=0, description="sheet.deck.blank")
    groups: Annotated[tuple[CardGroup, ...], Field(min_length=1)] = Field(description="sheet.deck.groups")
    cards: Annotated[tuple[Card, ...], Field(min_length=1)] = Field(description="sheet.deck.cards")


SheetBlock = Annotated[
    HeadingBlock
    | TextBlock
    | FieldsBlock
    | CriteriaBlock
    | LinesBlock
    | ColumnsBlock
    | GridBlock
    | ScoreBlock
    | BoxBlock
    | ChoicesBlock
    | TallyBlock
    | SignatureBlock
    | TableBlock
    | FigureBlock
    | DiagramBlock
    | PosterBlock
    | AgreementsBlock
    | PageBreakBlock
    | DeckBlock
    | DiscsBlock
    | BoardBlock,
    Field(discriminator="type"),
]


class Sheet(Entry):
    """Something a coach prints or fills in."""

    subtitle: Line | None = Field(default=None, description="sheet.subtitle")
    methods: tuple[Id, ...] = Field(default=(), description="sheet.methods")
    forms: Annotated[tuple[Form, ...], Field(min_length=1)] = Field(description="sheet.forms")
    paper: Paper = Field(default=Paper.A4, description="sheet.paper")
    pages: Annotated[int, Field(ge=1, le=40)] | None = Field(default=None, description="sheet.pages")
    how_to_use: RichText = Field(description="sheet.how_to_use")
    how_to_print: RichText = Field(description="sheet.how_to_print")
    blocks: Annotated[tuple[SheetBlock, ...], Field(min_length=1)] = Field(description="sheet.blocks")
    keywords: tuple[Words, ...] = Field(default=(), description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")
    sources: tuple[Id, ...] = Field(default=(), description="method.sources")

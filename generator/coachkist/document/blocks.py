"""The blocks of a document: the only thing writers know.

Tokens are resolved and references named by the time a document exists; a writer escapes and lays out, nothing more.
What only sheets have is told in `sheet_blocks.py` and `piece_blocks.py`, what leads on in `related_blocks.py`, figures
in `drawing.py`, what surrounds the content in `furniture.py`: all found here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coachkist.document.drawing import Drawing as Drawing
from coachkist.document.drawing import DrawingAxis as DrawingAxis
from coachkist.document.drawing import DrawingEntry as DrawingEntry
from coachkist.document.drawing import DrawingPart as DrawingPart
from coachkist.document.furniture import Furniture as Furniture
from coachkist.document.piece_blocks import Board as Board
from coachkist.document.piece_blocks import BoardCircle as BoardCircle
from coachkist.document.piece_blocks import BoardWord as BoardWord
from coachkist.document.piece_blocks import Deck as Deck
from coachkist.document.piece_blocks import DeckCard as DeckCard
from coachkist.document.piece_blocks import DeckGroup as DeckGroup
from coachkist.document.piece_blocks import Disc as Disc
from coachkist.document.piece_blocks import Discs as Discs
from coachkist.document.piece_blocks import Poster as Poster
from coachkist.document.piece_blocks import PosterPanel as PosterPanel
from coachkist.document.related_blocks import References as References
from coachkist.document.related_blocks import Related as Related
from coachkist.document.related_blocks import RelatedGroup as RelatedGroup
from coachkist.document.related_blocks import RelatedItem as RelatedItem
from coachkist.document.sheet_blocks import Box as Box
from coachkist.document.sheet_blocks import Choice as Choice
from coachkist.document.sheet_blocks import Choices as Choices
from coachkist.document.sheet_blocks import Columns as Columns
from coachkist.document.sheet_blocks import Criteria as Criteria
from coachkist.document.sheet_blocks import CriterionGroup as CriterionGroup
from coachkist.document.sheet_blocks import CriterionRow as CriterionRow
from coachkist.document.sheet_blocks import Fields as Fields
from coachkist.document.sheet_blocks import Grid as Grid
from coachkist.document.sheet_blocks import GridColumn as GridColumn
from coachkist.document.sheet_blocks import GridRow as GridRow
from coachkist.document.sheet_blocks import Inlines as Inlines
from coachkist.document.sheet_blocks import InputField as InputField
from coachkist.document.sheet_blocks import PageBreak as PageBreak
from coachkist.document.sheet_blocks import Party as Party
from coachkist.document.sheet_blocks import Scale as Scale
from coachkist.document.sheet_blocks import Score as Score
from coachkist.document.sheet_blocks import ScoreLine as ScoreLine
from coachkist.document.sheet_blocks import Signature as Signature
from coachkist.document.sheet_blocks import WritingLines as WritingLines
from coachkist.markup.inline import List, Paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the document's title. `anchor` is stable and unique within the document."""

    level: int
    text: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a facts box. `key` names the kind of fact (`setting`, `people`, `minutes` …) and its pictogram."""

    key: str
    label: str
    value: str
    values: tuple[str, ...] = ()
    """The raw values behind `value`, such as enumeration values, for writers that draw them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts box at the top of a method or variant."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DocumentStep:
    """One numbered step."""

    number: int
    who: str
    who_label: str
    minutes: int
    minutes_label: str
    body: tuple[Block, ...]
    say: Inlines = ()


@dataclass(frozen=True, slots=True)
class StepPhase:
    """The steps of one phase: preparation, doing or follow-up."""

    phase: str
    label: str
    minutes: int
    minutes_label: str
    steps: tuple[DocumentStep, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """All steps of a variant, by phase; numbering runs on. `say_label` introduces what to say."""

    phases: tuple[StepPhase, ...]
    say_label: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """Short points with one meaning: when to use, when not, questions, tips, material."""

    style: Literal["use", "avoid", "question", "tip", "material"]
    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What goes wrong, and what to do instead."""

    what: Inlines
    instead: Inlines


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pitfalls, each with its remedy."""

    what_label: str
    instead_label: str
    items: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class AdviceItem:
    """One thing to do: in a few words, then how, and what to say."""

    do: Inlines
    how: tuple[Block, ...]
    say: Inlines = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Things to do, in no fixed order. `say_label` introduces what to say."""

    say_label: str
    items: tuple[AdviceItem, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage set apart: an example from practice, a note, or something to try."""

    style: Literal["example", "note", "try"]
    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as data; the first cell of a row is its header."""

    caption: Inlines
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


# --- what only workbooks have ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a workbook: its chapters begin on new pages and may be referred to by id.

    A part behind the index has no `number`.
    """

    anchor: str
    title: str
    body: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry inside a workbook; `anchor` is its id, the target of page references.

    `notes`: whether what is left of its last page is for notes. `subtitle`, `paper` and `pages` are those of a sheet,
    which stands in the book as the page to write on that it is by itself.
    """

    anchor: str
    kind: str
    title: str
    summary: Inlines
    body: tuple[Block, ...]
    notes: bool = False
    subtitle: str = ""
    paper: str = "a4"
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of the field with its meaning; `anchor` is its id, the target of its uses."""

    anchor: str
    term: str
    meaning: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that a workbook uses, explained at its back."""

    title: str
    items: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index: a term, and the anchors of the chapters it points to."""

    term: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The index at the back of a workbook."""

    title: str
    entries: tuple[IndexEntry, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | Facts
    | Steps
    | Checklist
    | Pairs
    | Advice
    | Aside
    | Table
    | Drawing
    | Related
    | References
    | Fields
    | Criteria
    | WritingLines
    | Columns
    | PageBreak
    | Grid
    | Score
    | Box
    | Choices
    | Signature
    | Deck
    | Discs
    | Board
    | Poster
    | Part
    | Terms
    | Index
)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to write: an entry, a sheet or a workbook.

    `kind` is one of `coachkist.model.enums.Kind`, `paper` of its `Paper`, or `a5` for a booklet; `pages` is the number
    of pages that the author promises, or None.
    """

    id: str
    kind: str
    title: str
    subtitle: str
    summary: str
    language: str
    paper: str
    pages: int | None
    blocks: tuple[Block, ...]
    furniture: Furniture

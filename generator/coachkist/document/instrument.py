"""What a sheet asks: every answer somebody can give, with its id, its words and what may be chosen.

The one description that form fields, spreadsheets and browser share. Names are paths of ids: what a criterion is called
on paper, in a PDF form and in a saved answer is the same for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coachkist.document.blocks import (
    Block,
    Box,
    Choices,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Document,
    Drawing,
    Fields,
    Grid,
    GridRow,
    InputField,
    Score,
    Signature,
    WritingLines,
)
from coachkist.markup.inline import plain
from coachkist.model.sheet_answers import OTHER

REMARK = "opmerking"
"""Last step of the name of a remark with a criterion or a group."""
ROW_NAME = "0"
"""Last step of the name of what a row of a grid is called, where whoever fills it in names it."""
SCORES = range(1, 11)
_LONG_PLACES = frozenset({"diamond"})
"""Kinds of figures to write in that have room for more than one line."""
_LONG_CELL = 14
"""From this height on, in millimetres, a cell has room for more than one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose: its id, its words, and the short mark on paper if any. `apart`: no point of the scale."""

    id: str
    wording: str
    mark: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to answer. `kind`: a line, several lines, a date, a box to tick, or one of `answers`.

    `wording` stands by itself: who hears it without seeing the sheet knows what is asked. `number` is the one on paper.
    """

    name: str
    kind: Literal["text", "lines", "date", "tick", "choice"]
    wording: str
    answers: tuple[Answer, ...] = ()
    number: str = ""


def questions(document: Document) -> tuple[Question, ...]:
    """Everything that `document` asks, in its own order."""
    words = document.furniture.words
    return tuple(question for block in document.blocks for question in _questions(block, words))


def _questions(block: Block, words: dict[str, str]) -> Iterator[Question]:
    match block:
        case Fields(items):
            yield from (_field(item, words) for item in items)
        case Criteria():
            yield from _criteria(block)
        case WritingLines(name, label) | Box(name, label):
            yield Question(name, "lines", plain(label))
        case Columns(items):
            yield from (Question(item.name, "lines", plain(item.label)) for item in items)
        case Grid():
            yield from _grid(block, words)
        case Score():
            yield from _score(block)
        case Choices():
            yield from _choices(block)
        case Signature():
            yield from _signature(block)
        case Drawing():
            yield from _drawing(block)
        case _:
            return


def _field(item: InputField, words: dict[str, str]) -> Question:
    if item.lines > 1:
        return Question(item.name, "lines", item.label)
    wording = words["form_date"].replace("{label}", item.label) if item.kind == "date" else item.label
    return Question(item.name, item.kind, wording)


def _score(block: Score) -> Iterator[Question]:
    points = tuple(Answer(str(point), str(point)) for point in SCORES)
    ends = f"1: {plain(block.low)}; 10: {plain(block.high)}"
    for line in block.items:
        yield Question(line.name, "choice", f"{plain(line.label)} ({ends})", points)


def _criteria(block: Criteria) -> Iterator[Question]:
    answers = tuple(Answer(point.id, point.label, point.mark) for point in block.scale)
    if block.unseen:
        answers += (Answer(block.unseen.id, block.unseen.label, block.unseen.mark, apart=True),)
    for group in block.groups:
        for row in group.rows:
            yield Question(row.name, "choice", f"{row.number} {plain(row.text)}", answers, row.number)
            if block.remarks == "criterion":
                yield _remark(row, plain(row.text), block.remarks_label)
        if block.remarks == "group":
            yield _remark(group, plain(group.title), block.remarks_label)


def _remark(about: CriterionRow | CriterionGroup, words: str, label: str) -> Question:
    return Question(f"{about.name}.{REMARK}", "lines", f"{about.number} {words}: {label}", number=about.number)


def _signature(block: Signature) -> Iterator[Question]:
    for party in block.parties:
        who = plain(party.label)
        yield Question(f"{party.name}.naam", "text", f"{who}: {block.name_label}")
        yield Question(f"{party.name}.datum", "date", f"{who}: {block.date_label}")


def _drawing(block: Drawing) -> Iterator[Question]:
    for name, label in block.places:
        kind: Literal["lines", "text"] = "lines" if block.kind in _LONG_PLACES else "text"
        yield Question(name, kind, f"{block.title}: {label}")


def _grid(block: Grid, words: dict[str, str]) -> Iterator[Question]:
    for number, row in enumerate(block.rows, 1):
        yield from _row(block, row, words["form_row"].replace("{n}", str(number)))


def _row(grid: Grid, row: GridRow, number: str) -> Iterator[Question]:
    title = plain(grid.label)
    name = plain(row.label) or number
    if not row.label and grid.labelled:
        yield Question(f"{row.name}.{ROW_NAME}", "text", ": ".join(filter(None, (title, name, plain(grid.corner)))))
    for column in grid.columns:
        wording = ": ".join(filter(None, (title, name, plain(column.heading))))
        kind: Literal["tick", "lines", "text"] = (
            "tick" if column.kind == "tick" else "lines" if grid.row_height >= _LONG_CELL else "text"
        )
        yield Question(f"{row.name}.{column.id}", kind, wording)


def _choices(block: Choices) -> Iterator[Question]:
    label = plain(block.label)
    answers = [Answer(option.id, plain(option.label)) for option in block.options]
    own = block.other.rstrip(":")
    if own:
        answers.append(Answer(OTHER, own))
    if block.many:
        for answer in answers:
            yield Question(f"{block.name}.{answer.id}", "tick", ": ".join(filter(None, (label, answer.wording))))
    else:
        yield Question(block.name, "choice", label or block.name, tuple(answers))
    if own:
        yield Question(f"{block.name}.{OTHER}.tekst", "text", ": ".join(filter(None, (label, own))))

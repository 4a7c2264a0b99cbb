"""Blocks of a sheet to write on beyond plain lines: a grid, a line from 1 to 10, a box."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coachkist.model.base import Id, Model
from coachkist.model.text import Line

OTHER = "anders"
"""The id of the answer that one writes oneself, where choices have one."""


class GridColumn(Model):
    """A column of a grid; `apart` sets it off as filled in at another time."""

    id: Id
    heading: Line = Field(description="sheet.grid_column.heading")
    hint: Line | None = Field(default=None, description="sheet.grid_column.hint")
    width: Annotated[int, Field(ge=1, le=12)] = Field(default=1, description="sheet.grid_column.width")
    kind: Literal["text", "tick"] = Field(default="text", description="sheet.grid_column.kind")
    apart: bool = Field(default=False, description="sheet.grid_column.apart")


class GridLabel(Model):
    """A row of a grid with a label in front."""

    id: Id
    label: Line = Field(description="sheet.grid_label.label")


class GridBlock(Model):
    """A table to write in: rows with a label first, empty rows after them; at least one of either.

    `row_height` in millimetres: under eight nobody can write by hand.
    """

    type: Literal["grid"] = Field(description="sheet.block.grid")
    id: Id
    label: Line | None = Field(default=None, description="sheet.grid.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")
    columns: Annotated[tuple[GridColumn, ...], Field(min_length=1, max_length=8)] = Field(
        description="sheet.grid.columns"
    )
    corner: Line | None = Field(default=None, description="sheet.grid.corner")
    label_width: Annotated[int, Field(ge=1, le=12)] = Field(default=1, description="sheet.grid.label_width")
    labels: tuple[GridLabel, ...] = Field(default=(), description="sheet.grid.labels")
    rows: Annotated[int, Field(ge=0, le=60)] = Field(default=0, description="sheet.grid.rows")
    row_height: Annotated[int, Field(ge=8, le=80)] = Field(default=9, description="sheet.grid.row_height")
    grow: bool = Field(default=False, description="sheet.grid.grow")


class ScoreLine(Model):
    """One line from 1 to 10 to put a cross on."""

    id: Id
    label: Line = Field(description="sheet.score_line.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")


class ScoreBlock(Model):
    """One or more lines from 1 to 10 with the same words at their ends."""

    type: Literal["score"] = Field(description="sheet.block.score")
    id: Id | None = Field(default=None, description="sheet.block_id")
    low: Line = Field(description="sheet.score.low")
    high: Line = Field(description="sheet.score.high")
    scores: Annotated[tuple[ScoreLine, ...], Field(min_length=1, max_length=10)] = Field(
        description="sheet.score.scores"
    )


class BoxBlock(Model):
    """A frame to draw or write in; `height` in millimetres."""

    type: Literal["box"] = Field(description="sheet.block.box")
    id: Id
    label: Line = Field(description="sheet.box.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")
    height: Annotated[int, Field(ge=10, le=240)] = Field(description="sheet.box.height")
    grow: bool = Field(default=False, description="sheet.box.grow")


class Choice(Model):
    """One answer to choose."""

    id: Id
    label: Line = Field(description="sheet.choice.label")


class ChoicesBlock(Model):
    """Answers to choose from: one, or `many`. `other` adds one with a line to write on."""

    type: Literal["choices"] = Field(description="sheet.block.choices")
    id: Id
    label: Line | None = Field(default=None, description="sheet.choices.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")
    many: bool = Field(default=False, description="sheet.choices.many")
    options: Annotated[tuple[Choice, ...], Field(min_length=1, max_length=24)] = Field(
        description="sheet.choices.options"
    )
    other: bool = Field(default=False, description="sheet.choices.other")


class TallyBlock(Model):
    """A table to count in: what is counted down the side, stretches of time along the top.

    `blank` rows are for what the observer names; `row_height` in millimetres.
    """

    type: Literal["tally"] = Field(description="sheet.block.tally")
    id: Id
    label: Line | None = Field(default=None, description="sheet.tally.label")
    hint: Line | None = Field(default=None, description="sheet.lines.hint")
    corner: Line | None = Field(default=None, description="sheet.grid.corner")
    intervals: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)] = Field(
        description="sheet.tally.intervals"
    )
    rows: tuple[GridLabel, ...] = Field(default=(), description="sheet.tally.rows")
    blank: Annotated[int, Field(ge=0, le=30)] = Field(default=0, description="sheet.tally.blank")
    row_height: Annotated[int, Field(ge=8, le=80)] = Field(default=9, description="sheet.grid.row_height")


class Party(Model):
    """Somebody who signs."""

    id: Id
    label: Line = Field(description="sheet.party.label")


class SignatureBlock(Model):
    """Where those who agreed sign: name, date and signature of each."""

    type: Literal["signature"] = Field(description="sheet.block.signature")
    id: Id
    parties: Annotated[tuple[Party, ...], Field(min_length=1, max_length=6)] = Field(
        description="sheet.signature.parties"
    )

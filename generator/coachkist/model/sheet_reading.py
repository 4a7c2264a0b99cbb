"""Blocks of a sheet that are drawn or read: a table, a model's figure, a diagram of its own, a poster."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coachkist.model.base import Id, Model
from coachkist.model.pieces import TableRow
from coachkist.model.text import Line, RichText


class TableBlock(Model):
    """A table to read, not to fill in."""

    type: Literal["table"] = Field(description="sheet.block.table")
    id: Id
    title: Line | None = Field(default=None, description="table.title")
    header: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)] = Field(description="table.header")
    rows: Annotated[tuple[TableRow, ...], Field(min_length=1)] = Field(description="table.rows")


class FigureBlock(Model):
    """The first figure of a model; `blank` leaves its words out, to write in. `height` in millimetres at most."""

    type: Literal["figure"] = Field(description="sheet.block.figure")
    id: Id
    model: Id = Field(description="sheet.figure.model")
    blank: bool = Field(default=False, description="sheet.figure.blank")
    height: Annotated[int, Field(ge=30, le=380)] | None = Field(default=None, description="sheet.figure.height")


class AgreementsBlock(Model):
    """Where a school's own agreements on confidentiality come; nothing in an edition that has none."""

    type: Literal["agreements"] = Field(description="sheet.block.agreements")
    id: Id | None = Field(default=None, description="sheet.block_id")


class DiagramPart(Model):
    """A place in a diagram: `label` says what belongs there, `hint` helps whoever writes it."""

    id: Id
    label: Line = Field(description="sheet.diagram_part.label")
    hint: Line | None = Field(default=None, description="sheet.diagram_part.hint")


class DiagramBlock(Model):
    """A drawing to write in: a web of words around a centre, or a diamond of steps. `height` in millimetres.

    In a web the first part is the centre and only hints are drawn: the places are for words of one's own.
    """

    type: Literal["diagram"] = Field(description="sheet.block.diagram")
    id: Id
    kind: Literal["web", "diamond"] = Field(description="sheet.diagram.kind")
    title: Line = Field(description="figure.title")
    description: Line = Field(description="figure.description")
    height: Annotated[int, Field(ge=60, le=380)] = Field(description="sheet.diagram.height")
    parts: Annotated[tuple[DiagramPart, ...], Field(min_length=3, max_length=11)] = Field(
        description="sheet.diagram.parts"
    )


class PosterPanel(Model):
    """A part of a poster, with `lines` to write on."""

    id: Id
    title: Line = Field(description="sheet.panel.title")
    text: RichText | None = Field(default=None, description="sheet.panel.text")
    lines: Annotated[int, Field(ge=0, le=12)] = Field(default=0, description="sheet.panel.lines")


class PosterBlock(Model):
    """Panels in big type that fill what is left of the page: side by side, or under one another."""

    type: Literal["poster"] = Field(description="sheet.block.poster")
    id: Id
    title: Line | None = Field(default=None, description="sheet.poster.title")
    text: Line | None = Field(default=None, description="sheet.poster.text")
    direction: Literal["columns", "rows"] = Field(default="columns", description="sheet.poster.direction")
    panels: Annotated[tuple[PosterPanel, ...], Field(min_length=1, max_length=12)] = Field(
        description="sheet.poster.panels"
    )

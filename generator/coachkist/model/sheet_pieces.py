"""Blocks of a sheet that lie on a table: discs to cut out, and the board they are laid on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from coachkist.model.base import Id, Model
from coachkist.model.text import Line


class Disc(Model):
    """One sort of disc. The letter, like the edge it gets on paper, says its colour where there is no colour."""

    id: Id
    colour: Literal["red", "orange", "green"] = Field(description="sheet.disc.colour")
    letter: Annotated[str, Field(min_length=1, max_length=1)] = Field(description="sheet.disc.letter")
    label: Line = Field(description="sheet.disc.label")


class DiscsBlock(Model):
    """Discs to cut out or to print on transparency; `diameter` in millimetres, `count` of each sort."""

    type: Literal["discs"] = Field(description="sheet.block.discs")
    id: Id
    diameter: Annotated[int, Field(ge=15, le=80)] = Field(description="sheet.discs.diameter")
    count: Annotated[int, Field(ge=1, le=60)] = Field(description="sheet.discs.count")
    discs: Annotated[tuple[Disc, ...], Field(min_length=1, max_length=3)] = Field(description="sheet.discs.discs")


class BoardWord(Model):
    """A key word with a place of its own on the board."""

    id: Id
    text: Line = Field(description="sheet.board_word.text")


class BoardCircle(Model):
    """A circle of the board; `blank` counts its empty places."""

    id: Id
    title: Line = Field(description="sheet.board_circle.title")
    words: tuple[BoardWord, ...] = Field(default=(), description="sheet.board_circle.words")
    blank: Annotated[int, Field(ge=0, le=12)] = Field(default=0, description="sheet.board_circle.blank")


class BoardBlock(Model):
    """Circles with key words, drawn as large as the rest of the page allows; `place` in millimetres."""

    type: Literal["board"] = Field(description="sheet.block.board")
    id: Id
    place: Annotated[int, Field(ge=15, le=80)] = Field(description="sheet.board.place")
    overlap: bool = Field(default=True, description="sheet.board.overlap")
    circles: Annotated[tuple[BoardCircle, ...], Field(min_length=1, max_length=3)] = Field(
        description="sheet.board.circles"
    )

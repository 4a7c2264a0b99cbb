"""Workbooks: which entries, in which parts and order, become one printed book."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coachkist.model.base import Entry, Id, Model, Words
from coachkist.model.enums import Depth, LedBy, Setting
from coachkist.model.text import Line, RichText


class Select(Model):
    """Chooses every method that has a variant with these properties; an empty list chooses all."""

    setting: tuple[Setting, ...] = Field(default=(), description="workbook.select.setting")
    led_by: tuple[LedBy, ...] = Field(default=(), description="workbook.select.led_by")


class Part(Model):
    """A part of a workbook: its own text, then the entries that are named or selected.

    A part `at_the_back` stands behind the index, such as pages to cut out.
    """

    id: Id
    title: Line = Field(description="workbook.part.title")
    intro: RichText | None = Field(default=None, description="workbook.part.intro")
    entries: tuple[Id, ...] = Field(default=(), description="workbook.part.entries")
    select: Select | None = Field(default=None, description="workbook.part.select")
    depth: Depth = Field(default=Depth.FULL, description="workbook.part.depth")
    notes: Annotated[int, Field(ge=0, le=40)] = Field(default=0, description="workbook.part.notes")
    at_the_back: bool = Field(default=False, description="workbook.part.at_the_back")


class Workbook(Entry):
    """A book to print: cover, contents, parts, sources. With a `booklet` it is also made to fold, at half the size."""

    subtitle: Line = Field(description="workbook.subtitle")
    intro: RichText = Field(description="workbook.intro")
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] = Field(description="workbook.parts")
    booklet: bool = Field(default=False, description="workbook.booklet")
    keywords: tuple[Words, ...] = Field(default=(), description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")

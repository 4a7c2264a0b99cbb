"""Workbooks: which entries, in which parts and order, become one printed book."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coachkist.model.base import Entry, Id, Model, Words
from coachkist.model.enums import LedBy, Setting
from coachkist.model.text import Line, RichText


class Select(Model):
    """Chooses every method that has a variant with these properties; an empty list chooses all."""

    setting: tuple[Setting, ...] = Field(default=(), description="workbook.select.setting")
    led_by: tuple[LedBy, ...] = Field(default=(), description="workbook.select.led_by")


class Part(Model):
    """A part of a workbook: its own text, then the entries that are named or selected."""

    id: Id
    title: Line = Field(description="workbook.part.title")
    intro: RichText | None = Field(default=None, description="workbook.part.intro")
    entries: tuple[Id, ...] = Field(default=(), description="workbook.part.entries")
    select: Select | None = Field(default=None, description="workbook.part.select")
    notes: Annotated[int, Field(ge=0, le=40)] = Field(default=0, description="workbook.part.notes")


class Workbook(Entry):
    """A book to print: cover, contents, parts, sources."""

    subtitle: Line = Field(description="workbook.subtitle")
    intro: RichText = Field(description="workbook.intro")
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] = Field(description="workbook.parts")
    keywords: tuple[Words, ...] = Field(default=(), description="method.keywords")

"""A school (or a network of schools): its name, looks, words and choices, in `school.yml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from coachkist.model.base import Id, Model, Words
from coachkist.model.enums import Country, LedBy, Level, Paper, Planned, Purpose, Requires, Safety, Setting
from coachkist.model.text import Line, RichText

WEB_ADDRESS = r"^https?://[^\s\"'<>\\^`{|}]+$"
LOGO_NAME = r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png|SVG|PNG)$"
EMAIL = r"^[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+$"

WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS, max_length=200)]
"""An address that begins with http:// or https://."""


_WORD_FORM = re.compile(r"[^\W\d_](?:[^\W_]|[ .,'’()/&-])*")


def _is_words(form: str) -> str:
    """Forms go into pages and interface as they are: words, and no markup. Raises PydanticCustomError."""
    if not _WORD_FORM.fullmatch(form):
        raise PydanticCustomError("word_form", "no words: {given}", {"given": form[:60]})
    return form


def _ends_in_slash(address: str) -> str:
    return address if address.endswith("/") else address + "/"


WordForm = Annotated[Words, Field(max_length=60), AfterValidator(_is_words)]
"""What a wording token stands for."""


class Contact(Model):
    """Whom a teacher asks about coaching."""

    name: Words = Field(max_length=80, description="school.contact.name")
    role: Words | None = Field(default=None, max_length=80, description="school.contact.role")
    email: Annotated[str, Field(pattern=EMAIL, max_length=120)] | None = Field(
        default=None, description="school.contact.email"
    )
    phone: Annotated[str, Field(min_length=1, max_length=40)] | None = Field(
        default=None, description="school.contact.phone"
    )
    where: Line | None = Field(default=None, description="school.contact.where")


class Start(Model):
    """What the first page of a school's site says."""

    title: Line | None = Field(default=None, description="school.start.title")
    text: RichText = Field(description="school.start.text")


class Pick(Model):
    """Entries by id."""

    ids: tuple[Id, ...] = Field(default=(), description="school.pick.ids")


class MethodPick(Pick):
    """Methods by id, or by what they are: values of one facet widen, several facets narrow."""

    setting: tuple[Setting, ...] = Field(default=(), description="school.pick.setting")
    led_by: tuple[LedBy, ...] = Field(default=(), description="school.pick.led_by")
    planned: tuple[Planned, ...] = Field(default=(), description="school.pick.planned")
    purposes: tuple[Purpose, ...] = Field(default=(), description="school.pick.purposes")
    requires: tuple[Requires, ...] = Field(default=(), description="school.pick.requires")
    safety: tuple[Safety, ...] = Field(default=(), description="school.pick.safety")


class SheetPick(Pick):
    """Sheets by id, or by their paper."""

    paper: tuple[Paper, ...] = Field(default=(), description="school.pick.paper")


class EntryChoice(Model):
    """Which entries of one kind a school takes: only some, all without some, or both."""

    only: Pick | None = Field(default=None, description="school.choice.only")
    without: Pick | None = Field(default=None, description="school.choice.without")


class MethodChoice(Model):
    """Which methods a school takes."""

    only: MethodPick | None = Field(default=None, description="school.choice.only")
    without: MethodPick | None = Field(default=None, description="school.choice.without")


class SheetChoice(Model):
    """Which sheets a school takes."""

    only: SheetPick | None = Field(default=None, description="school.choice.only")
    without: SheetPick | None = Field(default=None, description="school.choice.without")


class Choices(Model):
    """What a school takes of each kind; all of it where nothing is said."""

    methods: MethodChoice = Field(default=MethodChoice(), description="school.choices.methods")
    models: EntryChoice = Field(default=EntryChoice(), description="school.choices.models")
    tips: EntryChoice = Field(default=EntryChoice(), description="school.choices.tips")
    chapters: EntryChoice = Field(default=EntryChoice(), description="school.choices.chapters")
    sheets: SheetChoice = Field(default=SheetChoice(), description="school.choices.sheets")
    workbooks: EntryChoice = Field(default=EntryChoice(), description="school.choices.workbooks")


class PaperPreference(Model):
    """What a school prints on. `ink` is what it is offered first; `largest` is the largest paper it can print."""

    ink: Literal["grey", "colour"] = Field(default="grey", description="school.paper.ink")
    largest: Literal["a4", "a3"] = Field(default="a3", description="school.paper.largest")


class School(Model):
    """A school's own edition."""

    name: Annotated[Words, Field(max_length=80)] = Field(description="school.name")
    short_name: Annotated[Words, Field(max_length=30)] | None = Field(default=None, description="school.short_name")
    address: Annotated[tuple[Words, ...], Field(max_length=6)] = Field(default=(), description="school.address")
    website: WebAddress | None = Field(default=None, description="school.website")
    site_url: Annotated[WebAddress, AfterValidator(_ends_in_slash)] | None = Field(
        default=None, description="school.site_url"
    )
    logo: Annotated[str, Field(pattern=LOGO_NAME, max_length=80)] | None = Field(
        default=None, description="school.logo"
    )
    colour: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$"), AfterValidator(str.lower)] = Field(
        default="#14606b", description="edition.colour"
    )
    country: Country = Field(description="school.country")
    level: Annotated[tuple[Level, ...], Field(min_length=1)] = Field(description="school.level")
    extends: Id | None = Field(default=None, description="school.extends")
    wording: dict[str, dict[str, WordForm]] = Field(default={}, description="school.wording")
    contact: Contact | None = Field(default=None, description="school.contact")
    agreements: tuple[Line, ...] = Field(default=(), description="school.agreements")
    start: Start | None = Field(default=None, description="school.start")
    choices: Choices = Field(default=Choices(), description="school.choices")
    paper: PaperPreference = Field(default=PaperPreference(), description="school.paper")

    @property
    def where(self) -> tuple[str, ...]:
        """The address on one line, and the website; each only where it is known."""
        return tuple(filter(None, (", ".join(self.address), self.website)))

    @property
    def called(self) -> str:
        """The name where there is little room."""
        return self.short_name or self.name

"""The files there is one of: the vocabulary, the sources and the edition."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from coachkist.model.base import Id, Model, Words
from coachkist.model.text import Line, RichText

SecureAddress = Annotated[str, Field(pattern=r"^https://[^\s\"'<>\\^`{|}?#]+$", max_length=120)]
"""An address of a site, which begins with https://."""


class Word(Model):
    """A word that differs from school to school, with every form a text may ask for.

    `forms` maps a token, as authors write it between braces, to the words it stands for. `raw` lists words that may not
    stand in a text without braces, because a school could then not replace them.
    """

    id: Id
    meaning: Line = Field(description="word.meaning")
    forms: Annotated[dict[str, str], Field(min_length=1)] = Field(description="word.forms")
    raw: tuple[str, ...] = Field(default=(), description="word.raw")


class Term(Model):
    """A term of the field, explained in the glossary. `also` are its other forms, such as the plural."""

    id: Id
    term: Line = Field(description="term.term")
    also: tuple[Words, ...] = Field(default=(), description="term.also")
    meaning: RichText = Field(description="term.meaning")


class Vocabulary(Model):
    """Wording tokens, glossary, and words that mean the same to someone who searches."""

    words: tuple[Word, ...] = Field(default=(), description="vocabulary.words")
    terms: tuple[Term, ...] = Field(default=(), description="vocabulary.terms")
    synonyms: tuple[tuple[str, ...], ...] = Field(default=(), description="vocabulary.synonyms")


class Source(Model):
    """A work that the catalogue draws on. An unknown title stays unknown: then there is none."""

    id: Id
    author: str = Field(min_length=1, description="source.author")
    year: str = Field(min_length=1, max_length=12, description="source.year")
    title: str | None = Field(default=None, description="source.title")
    details: str | None = Field(default=None, description="source.details")


class Sources(Model):
    """All works the catalogue draws on."""

    sources: tuple[Source, ...] = Field(description="sources.sources")


class Edition(Model):
    """Which edition of the catalogue this is; footers and colophons carry it, so builds are reproducible."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+(\.\d+)?$")] = Field(description="edition.version")
    date: datetime.date = Field(description="edition.date")
    title: str = Field(min_length=1, max_length=60, description="edition.title")
    publisher: str = Field(min_length=1, max_length=80, description="edition.publisher")
    licence: str = Field(min_length=1, max_length=200, description="edition.licence")
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")] = Field(default="#14606b", description="edition.colour")
    site_url: SecureAddress | None = Field(default=None, description="edition.site_url")

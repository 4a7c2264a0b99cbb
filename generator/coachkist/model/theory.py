"""What a coach reads: models, tips and the chapters of running text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coachkist.model.base import Entry, Id, Model, Words
from coachkist.model.enums import FigureKind
from coachkist.model.pieces import DataTable, Pitfall, Relation
from coachkist.model.text import Line, RichText


class Axis(Model):
    """A line between two opposites; `low` stands on the left or at the bottom."""

    id: Id
    low: Line = Field(description="axis.low")
    high: Line = Field(description="axis.high")


class Figure(Model):
    """A drawing of the model's own data: its parts, in order, or one of its tables.

    `parts` are the parts that are drawn, all of them where it is empty; `profile` is a filled-in example, one value
    from 0 to 10 a part; `table` is the table whose numbers are drawn.
    """

    kind: FigureKind = Field(description="figure.kind")
    title: Line = Field(description="figure.title")
    description: Line = Field(description="figure.description")
    centre: Line | None = Field(default=None, description="figure.centre")
    axes: Annotated[tuple[Axis, ...], Field(max_length=2)] = Field(default=(), description="figure.axes")
    parts: tuple[Id, ...] = Field(default=(), description="figure.parts")
    profile: tuple[Annotated[int, Field(ge=0, le=10)], ...] = Field(default=(), description="figure.profile")
    table: Id | None = Field(default=None, description="figure.table")


class ModelPart(Model):
    """A phase, layer, role, style … of a model. `label` is its name in the figure, where the title is too long."""

    id: Id
    title: Line = Field(description="model.part.title")
    label: Line | None = Field(default=None, description="model.part.label")
    text: RichText | None = Field(default=None, description="model.part.text")
    points: tuple[Line, ...] = Field(default=(), description="model.part.points")
    questions: tuple[Line, ...] = Field(default=(), description="model.part.questions")


class CoachingModel(Entry):
    """A model: a way to look at coaching, learning or resistance, that work forms rest on."""

    explanation: RichText = Field(description="model.explanation")
    parts_title: Line | None = Field(default=None, description="model.parts_title")
    parts: tuple[ModelPart, ...] = Field(default=(), description="model.parts")
    tables: tuple[DataTable, ...] = Field(default=(), description="method.tables")
    figures: tuple[Figure, ...] = Field(default=(), description="model.figures")
    use: RichText = Field(description="model.use")
    use_when: tuple[Line, ...] = Field(default=(), description="method.use_when")
    not_when: tuple[Line, ...] = Field(default=(), description="method.not_when")
    questions: tuple[Line, ...] = Field(default=(), description="model.questions")
    pitfalls: tuple[Pitfall, ...] = Field(default=(), description="method.pitfalls")
    example: RichText | None = Field(default=None, description="method.example")
    relations: tuple[Relation, ...] = Field(default=(), description="theory.relations")
    keywords: Annotated[tuple[Words, ...], Field(min_length=1)] = Field(description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")
    sources: tuple[Id, ...] = Field(default=(), description="method.sources")


class Advice(Model):
    """One thing to do: in a few words, then how, and what to say."""

    id: Id
    do: Line = Field(description="tip.advice_item.do")
    how: RichText | None = Field(default=None, description="tip.advice_item.how")
    say: Line | None = Field(default=None, description="tip.advice_item.say")


class Tip(Entry):
    """Advice for one kind of moment."""

    when: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(description="tip.when")
    intro: RichText = Field(description="tip.intro")
    advice: Annotated[tuple[Advice, ...], Field(min_length=1)] = Field(description="tip.advice")
    tables: tuple[DataTable, ...] = Field(default=(), description="method.tables")
    pitfalls: tuple[Pitfall, ...] = Field(default=(), description="method.pitfalls")
    example: RichText | None = Field(default=None, description="method.example")
    relations: tuple[Relation, ...] = Field(default=(), description="theory.relations")
    keywords: Annotated[tuple[Words, ...], Field(min_length=1)] = Field(description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")
    sources: tuple[Id, ...] = Field(default=(), description="method.sources")


class Section(Model):
    """A stretch of a chapter under its own heading.

    `figures` are models whose first figure is shown here; `entries` are work forms, models and tips that are listed
    after the text, each with its summary.
    """

    id: Id
    title: Line = Field(description="chapter.section.title")
    text: RichText = Field(description="chapter.section.text")
    tables: tuple[DataTable, ...] = Field(default=(), description="method.tables")
    figures: tuple[Id, ...] = Field(default=(), description="chapter.section.figures")
    entries: tuple[Id, ...] = Field(default=(), description="chapter.section.entries")


class Chapter(Entry):
    """Running text. `order` places it among the chapters."""

    order: Annotated[int, Field(ge=1, le=999)] = Field(description="chapter.order")
    intro: RichText = Field(description="chapter.intro")
    sections: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(description="chapter.sections")
    try_it: RichText = Field(description="chapter.try_it")
    relations: tuple[Relation, ...] = Field(default=(), description="theory.relations")
    keywords: Annotated[tuple[Words, ...], Field(min_length=1)] = Field(description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")
    sources: tuple[Id, ...] = Field(default=(), description="method.sources")

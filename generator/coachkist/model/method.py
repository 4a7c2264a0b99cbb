"""A work form (werkvorm): one file in `methods/`.

The `description` of a field is a key under `fields` in the strings file: the Dutch explanation that editors show.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from coachkist.model.base import Entry, Id, Model, Words
from coachkist.model.enums import LedBy, Phase, Planned, Purpose, Requires, Safety, Setting, Who
from coachkist.model.pieces import DataTable, Pitfall, Relation
from coachkist.model.text import Line, RichText

Minutes = Annotated[int, Field(ge=0, le=10_000)]
"""A duration in minutes."""


class People(Model):
    """How many people take part, everyone counted: from `least` to `most`."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}-{self.most}"


def _people(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?", value.strip())
    if not found:
        raise PydanticCustomError("people_format", "not a number or a range", {"given": value})
    least, most = int(found[1]), int(found[2] or found[1])
    if not 1 <= least <= most:
        raise PydanticCustomError("people_format", "not a number or a range", {"given": value})
    return People(least=least, most=most)


class Step(Model):
    """One thing that somebody does, for how long, and what to say."""

    who: Who = Field(description="step.who")
    phase: Phase = Field(description="step.phase")
    minutes: Annotated[int, Field(ge=1, le=10_000)] = Field(description="step.minutes")
    do: RichText = Field(description="step.do")
    say: Line | None = Field(default=None, description="step.say")


class VariantMinutes(Model):
    """Minutes of preparation, doing and follow-up; each is the sum of its steps."""

    preparation: Minutes = Field(default=0, description="minutes.preparation")
    doing: Minutes = Field(default=0, description="minutes.doing")
    follow_up: Minutes = Field(default=0, description="minutes.follow_up")

    @property
    def total(self) -> int:
        """All minutes together."""
        return self.preparation + self.doing + self.follow_up


class Variant(Model):
    """The method as done in one setting, led by one kind of person, planned or on the spot."""

    id: Id = Field(description="variant.id")
    title: Line | None = Field(default=None, description="variant.title")
    setting: Setting = Field(description="variant.setting")
    led_by: LedBy = Field(description="variant.led_by")
    planned: Planned = Field(description="variant.planned")
    people: Annotated[People, BeforeValidator(_people, json_schema_input_type=str)] = Field(
        description="variant.people"
    )
    minutes: VariantMinutes = Field(description="variant.minutes")
    intro: RichText | None = Field(default=None, description="variant.intro")
    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(description="variant.steps")


class Relations(Model):
    """What comes before, after or instead of a method, and the models it rests on."""

    before: tuple[Relation, ...] = Field(default=(), description="relations.before")
    after: tuple[Relation, ...] = Field(default=(), description="relations.after")
    alternative: tuple[Relation, ...] = Field(default=(), description="relations.alternative")
    model: tuple[Relation, ...] = Field(default=(), description="relations.model")


class Method(Entry):
    """A work form, rich enough to do tomorrow."""

    goal: RichText = Field(description="method.goal")
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)] = Field(description="method.variants")
    tables: tuple[DataTable, ...] = Field(default=(), description="method.tables")
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)] = Field(description="method.purposes")
    requires: tuple[Requires, ...] = Field(default=(), description="method.requires")
    safety: Safety = Field(description="method.safety")
    material: tuple[Line, ...] = Field(default=(), description="method.material")
    sheets: tuple[Id, ...] = Field(default=(), description="method.sheets")
    use_when: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(description="method.use_when")
    not_when: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(description="method.not_when")
    unplanned_moments: tuple[Line, ...] = Field(default=(), description="method.unplanned_moments")
    questions: Annotated[tuple[Line, ...], Field(min_length=2, max_length=6)] = Field(description="method.questions")
    pitfalls: Annotated[tuple[Pitfall, ...], Field(min_length=1)] = Field(description="method.pitfalls")
    example: RichText = Field(description="method.example")
    tips: tuple[Line, ...] = Field(default=(), description="method.tips")
    relations: Relations = Field(default=Relations(), description="method.relations")
    keywords: Annotated[tuple[Words, ...], Field(min_length=1)] = Field(description="method.keywords")
    asked: tuple[Words, ...] = Field(default=(), description="method.asked")
    sources: tuple[Id, ...] = Field(default=(), description="method.sources")

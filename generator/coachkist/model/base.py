"""What all models share: frozen, no extra keys, ids that are Dutch slugs."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from coachkist.model.text import Line

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_ID = 60

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID), Field(description="entry.id")]
"""A stable slug: lower-case letters and digits in groups joined by single hyphens."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Plain words without markup, such as a keyword."""


class Model(BaseModel):
    """Base of every model: immutable, and strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def model_post_init(self, _context: Any, /) -> None:
        """Shares the set of the fields that were given with all models that were given the same ones.

        Each model would have its own, which takes more room than the values of a small one.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _one_of(frozenset(self.__pydantic_fields_set__)))

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """A known key with nothing behind it (`tips:`) counts as left out."""
        if isinstance(data, dict) and None in data.values():
            return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}
        return data


class Entry(Model):
    """Something with a page of its own; its file is named after its id."""

    id: Id = Field(description="entry.id")
    title: Line = Field(description="entry.title")
    summary: Line = Field(description="entry.summary")
    formerly: tuple[Id, ...] = Field(default=(), description="entry.formerly")


@cache
def _one_of(fields: frozenset[str]) -> set[str]:
    return set(fields)

"""`instruments/<id>.json`: what a sheet asks, for programs that keep answers. Ids stay the same for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from coachkist.catalogue.catalogue import Loaded
from coachkist.document.instrument import Question, questions
from coachkist.model.sheet import Sheet
from coachkist.site.contents import SiteContents
from coachkist.site.page import Asset

FORMAT = 1
"""Raised when a program that reads the files would have to change."""
FOLDER = "instruments"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AnswerPart(_Part):
    """One answer to choose."""

    id: str
    wording: str
    mark: str = Field(default="", description="The short mark over its column on paper, if any.")
    apart: bool = Field(default=False, description="No point of the scale, such as `not seen`: never count it as one.")


class QuestionPart(_Part):
    """One thing to answer. A missing answer is missing, never the lowest."""

    id: str = Field(description="Path of ids, parted by full stops; in the fillable PDF by slashes.")
    kind: Literal["text", "lines", "date", "tick", "choice"]
    wording: str = Field(description="What is asked, in words that stand by themselves.")
    number: str = Field(default="", description="The number on paper, if any.")
    answers: tuple[AnswerPart, ...] = Field(default=(), description="In order; only for `choice`.")


class InstrumentFile(_Part):
    """A sheet's questions, in the words of one edition."""

    format: int = Field(ge=1, description="Version of this format.")
    id: str
    version: str = Field(description="Edition of the catalogue.")
    title: str
    url: str = Field(description="Address of the sheet's page, relative to the site's root.")
    questions: tuple[QuestionPart, ...]


def instrument_files(site: SiteContents) -> Iterator[Asset]:
    """The file of every sheet that asks something, and their JSON Schema."""
    files = site.each("instrument", site.catalogue.sheets.values(), partial(_instrument_file, site))
    yield from (file for file in files if file is not None)
    yield Asset(f"{FOLDER}/instrument.schema.json", schema_text().encode())


def _instrument_file(site: SiteContents, sheet: Loaded[Sheet]) -> Asset | None:
    document = site.documents[sheet.value.id]
    if not (asked := questions(document)):
        return None
    made = InstrumentFile(
        format=FORMAT,
        id=document.id,
        version=site.catalogue.edition.version,
        title=document.title,
        url=site.url(document.id),
        questions=tuple(map(_question, asked)),
    )
    return Asset(f"{FOLDER}/{document.id}.json", _text(made.model_dump(mode="json")).encode())


@cache
def schema_text() -> str:
    """The JSON Schema of the files."""
    schema = InstrumentFile.model_json_schema()
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _question(question: Question) -> QuestionPart:
    answers = (AnswerPart(id=one.id, wording=one.wording, mark=one.mark, apart=one.apart) for one in question.answers)
    return QuestionPart(
        id=question.name,
        kind=question.kind,
        wording=question.wording,
        number=question.number,
        answers=tuple(answers),
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

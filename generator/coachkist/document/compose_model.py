"""A model → its document: what it says, its parts, its figures, and how a coach uses it."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.document.blocks import Block, Document, Heading
from coachkist.document.compose_figure import compose_figures
from coachkist.document.compose_pieces import (
    checklist,
    entry_document,
    example,
    heading,
    pitfalls,
    points,
    references,
    related,
    related_by_kind,
    table,
)
from coachkist.document.context import Context
from coachkist.markup.inline import Text
from coachkist.model.enums import Kind
from coachkist.model.theory import CoachingModel, ModelPart

_KINDS = (Kind.METHOD, Kind.TIP, Kind.MODEL, Kind.CHAPTER, Kind.SHEET)


def compose_model(model: CoachingModel, context: Context) -> Document:
    """The document of `model`."""
    return entry_document(model, Kind.MODEL, model_blocks(model, context), context)


def model_blocks(model: CoachingModel, context: Context) -> Iterator[Block]:
    """The blocks of `model`."""
    yield from context.blocks(model.explanation)
    yield from compose_figures(model, context)
    yield from _parts(model, context)
    for data in model.tables:
        yield from table(data, context)
    yield heading(context, "model_use")
    yield from context.blocks(model.use)
    yield from checklist(context, "model_use_when", "use", model.use_when)
    yield from checklist(context, "model_not_when", "avoid", model.not_when)
    yield from checklist(context, "questions", "question", model.questions)
    yield from pitfalls(model.pitfalls, context)
    yield from example(model.example, context)
    yield from related(related_by_kind(context.links(model.id), context, _KINDS), context)
    yield from references(model.sources, context)


def _parts(model: CoachingModel, context: Context) -> Iterator[Block]:
    if not model.parts:
        return
    title = context.line(model.parts_title) or (Text(context.strings("document.model_parts")),)
    yield Heading(2, title, "onderdelen")
    for part in model.parts:
        yield from _part(part, context)


def _part(part: ModelPart, context: Context) -> Iterator[Block]:
    yield Heading(3, context.line(part.title), part.id)
    yield from context.blocks(part.text)
    if part.points:
        yield points(context, "tip", part.points)
    if part.questions:
        yield points(context, "question", part.questions)

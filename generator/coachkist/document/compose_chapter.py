"""A chapter → its document: running text in sections, each with its tables and with what to read on."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.web import SECTION
from coachkist.document.blocks import Aside, Block, Document, Heading, Related, RelatedGroup
from coachkist.document.compose_figure import compose_figure
from coachkist.document.compose_pieces import (
    entry_document,
    references,
    related,
    related_by_kind,
    related_item,
    table,
)
from coachkist.document.context import Context
from coachkist.model.enums import Kind
from coachkist.model.theory import Chapter, Section


def compose_chapter(chapter: Chapter, context: Context) -> Document:
    """The document of `chapter`."""
    return entry_document(chapter, Kind.CHAPTER, chapter_blocks(chapter, context), context)


def chapter_blocks(chapter: Chapter, context: Context) -> Iterator[Block]:
    """The blocks of `chapter`."""
    yield from context.blocks(chapter.intro)
    for section in chapter.sections:
        yield from _section(section, context)
    yield Aside("try", context.strings("document.try_it"), context.blocks(chapter.try_it))
    # What a section lists stands there already.
    links = [link for link in context.links(chapter.id) if not (link.relation == SECTION and link.written)]
    yield from related(related_by_kind(links, context), context)
    yield from references(chapter.sources, context)


def _figures(section: Section, context: Context) -> Iterator[Block]:
    """The first figure of each model that the section shows."""
    for name in section.figures:
        if (model := context.catalogue.models.get(name)) is not None and model.value.figures:
            yield compose_figure(model.value, model.value.figures[0], context)


def _section(section: Section, context: Context) -> Iterator[Block]:
    yield Heading(2, context.line(section.title), section.id)
    yield from context.blocks(section.text)
    yield from _figures(section, context)
    for data in section.tables:
        yield from table(data, context, level=3)
    known = [name for name in section.entries if context.entry(name) is not None]
    if known:
        items = tuple(related_item(name, None, context) for name in known)
        yield Related((RelatedGroup(SECTION, context.strings("document.relation.section"), items),))

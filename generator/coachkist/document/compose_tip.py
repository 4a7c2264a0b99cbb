"""A tip → its document: when you need it, what to do and to say, and what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.document.blocks import Advice, AdviceItem, Block, Document
from coachkist.document.compose_pieces import (
    checklist,
    entry_document,
    example,
    heading,
    pitfalls,
    references,
    related,
    related_by_kind,
    table,
)
from coachkist.document.context import Context
from coachkist.model.enums import Kind
from coachkist.model.theory import Tip

_KINDS = (Kind.TIP, Kind.METHOD, Kind.MODEL, Kind.CHAPTER, Kind.SHEET)


def compose_tip(tip: Tip, context: Context) -> Document:
    """The document of `tip`."""
    return entry_document(tip, Kind.TIP, tip_blocks(tip, context), context)


def tip_blocks(tip: Tip, context: Context) -> Iterator[Block]:
    """The blocks of `tip`."""
    yield from checklist(context, "tip_when", "use", tip.when)
    yield from context.blocks(tip.intro)
    yield heading(context, "tip_advice")
    yield _advice(tip, context)
    for data in tip.tables:
        yield from table(data, context)
    yield from pitfalls(tip.pitfalls, context)
    yield from example(tip.example, context)
    yield from related(related_by_kind(context.links(tip.id), context, _KINDS), context)
    yield from references(tip.sources, context)


def _advice(tip: Tip, context: Context) -> Advice:
    return Advice(
        context.strings("document.say"),
        tuple(AdviceItem(context.line(one.do), context.blocks(one.how), context.line(one.say)) for one in tip.advice),
    )

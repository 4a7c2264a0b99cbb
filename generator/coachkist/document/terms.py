"""Terms of the field: the first use in a text explains itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from coachkist.document.blocks import (
    Advice,
    AdviceItem,
    Aside,
    Block,
    Checklist,
    Inlines,
    Pair,
    Pairs,
    StepPhase,
    Steps,
)
from coachkist.document.context import Context
from coachkist.markup.inline import Emphasis, Inline, List, Paragraph, Strong, Term, Text, TextBlock, plain
from coachkist.model import reference


def explained(blocks: Iterable[Block], context: Context, own: str) -> tuple[Block, ...]:
    """`blocks`, in which the first use of each term carries its meaning.

    Headings, tables, links and what is said aloud stay as they are. `own` is the id of the entry: where it is what a
    term means, the whole page explains the term.
    """
    marker = _Marker(context, {own})
    return tuple(marker.block(block) for block in blocks)


def terms_used(value: object) -> Iterator[str]:
    """The ids of the terms that a block, or anything that holds blocks, explains."""
    if isinstance(value, tuple):
        for item in value:
            yield from terms_used(item)
    elif isinstance(value, Term):
        yield value.id
    else:
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from terms_used(getattr(value, name))


def meaning(term: reference.Term, context: Context) -> str:
    """What a term means, as one line of plain text."""
    return " ".join(" ".join(_paragraphs(context.blocks(term.meaning))).split())


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.children)
        elif isinstance(block, List):
            for item in block.items:
                yield from _paragraphs(item)


class _Marker:
    """Goes through a text in reading order and remembers which terms it has met."""

    def __init__(self, context: Context, met: set[str]) -> None:
        self.context = context
        self.met = met

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() | List():
                return self._text(block)
            case Checklist(style, items) if style != "question":
                return Checklist(style, tuple(map(self._inlines, items)))
            case Pairs(items=pairs):
                both = (Pair(self._inlines(pair.what), self._inlines(pair.instead)) for pair in pairs)
                return replace(block, items=tuple(both))
            case Advice(items=advice):
                return replace(block, items=tuple(map(self._advice, advice)))
            case Steps(phases=phases):
                return replace(block, phases=tuple(map(self._phase, phases)))
            case Aside(body=body):
                return replace(block, body=tuple(map(self.block, body)))
            case _:
                return block

    def _text(self, block: TextBlock) -> TextBlock:
        if isinstance(block, Paragraph):
            return Paragraph(self._inlines(block.children))
        return List(tuple(tuple(map(self._text, item)) for item in block.items), block.ordered)

    def _advice(self, item: AdviceItem) -> AdviceItem:
        return replace(item, do=self._inlines(item.do), how=tuple(map(self.block, item.how)))

    def _phase(self, phase: StepPhase) -> StepPhase:
        return replace(
            phase, steps=tuple(replace(step, body=tuple(map(self.block, step.body))) for step in phase.steps)
        )

    def _inlines(self, inlines: Inlines) -> Inlines:
        return tuple(chain.from_iterable(map(self._inline, inlines)))

    def _inline(self, inline: Inline) -> Iterable[Inline]:
        match inline:
            case Text(value):
                return self._split(value)
            case Strong(children):
                return (Strong(self._inlines(children)),)
            case Emphasis(children):
                return (Emphasis(self._inlines(children)),)
            case _:
                return (inline,)

    def _split(self, text: str) -> Iterator[Inline]:
        at = 0
        for start, end, term in self.context.catalogue.glossary.uses(text):
            if term.id in self.met:
                continue
            self.met.add(term.id)
            if at < start:
                yield Text(text[at:start])
            yield Term(term.id, (Text(text[start:end]),), meaning(term, self.context))
            at = end
        if at < len(text):
            yield Text(text[at:])

"""A workbook for half the paper, to be folded: what is too large for it stays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coachkist.document.blocks import Block, Board, Chapter, Deck, Discs, Document, Part
from coachkist.model.enums import Paper

PAPER = "a5"
"""The paper that half an A4 is."""

_AT_FULL_SIZE = (Board, Deck, Discs)
"""What lies on a table: of no use when it is smaller."""

_POSTERS = frozenset({Paper.A3, Paper.A3_LANDSCAPE})


def booklet(document: Document) -> Document:
    """The workbook `document` on half the paper, without cards, discs, boards and posters."""
    return replace(document, paper=PAPER, blocks=tuple(_kept(document)))


def _kept(document: Document) -> Iterator[Block]:
    number = 0
    for block in document.blocks:
        if not isinstance(block, Part):
            yield block
            continue
        chapters = tuple(chapter for chapter in block.chapters if _fits(chapter))
        if not chapters and (block.chapters or not block.body):
            continue
        if block.number is not None:
            number += 1
        yield replace(block, chapters=chapters, number=number if block.number is not None else None)


def _fits(chapter: Chapter) -> bool:
    return chapter.paper not in _POSTERS and not any(isinstance(block, _AT_FULL_SIZE) for block in chapter.body)

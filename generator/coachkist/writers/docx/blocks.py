"""From a block to Word, by its kind; mypy names a kind without a case here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, assert_never

from coachkist.document.blocks import (
    Advice,
    Aside,
    Block,
    Board,
    Box,
    Checklist,
    Choices,
    Columns,
    Criteria,
    Deck,
    Discs,
    Drawing,
    Facts,
    Fields,
    Grid,
    Heading,
    Index,
    PageBreak,
    Pairs,
    Part,
    Poster,
    References,
    Related,
    Score,
    Signature,
    Steps,
    Table,
    Terms,
    WritingLines,
)
from coachkist.markup.inline import List, Paragraph
from coachkist.writers.docx.answers import answers
from coachkist.writers.docx.cards import cut_grid, deck_pages, printing
from coachkist.writers.docx.choosing import choosing
from coachkist.writers.docx.formats import CARDS_TOP, cards_format, sheet_format
from coachkist.writers.docx.look import PAPERS
from coachkist.writers.docx.matter import index, part, terms
from coachkist.writers.docx.pieces import board, discs, poster
from coachkist.writers.docx.prose import prose
from coachkist.writers.docx.sections import Turn
from coachkist.writers.docx.steps import entry_part
from coachkist.writers.docx.text import page_break
from coachkist.writers.settled import settled

if TYPE_CHECKING:
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot
    from coachkist.writers.docx.xml import Xml


def blocks_xml(pen: Pen, blocks: Sequence[Block], spot: Spot) -> list[Xml]:
    """`blocks` as paragraphs and tables."""
    return [xml for block in settled(blocks, spot.level) for xml in _block(block, pen, spot)]


def _block(block: Block, pen: Pen, spot: Spot) -> Iterable[Xml]:
    render = partial(blocks_xml, pen)
    match block:
        case Heading() | Paragraph() | List() | Checklist() | Pairs() | Advice() | Aside() | Table() | Drawing():
            return prose(block, pen, spot, render)
        case Facts() | Steps() | Related() | References():
            return entry_part(block, pen, spot, render)
        case Fields() | WritingLines() | Columns() | Grid() | Score() | Box():
            return answers(block, pen, spot)
        case Criteria() | Choices() | Signature():
            return choosing(block, pen, spot)
        case PageBreak():
            return (page_break(),)
        case Poster() | Deck() | Discs() | Board():
            return _piece(block, pen, spot, render)
        case Part() | Terms() | Index():
            return _matter(block, pen, spot, render)
        case _:
            assert_never(block)


def _piece(block: Poster | Deck | Discs | Board, pen: Pen, spot: Spot, render: Render) -> Iterable[Xml]:
    match block:
        case Poster():
            return poster(block, pen, spot, render)
        case Deck():
            return _deck(block, pen)
        case Discs():
            return discs(block, pen, spot)
        case Board():
            return board(block, pen, spot)
        case _:
            assert_never(block)


def _deck(deck: Deck, pen: Pen) -> Iterable[Xml]:
    """Cards among other things in a book: on pages of their own."""
    paper = PAPERS["a4"]
    yield Turn.to(cards_format(deck, "a4", "oddPage"))
    above = cut_grid(deck, paper).margins(paper)[1] - CARDS_TOP
    yield from deck_pages(deck, pen, paper, printing(deck, pen.furniture), above)
    yield Turn.to(sheet_format("a4", "nextPage"))


def _matter(block: Part | Terms | Index, pen: Pen, spot: Spot, render: Render) -> Iterable[Xml]:
    match block:
        case Part():
            return part(block, pen, spot, render)
        case Terms():
            return terms(block, pen, spot, render)
        case Index():
            return index(block, pen)
        case _:
            assert_never(block)

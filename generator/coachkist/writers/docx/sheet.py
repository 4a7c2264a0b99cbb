"""A sheet or a single entry: its title, its blocks, decks of cards on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Deck, Document
from coachkist.writers.docx.blocks import blocks_xml
from coachkist.writers.docx.cards import cut_grid, deck_pages
from coachkist.writers.docx.furniture import imprint
from coachkist.writers.docx.pictures import aligned, anchored
from coachkist.writers.docx.sections import SHEET, Format, Margins, Turn
from coachkist.writers.docx.spot import Spot
from coachkist.writers.docx.text import paragraph, run
from coachkist.writers.docx.xml import Xml, join

if TYPE_CHECKING:
    from coachkist.writers.docx.look import Paper
    from coachkist.writers.docx.pen import Pen

_MARK = 14.0
_FOOT = (("footer", "default", "voet"),)
_BARE = (("footer", "default", "voet-leeg"),)


def first_format(document: Document, paper: Paper) -> Format:
    """The format of the first section."""
    if document.blocks and isinstance(document.blocks[0], Deck):
        return _deck_format(document.blocks[0], paper)
    return Format(paper, SHEET, furniture=_FOOT)


def sheet_blocks(document: Document, pen: Pen, paper: Paper) -> list[Xml]:
    """Everything on the sheet; a deck, and what follows it, begins a section."""
    text = Format(paper, SHEET, furniture=_FOOT)
    spot = Spot(text.width)
    result: list[Xml] = []
    if not document.blocks or not all(isinstance(block, Deck) for block in document.blocks):
        result += _title(document, pen)
    run_of: list[Block] = []
    for number, block in enumerate(document.blocks):
        if not isinstance(block, Deck):
            run_of.append(block)
            continue
        result += blocks_xml(pen, run_of, spot)
        run_of = []
        if number or result:
            result.append(Turn.to(_deck_format(block, paper)))
        result += deck_pages(block, pen, paper, _printing(block, document))
        if number + 1 < len(document.blocks) and not isinstance(document.blocks[number + 1], Deck):
            result.append(Turn.to(text))
    return [*result, *blocks_xml(pen, run_of, spot)]


def _deck_format(deck: Deck, paper: Paper) -> Format:
    across, down = cut_grid(deck, paper).margins(paper)
    # Room for the paragraph that Word wants after a table, and for a note in it.
    margins = Margins(down, across, max(5.0, min(8.0, down - 3)), across)
    return Format(paper, margins, furniture=_BARE)


def _printing(deck: Deck, document: Document) -> str:
    """How to print the deck, and which edition it is."""
    words = document.furniture.words
    return f"{words[f'flip_{deck.flip}' if deck.backs else 'one_side']}   {imprint(document.furniture)}"


def _title(document: Document, pen: Pen) -> Iterator[Xml]:
    """The title, with the mark in the corner beside it."""
    picture = pen.picture({"kind": "mark", "size": _MARK * pen.look.growth})
    mark = anchored(
        picture,
        pen.relation(picture),
        pen.number(),
        document.furniture.brand,
        across=aligned("H", "right"),
        down=aligned("V", "top"),
    )
    yield paragraph(join((mark, run(document.title))), "Heading1")
    below = document.subtitle or (document.summary if document.kind == "method" else "")
    if below:
        yield paragraph(run(below), "Subtitle")

"""A sheet or a single entry: its title, its blocks, decks of cards on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Board, Deck, Discs, Document, Poster
from coachkist.document.instrument import questions
from coachkist.writers.docx.blocks import blocks_xml
from coachkist.writers.docx.cards import cut_grid, deck_pages, printing
from coachkist.writers.docx.pictures import Picture, anchored, offset
from coachkist.writers.docx.sections import SHEET, Format, Margins, Turn
from coachkist.writers.docx.spot import Spot
from coachkist.writers.docx.text import paragraph, run
from coachkist.writers.docx.title import BADGE, badge, corner
from coachkist.writers.docx.xml import NOTHING, Xml, join
from coachkist.writers.page_code import page_code

if TYPE_CHECKING:
    from coachkist.writers.docx.look import Paper
    from coachkist.writers.docx.pen import Pen

_FOOT = (("footer", "default", "voet"),)
_FOLLOWING = (
    ("header", "default", "kop-vervolg"),
    ("header", "first", "kop-leeg"),
    ("footer", "default", "voet"),
    ("footer", "first", "voet"),
)
_BARE = (("footer", "default", "voet-leeg"),)


def first_format(document: Document, paper: Paper) -> Format:
    """The format of the first section."""
    if document.blocks and isinstance(document.blocks[0], Deck):
        return _deck_format(document.blocks[0], paper)
    return _text_format(paper, written=is_written(document))


def is_written(document: Document) -> bool:
    """Whether somebody writes on it: then each page after the first says whose it is."""
    hung = any(isinstance(block, Poster | Board | Discs) for block in document.blocks)
    return document.kind == "sheet" and not hung and bool(questions(document))


def _text_format(paper: Paper, *, written: bool) -> Format:
    if written:
        return Format(paper, SHEET, furniture=_FOLLOWING, title_page=True, head=SHEET.top)
    return Format(paper, SHEET, furniture=_FOOT)


def sheet_blocks(document: Document, pen: Pen, paper: Paper) -> list[Xml]:
    """Everything on the sheet; a deck, and what follows it, begins a section."""
    text = _text_format(paper, written=is_written(document))
    spot = Spot(text.width, text.posters(document.blocks))
    result: list[Xml] = []
    if not document.blocks or not all(isinstance(block, Deck) for block in document.blocks):
        result += _title(document, pen, paper)
    run_of: list[Block] = []
    for number, block in enumerate(document.blocks):
        if not isinstance(block, Deck):
            run_of.append(block)
            continue
        result += blocks_xml(pen, run_of, spot)
        run_of = []
        if number or result:
            result.append(Turn.to(_deck_format(block, paper)))
        result += deck_pages(block, pen, paper, printing(block, document.furniture))
        if number + 1 < len(document.blocks) and not isinstance(document.blocks[number + 1], Deck):
            result.append(Turn.to(text))
    return [*result, *blocks_xml(pen, run_of, spot)]


def _deck_format(deck: Deck, paper: Paper) -> Format:
    across, down = cut_grid(deck, paper).margins(paper)
    # Room for the paragraph that Word wants after a table, and for a note in it.
    margins = Margins(down, across, max(5.0, min(8.0, down - 3)), across)
    return Format(paper, margins, furniture=_BARE)


def _title(document: Document, pen: Pen, paper: Paper) -> Iterator[Xml]:
    """The title, with the mark in the corner beside it."""
    code = _code(document, pen, paper)
    yield paragraph(join((corner(pen), code, run(document.title))), "Heading1")
    below = document.subtitle or (document.summary if document.kind == "method" else "")
    if below:
        yield paragraph(run(below), "Subtitle")


def _code(document: Document, pen: Pen, paper: Paper) -> Xml:
    """The code that leads to the sheet's page, left of the mark; nothing where no site is known."""
    code = page_code(document)
    if code is None:
        return NOTHING
    growth = pen.look.growth
    whole = code["whole"] * growth
    picture = pen.picture({"kind": "svg", "svg": code["svg"], "size": whole})
    across = offset("H", paper.width - SHEET.right - badge(pen).width - 1 - whole)
    down = offset("V", SHEET.top + (BADGE * growth - whole) / 2)
    picture = Picture(picture.png, whole, whole)
    return anchored(picture, pen.relation(picture), pen.number(), code["alt"], across=across, down=down)

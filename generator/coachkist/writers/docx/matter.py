"""What only books have: parts and chapters, terms and the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coachkist.document.blocks import Deck, Discs, WritingLines
from coachkist.writers.docx.cards import HEAD, cut_grid, deck_pages, printing
from coachkist.writers.docx.formats import CARDS_TOP, cards_format, plain_format, sheet_format, text_format
from coachkist.writers.docx.inlines import PLAIN, inlines, page_number
from coachkist.writers.docx.look import PAPERS
from coachkist.writers.docx.sections import Turn
from coachkist.writers.docx.tables import HAIR, Cell, Row, table
from coachkist.writers.docx.text import gap, line_break, paragraph, run, tab
from coachkist.writers.docx.title import corner
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Chapter, Index, Part, Terms
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot

_NUMBER = 14.0
"""Millimetres for the number of a page."""


def part(block: Part, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """A part: its title, text and what it holds, on a right-hand page unless the book is thin; then its chapters."""
    pen.parts.append(block.title)
    number = len(pen.parts)
    yield Turn.to(text_format(number, "nextPage" if pen.thin else "oddPage", opening=True))
    yield gap(14)
    if block.number is not None:
        yield paragraph(run(f"{pen.words['part']} {block.number}"), "Deel")
    yield paragraph(pen.marked(run(block.title), block.anchor), "Heading1")
    inside = replace(spot, own=block.anchor, level=1, outlined=False, style="Inleiding")
    yield gap(4)
    yield from render(block.body, inside)
    yield from _chapters(block, pen, spot)
    in_text = True
    for chapter in block.chapters:
        if chapter.kind == "sheet":
            yield from _sheet(chapter, pen, spot, render)
            in_text = False
            continue
        if not in_text:
            yield Turn.to(text_format(number))
        yield from _chapter(chapter, pen, spot, render, turned=not in_text)
        in_text = True


def _chapters(block: Part, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """What the part holds, each with its page."""
    rows = []
    for chapter in block.chapters:
        if not chapter.anchor:
            continue
        words = [run(chapter.title, bold=True)]
        if chapter.summary:
            words += [line_break(), inlines(chapter.summary, pen, replace(PLAIN, style="Toelichting"))]
        number = paragraph(page_number(chapter.anchor, pen, "Accent"), "", w("jc", val="right"))
        around = {"top": 1.4, "bottom": 1.4}
        cells = [
            Cell([paragraph(join(words))], edges={"top": HAIR}, padding=around | {"right": 6}),
            Cell([number], edges={"top": HAIR}, padding=around),
        ]
        rows.append(Row(cells))
    if rows:
        yield gap(7)
        yield table([spot.width - _NUMBER, _NUMBER], rows)


def _chapter(chapter: Chapter, pen: Pen, spot: Spot, render: Render, *, turned: bool) -> Iterator[Xml]:
    """A chapter of text, on a new page; `turned`: a section begins there already."""
    new_page = NOTHING if turned else w("pageBreakBefore")
    kind = pen.words.get(f"kind.{chapter.kind}", "")
    if kind:
        yield paragraph(run(kind), "Soort", new_page)
    title = pen.marked(run(chapter.title), chapter.anchor)
    yield paragraph(title, "Heading2", NOTHING if kind else new_page)
    if chapter.summary:
        yield paragraph(inlines(chapter.summary, pen, PLAIN), "Samenvatting")
    with pen.inside(chapter.anchor):
        yield from render(chapter.body, replace(spot, own=chapter.anchor, level=2))
        if chapter.body and isinstance(chapter.body[-1], WritingLines):
            # In the PDF these lines run on to the foot of the page; where that is, here only Word knows.
            pen.rest()


def _sheet(chapter: Chapter, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """A sheet is the page to write on, or to cut out, that it is by itself."""
    start = "oddPage" if any(isinstance(block, Deck | Discs) for block in chapter.body) else "nextPage"
    title = pen.marked(run(chapter.title), chapter.anchor)
    with pen.inside(chapter.anchor):
        if chapter.body and all(isinstance(block, Deck) for block in chapter.body):
            yield from _cards(chapter, title, pen, start)
            return
        format_ = sheet_format(chapter.paper, start)
        yield Turn.to(format_)
        yield paragraph(join((corner(pen), title)), "Heading2")
        if chapter.subtitle:
            yield paragraph(run(chapter.subtitle), "Bladondertitel")
        room = replace(spot, width=format_.width, posters=format_.posters(chapter.body))
        yield from render(chapter.body, replace(room, own=chapter.anchor, level=2))


def _cards(chapter: Chapter, title: Xml, pen: Pen, start: str) -> Iterator[Xml]:
    for number, deck in enumerate(block for block in chapter.body if isinstance(block, Deck)):
        paper = PAPERS[chapter.paper]
        format_ = cards_format(deck, chapter.paper, "nextPage" if number else start)
        yield Turn.to(format_)
        page = page_number(chapter.anchor, pen, "Accent")
        stop = w("tabs", w("tab", val="right", pos=twips(format_.width)))
        exact = w("spacing", before=0, after=0, line=twips(HEAD), lineRule="exact")
        head = NOTHING if number else paragraph(join((title, tab(), page)), "Kaartenkop", stop, exact)
        above = cut_grid(deck, paper).margins(paper)[1] - CARDS_TOP
        yield from deck_pages(deck, pen, paper, printing(deck, pen.furniture), above, head)


def terms(block: Terms, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """The terms that a book uses, explained, in two columns."""
    yield paragraph(pen.marked(run(block.title), block.title, "back"), "Heading1")
    yield Turn.to(plain_format("continuous", 2))
    for line in block.items:
        yield paragraph(pen.marked(run(line.term), line.anchor, "term"), "Begrip")
        yield from render(line.meaning, replace(spot, style="Tabeltekst"))
    yield Turn.to(plain_format("continuous"))


def index(block: Index, pen: Pen) -> Iterator[Xml]:
    """Terms and the pages that they point to, in three columns."""
    yield paragraph(pen.marked(run(block.title), block.title, "back"), "Heading1")
    yield Turn.to(plain_format("continuous", 3))
    for entry in block.entries:
        anchors = [anchor for anchor in entry.anchors if pen.bookmarks.name(anchor)]
        if anchors:
            anchors.sort(key=lambda anchor: pen.pages.get(f"at:{anchor}", 0))
            numbers = Xml(run(", ", "Gedempt").join(page_number(anchor, pen, "Gedempt") for anchor in anchors))
            yield paragraph(join((run(f"{entry.term}  "), numbers)), "Register")
    yield Turn.to(plain_format("continuous"))

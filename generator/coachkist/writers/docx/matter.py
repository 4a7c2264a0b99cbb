"""What only books have: parts and chapters, terms and the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coachkist.writers.docx.inlines import PLAIN, inlines, page_number
from coachkist.writers.docx.text import paragraph, run
from coachkist.writers.docx.xml import Xml, join, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Chapter, Index, Part, Terms
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot


def part(block: Part, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """A part: its title, its own text, and its chapters."""
    inside = replace(spot, own=block.anchor, level=1, outlined=False, style="Inleiding")
    yield paragraph(pen.marked(run(block.title), block.anchor), "Heading1", w("pageBreakBefore"))
    yield from render(block.body, inside)
    for chapter in block.chapters:
        yield from _chapter(chapter, pen, spot, render)


def _chapter(chapter: Chapter, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    inside = replace(spot, own=chapter.anchor, level=2)
    kind = pen.words.get(f"kind.{chapter.kind}", "")
    if kind and chapter.kind != "sheet":
        yield paragraph(run(kind), "Soort", w("pageBreakBefore"))
        yield paragraph(pen.marked(run(chapter.title), chapter.anchor), "Heading2")
    else:
        yield paragraph(pen.marked(run(chapter.title), chapter.anchor), "Heading2", w("pageBreakBefore"))
    if chapter.summary:
        yield paragraph(inlines(chapter.summary, pen, PLAIN), "Samenvatting")
    yield from render(chapter.body, inside)


def terms(block: Terms, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """The terms that a book uses, explained."""
    yield paragraph(run(block.title), "Heading1")
    for line in block.items:
        yield paragraph(pen.marked(run(line.term), line.anchor, "term"), "Begrip")
        yield from render(line.meaning, replace(spot, style="Tabeltekst"))


def index(block: Index, pen: Pen) -> Iterator[Xml]:
    """Terms and the pages that they point to."""
    yield paragraph(run(block.title), "Heading1")
    for entry in block.entries:
        anchors = [anchor for anchor in entry.anchors if pen.bookmarks.name(anchor)]
        if anchors:
            numbers = Xml(run(", ", "Gedempt").join(page_number(anchor, pen, "Gedempt") for anchor in anchors))
            yield paragraph(join((run(f"{entry.term}  "), numbers)), "Register")

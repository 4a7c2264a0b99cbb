"""Blocks of running text: headings, paragraphs, lists, tables, and what is set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from coachkist.document.blocks import Advice, Aside, Checklist, Drawing, Heading, Pairs, Table
from coachkist.markup.inline import List, Paragraph, plain
from coachkist.writers.docx.figure import figure
from coachkist.writers.docx.inlines import PLAIN, Voice, inlines
from coachkist.writers.docx.look import RULE
from coachkist.writers.docx.numbering import Marker
from coachkist.writers.docx.tables import HAIR, Cell, Edge, Row, shares, table
from coachkist.writers.docx.text import gap, numbered, paragraph, run
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w
from coachkist.writers.settled import column_shares

if TYPE_CHECKING:
    from coachkist.document.blocks import Block, Inlines
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot

Prose: TypeAlias = Heading | Paragraph | List | Checklist | Pairs | Advice | Aside | Table | Drawing

_LONG = 3000
"""Characters of content from which a passage may break over pages."""
_MARKERS = {
    "use": Marker.USE,
    "avoid": Marker.AVOID,
    "question": Marker.QUESTION,
    "tip": Marker.TIP,
    "material": Marker.MATERIAL,
}


def prose(block: Prose, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """The paragraphs and tables of `block`."""
    match block:
        case Heading(level, text):
            style = f"Heading{min(level, 5)}" if spot.outlined else "Tussenkop"
            yield paragraph(pen.marked(inlines(text, pen, PLAIN), plain(text), "back"), style)
        case Paragraph(children):
            yield paragraph(inlines(children, pen, Voice(own=spot.own)), spot.style, _indent(spot))
        case List():
            yield from _list(block, pen, spot, render)
        case Checklist(style, points):
            number = pen.lists.list_of(_MARKERS[style])
            yield from (numbered(inlines(point, pen, Voice(own=spot.own)), "Opsomming", number) for point in points)
        case Pairs() | Table():
            yield from _tables(block, pen, spot)
        case Advice():
            yield from _advice(block, pen, spot, render)
        case Aside():
            yield from _aside(block, pen, spot, render)
        case Drawing():
            yield from figure(block, pen, spot)
        case _:
            assert_never(block)


def _list(block: List, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    number = pen.lists.list_of(Marker.NUMBER if block.ordered else Marker.BULLET)
    style = spot.style or ("Lijst" if block.ordered else "Opsomming")
    for item in block.items:
        yield from _item(item, pen, spot, render, number, style)


def _item(item: tuple[Block, ...], pen: Pen, spot: Spot, render: Render, number: int, style: str) -> Iterator[Xml]:
    """The first paragraph carries the mark, what follows stands under it."""
    depth = min(spot.depth, 5)
    inner = spot.deeper()
    marked = False
    for block in item:
        match block:
            case Paragraph(children):
                words = inlines(children, pen, Voice(own=spot.own))
                yield paragraph(words, style, _indent(inner)) if marked else numbered(words, style, number, depth)
            case _:
                if not marked:
                    yield numbered(NOTHING, style, number, depth)
                yield from render((block,), inner)
        marked = True


def _indent(spot: Spot) -> Xml:
    return w("ind", left=twips(spot.indent)) if spot.depth else NOTHING


# --- tables -------------------------------------------------------------------------------------------------------


def _tables(block: Pairs | Table, pen: Pen, spot: Spot) -> Iterator[Xml]:
    match block:
        case Pairs(what, instead, pairs):
            rows = [(pair.what, pair.instead) for pair in pairs]
            yield from _ruled(run(what), run(instead), rows=rows, parts=[2, 3], pen=pen, spot=spot)
        case Table(caption, header, cells):
            if caption:
                yield paragraph(inlines(caption, pen, Voice(bold=True, linked=False)), "Kadertitel")
            named = header if any(header) else ()
            words = (inlines(cell, pen, PLAIN) for cell in named)
            yield from _ruled(*words, rows=cells, parts=column_shares(block), pen=pen, spot=spot)


def _ruled(*header: Xml, rows: Sequence[Sequence[Inlines]], parts: list[int], pen: Pen, spot: Spot) -> Iterator[Xml]:
    """Rules only between rows: a page of text with a table in it should stay a page of text."""
    last = len(parts) - 1

    def cell(words: Xml, column: int, style: str, edge: Edge) -> Cell:
        padding = {"top": 1.1, "bottom": 1.1, "right": 0 if column == last else 4}
        return Cell([paragraph(words, style)], edges={"bottom": edge}, padding=padding)

    lines = []
    if header:
        thick = Edge(8, pen.look.ink)
        lines.append(Row([cell(words, n, "Kolomkop", thick) for n, words in enumerate(header)], header=True))
    for row in rows:
        voices = (Voice(bold=n == 0, own=spot.own) for n in range(len(row)))
        words = [inlines(one, pen, voice) for one, voice in zip(row, voices, strict=True)]
        lines.append(Row([cell(one, n, "Tabeltekst", HAIR) for n, one in enumerate(words)]))
    yield gap(1)
    yield table(shares(parts, spot.width), lines, indent=spot.indent)
    yield gap(2.4)


# --- set apart ----------------------------------------------------------------------------------------------------


def saying(label: str, words: Inlines, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """What to say, literally, set off from what to do."""
    if words:
        quoted = join((run(f"{label} ", "Toelichting"), run("“"), inlines(words, pen, Voice(own=spot.own)), run("”")))
        yield paragraph(quoted, "Citaat", w("ind", left=twips(3 + spot.indent)))


def is_short(blocks: list[Xml]) -> bool:
    """Whether a passage stays on one page: a very long one must be allowed to break."""
    return sum(map(len, blocks)) < 4 * _LONG


def _advice(block: Advice, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    number = pen.lists.list_of(Marker.TIP)
    inner = spot.deeper()
    for item in block.items:
        words = inlines(item.do, pen, Voice(bold=True, own=spot.own))
        yield numbered(words, "Opsomming", number, spot.depth, w("keepNext"))
        yield from render(item.how, inner)
        yield from saying(block.say_label, item.say, pen, inner)


def _aside(block: Aside, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    inner = replace(spot, width=spot.width - 10, style="", depth=0)
    title = [paragraph(run(block.title, "Accent"), "Kadertitel")] if block.title else []
    blocks = [*title, *render(block.body, inner)]
    sides = dict.fromkeys(("top", "left", "bottom", "right"), Edge(5, RULE))
    edges = {"example": {}, "note": sides, "try": {**sides, "left": Edge(16, pen.look.ink)}}[block.style]
    fill = pen.look.tint if block.style == "example" else ""
    padding = {"top": 2.6, "bottom": 2, "left": 5, "right": 5}
    yield gap(2)
    cell = Cell(blocks, edges=edges, padding=padding, fill=fill)
    yield table([spot.width], [Row([cell], whole=is_short(blocks))], indent=spot.indent)
    yield gap(3)

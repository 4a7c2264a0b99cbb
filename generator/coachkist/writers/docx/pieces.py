"""What lies on a table or hangs on a wall: discs, boards and posters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coachkist.markup.inline import plain
from coachkist.writers.docx.inlines import PLAIN, Voice, inlines
from coachkist.writers.docx.pictures import inline
from coachkist.writers.docx.tables import SIDES, Cell, Edge, Row, table
from coachkist.writers.docx.text import centred, gap, paragraph, ruled, run
from coachkist.writers.docx.xml import Xml, join, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Board, BoardCircle, Disc, Discs, Poster, PosterPanel
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot

_APART = 1.5
_PLACE = Edge(5, "5F5F5F", "dashed")


def discs(block: Discs, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """Pictures to cut out, in their real size."""
    for item in block.items:
        words = join((run(item.letter, bold=True), run("  "), inlines(item.label, pen, PLAIN)))
        yield paragraph(words, "", w("keepNext"), w("spacing", before=twips(4), after=twips(1.6)))
        yield _row_of(item, block, pen, spot)


def _row_of(disc: Disc, block: Discs, pen: Pen, spot: Spot) -> Xml:
    what = {"kind": "disc", "colour": disc.colour, "letter": disc.letter, "size": float(block.diameter)}
    picture = pen.picture(what)
    per_row = max(1, int((spot.width + _APART) // (block.diameter + _APART)))
    shown = [
        Cell([paragraph(inline(picture, pen.relation(picture), pen.number(), plain(disc.label)), "Ruimte")])
        for _ in range(block.count)
    ]
    shown += [Cell()] * (-len(shown) % per_row)
    rows = [Row(shown[at : at + per_row], block.diameter + _APART) for at in range(0, len(shown), per_row)]
    return table([spot.width / per_row] * per_row, rows)


def board(block: Board, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """A column a circle, a dashed place a word: as many places as on the board."""
    width = spot.width / max(1, len(block.circles))
    yield gap(3)
    heads = [
        Cell([_circle_title(circle, pen)], padding={"left": 2, "right": 2, "bottom": 2}) for circle in block.circles
    ]
    rows = [Row(heads, header=True)]
    places = max((len(circle.words) + circle.blank for circle in block.circles), default=0)
    for number in range(places):
        cells = [_place(circle, number, pen) for circle in block.circles]
        rows.append(Row(cells, min(block.place, 16)))
    yield table([width] * len(block.circles), rows)
    yield gap(2)


def _circle_title(circle: BoardCircle, pen: Pen) -> Xml:
    return centred(inlines(circle.title, pen, PLAIN), "Groep")


def _place(circle: BoardCircle, number: int, pen: Pen) -> Cell:
    if number >= len(circle.words) + circle.blank:
        return Cell()
    words = circle.words[number].text if number < len(circle.words) else ()
    text = centred(inlines(words, pen, Voice(bold=True, linked=False)), "Antwoord")
    return Cell([text], edges=dict.fromkeys(SIDES, _PLACE), padding=dict.fromkeys(("left", "right"), 2), align="center")


def poster(block: Poster, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """Panels as the cells of a table: beside one another, or one under the other."""
    if block.title:
        yield paragraph(inlines(block.title, pen, PLAIN), "Postertitel")
    if block.text:
        yield paragraph(inlines(block.text, pen, Voice("Gedempt")), "Postertekst")
    yield gap(2)
    yield _bands(block, pen, spot, render) if block.direction == "rows" else _columns(block, pen, spot, render)
    yield gap(2)


def _bands(block: Poster, pen: Pen, spot: Spot, render: Render) -> Xml:
    growth = pen.look.growth
    padding = dict.fromkeys(SIDES, 4 * growth)
    edge = Edge(8, pen.look.ink)
    head, body = spot.width * 0.3, spot.width * 0.7
    rows = []
    for panel in block.panels:
        inner = replace(spot, width=body - 8 * growth, style="Postertekst")
        left = Cell(
            [_panel_title(panel, pen)],
            edges=dict.fromkeys(("top", "left", "bottom"), edge),
            padding=padding,
            fill=pen.look.tint,
        )
        right = Cell(
            _panel_body(panel, inner, render),
            edges=dict.fromkeys(("top", "right", "bottom"), edge),
            padding=padding,
            fill=pen.look.tint,
        )
        rows.append(Row([left, right], spot.posters / len(block.panels)))
    return table([head, body], rows)


def _columns(block: Poster, pen: Pen, spot: Spot, render: Render) -> Xml:
    count = len(block.panels)
    columns = count if count <= 4 else (count + 1) // 2
    growth = pen.look.growth
    width = spot.width / max(1, columns)
    inner = replace(spot, width=width - 8 * growth, style="Postertekst")
    edges, padding = dict.fromkeys(SIDES, Edge(8, pen.look.ink)), dict.fromkeys(SIDES, 4 * growth)
    cells = [
        Cell(
            [_panel_title(panel, pen), *_panel_body(panel, inner, render)],
            edges=edges,
            padding=padding,
            fill=pen.look.tint,
        )
        for panel in block.panels
    ]
    cells += [Cell()] * (-count % columns)
    height = spot.posters * columns / len(cells)
    return table([width] * columns, [Row(cells[at : at + columns], height) for at in range(0, len(cells), columns)])


def _panel_title(panel: PosterPanel, pen: Pen) -> Xml:
    return paragraph(inlines(panel.title, pen, PLAIN), "Posterkop")


def _panel_body(panel: PosterPanel, spot: Spot, render: Render) -> list[Xml]:
    return [*render(panel.body, spot), *ruled(panel.lines)]

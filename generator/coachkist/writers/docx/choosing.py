"""Answers to choose from: the table of a kijkwijzer, choices, and where to sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias, assert_never

from coachkist.document.blocks import Choices, Criteria, Signature
from coachkist.document.instrument import REMARK
from coachkist.markup.inline import plain
from coachkist.model.sheet_answers import OTHER
from coachkist.writers.docx.answers import prompt, width_of
from coachkist.writers.docx.controls import area, date, line, tick
from coachkist.writers.docx.inlines import PLAIN, Voice, inlines
from coachkist.writers.docx.look import PITCH
from coachkist.writers.docx.tables import HAIR, LINE, Cell, Edge, Row, shares, table
from coachkist.writers.docx.text import centred, gap, paragraph, ruled, run, tab
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Choice, CriterionGroup, CriterionRow, Inlines, Scale
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Spot

Choosing: TypeAlias = Criteria | Choices | Signature

_POINT_WIDTH, _UNSEEN_WIDTH, _REMARKS = 8.2, 11.0, 0.36
_REMARK_HEIGHT = 9.4
_TICK = 6.4
_GUTTER = 6.0
_CHOICE_HEIGHT = 6.3
_SIGNING = 14.0


def choosing(block: Choosing, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """The paragraphs and tables of `block`."""
    match block:
        case Criteria():
            yield from _criteria(block, pen, spot)
        case Choices():
            yield from _choices(block, pen, spot)
        case Signature():
            yield from _signature(block, pen, spot)
        case _:
            assert_never(block)


# --- kijkwijzer ---------------------------------------------------------------------------------------------------


def _criteria(block: Criteria, pen: Pen, spot: Spot) -> Iterator[Xml]:
    points = [_POINT_WIDTH] * len(block.scale) + ([_UNSEEN_WIDTH] if block.unseen else [])
    remarks = [spot.width * _REMARKS] if block.remarks == "criterion" else []
    widths = [spot.width - sum(points) - sum(remarks), *points, *remarks]
    rows = [_head(block, pen)]
    for group in block.groups:
        rows += _group(block, group, len(widths), pen)
    yield gap(2.4)
    yield table(widths, rows, title=block.criterion_label)
    yield gap(2.4)


def _head(block: Criteria, pen: Pen) -> Row:
    edges, bottom = {"bottom": HAIR}, {"bottom": 1.2}

    def mark(point: Scale, fill: str = "") -> Cell:
        return Cell([centred(run(point.mark), "Tabelkop")], edges=edges, padding=bottom, fill=fill, align="bottom")

    words = [paragraph(run(block.criterion_label), "Tabelkop"), paragraph(_legend(block), "Label")]
    cells = [Cell(words, edges=edges, padding={"bottom": 1.2, "right": 2}, align="bottom")]
    cells += [mark(point) for point in block.scale]
    if block.unseen:
        cells.append(mark(block.unseen, pen.look.tint))
    if block.remarks == "criterion":
        label = [paragraph(run(block.remarks_label), "Tabelkop")]
        cells.append(Cell(label, edges=edges, padding={"left": 3, "bottom": 1.2}, align="bottom"))
    return Row(cells, header=True)


def _legend(block: Criteria) -> Xml:
    """Marks and what they stand for; each stays on one line."""
    points = [*block.scale, *([block.unseen] if block.unseen else [])]
    said = (join((run(point.mark, bold=True), run("\N{NO-BREAK SPACE}" + point.label))) for point in points)
    return Xml(run("  ").join(said))


def _group(block: Criteria, group: CriterionGroup, columns: int, pen: Pen) -> Iterator[Row]:
    words = join((run(f"{group.number}  "), inlines(group.title, pen, PLAIN)))
    title = Cell([paragraph(words, "Groep")], columns, edges={"bottom": Edge(6, pen.look.ink)})
    yield Row([title])
    for row in group.rows:
        yield _row(block, row, pen)
    if block.remarks == "group":
        name = f"{group.name}.{REMARK}"
        lines = area(pen, pen.prefix + name, pen.title(name), ruled(2))
        label = paragraph(run(block.remarks_label), "Label", w("keepNext"))
        yield Row([Cell([label, lines], columns, padding={"top": 1.2})])


def _row(block: Criteria, row: CriterionRow, pen: Pen) -> Row:
    edges = {"bottom": HAIR}
    words = join((run(row.number, "Nummer"), tab(), inlines(row.text, pen, PLAIN)))
    hanging = w("ind", left=twips(7.5), hanging=twips(7.5))
    stop = w("tabs", w("tab", val="left", pos=twips(7.5)))
    text = paragraph(words, "Tabeltekst", stop, hanging)
    cells = [Cell([text], edges=edges, padding={"top": 0.5, "bottom": 0.5, "right": 2}, align="center")]
    cells += [_tick(row, point, pen) for point in block.scale]
    if block.unseen:
        cells.append(_tick(row, block.unseen, pen, apart=True))
    if block.remarks == "criterion":
        name = f"{row.name}.{REMARK}"
        place = paragraph(line(pen, pen.prefix + name, pen.title(name)), "Tabeltekst")
        cells.append(Cell([place], edges=edges, padding={"left": 3, "top": 0.6}))
    return Row(cells, _REMARK_HEIGHT if block.remarks == "criterion" else 0)


def _tick(row: CriterionRow, point: Scale, pen: Pen, *, apart: bool = False) -> Cell:
    box = tick(
        pen, pen.prefix + row.name, f"{row.number} {plain(row.text)}: {point.label}", answer=point.id, apart=apart
    )
    return Cell(
        [centred(box, "Tabeltekst")], edges={"bottom": HAIR}, fill=pen.look.tint if apart else "", align="center"
    )


# --- choices ------------------------------------------------------------------------------------------------------


def _choices(block: Choices, pen: Pen, spot: Spot) -> Iterator[Xml]:
    if block.label:
        yield prompt(block.label, block.hint, pen)
    yield gap(0.8 if block.label else 2.4, w("keepNext"))
    count = _per_row(block.options, spot.width)
    cells = [Cell([_option(block, option.id, inlines(option.label, pen), pen)]) for option in block.options]
    cells = [Cell(cell.blocks, padding={"right": 2}, align="center") for cell in cells]
    cells += [Cell()] * (-len(cells) % count)
    rows = [Row(cells[at : at + count], _CHOICE_HEIGHT) for at in range(0, len(cells), count)]
    yield table([spot.width / count] * count, rows)
    if block.other:
        yield _other(block, pen, spot)
    yield gap(1.6)


def _per_row(options: tuple[Choice, ...], width: float) -> int:
    """As many beside one another as the longest allows."""
    widest = max(width_of(plain(option.label), 10) for option in options) + _TICK
    return max(1, min(4, int((width + _GUTTER) // (widest + _GUTTER))))


def _option(block: Choices, one: str, label: Xml, pen: Pen) -> Xml:
    return paragraph(join((_mark(block, one, pen), tab(), label)), "Keuze")


def _mark(block: Choices, one: str, pen: Pen) -> Xml:
    """Each answer by itself is a field of its own; of answers that exclude one another, each is an answer to one."""
    if block.many:
        return tick(pen, f"{pen.prefix}{block.name}.{one}", pen.title(f"{block.name}.{one}"))
    labels = {option.id: plain(option.label) for option in block.options} | {OTHER: block.other.rstrip(":")}
    return tick(pen, pen.prefix + block.name, f"{pen.title(block.name)}: {labels[one]}", answer=one)


def _other(block: Choices, pen: Pen, spot: Spot) -> Xml:
    width = _TICK + width_of(block.other, 10) + 3
    name = f"{block.name}.{OTHER}.tekst"
    place = paragraph(line(pen, pen.prefix + name, pen.title(name)), "Antwoord")
    cells = [
        Cell([_option(block, OTHER, run(block.other), pen)], align="bottom"),
        Cell([place], edges={"bottom": LINE}, align="bottom"),
    ]
    return table([width, spot.width - width], [Row(cells, PITCH)])


# --- signature ----------------------------------------------------------------------------------------------------


def _signature(block: Signature, pen: Pen, spot: Spot) -> Iterator[Xml]:
    head = [Cell(), *(_said(label) for label in (block.name_label, block.date_label, block.signature_label))]
    rows = [Row(head, header=True)]
    for party in block.parties:
        name, day = f"{party.name}.naam", f"{party.name}.datum"
        places = [
            line(pen, pen.prefix + name, pen.title(name)),
            date(pen, pen.prefix + day, pen.title(day)),
            NOTHING,
        ]
        cells = [_party(party.label, pen), *(_place(place) for place in places)]
        rows.append(Row(cells, _SIGNING))
    yield gap(4)
    yield table(shares([3, 4, 2.6, 4], spot.width), rows)
    yield gap(2)


def _said(label: str) -> Cell:
    return Cell([paragraph(run(label), "Label", w("keepNext"))])


def _party(label: Inlines, pen: Pen) -> Cell:
    words = inlines(label, pen, Voice(bold=True, linked=False))
    return Cell([paragraph(words, "Antwoord")], edges={"bottom": LINE}, padding={"right": 2}, align="bottom")


def _place(place: Xml) -> Cell:
    return Cell([paragraph(place, "Antwoord")], edges={"bottom": LINE}, align="bottom")

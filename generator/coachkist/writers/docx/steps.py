"""What methods have besides running text: facts, steps by phase, related entries and works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from coachkist.document.blocks import Facts, References, Related, Steps
from coachkist.writers.docx.inlines import Voice, inlines, page_of
from coachkist.writers.docx.look import HAIRLINE
from coachkist.writers.docx.numbering import Marker
from coachkist.writers.docx.pictures import inline
from coachkist.writers.docx.prose import is_short, saying
from coachkist.writers.docx.tables import HAIR, Cell, Edge, Row, table
from coachkist.writers.docx.text import gap, numbered, paragraph, run, tab
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w
from coachkist.writers.drawings import drawings

if TYPE_CHECKING:
    from coachkist.document.blocks import DocumentStep, Fact, RelatedItem, StepPhase
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Render, Spot

EntryPart: TypeAlias = Facts | Steps | Related | References

_WHO = 27.0
_PICTOGRAM = 4.0


def entry_part(block: EntryPart, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    """The paragraphs and tables of `block`."""
    match block:
        case Facts():
            yield from _facts(block, pen, spot)
        case Steps():
            yield from _steps(block, pen, spot, render)
        case Related(groups):
            for group in groups:
                yield paragraph(run(group.label), "Tussentitel")
                yield from (_related(item, pen, spot) for item in group.items)
        case References(works):
            yield from (paragraph(run(work), "Bron") for work in works)
        case _:
            assert_never(block)


# --- facts --------------------------------------------------------------------------------------------------------


def _facts(block: Facts, pen: Pen, spot: Spot) -> Iterator[Xml]:
    count = len(block.items)
    per_row = 2 if count == 4 else min(3, count)
    if not per_row:
        return
    signs = drawings((block,), f"#{pen.look.ink.lower()}")
    cells = [_fact(item, signs, pen) for item in block.items]
    cells += [Cell()] * (-count % per_row)
    rows = [cells[at : at + per_row] for at in range(0, len(cells), per_row)]
    first, last = {"top": Edge(8, pen.look.ink)}, {"bottom": HAIR}
    lines = []
    for number, row in enumerate(rows):
        edges = (first if number == 0 else {}) | (last if number == len(rows) - 1 else {})
        lines.append(Row([replace(cell, edges=edges) for cell in row]))
    yield gap(2)
    yield table([spot.width / per_row] * per_row, lines)
    yield gap(3)


def _fact(fact: Fact, signs: dict[str, str], pen: Pen) -> Cell:
    drawn = join(_sign(signs[value], pen) for value in fact.values if value in signs)
    blocks = [paragraph(run(fact.label), "Feit"), paragraph(join((drawn, run(fact.value))), "Tabeltekst")]
    return Cell(blocks, padding={"top": 1.6, "bottom": 1.6, "right": 4})


def _sign(svg: str, pen: Pen) -> Xml:
    """A pictogram: decorative, as the words beside it say the same."""
    picture = pen.picture({"kind": "svg", "svg": svg, "size": _PICTOGRAM})
    return join((inline(picture, pen.relation(picture), pen.number(), "", lower=5), run(" ")))


# --- steps --------------------------------------------------------------------------------------------------------


def _steps(block: Steps, pen: Pen, spot: Spot, render: Render) -> Iterator[Xml]:
    numbers = pen.lists.list_of(Marker.STEP)
    for phase in block.phases:
        yield _phase(phase, spot)
        rows = [_step(step, block.say_label, numbers, pen, spot, render) for step in phase.steps]
        yield table([9, spot.width - 9 - 5 - _WHO, 5 + _WHO], rows)
        yield gap(1)


def _phase(phase: StepPhase, spot: Spot) -> Xml:
    rule = w("pBdr", w("bottom", val="single", sz=3, space=2, color=HAIRLINE))
    words = join((run(phase.label, bold=True), tab(), run(phase.minutes_label, "Toelichting")))
    stop = w("tabs", w("tab", val="right", pos=twips(spot.width)))
    space = w("spacing", before=twips(2.4), after=twips(1.6))
    return paragraph(words, "", w("keepNext"), rule, stop, space)


def _step(step: DocumentStep, say: str, numbers: int, pen: Pen, spot: Spot, render: Render) -> Row:
    inner = replace(spot, width=spot.width - 9 - 5 - _WHO, depth=0)
    body = [*render(step.body, inner), *saying(say, step.say, pen, inner)]
    below = {"bottom": 1.6}
    who = [paragraph(run(step.who_label), "Label"), paragraph(run(step.minutes_label), "Label")]
    cells = [
        Cell([numbered(NOTHING, "Stap", numbers)], padding=below),
        Cell(body, padding=below),
        Cell(who, padding={"left": 5, "bottom": 1.6}),
    ]
    return Row(cells, whole=is_short(body))


# --- related ------------------------------------------------------------------------------------------------------


def _related(item: RelatedItem, pen: Pen, spot: Spot) -> Xml:
    name = pen.bookmarks.name(item.target) if item.target != spot.own else None
    title = run(item.title, italic=True)
    words = [w("hyperlink", title, anchor=name, history=1) if name else title]
    if item.why:
        words += [run(": "), inlines(item.why, pen, Voice(own=spot.own))]
    if name:
        words += [run("  "), page_of(item.target, pen)]
    return paragraph(join(words))

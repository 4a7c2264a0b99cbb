"""Figures as pictures; what is written in one stands under it, too, as fields to type in."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from coachkist.writers.docx.controls import line
from coachkist.writers.docx.pictures import Picture, inline
from coachkist.writers.docx.tables import LINE, Cell, Row, table
from coachkist.writers.docx.text import centred, gap, paragraph, run
from coachkist.writers.docx.xml import twips, w
from coachkist.writers.figures import figure_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Drawing
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.spot import Spot
    from coachkist.writers.docx.xml import Xml

_POINT = 25.4 / 72
_PLACE = 8.0
_BESIDE = 2
"""Places to write beside one another."""


def figure(block: Drawing, pen: Pen, spot: Spot) -> Iterator[Xml]:
    """The picture with its title, and the fields of what is written in it."""
    data = figure_data(block, f"#{pen.look.ink.lower()}")
    width = min(data["width"] * _POINT, spot.width)
    # The fields come out of the height that the figure has in our PDFs: the page stays one page.
    height = width * data["aspect"]
    taken = ceil(len(block.places) / _BESIDE) * _PLACE
    width *= max(0.5, (height - taken) / height)
    picture = pen.picture({**data, "kind": "drawing", "size": width})
    # As wide as it was meant, however many dots were rounded away.
    picture = Picture(picture.png, width, picture.height * width / picture.width)
    shown = inline(picture, pen.relation(picture), pen.number(), block.description)
    keep = w("keepNext") if data["title"] or block.places else w("keepLines")
    yield paragraph(shown, "", keep, w("spacing", before=twips(3), after=twips(1)), w("jc", val="center"))
    if data["title"]:
        yield centred(run(data["title"]), "Bijschrift")
    if block.places:
        yield _places(block, pen, spot)
        yield gap(1)


def _places(block: Drawing, pen: Pen, spot: Spot) -> Xml:
    half = spot.width / _BESIDE
    label = half * 0.3
    cells = [cell for name, words in block.places for cell in _place(name, words, pen)]
    cells += [Cell()] * (-len(cells) % (2 * _BESIDE))
    rows = [Row(cells[at : at + 2 * _BESIDE], _PLACE) for at in range(0, len(cells), 2 * _BESIDE)]
    return table([label, half - label] * _BESIDE, rows)


def _place(name: str, words: str, pen: Pen) -> Iterator[Cell]:
    place = paragraph(line(pen, pen.prefix + name, pen.title(name)), "Antwoord")
    yield Cell([paragraph(run(words), "Label")], padding={"left": 2, "right": 1}, align="bottom")
    yield Cell([place], edges={"bottom": LINE}, align="bottom")

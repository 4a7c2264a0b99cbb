"""The title of a sheet, with the mark in the corner beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.writers.docx.pictures import aligned, anchored

if TYPE_CHECKING:
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.xml import Xml

MARK = 14.0
"""The mark's size in millimetres, on A4."""


def mark(pen: Pen) -> Xml:
    """The mark, at the top on the right."""
    picture = pen.picture({"kind": "mark", "size": MARK * pen.look.growth})
    relation, number = pen.relation(picture), pen.number()
    across, down = aligned("H", "right"), aligned("V", "top")
    return anchored(picture, relation, number, pen.furniture.brand, across=across, down=down)

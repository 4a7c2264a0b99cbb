"""The title of a sheet, with the mark or a school's logo in the corner beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.writers.docx.pictures import aligned, anchored

if TYPE_CHECKING:
    from coachkist.writers.docx.pen import Pen
    from coachkist.writers.docx.pictures import Picture
    from coachkist.writers.docx.xml import Xml

BADGE = 14.0
"""The height of the mark or logo in millimetres, on A4."""


def badge(pen: Pen, size: float = BADGE) -> Picture:
    """The mark, or the school's logo."""
    return pen.picture({"kind": "badge", "size": size * pen.look.growth})


def corner(pen: Pen) -> Xml:
    """The mark or logo, at the top on the right."""
    picture = badge(pen)
    relation, number = pen.relation(picture), pen.number()
    across, down = aligned("H", "right"), aligned("V", "top")
    return anchored(picture, relation, number, pen.furniture.brand, across=across, down=down)

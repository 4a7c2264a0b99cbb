"""Heads and feet: whose it is, which edition, and which page of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.writers.docx.answers import width_of
from coachkist.writers.docx.inlines import field
from coachkist.writers.docx.look import HAIRLINE
from coachkist.writers.docx.tables import LINE, Cell, Row, table
from coachkist.writers.docx.text import gap, paragraph, run, tab
from coachkist.writers.docx.xml import NOTHING, Xml, join, part, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Furniture


def imprint(furniture: Furniture) -> str:
    """The brand, the edition and its date, on one line."""
    version = furniture.words["version"].replace("{version}", furniture.version)
    return " · ".join(filter(None, (furniture.brand, version, furniture.date)))


def sheet_foot(furniture: Furniture, width: float, pages: int) -> bytes:
    """The foot of a sheet; `pages` shows until Word has counted."""
    words = furniture.words
    number = join(
        (
            run(f"{words['page']} "),
            field("PAGE", "1"),
            run(f" {words['of']} "),
            field("NUMPAGES", str(pages)),
        )
    )
    return _foot(run(imprint(furniture)), number, width)


def following_head(title: str, furniture: Furniture, width: float, growth: float) -> bytes:
    """What a sheet has at the top from its second page on: what it belongs to, whose it is and of when."""
    name, day = 66 * growth, 38 * growth
    left = width - name - day
    label = width_of(furniture.words["name"], 9 * growth) + 7
    label_day = width_of(furniture.words["day"], 9 * growth) + 7
    cells = [
        Cell([paragraph(run(title, bold=True), "Label")], align="bottom"),
        _blank(furniture.words["name"]),
        Cell(edges={"bottom": LINE}),
        _blank(furniture.words["day"]),
        Cell(edges={"bottom": LINE}),
    ]
    widths = [left, label, name - label, label_day, day - label_day]
    return part("hdr", table(widths, [Row(cells, 7 * growth)]), gap(5 * growth))


def _blank(label: str) -> Cell:
    return Cell([paragraph(run(label), "Label", w("jc", val="right"))], padding={"right": 1.4}, align="bottom")


def book_foot(furniture: Furniture, width: float, *, left_page: bool) -> bytes:
    """The foot of a book: the number stands on the outside."""
    number, edition = field("PAGE", "1", "Accent"), run(imprint(furniture))
    return _foot(number, edition, width) if left_page else _foot(edition, number, width)


def book_head(shown: str, level: int, *, left_page: bool) -> bytes:
    """The head of a book: left the part we are in, right the chapter; `shown` until Word has looked."""
    rule = w("pBdr", w("bottom", val="single", sz=3, space=4, color=HAIRLINE))
    side = NOTHING if left_page else w("jc", val="right")
    return part("hdr", paragraph(field(f"STYLEREF {level}", shown), "Kopregel", rule, side))


def nothing(kind: str) -> bytes:
    """An empty head (`hdr`) or foot (`ftr`)."""
    return part(kind, gap())


def _foot(left: Xml, right: Xml, width: float) -> bytes:
    stops = w("tabs", w("tab", val="right", pos=twips(width)))
    return part("ftr", paragraph(join((left, tab(), right)), "Voetregel", stops))

"""The formats of a book's pages: text, sheets to write on, cards to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.writers.docx.cards import NOTE_ROOM, cut_grid
from coachkist.writers.docx.look import PAPERS
from coachkist.writers.docx.sections import BOOK, SHEET, Format, Margins

if TYPE_CHECKING:
    from coachkist.document.blocks import Deck

Furniture = tuple[tuple[str, str, str], ...]

_FEET: Furniture = (("footer", "default", "voet-rechts"), ("footer", "even", "voet-links"))
_NO_HEADS: Furniture = (("header", "default", "kop-leeg"), ("header", "even", "kop-leeg"))
_NOTHING: Furniture = (
    *_NO_HEADS,
    ("header", "first", "kop-leeg"),
    ("footer", "default", "voet-leeg"),
    ("footer", "even", "voet-leeg"),
    ("footer", "first", "voet-leeg"),
)
COVER = Format(PAPERS["a4"], BOOK, furniture=_NOTHING)
"""The cover has nothing around it."""
CARDS_TOP = 6.0
"""Millimetres above the line that stands over cards."""


def plain_format(start: str = "nextPage", columns: int = 1) -> Format:
    """Pages of text without a head, such as the contents."""
    return Format(PAPERS["a4"], BOOK, start, (*_NO_HEADS, *_FEET), columns)


def text_format(part: int, start: str = "nextPage", *, opening: bool = False) -> Format:
    """Pages of text of the part with this number; where it is `opening`, its first page has no head."""
    heads = (("header", "default", f"kop-rechts-{part}"), ("header", "even", f"kop-links-{part}"))
    first = (("header", "first", "kop-leeg"), ("footer", "first", "voet-rechts"))
    furniture = (*heads, *_FEET, *(first if opening else ()))
    return Format(PAPERS["a4"], BOOK, start, furniture, title_page=opening)


def sheet_format(paper: str, start: str) -> Format:
    """A page to write on, upright or on its side as the sheet is; what is larger stands on the paper of the book."""
    own = "a4-landscape" if PAPERS[paper].landscape else "a4"
    return Format(PAPERS[own], SHEET, start, (*_NO_HEADS, *_FEET))


def cards_format(deck: Deck, paper: str, start: str) -> Format:
    """Pages of cards, with one line over those of the first page."""
    across, down = cut_grid(deck, PAPERS[paper]).margins(PAPERS[paper])
    below = 5.0 if down >= NOTE_ROOM else max(3.0, down - 5)
    return Format(PAPERS[paper], Margins(CARDS_TOP, across, below, across), start, _NOTHING, head=CARDS_TOP / 2, foot=2)

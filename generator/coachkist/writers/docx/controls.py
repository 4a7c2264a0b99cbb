"""Content controls: where somebody fills in. The tag is the field's name, as everywhere; the title its Dutch words.

With those, answers can be read from a Word file by the same names as from a PDF or the browser.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from coachkist.writers.docx.look import BOXES
from coachkist.writers.docx.text import run
from coachkist.writers.docx.xml import Xml, join, tag, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coachkist.writers.docx.pen import Pen

LONGEST = 64
"""Word takes no longer tags or titles."""
# Something to click on, and to type over; as wide as a short word.
_ROOM = "\N{NO-BREAK SPACE}" * 6


def tick(pen: Pen, name: str, title: str, *, answer: str = "", apart: bool = False) -> Xml:
    """A check box, round where it is one `answer` of several, unless that stands `apart` from the others."""
    on, off = ("25CF", "25CB") if answer and not apart else ("2612", "2610")
    box = tag(
        "w14:checkbox",
        {},
        tag("w14:checked", {"w14:val": 0}),
        tag("w14:checkedState", {"w14:val": on, "w14:font": BOXES}),
        tag("w14:uncheckedState", {"w14:val": off, "w14:font": BOXES}),
    )
    return _control(pen, f"{name}={answer}" if answer else name, title, box, drawn_box(off))


def drawn_box(point: str = "2610") -> Xml:
    """What a check box looks like, for rows that only fill a page: those have no name to answer to."""
    font = w("rFonts", ascii=BOXES, hAnsi=BOXES, eastAsia=BOXES, hint="eastAsia")
    size = join((w("sz", val=26), w("szCs", val=26)))
    return w("r", w("rPr", font, size), w("t", Xml(chr(int(point, 16)))))


def line(pen: Pen, name: str, title: str) -> Xml:
    """A place within a paragraph for text."""
    return _control(pen, name, title, w("text", multiLine=1), run(_ROOM, "Invultekst"))


def date(pen: Pen, name: str, title: str) -> Xml:
    """A place for a date, with a calendar to pick it from."""
    picker = w(
        "date",
        w("dateFormat", val="d MMMM yyyy"),
        w("lid", val=pen.language),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="gregorian"),
    )
    return _control(pen, name, title, picker, run(_ROOM, "Invultekst"))


def area(pen: Pen, name: str, title: str, blocks: Iterable[Xml]) -> Xml:
    """A place for as much as somebody wants: whole paragraphs, and pictures."""
    return _control(pen, name, title, w("richText"), join(blocks))


def fitting(name: str) -> str:
    """`name` as long as Word takes it, and still unlike any other."""
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 9]}~{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _control(pen: Pen, name: str, title: str, kind: Xml, content: Xml) -> Xml:
    words = " ".join(title.split())
    alias = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    properties = w(
        "sdtPr", w("alias", val=alias or fitting(name)), w("tag", val=fitting(name)), w("id", val=pen.number()), kind
    )
    return w("sdt", properties, w("sdtContent", content))

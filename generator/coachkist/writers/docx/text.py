"""Runs and paragraphs: the smallest pieces of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coachkist.writers.docx.look import PITCH
from coachkist.writers.docx.xml import NOTHING, Xml, escaped, join, twips, w

_SMALLEST = 0.4
"""Millimetres of the paragraph that Word wants between two tables."""
_BREAK = w("pageBreakBefore")
_SPACE = '<w:p><w:pPr><w:pStyle w:val="Ruimte"/>'


def run(text: str, style: str = "", *, bold: bool = False, italic: bool = False, size: int = 0) -> Xml:
    """`text` in the character style with the id `style`; `size` in half points."""
    look = join(
        (
            w("rStyle", val=style) if style else NOTHING,
            w("b") if bold else NOTHING,
            w("i") if italic else NOTHING,
            join((w("sz", val=size), w("szCs", val=size))) if size else NOTHING,
        )
    )
    words = Xml(f'<w:t xml:space="preserve">{escaped(text)}</w:t>')
    return w("r", w("rPr", look) if look else NOTHING, words)


def line_break() -> Xml:
    """A new line within a paragraph."""
    return w("r", w("br"))


def tab() -> Xml:
    """A step to the next tab stop."""
    return w("r", w("tab"))


def paragraph(content: Xml, style: str = "", *more: Xml) -> Xml:
    """A paragraph; `more` are properties of its own, in the order that Word wants (after its style)."""
    own = join((w("pStyle", val=style) if style else NOTHING, *more))
    return w("p", w("pPr", own) if own else NOTHING, content)


def numbered(content: Xml, style: str, number: int, level: int = 0, *more: Xml) -> Xml:
    """A paragraph of the list `number`."""
    return paragraph(content, style, w("numPr", w("ilvl", val=level), w("numId", val=number)), *more)


def centred(content: Xml, style: str = "") -> Xml:
    """A paragraph in the middle."""
    return paragraph(content, style, w("jc", val="center"))


def gap(mm: float = _SMALLEST, *more: Xml, after: Xml = NOTHING) -> Xml:
    """Empty space of an exact height; `more` as for a paragraph, `after` what stands behind its measures."""
    height = max(20, twips(max(mm, _SMALLEST)))
    exact = w("spacing", before=0, after=0, line=height, lineRule="exact")
    return paragraph(NOTHING, "Ruimte", *more, exact, after)


def page_break() -> Xml:
    """What follows starts on a new page."""
    return gap(_SMALLEST, _BREAK)


def trimmed(blocks: Iterable[Xml]) -> list[Xml]:
    """`blocks` without the space that nothing follows, which could take a page of its own."""
    result: list[Xml] = []
    for block in blocks:
        if _BREAK in block[:200]:
            result = _without_space(result)
        result.append(block)
    return _without_space(result)


def _without_space(blocks: list[Xml]) -> list[Xml]:
    end = len(blocks)
    while end and blocks[end - 1].startswith(_SPACE) and _BREAK not in blocks[end - 1]:
        end -= 1
    return blocks[:end]


def ruled(count: int) -> Iterator[Xml]:
    """Lines to write on; few of them stay together."""
    keep = w("keepNext") if count <= 12 else NOTHING
    for number in range(count):
        last = number == count - 1
        yield paragraph(NOTHING, f"Schrijflijn{number % 2 + 1}", NOTHING if last else keep)


def lines_in(mm: float) -> int:
    """How many lines to write on there are in so many millimetres."""
    return max(0, int(mm // PITCH))


def is_table(xml: Xml) -> bool:
    """Whether `xml` is a table, or a control around nothing else."""
    return xml.startswith("<w:tbl>")


def apart(blocks: Iterable[Xml]) -> Xml:
    """`blocks` after one another, with something between two tables: Word would make one of them."""
    parts: list[Xml] = []
    for block in blocks:
        if not block:
            continue
        if parts and is_table(parts[-1]) and is_table(block):
            parts.append(gap())
        parts.append(block)
    return join(parts)

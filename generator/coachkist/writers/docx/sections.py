"""Sections: stretches of pages on one paper, with their margins, head and foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coachkist.document.blocks import Block, Box, Drawing
from coachkist.writers.docx.look import Paper
from coachkist.writers.docx.text import apart, gap, trimmed
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres; where pages are bound, `left` is the inside."""

    top: float
    right: float
    bottom: float
    left: float


SHEET = Margins(13, 16, 17, 16)
BOOK = Margins(25, 19, 22, 25)


@dataclass(frozen=True, slots=True)
class Format:
    """How the pages of a section look. `furniture`: ids of heads and feet by kind and page (`header default` …).

    `start`: on what page it begins (`nextPage`, `oddPage`, `continuous`); `columns` of text.
    """

    paper: Paper
    margins: Margins
    start: str = "nextPage"
    furniture: tuple[tuple[str, str, str], ...] = ()
    columns: int = 1
    title_page: bool = False
    """Whether the first page has furniture of its own."""
    head: float = 9.0
    """Millimetres above the head."""
    foot: float = 7.0
    """Millimetres below the foot."""

    def posters(self, blocks: Iterable[Block]) -> float:
        """Millimetres that a poster fills at least: most of a page that it has to itself."""
        height = self.paper.height - self.margins.top - self.margins.bottom
        return height * (0.2 if any(isinstance(block, Drawing | Box) for block in blocks) else 0.62)

    @property
    def width(self) -> float:
        """Millimetres of text from left to right."""
        return self.paper.width - self.margins.left - self.margins.right


class Turn(Xml):
    """Where a section begins; nothing in itself."""

    into: Format

    @classmethod
    def to(cls, format_: Format) -> Turn:
        """The beginning of a section in `format_`."""
        turn = cls("")
        turn.into = format_
        return turn


def body(first: Format, blocks: Sequence[Xml]) -> Xml:
    """The body of a file: sections that begin where a `Turn` stands, the first in `first`."""
    sections: list[tuple[Format, list[Xml]]] = [(first, [])]
    for block in blocks:
        if isinstance(block, Turn):
            sections.append((block.into, []))
        else:
            sections[-1][1].append(block)
    # A section says at its end how it looks, in a paragraph of its own; the last one after everything.
    ends = [[*trimmed(own), _end(format_)] for format_, own in sections[:-1]]
    last, own = sections[-1]
    return w("body", *(apart(one) for one in ends), apart([*trimmed(own), gap()]), _properties(last))


def _end(format_: Format) -> Xml:
    return gap(after=_properties(format_))


def _properties(format_: Format) -> Xml:
    paper, margins = format_.paper, format_.margins
    # Heads before feet, as Word has them.
    furniture = sorted(format_.furniture, key=lambda one: one[0] == "footer")
    references = join(
        Xml(f'<w:{part}Reference w:type="{page}" r:id="{relation}"/>') for part, page, relation in furniture
    )
    orient = "landscape" if paper.landscape else None
    return w(
        "sectPr",
        references,
        w("type", val=format_.start),
        w("pgSz", w=twips(paper.width), h=twips(paper.height), orient=orient),
        w(
            "pgMar",
            top=twips(margins.top),
            right=twips(margins.right),
            bottom=twips(margins.bottom),
            left=twips(margins.left),
            header=twips(format_.head),
            footer=twips(format_.foot),
            gutter=0,
        ),
        w("cols", num=format_.columns, space=twips(7)) if format_.columns > 1 else NOTHING,
        w("titlePg") if format_.title_page else NOTHING,
    )

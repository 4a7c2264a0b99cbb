"""A workbook: its cover, what the book is for and whose it is, contents, and everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Document, Heading, Index, Part, References, Terms
from coachkist.markup.inline import plain
from coachkist.writers.docx.blocks import blocks_xml
from coachkist.writers.docx.formats import COVER, plain_format
from coachkist.writers.docx.furniture import imprint
from coachkist.writers.docx.inlines import page_number
from coachkist.writers.docx.pictures import anchored, inline, offset
from coachkist.writers.docx.sections import BOOK, Turn
from coachkist.writers.docx.spot import Spot
from coachkist.writers.docx.tables import LINE, Cell, Row, table
from coachkist.writers.docx.text import page_break, paragraph, run, tab
from coachkist.writers.docx.title import badge
from coachkist.writers.docx.xml import NOTHING, Xml, join, tag, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Furniture
    from coachkist.writers.docx.pen import Pen

_COVER_TITLE, _COVER_FOOT = 147.0, 50.0
_LOGO = 24.0
_OWNER = 38.0
_THIN = 8
"""With fewer chapters a book is thin."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents; `prefix` tells the kind of place that `anchor` is."""

    level: int
    title: str
    anchor: str
    prefix: str = "at"


def is_thin(document: Document) -> bool:
    """Whether the book wastes no pages: contents behind the cover, parts on the next page."""
    return sum(len(block.chapters) for block in document.blocks if isinstance(block, Part)) < _THIN


def contents_of(document: Document) -> Iterator[Line]:
    """What the contents name, in order."""
    for block in document.blocks:
        match block:
            case Part(anchor, title, _, chapters):
                yield Line(1, title, anchor)
                yield from (Line(2, chapter.title, chapter.anchor) for chapter in chapters)
            case Terms(title) | Index(title):
                yield Line(1, title, title, "back")
            case Heading(_, text):
                yield Line(1, plain(text), plain(text), "back")
            case _:
                pass


def book_blocks(document: Document, pen: Pen) -> list[Xml]:
    """Everything in the book, from its cover to its last page."""
    spot = Spot(plain_format().width, level=0)
    before, rest = _split(document.blocks)
    front = plain_format()
    result = [*_cover(document, pen), Turn.to(front), *_front_page(document, before, pen, spot)]
    if pen.thin:
        result += _contents(document, pen, "Inhoudkop")
    result.append(_owner_and_colophon(document, pen, spot))
    if not pen.thin:
        result += [page_break(), *_contents(document, pen, "Inhoud")]
    matter = False
    for block in rest:
        if not isinstance(block, Part) and not matter:
            result.append(Turn.to(plain_format()))
        matter = not isinstance(block, Part)
        result += blocks_xml(pen, (block,), spot)
    return result


def _split(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """What stands before the first part, and the rest."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Part)), len(blocks))
    return blocks[:first], blocks[first:]


def _cover(document: Document, pen: Pen) -> Iterator[Xml]:
    picture = pen.picture({"kind": "cover"})
    corner = {"across": offset("H", 0), "down": offset("V", 0)}
    art = anchored(picture, pen.relation(picture), pen.number(), pen.furniture.brand, behind=True, **corner)
    yield paragraph(art, "Ruimte")
    furniture, height = document.furniture, COVER.paper.height - BOOK.top - BOOK.bottom - 2
    title = [paragraph(run(document.title), "Title")]
    if document.subtitle:
        title.append(paragraph(run(document.subtitle), "Subtitle"))
    version = furniture.words["version"].replace("{version}", furniture.version)
    foot = [
        *([paragraph(_logo(pen), "Kaft")] if furniture.logo else []),
        paragraph(run(furniture.brand, size=25 if furniture.school else 0), "Kaft"),
        paragraph(run(f"{version} · {furniture.date}"), "Colofon"),
    ]
    rows = [
        Row([Cell()], _COVER_TITLE - 1, exact=True),
        Row([Cell(title)], height - _COVER_TITLE - _COVER_FOOT, exact=True),
        Row([Cell(foot, align="bottom")], _COVER_FOOT, exact=True),
    ]
    yield table([COVER.width], rows)


def _front_page(document: Document, blocks: Sequence[Block], pen: Pen, spot: Spot) -> Iterator[Xml]:
    """Behind the cover: what the book is for."""
    yield paragraph(run(document.summary), "Lead")
    yield from blocks_xml(pen, blocks, Spot(spot.width, level=0, style="Inleiding"))


def _owner_and_colophon(document: Document, pen: Pen, spot: Spot) -> Xml:
    """Whose book it is and which edition, at the foot of the page."""
    colophon = [paragraph(run(line), "Colofon") for line in _colophon(document, document.furniture)]
    colophon += [paragraph(words, "Colofon") for words in _works_at(document, pen)]
    school = pen.furniture.brand if pen.furniture.school else ""
    owner = [_owner(pen.words[key], school if key == "school" else "") for key in ("owner", "school", "year")]
    foot = Row([Cell(colophon, 2, padding={"top": 10})])
    return table([_OWNER, spot.width - _OWNER], [*owner, foot], foot=True)


def _logo(pen: Pen) -> Xml:
    picture = badge(pen, _LOGO)
    return inline(picture, pen.relation(picture), pen.number(), pen.furniture.brand)


def _owner(label: str, known: str) -> Row:
    words, name = paragraph(run(label), "Label"), paragraph(run(known), "Antwoord")
    return Row([Cell([words], align="bottom"), Cell([name], edges={"bottom": LINE}, align="bottom")], 10)


def _colophon(document: Document, furniture: Furniture) -> Iterator[str]:
    yield document.title
    yield imprint(furniture)
    yield from furniture.address
    if furniture.publisher != furniture.brand:
        made_with = furniture.words["made_with"].replace("{publisher}", furniture.publisher)
        yield made_with if furniture.school else furniture.publisher
    yield furniture.licence


def _works_at(document: Document, pen: Pen) -> Iterator[Xml]:
    """Where the works stand that the book draws on."""
    for above, block in pairwise(document.blocks):
        if isinstance(above, Heading) and isinstance(block, References):
            before, _, after = pen.words["works_at"].partition("{page}")
            yield join((run(before), page_number(plain(above.text), pen, prefix="back"), run(after)))


def _contents(document: Document, pen: Pen, style: str) -> Iterator[Xml]:
    """The contents as a field: what it shows is right until Word, or somebody who adds a chapter, has it made again."""
    yield paragraph(run(document.furniture.words["contents"]), style)
    lines = [line for line in contents_of(document) if line.anchor]
    begin = join((_mark("begin"), w("r", Xml(_INSTRUCTION)), _mark("separate")))
    entries = [_entry(line, pen, begin if n == 0 else NOTHING) for n, line in enumerate(lines)]
    end = paragraph(_mark("end"), "Ruimte")
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    properties = w("sdtPr", w("id", val=pen.number()), gallery)
    yield w("sdt", properties, w("sdtContent", *entries, end if entries else NOTHING))


_INSTRUCTION = '<w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText>'


def _mark(kind: str) -> Xml:
    return w("r", w("fldChar", fldCharType=kind))


def _entry(line: Line, pen: Pen, begin: Xml) -> Xml:
    words = join((run(line.title), tab(), page_number(line.anchor, pen, prefix=line.prefix)))
    name = pen.bookmarks.name(line.anchor, line.prefix)
    linked = tag("w:hyperlink", {"w:anchor": name, "w:history": 1}, words)
    return paragraph(join((begin, linked)), f"TOC{line.level}")

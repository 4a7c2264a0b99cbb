"""A document as a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coachkist.contrast import grey_of
from coachkist.document.blocks import Document, Part, Terms
from coachkist.document.instrument import questions
from coachkist.writers.docx.book import book_blocks, contents_of, is_thin
from coachkist.writers.docx.formats import COVER, plain_format
from coachkist.writers.docx.furniture import book_foot, book_head, following_head, nothing, sheet_foot
from coachkist.writers.docx.look import PAPERS, Look
from coachkist.writers.docx.measured import Measured, measured
from coachkist.writers.docx.package import Parts, pack, settings_part
from coachkist.writers.docx.pen import Pen
from coachkist.writers.docx.pictures import draw
from coachkist.writers.docx.sections import body
from coachkist.writers.docx.sheet import first_format, sheet_blocks
from coachkist.writers.docx.styles import styles_part
from coachkist.writers.docx.xml import part
from coachkist.writers.typst_data import document_data

if TYPE_CHECKING:
    from coachkist.typeset.compiler import Typesetter

_LANGUAGES = {"nl": "nl-BE"}
"""What Word calls our languages: it proofreads by country."""


def write_docx(document: Document, typesetter: Typesetter, *, grey: bool = False) -> bytes:
    """Make the Word file of `document`, in shades of `grey` only or in colour; raises TypesetError.

    The same document gives the same bytes.
    """
    book = document.kind == "workbook"
    found = measured(document, typesetter, grey=grey)
    pen = _pen(document, found, typesetter, grey=grey)
    if book:
        written, heads = body(COVER, book_blocks(document, pen)), _book_furniture(document, pen)
    else:
        first = first_format(document, PAPERS[document.paper])
        written = body(first, sheet_blocks(document, pen, PAPERS[document.paper]))
        heads = _sheet_furniture(document, first.width, found.count)
    parts = Parts(
        part("document", written),
        styles_part(pen.look, pen.language, book=book),
        pen.lists.part(pen.look),
        settings_part(pen.language, book=book),
        heads,
        {name: png for png, name in pen.pictures.items()},
        {name: url for url, name in pen.links.items()},
    )
    return pack(document, parts, pen.language)


def _pen(document: Document, found: Measured, typesetter: Typesetter, *, grey: bool) -> Pen:
    book = document.kind == "workbook"
    colour = grey_of(document.furniture.colour) if grey else document.furniture.colour
    pen = Pen(
        Look.of(colour, 1.0 if book else PAPERS[document.paper].growth),
        _LANGUAGES.get(document.language, document.language),
        document.furniture,
        partial(draw, typesetter, document_data(replace(document, blocks=()), grey=grey)),
        dict(_titles(document)),
        pages=_pages(document, found),
        spare=found.spare,
        hues=found.hues,
        thin=book and is_thin(document),
    )
    pen.bookmarks.add(_anchors(document), "at")
    pen.bookmarks.add(_terms(document), "term")
    if book:
        pen.bookmarks.add((line.anchor for line in contents_of(document) if line.prefix == "back"), "back")
    return pen


def _pages(document: Document, found: Measured) -> Mapping[str, int]:
    """The page of each place, and of each line of the contents."""
    lines = list(contents_of(document)) if document.kind == "workbook" else []
    if len(lines) != len(found.contents):
        return found.pages
    named = {f"{line.prefix}:{line.anchor}": page for line, page in zip(lines, found.contents, strict=True)}
    return {**named, **found.pages}


def _titles(document: Document) -> Iterator[tuple[str, str]]:
    """What each field is called in full, by its name; in a book the id of its chapter stands before that."""
    for question in questions(document):
        yield question.name, question.wording
    for block in document.blocks:
        if isinstance(block, Part):
            for chapter in block.chapters:
                asked = questions(replace(document, blocks=chapter.body))
                yield from ((f"{chapter.anchor}.{question.name}", question.wording) for question in asked)


def _sheet_furniture(document: Document, width: float, pages: int) -> dict[str, bytes]:
    growth = PAPERS[document.paper].growth
    return {
        "voet": sheet_foot(document.furniture, width, pages),
        "voet-leeg": nothing("ftr"),
        "kop-leeg": nothing("hdr"),
        "kop-vervolg": following_head(document.title, document.furniture, width, growth),
    }


def _book_furniture(document: Document, pen: Pen) -> dict[str, bytes]:
    width = plain_format().width
    heads = {"kop-leeg": nothing("hdr"), "voet-leeg": nothing("ftr")}
    heads["voet-links"] = book_foot(document.furniture, width, left_page=True)
    heads["voet-rechts"] = book_foot(document.furniture, width, left_page=False)
    for number, title in enumerate(pen.parts, 1):
        heads[f"kop-links-{number}"] = book_head(title, 1, left_page=True)
        heads[f"kop-rechts-{number}"] = book_head(title, 2, left_page=False)
    return heads


def _anchors(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Part):
            yield block.anchor
            yield from (chapter.anchor for chapter in block.chapters if chapter.anchor)


def _terms(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Terms):
            yield from (line.anchor for line in block.items)

"""A document as a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coachkist.contrast import grey_of
from coachkist.document.blocks import Block, Document, Part, Terms
from coachkist.document.instrument import questions
from coachkist.writers.docx.furniture import following_head, nothing, sheet_foot
from coachkist.writers.docx.look import PAPERS, Look
from coachkist.writers.docx.measured import measured
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
    language = _LANGUAGES.get(document.language, document.language)
    paper = PAPERS[document.paper]
    book = document.kind == "workbook"
    colour = grey_of(document.furniture.colour) if grey else document.furniture.colour
    look = Look.of(colour, 1.0 if book else paper.growth)
    found = measured(document, typesetter, grey=grey)
    base = document_data(replace(document, blocks=()), grey=grey)
    pen = Pen(
        look,
        language,
        document.furniture.words,
        partial(draw, typesetter, base),
        {question.name: question.wording for question in questions(document)},
        pages=found.pages,
        spare=found.spare,
        hues=found.hues,
    )
    pen.bookmarks.add(_anchors(document.blocks), "at")
    pen.bookmarks.add(_terms(document.blocks), "term")
    first = first_format(document, paper)
    written = body(first, sheet_blocks(document, pen, paper))
    feet = {
        "voet": sheet_foot(document.furniture, first.width, found.count),
        "voet-leeg": nothing("ftr"),
        "kop-leeg": nothing("hdr"),
        "kop-vervolg": following_head(document.title, document.furniture, first.width, paper.growth),
    }
    parts = Parts(
        part("document", written),
        styles_part(look, language, book=book),
        pen.lists.part(look),
        settings_part(language, book=book),
        feet,
        {name: png for png, name in pen.pictures.items()},
        {name: url for url, name in pen.links.items()},
    )
    return pack(document, parts, language)


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Part):
            yield block.anchor
            yield from (chapter.anchor for chapter in block.chapters if chapter.anchor)


def _terms(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Terms):
            yield from (line.anchor for line in block.items)

"""A document as plain data for the Typst templates.

Text stays data: it reaches the template as strings in JSON, and Typst never reads it as markup. What a
template would have to work out (which references are in this book, heading levels without gaps, column
widths) is settled here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from coachkist.contrast import grey_of, grey_svg, readable_on_white
from coachkist.document.blocks import (
    Advice,
    Aside,
    Block,
    Board,
    Box,
    Chapter,
    Checklist,
    Choices,
    Columns,
    Criteria,
    Deck,
    Discs,
    Document,
    Drawing,
    Facts,
    Fields,
    Grid,
    Heading,
    Index,
    PageBreak,
    Pairs,
    Part,
    Poster,
    References,
    Related,
    RelatedItem,
    Score,
    Signature,
    Steps,
    Table,
    Terms,
    WritingLines,
)
from coachkist.markup.inline import List, Paragraph
from coachkist.writers.drawings import drawings
from coachkist.writers.figures import figure_data
from coachkist.writers.page_code import page_code
from coachkist.writers.settled import column_shares, settled
from coachkist.writers.typst_inlines import Data, Place, clean, inlines
from coachkist.writers.typst_sheets import sheet_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


ORDINARY_PRINT, LARGE_PRINT = 10, 18
"""Sizes of running text, in points."""


def document_data(
    document: Document, *, grey: bool = False, form: bool = False, text_size: int = ORDINARY_PRINT
) -> Data:
    """Give `document` as data for `document.typ`.

    `grey` asks for shades of grey only, `form` for places that become form fields; `text_size` is that of running text.
    """
    furniture = document.furniture
    # In a book, what stands outside the parts is on their level; else all hangs under the title.
    level = 0 if document.kind == "workbook" else 1
    colour = grey_of(furniture.colour) if grey else furniture.colour
    ink = readable_on_white(colour)
    terms = frozenset(_terms(document.blocks))
    anchors, large = frozenset(_anchors(document.blocks)), text_size > ORDINARY_PRINT
    place = Place(anchors, level=level, terms=terms, ink=ink, paper=document.paper, large=large)
    return {
        "kind": document.kind,
        "title": clean(document.title),
        "subtitle": clean(document.subtitle),
        "summary": clean(document.summary),
        "language": document.language,
        "paper": document.paper,
        "pages": document.pages,
        "grey": grey,
        "form": form,
        "text_size": text_size,
        "accent": colour,
        "ink": ink,
        "pictograms": drawings(document.blocks, ink),
        "brand": clean(furniture.brand),
        "publisher": clean(furniture.publisher),
        "version": clean(furniture.version),
        "date": clean(furniture.date),
        "licence": clean(furniture.licence),
        "words": dict(furniture.words),
        "school": furniture.school,
        "logo": grey_svg(furniture.logo) if grey else furniture.logo,
        "address": [clean(line) for line in furniture.address],
        "made-with": clean(furniture.words.get("made_with", "").replace("{publisher}", furniture.publisher)),
        "code": page_code(document),
        "blocks": _blocks(document.blocks, place),
    }


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Part):
            yield block.anchor
            yield from (chapter.anchor for chapter in block.chapters)


def _terms(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Terms):
            yield from (line.anchor for line in block.items)


# --- blocks ------------------------------------------------------------------------------------------------


def _blocks(blocks: Sequence[Block], place: Place) -> list[Data]:
    return [_block(block, place) for block in settled(blocks, place.level)]


def _block(block: Block, place: Place) -> Data:
    match block:
        case Heading() | Paragraph() | List() | Aside() | Table() | Checklist() | Pairs() | Advice():
            return _prose(block, place)
        case Drawing():
            return figure_data(block, place.ink, large=place.large and place.paper == "a4")
        case Facts() | Steps() | Related() | References():
            return _entry_part(block, place)
        case Fields() | Criteria() | WritingLines() | Columns() | Grid() | Score() | Box() | Choices() | Signature():
            return sheet_data(block, place)
        case Poster():
            return _poster(block, place)
        case Deck() | Discs() | Board() | PageBreak():
            return sheet_data(block, place)
        case Part() | Terms() | Index():
            return _book_part(block, place)
        case _:
            assert_never(block)


def _prose(block: Heading | Paragraph | List | Aside | Table | Checklist | Pairs | Advice, place: Place) -> Data:
    match block:
        case Heading(level, text):
            return {"type": "heading", "level": level, "outlined": place.outlined, "body": inlines(text, place)}
        case Paragraph(children):
            return {"type": "paragraph", "body": inlines(children, place)}
        case List(items, ordered):
            return {"type": "list", "ordered": ordered, "items": [_blocks(item, place) for item in items]}
        case Aside(style, title, body):
            return {"type": "aside", "style": style, "title": clean(title), "body": _blocks(body, place)}
        case Table():
            return _table(block, place)
        case Checklist(style, points):
            return {"type": "checklist", "style": style, "items": [inlines(point, place) for point in points]}
        case Pairs(what, instead, pairs):
            rows = [[inlines(pair.what, place), inlines(pair.instead, place)] for pair in pairs]
            return {"type": "pairs", "what": clean(what), "instead": clean(instead), "rows": rows}
        case Advice():
            return _advice(block, place)
        case _:
            assert_never(block)


def _advice(advice: Advice, place: Place) -> Data:
    items = [
        {"do": inlines(item.do, place), "how": _blocks(item.how, place), "say": inlines(item.say, place)}
        for item in advice.items
    ]
    return {"type": "advice", "say": clean(advice.say_label), "items": items}


def _poster(poster: Poster, place: Place) -> Data:
    panels = [
        {
            "name": panel.name,
            "title": inlines(panel.title, place),
            "body": _blocks(panel.body, place),
            "lines": panel.lines,
        }
        for panel in poster.panels
    ]
    words = {"title": inlines(poster.title, place), "text": inlines(poster.text, place)}
    look = {"paper": place.paper, "direction": poster.direction}
    return {"type": "poster", "name": poster.name, **words, **look, "panels": panels}


def _table(table: Table, place: Place) -> Data:
    return {
        "type": "table",
        "caption": inlines(table.caption, place),
        "header": [inlines(cell, place) for cell in table.header],
        "rows": [[inlines(cell, place) for cell in row] for row in table.rows],
        "shares": column_shares(table),
    }


def _entry_part(block: Facts | Steps | Related | References, place: Place) -> Data:
    match block:
        case Facts(items):
            facts = [
                {
                    "key": fact.key,
                    "label": clean(fact.label),
                    "value": clean(fact.value),
                    "values": fact.values,
                }
                for fact in items
            ]
            return {"type": "facts", "items": facts}
        case Steps():
            return _steps(block, place)
        case Related(groups):
            lists = [
                {"label": clean(group.label), "items": [_related(item, place) for item in group.items]}
                for group in groups
            ]
            return {"type": "related", "groups": lists}
        case References(works):
            return {"type": "references", "items": [clean(work) for work in works]}
        case _:
            assert_never(block)


def _steps(steps: Steps, place: Place) -> Data:
    phases = [
        {
            "label": clean(phase.label),
            "minutes": clean(phase.minutes_label),
            "steps": [
                {
                    "number": step.number,
                    "who": clean(step.who_label),
                    "minutes": clean(step.minutes_label),
                    "body": _blocks(step.body, place),
                    "say": inlines(step.say, place),
                }
                for step in phase.steps
            ],
        }
        for phase in steps.phases
    ]
    return {"type": "steps", "say": clean(steps.say_label), "phases": phases}


def _related(item: RelatedItem, place: Place) -> Data:
    known = item.target in place.anchors and item.target != place.own
    return {
        "to": item.target if known else "",
        "title": clean(item.title),
        "why": inlines(item.why, place),
    }


def _book_part(block: Part | Terms | Index, place: Place) -> Data:
    match block:
        case Part(anchor, title, body, chapters, number):
            return {
                "type": "part",
                "anchor": anchor,
                "title": clean(title),
                "number": number,
                "body": _blocks(body, replace(place, own=anchor, level=1, outlined=False)),
                "chapters": [_chapter(chapter, place) for chapter in chapters],
            }
        case Terms(title, terms):
            explained = [
                {"anchor": line.anchor, "term": clean(line.term), "meaning": _blocks(line.meaning, place)}
                for line in terms
            ]
            return {"type": "terms", "title": clean(title), "items": explained}
        case Index(title, entries):
            lines = [
                {"term": clean(entry.term), "to": [a for a in entry.anchors if a in place.anchors]} for entry in entries
            ]
            return {"type": "index", "title": clean(title), "entries": [line for line in lines if line["to"]]}
        case _:
            assert_never(block)


def _chapter(chapter: Chapter, place: Place) -> Data:
    inside = replace(place, own=chapter.anchor, level=2, paper=chapter.paper)
    return {
        "anchor": chapter.anchor,
        "kind": chapter.kind,
        "title": clean(chapter.title),
        "summary": inlines(chapter.summary, inside),
        "notes": chapter.notes,
        "subtitle": clean(chapter.subtitle),
        "paper": chapter.paper,
        "pages": chapter.pages,
        "body": _blocks(chapter.body, inside),
    }

"""The blocks that only sheets have, as plain data for the Typst templates."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from coachkist.document.blocks import (
    Board,
    BoardCircle,
    Box,
    Choices,
    Columns,
    Criteria,
    CriterionGroup,
    Deck,
    DeckCard,
    Discs,
    Fields,
    Grid,
    InputField,
    PageBreak,
    Scale,
    Score,
    ScoreLine,
    Signature,
    WritingLines,
)
from coachkist.writers.typst_inlines import Data, Place, clean, inlines

Answers: TypeAlias = Fields | Criteria | WritingLines | Columns | Grid | Score | Box | Choices | Signature
Pieces: TypeAlias = Deck | Discs | Board


def sheet_data(block: Answers | Pieces | PageBreak, place: Place) -> Data:
    """`block` as data; `type` names the function of the template that lays it out."""
    match block:
        case PageBreak():
            return {"type": "page-break"}
        case Deck() | Discs() | Board():
            return _pieces(block, place)
        case _:
            return _answers(block, place)


def _answers(block: Answers, place: Place) -> Data:
    match block:
        case Fields(items):
            return {"type": "fields", "items": [_field(item) for item in items]}
        case Criteria():
            return _criteria(block, place)
        case WritingLines():
            return _lines(block, place)
        case Columns(parts):
            return {"type": "columns", "items": [_lines(part, place) for part in parts]}
        case Grid():
            return _grid(block, place)
        case Score():
            return _score(block, place)
        case Box():
            return {"type": "box", **_prompt(block, place), "height": block.height, "grow": block.grow}
        case Choices():
            return _choices(block, place)
        case Signature():
            return _signature(block, place)
        case _:
            assert_never(block)


def _pieces(block: Pieces, place: Place) -> Data:
    match block:
        case Deck():
            return _deck(block, place)
        case Discs():
            return _discs(block, place)
        case Board():
            return _board(block, place)
        case _:
            assert_never(block)


def _field(item: InputField) -> Data:
    return {"name": item.name, "label": clean(item.label), "width": item.width, "lines": item.lines}


def _choices(block: Choices, place: Place) -> Data:
    options = [{"id": option.id, "label": inlines(option.label, place)} for option in block.options]
    choice = {"many": block.many, "options": options, "other": clean(block.other)}
    return {"type": "choices", **_prompt(block, place), **choice}


def _signature(block: Signature, place: Place) -> Data:
    labels = [block.name_label, block.date_label, block.signature_label]
    parties = [{"name": party.name, "label": inlines(party.label, place)} for party in block.parties]
    return {"type": "signature", "labels": [clean(label) for label in labels], "parties": parties}


def _prompt(block: WritingLines | Grid | Box | ScoreLine | Choices, place: Place) -> Data:
    """What every block to write on begins with."""
    return {"name": block.name, "label": inlines(block.label, place), "hint": inlines(block.hint, place)}


def _lines(lines: WritingLines, place: Place) -> Data:
    return {"type": "lines", **_prompt(lines, place), "count": lines.count, "grow": lines.grow}


def _grid(grid: Grid, place: Place) -> Data:
    columns = [
        {
            "name": f"{grid.name}.{column.id}",
            "id": column.id,
            "heading": inlines(column.heading, place),
            "hint": inlines(column.hint, place),
            "width": column.width,
            "kind": column.kind,
            "apart": column.apart,
        }
        for column in grid.columns
    ]
    return {
        "type": "grid",
        **_prompt(grid, place),
        "corner": inlines(grid.corner, place),
        "label_width": grid.label_width if grid.labelled else 0,
        "columns": columns,
        "rows": [{"name": row.name, "label": inlines(row.label, place)} for row in grid.rows],
        "row_height": grid.row_height,
        "grow": grid.grow,
        "compact": grid.compact,
    }


def _score(score: Score, place: Place) -> Data:
    return {
        "type": "score",
        "low": inlines(score.low, place),
        "high": inlines(score.high, place),
        "items": [_prompt(item, place) for item in score.items],
    }


def _criteria(criteria: Criteria, place: Place) -> Data:
    return {
        "type": "criteria",
        "name": criteria.name,
        "scale": [_scale(point) for point in criteria.scale],
        "unseen": _scale(criteria.unseen) if criteria.unseen else None,
        "remarks": criteria.remarks,
        "criterion_label": clean(criteria.criterion_label),
        "remarks_label": clean(criteria.remarks_label),
        "scale_label": clean(criteria.scale_label),
        "groups": [_group(group, place) for group in criteria.groups],
    }


def _scale(point: Scale) -> Data:
    return {"id": point.id, "label": clean(point.label), "mark": clean(point.mark)}


def _group(group: CriterionGroup, place: Place) -> Data:
    rows = [{"name": row.name, "number": row.number, "body": inlines(row.text, place)} for row in group.rows]
    return {"name": group.name, "number": group.number, "title": inlines(group.title, place), "rows": rows}


def _deck(deck: Deck, place: Place) -> Data:
    return {
        "type": "deck",
        "name": deck.name,
        "paper": place.paper,
        "width": deck.width,
        "height": deck.height,
        "flip": deck.flip,
        "blank": deck.blank,
        "gap": deck.gap,
        "backs": deck.backs,
        "fold": deck.fold,
        "bleed": deck.bleed,
        "offset": deck.offset,
        "cards": [_card(card, place) for card in deck.cards],
    }


def _card(card: DeckCard, place: Place) -> Data:
    return {
        "name": card.name,
        "number": card.number,
        "group": clean(card.group.title),
        "index": card.group.index,
        "front": inlines(card.front, place),
        "back": inlines(card.back, place),
        "corner": clean(card.corner),
    }


def _discs(discs: Discs, place: Place) -> Data:
    items = [
        {"colour": disc.colour, "letter": clean(disc.letter), "label": inlines(disc.label, place)}
        for disc in discs.items
    ]
    return {"type": "discs", "name": discs.name, "diameter": discs.diameter, "count": discs.count, "items": items}


def _board(board: Board, place: Place) -> Data:
    circles = [_circle(circle, place) for circle in board.circles]
    return {
        "type": "board",
        "name": board.name,
        "place": board.place,
        "overlap": board.overlap,
        "circles": circles,
    }


def _circle(circle: BoardCircle, place: Place) -> Data:
    return {
        "name": circle.name,
        "title": inlines(circle.title, place),
        "words": [{"name": word.name, "text": inlines(word.text, place)} for word in circle.words],
        "blank": circle.blank,
    }

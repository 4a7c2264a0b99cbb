"""The blocks of a sheet fit together.

Ids that name blocks are unique, cards belong to a group and fit on the paper, grids have rows, discs can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded, Loaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.model.enums import Form
from coachkist.model.sheet import (
    ColumnsBlock,
    CriteriaBlock,
    DeckBlock,
    FieldsBlock,
    HeadingBlock,
    LinesBlock,
    PageBreakBlock,
    Sheet,
    TextBlock,
)
from coachkist.model.sheet_answers import (
    OTHER,
    BoxBlock,
    ChoicesBlock,
    GridBlock,
    ScoreBlock,
    SignatureBlock,
    TallyBlock,
)
from coachkist.model.sheet_pieces import DiscsBlock
from coachkist.model.sheet_reading import AgreementsBlock, DiagramBlock

_ANSWERED = (
    FieldsBlock,
    CriteriaBlock,
    LinesBlock,
    ColumnsBlock,
    GridBlock,
    ScoreBlock,
    BoxBlock,
    ChoicesBlock,
    TallyBlock,
    SignatureBlock,
    DiagramBlock,
)

CARD_AREA = (190, 277)
"""What can be printed on A4, in millimetres: margins of ten all round."""


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with the blocks of a sheet."""
    if not isinstance(entry.value, Sheet):
        return
    sheet: Loaded[Sheet] = entry
    yield from _block_ids(sheet)
    if Form.FORM in sheet.value.forms and not any(isinstance(block, _ANSWERED) for block in sheet.value.blocks):
        yield sheet.place(["forms", sheet.value.forms.index(Form.FORM)]).problem("form-empty")
    for number, block in enumerate(sheet.value.blocks):
        match block:
            case DeckBlock():
                yield from _deck(sheet, number, block)
            case CriteriaBlock():
                yield from _criteria(sheet, number, block)
            case GridBlock(rows=0, labels=()):
                yield sheet.place(["blocks", number, "id"]).problem("grid-empty", id=block.id)
            case TallyBlock(blank=0, rows=()):
                yield sheet.place(["blocks", number, "id"]).problem("tally-empty", id=block.id)
            case DiscsBlock():
                yield from _discs(sheet, number, block)
            case ChoicesBlock(other=True):
                yield from _choices(sheet, number, block)


def _block_ids(sheet: Loaded[Sheet]) -> Iterator[Problem]:
    """Names of form fields: unique over the whole sheet."""
    seen: set[str] = set()
    for number, block in enumerate(sheet.value.blocks):
        named: list[tuple[str, list[str | int]]] = []
        match block:
            case FieldsBlock(fields=fields):
                named = [(field.id, ["fields", at, "id"]) for at, field in enumerate(fields)]
            case ColumnsBlock(columns=columns):
                named = [(column.id, ["columns", at, "id"]) for at, column in enumerate(columns)]
            case ScoreBlock(scores=scores):
                named = [(score.id, ["scores", at, "id"]) for at, score in enumerate(scores)]
            case HeadingBlock() | TextBlock() | PageBreakBlock() | AgreementsBlock():
                pass
            case _:
                named = [(block.id, ["id"])]
        for name, path in named:
            if name in seen:
                yield sheet.place(["blocks", number, *path]).problem("block-id-taken", id=name)
            seen.add(name)


def _deck(sheet: Loaded[Sheet], number: int, deck: DeckBlock) -> Iterator[Problem]:
    groups = [group.id for group in deck.groups]
    for position, card in enumerate(deck.cards):
        if card.group not in groups:
            place = sheet.place(["blocks", number, "cards", position, "group"])
            yield place.problem("card-group-unknown", id=card.group, known=", ".join(groups))
    for field, size, room in zip(("width", "height"), (deck.width, deck.height), CARD_AREA, strict=True):
        if size > room:
            yield sheet.place(["blocks", number, field]).problem("card-too-large", size=size, room=room)


def _criteria(sheet: Loaded[Sheet], number: int, block: CriteriaBlock) -> Iterator[Problem]:
    """Answers and marks can be told apart, and a criterion's id is unique over all groups."""
    points = [*block.scale, *([block.unseen] if block.unseen else [])]
    for what in ("id", "mark"):
        values = [getattr(point, what) for point in points]
        for value in {value for value in values if values.count(value) > 1}:
            yield sheet.place(["blocks", number, "scale"]).problem("scale-repeated", value=value)
    seen: set[str] = set()
    for at, group in enumerate(block.groups):
        for position, criterion in enumerate(group.criteria):
            if criterion.id in seen:
                place = sheet.place(["blocks", number, "groups", at, "criteria", position, "id"])
                yield place.problem("criterion-id-taken", id=criterion.id)
            seen.add(criterion.id)


def _discs(sheet: Loaded[Sheet], number: int, block: DiscsBlock) -> Iterator[Problem]:
    """Neither colour nor letter serves two sorts: on a copy the letter is what is left."""
    for field in ("colour", "letter"):
        seen: set[str] = set()
        for at, disc in enumerate(block.discs):
            value = getattr(disc, field)
            if value in seen:
                yield sheet.place(["blocks", number, "discs", at, field]).problem("disc-repeated", value=value)
            seen.add(value)


def _choices(sheet: Loaded[Sheet], number: int, block: ChoicesBlock) -> Iterator[Problem]:
    """The answer that one writes oneself has an id of its own."""
    for at, option in enumerate(block.options):
        if option.id == OTHER:
            yield sheet.place(["blocks", number, "options", at, "id"]).problem("choice-id-taken", id=OTHER)

"""A sheet → its document; names of form fields are made here, once, for every output."""

from __future__ import annotations

from typing import assert_never

from coachkist.document.blocks import (
    Block,
    Board,
    BoardCircle,
    BoardWord,
    Box,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Deck,
    DeckCard,
    DeckGroup,
    Disc,
    Discs,
    Document,
    Fields,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    InputField,
    PageBreak,
    Scale,
    Score,
    ScoreLine,
    WritingLines,
)
from coachkist.document.context import Context
from coachkist.model.sheet import (
    ColumnsBlock,
    CriteriaBlock,
    DeckBlock,
    FieldsBlock,
    HeadingBlock,
    LinesBlock,
    PageBreakBlock,
    ScalePoint,
    Sheet,
    SheetBlock,
    TextBlock,
)
from coachkist.model.sheet_answers import BoxBlock, GridBlock, ScoreBlock
from coachkist.model.sheet_pieces import BoardBlock, DiscsBlock


def compose_sheet(sheet: Sheet, context: Context) -> Document:
    """The document of `sheet`."""
    return Document(
        id=sheet.id,
        kind="sheet",
        title=context.plain(sheet.title),
        subtitle=context.plain(sheet.subtitle),
        summary=context.plain(sheet.summary),
        language="nl",
        paper=sheet.paper,
        pages=sheet.pages,
        blocks=sheet_blocks(sheet, context),
        furniture=context.furniture(),
    )


def sheet_blocks(sheet: Sheet, context: Context) -> tuple[Block, ...]:
    """The blocks of `sheet`."""
    return tuple(inner for block in sheet.blocks for inner in _blocks(block, context))


def _blocks(block: SheetBlock, context: Context) -> tuple[Block, ...]:
    match block:
        case HeadingBlock():
            return (Heading(2, context.line(block.text)),)
        case TextBlock():
            return context.blocks(block.text)
        case PageBreakBlock():
            return (PageBreak(),)
        case DeckBlock() | DiscsBlock() | BoardBlock():
            return (_pieces(block, context),)
        case _:
            return (_answers(block, context),)


def _answers(
    block: FieldsBlock | CriteriaBlock | LinesBlock | ColumnsBlock | GridBlock | ScoreBlock | BoxBlock, context: Context
) -> Block:
    """What somebody fills in."""
    match block:
        case FieldsBlock():
            return _fields(block, context)
        case CriteriaBlock():
            return _criteria(block, context)
        case LinesBlock():
            return _lines(block, context)
        case ColumnsBlock():
            return Columns(tuple(_lines(column, context) for column in block.columns))
        case GridBlock():
            return _grid(block, context)
        case ScoreBlock():
            return _score(block, context)
        case BoxBlock():
            return Box(block.id, context.line(block.label), context.line(block.hint), block.height, block.grow)
        case _ as never:
            assert_never(never)


def _pieces(block: DeckBlock | DiscsBlock | BoardBlock, context: Context) -> Block:
    """What somebody cuts out or lays on a table."""
    match block:
        case DeckBlock():
            return _deck(block, context)
        case DiscsBlock():
            return _discs(block, context)
        case BoardBlock():
            return _board(block, context)
        case _ as never:
            assert_never(never)


def _fields(block: FieldsBlock, context: Context) -> Fields:
    return Fields(
        tuple(InputField(field.id, context.plain(field.label), field.kind, field.width) for field in block.fields)
    )


def _lines(block: LinesBlock, context: Context) -> WritingLines:
    label, hint = context.line(block.label), context.line(block.hint)
    return WritingLines(block.id, label, hint, block.count, block.grow)


def _grid(block: GridBlock, context: Context) -> Grid:
    columns = tuple(
        GridColumn(
            id=column.id,
            heading=context.line(column.heading),
            hint=context.line(column.hint),
            width=column.width,
            kind=column.kind,
            apart=column.apart,
        )
        for column in block.columns
    )
    labelled = (GridRow(f"{block.id}.{row.id}", context.line(row.label)) for row in block.labels)
    empty = (GridRow(f"{block.id}.{number}", ()) for number in range(1, block.rows + 1))
    return Grid(
        name=block.id,
        label=context.line(block.label),
        hint=context.line(block.hint),
        corner=context.line(block.corner),
        label_width=block.label_width,
        columns=columns,
        rows=(*labelled, *empty),
        row_height=block.row_height,
        grow=block.grow,
    )


def _score(block: ScoreBlock, context: Context) -> Score:
    lines = tuple(ScoreLine(line.id, context.line(line.label), context.line(line.hint)) for line in block.scores)
    return Score(context.line(block.low), context.line(block.high), lines)


def _scale(point: ScalePoint, context: Context) -> Scale:
    return Scale(point.id, context.plain(point.label), point.mark)


def _criteria(block: CriteriaBlock, context: Context) -> Criteria:
    groups = []
    for number, group in enumerate(block.groups, 1):
        name = f"{block.id}.{group.id}"
        rows = tuple(
            CriterionRow(f"{name}.{criterion.id}", f"{number}.{position}", context.line(criterion.text))
            for position, criterion in enumerate(group.criteria, 1)
        )
        groups.append(CriterionGroup(name, str(number), context.line(group.title), rows))
    return Criteria(
        name=block.id,
        scale=tuple(_scale(point, context) for point in block.scale),
        unseen=_scale(block.unseen, context) if block.unseen else None,
        remarks=block.remarks,
        criterion_label=context.strings("document.criterion"),
        remarks_label=context.strings("document.remarks"),
        scale_label=context.strings("document.scale"),
        groups=tuple(groups),
    )


def _deck(block: DeckBlock, context: Context) -> Deck:
    groups = {
        group.id: DeckGroup(group.id, context.plain(group.title), index) for index, group in enumerate(block.groups)
    }
    cards = tuple(
        DeckCard(
            name=f"{block.id}.{card.id}",
            number=number,
            group=groups[card.group],
            front=context.line(card.front),
            back=context.line(card.back),
            corner=context.plain(card.corner),
        )
        for number, card in enumerate(block.cards, 1)
    )
    return Deck(block.id, block.width, block.height, block.flip, block.blank, cards)


def _discs(block: DiscsBlock, context: Context) -> Discs:
    discs = tuple(
        Disc(f"{block.id}.{disc.id}", disc.colour, disc.letter, context.line(disc.label)) for disc in block.discs
    )
    return Discs(block.id, block.diameter, block.count, discs)


def _board(block: BoardBlock, context: Context) -> Board:
    circles = []
    for circle in block.circles:
        name = f"{block.id}.{circle.id}"
        words = tuple(BoardWord(f"{name}.{word.id}", context.line(word.text)) for word in circle.words)
        blank_label = context.strings.plural("document.blank_places", circle.blank) if circle.blank else ""
        circles.append(BoardCircle(name, context.line(circle.title), words, circle.blank, blank_label))
    return Board(block.id, block.place, block.overlap, tuple(circles))

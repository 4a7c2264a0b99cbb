"""A sheet → its document; names of form fields are made here, once, for every output."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from coachkist.document.blocks import (
    Block,
    Box,
    Choice,
    Choices,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Document,
    Fields,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    InputField,
    PageBreak,
    Party,
    Scale,
    Score,
    ScoreLine,
    Signature,
    WritingLines,
)
from coachkist.document.compose_school import agreements
from coachkist.document.compose_sheet_pieces import compose_piece
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
from coachkist.model.sheet_answers import BoxBlock, ChoicesBlock, GridBlock, ScoreBlock, SignatureBlock, TallyBlock
from coachkist.model.sheet_pieces import BoardBlock, DiscsBlock
from coachkist.model.sheet_reading import AgreementsBlock, DiagramBlock, FigureBlock, PosterBlock, TableBlock

SheetAnswer: TypeAlias = (
    FieldsBlock
    | CriteriaBlock
    | LinesBlock
    | ColumnsBlock
    | GridBlock
    | ScoreBlock
    | BoxBlock
    | ChoicesBlock
    | TallyBlock
    | SignatureBlock
)
_TALLY_LABELS = 0.5
"""How wide the names of what is counted stand, beside all columns together."""


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
        case AgreementsBlock():
            return tuple(agreements(context))
        case DeckBlock() | DiscsBlock() | BoardBlock():
            return compose_piece(block, context)
        case PosterBlock() | FigureBlock() | DiagramBlock() | TableBlock():
            return compose_piece(block, context)
        case _:
            return (_answers(block, context),)


def _answers(block: SheetAnswer, context: Context) -> Block:
    """What somebody fills in, and first of all what somebody writes."""
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
        case BoxBlock():
            return Box(block.id, context.line(block.label), context.line(block.hint), block.height, block.grow)
        case _:
            return _chosen(block, context)


def _chosen(block: ScoreBlock | ChoicesBlock | TallyBlock | SignatureBlock, context: Context) -> Block:
    """What somebody crosses, counts or signs."""
    match block:
        case ScoreBlock():
            return _score(block, context)
        case ChoicesBlock():
            return _choices(block, context)
        case TallyBlock():
            return _tally(block, context)
        case SignatureBlock():
            return _signature(block, context)
        case _ as never:
            assert_never(never)


def _fields(block: FieldsBlock, context: Context) -> Fields:
    return Fields(
        tuple(
            InputField(field.id, context.plain(field.label), field.kind, field.width, field.lines)
            for field in block.fields
        )
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


def _tally(block: TallyBlock, context: Context) -> Grid:
    """A tally is a grid of narrow columns; its empty rows are named by hand."""
    columns = tuple(
        GridColumn(str(number), context.line(interval), (), 1, "text", False)
        for number, interval in enumerate(block.intervals, 1)
    )
    labelled = (GridRow(f"{block.id}.{row.id}", context.line(row.label)) for row in block.rows)
    empty = (GridRow(f"{block.id}.{number}", ()) for number in range(1, block.blank + 1))
    return Grid(
        name=block.id,
        label=context.line(block.label),
        hint=context.line(block.hint),
        corner=context.line(block.corner),
        label_width=max(1, round(len(columns) * _TALLY_LABELS)),
        columns=columns,
        rows=(*labelled, *empty),
        row_height=block.row_height,
        compact=True,
    )


def _choices(block: ChoicesBlock, context: Context) -> Choices:
    return Choices(
        name=block.id,
        label=context.line(block.label),
        hint=context.line(block.hint),
        many=block.many,
        options=tuple(Choice(option.id, context.line(option.label)) for option in block.options),
        other=context.strings("document.choice_other") if block.other else "",
    )


def _signature(block: SignatureBlock, context: Context) -> Signature:
    return Signature(
        name=block.id,
        name_label=context.strings("document.signature.name"),
        date_label=context.strings("document.signature.date"),
        signature_label=context.strings("document.signature.signature"),
        parties=tuple(Party(f"{block.id}.{party.id}", context.line(party.label)) for party in block.parties),
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

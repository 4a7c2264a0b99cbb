"""What a sheet shows or draws, and what is cut out or laid on a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias, assert_never

from coachkist.document.blocks import (
    Block,
    Board,
    BoardCircle,
    BoardWord,
    Deck,
    DeckCard,
    DeckGroup,
    Disc,
    Discs,
    Drawing,
    DrawingPart,
    Poster,
    PosterPanel,
    Table,
)
from coachkist.document.compose_figure import compose_figure
from coachkist.document.context import Context
from coachkist.model.sheet import DeckBlock
from coachkist.model.sheet_pieces import BoardBlock, DiscsBlock
from coachkist.model.sheet_reading import DiagramBlock, FigureBlock, PosterBlock, TableBlock

SheetPiece: TypeAlias = DeckBlock | DiscsBlock | BoardBlock | PosterBlock | FigureBlock | DiagramBlock | TableBlock


def compose_piece(block: SheetPiece, context: Context) -> tuple[Block, ...]:
    """The document block of `block`; none for a model without a figure, which a rule tells its author."""
    match block:
        case DeckBlock():
            return (_deck(block, context),)
        case DiscsBlock():
            return (_discs(block, context),)
        case BoardBlock():
            return (_board(block, context),)
        case PosterBlock():
            return (_poster(block, context),)
        case TableBlock():
            return (_table(block, context),)
        case FigureBlock():
            return _figure(block, context)
        case DiagramBlock():
            return (_diagram(block, context),)
        case _ as never:
            assert_never(never)


def _table(block: TableBlock, context: Context) -> Table:
    header = tuple(context.line(cell) for cell in block.header)
    return Table(context.line(block.title), header, tuple(tuple(map(context.line, row.cells)) for row in block.rows))


def _figure(block: FigureBlock, context: Context) -> tuple[Block, ...]:
    model = context.catalogue.models.get(block.model)
    if model is None or not model.value.figures:
        return ()
    drawing = compose_figure(model.value, model.value.figures[0], context)
    drawing = replace(drawing, id=f"figuur-{block.id}", height=block.height)
    if block.blank and drawing.profile:
        # What one draws here is a profile of one's own: the example goes, the words around it stay.
        return (replace(drawing, profile=(), profile_label=""),)
    return (replace(drawing, blank=block.blank),)


def _diagram(block: DiagramBlock, context: Context) -> Drawing:
    parts = (DrawingPart(part.id, context.plain(part.label), context.plain(part.hint)) for part in block.parts)
    return Drawing(
        id=f"figuur-{block.id}",
        kind=block.kind,
        title=context.plain(block.title),
        description=context.plain(block.description),
        parts=tuple(parts),
        height=block.height,
        name=block.id,
    )


def _poster(block: PosterBlock, context: Context) -> Poster:
    panels = tuple(
        PosterPanel(
            name=f"{block.id}.{panel.id}",
            title=context.line(panel.title),
            body=context.paragraphs(panel.text),
            lines=panel.lines,
        )
        for panel in block.panels
    )
    return Poster(block.id, context.line(block.title), context.line(block.text), block.direction, panels)


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

"""A model's figure → what is drawn, in an edition's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coachkist.document.blocks import Drawing, DrawingAxis, DrawingEntry, DrawingPart
from coachkist.document.context import Context, capital
from coachkist.model.enums import FigureKind, LedBy, Planned
from coachkist.model.theory import CoachingModel, Figure, ModelPart

# The matrix has no column for who works alone: nobody coaches there.
_LEADERS = (LedBy.COACH, LedBy.PEER)


def compose_figures(model: CoachingModel, context: Context) -> tuple[Drawing, ...]:
    """Every figure of `model`, in order."""
    return tuple(compose_figure(model, figure, context) for figure in model.figures)


def compose_figure(model: CoachingModel, figure: Figure, context: Context) -> Drawing:
    """One of `model`'s figures. Parts and tables that the model does not have are left out: a rule tells the author."""
    parts = _cells if figure.kind is FigureKind.MATRIX else _parts
    table = next((table for table in model.tables if table.id == figure.table), None)
    return Drawing(
        id=figure_id(model, figure),
        kind=figure.kind.value,
        title=context.plain(figure.title),
        description=context.plain(figure.description),
        centre=context.plain(figure.centre),
        axes=tuple(DrawingAxis(context.plain(axis.low), context.plain(axis.high)) for axis in figure.axes),
        parts=tuple(parts(model, figure, context)),
        profile=figure.profile,
        profile_label=context.strings("document.figure.profile") if figure.profile else "",
        header=tuple(context.plain(cell) for cell in table.header) if table else (),
        rows=tuple(tuple(context.plain(cell) for cell in row.cells) for row in table.rows) if table else (),
    )


def figure_id(model: CoachingModel, figure: Figure) -> str:
    """What a figure is called on a page: its model's id, with a number from its second figure on."""
    number = model.figures.index(figure) + 1
    return f"figuur-{model.id}" if number == 1 else f"figuur-{model.id}-{number}"


def _parts(model: CoachingModel, figure: Figure, context: Context) -> Iterator[DrawingPart]:
    yield from (_part(part, context, figure.kind) for part in drawn_parts(model, figure))


def drawn_parts(model: CoachingModel, figure: Figure) -> tuple[ModelPart, ...]:
    """The parts of `model` that `figure` draws: those it names, in its order, or all."""
    by_id = {part.id: part for part in model.parts}
    return tuple(by_id[name] for name in figure.parts or tuple(by_id) if name in by_id)


def _part(part: ModelPart, context: Context, kind: FigureKind) -> DrawingPart:
    title = context.plain(part.title)
    label = context.plain(part.label) or title
    if kind is FigureKind.CARDS and part.questions and title == label:
        # A card with a name alone says little: what one says in that style tells more.
        title = context.strings("document.figure.said", words=context.plain(part.questions[0]))
    return DrawingPart(
        id=part.id,
        label=label,
        title="" if title.casefold() == label.casefold() else title,
        points=tuple(context.plain(point) for point in part.points),
    )


def _cells(model: CoachingModel, figure: Figure, context: Context) -> Iterator[DrawingPart]:
    """The four ways to coach, planned ones above, each with the work forms of that sort.

    The model's own parts name them, where it has four: with a coach and with peers, planned first.
    """
    own = tuple(_parts(model, figure, context))
    sorts = [(planned, led_by) for planned in Planned for led_by in _LEADERS]
    for number, (planned, led_by) in enumerate(sorts):
        entries = tuple(_methods(planned, led_by, context))
        if len(own) == len(sorts):
            yield replace(own[number], entries=entries)
        else:
            label, title = (context.strings(key) for key in (f"enum.planned.{planned}", f"enum.led_by.{led_by}"))
            yield DrawingPart(f"{planned}-{led_by}", capital(label), title, entries=entries)


def _methods(planned: Planned, led_by: LedBy, context: Context) -> Iterator[DrawingEntry]:
    for entry in context.catalogue.methods.values():
        if any(variant.planned is planned and variant.led_by is led_by for variant in entry.value.variants):
            yield DrawingEntry(entry.value.id, entry.kind.value, context.title(entry.value.id))

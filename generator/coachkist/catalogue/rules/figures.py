"""A figure has what its kind draws: axes, parts, a table with percentages, a profile of as many values as parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coachkist.catalogue.catalogue import AnyLoaded, Loaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.model.enums import FigureKind
from coachkist.model.pieces import DataTable
from coachkist.model.theory import CoachingModel, Figure
from coachkist.source.tree import Spot

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Needs:
    """What a kind of figure draws: so many axes, from `least` to `most` parts, a table or none."""

    axes: int = 0
    least: int = 0
    most: int = 12
    table: bool = False


NEEDS: dict[FigureKind, Needs] = {
    FigureKind.AXIS: Needs(axes=1, least=2),
    FigureKind.MATRIX: Needs(axes=2),
    FigureKind.CONTRAST: Needs(least=2, most=2),
    FigureKind.CARDS: Needs(least=2),
    FigureKind.CURVE: Needs(least=3),
    FigureKind.COLUMNS: Needs(least=2),
    FigureKind.PICTOGRAMS: Needs(least=2),
    FigureKind.BARS: Needs(table=True),
    FigureKind.SPIRAL: Needs(least=3, most=6),
    FigureKind.PHASES: Needs(least=2),
    FigureKind.RINGS: Needs(least=2),
    FigureKind.CYCLE: Needs(least=2, most=5),
    FigureKind.QUADRANTS: Needs(axes=2, least=4, most=4),
    FigureKind.STEPS: Needs(least=2),
    FigureKind.PATH: Needs(least=2),
    FigureKind.CIRCLES: Needs(least=2, most=3),
    FigureKind.TABLE: Needs(table=True),
    FigureKind.LIST: Needs(least=2),
    FigureKind.DIAMOND: Needs(least=3),
    FigureKind.WEB: Needs(least=4, most=11),
}
"""What each kind needs; more than `most` parts would not be readable."""


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with the figures of a model."""
    if not isinstance(entry.value, CoachingModel):
        return
    model: Loaded[CoachingModel] = entry
    for number, figure in enumerate(model.value.figures):
        yield from _axes(model, number, figure)
        yield from _parts(model, number, figure)
        yield from _table(model, number, figure)


def _axes(model: Loaded[CoachingModel], number: int, figure: Figure) -> Iterator[Problem]:
    needed = NEEDS[figure.kind].axes
    if len(figure.axes) != needed:
        yield _place(model, number, "axes").problem(
            "figure-axes", kind=figure.kind, needed=needed, actual=len(figure.axes)
        )


def _parts(model: Loaded[CoachingModel], number: int, figure: Figure) -> Iterator[Problem]:
    known = [part.id for part in model.value.parts]
    for position, part in enumerate(figure.parts):
        if part not in known:
            place = model.place(["figures", number, "parts", position])
            yield place.problem("figure-part-unknown", id=part, known=", ".join(known))
    needs, drawn = NEEDS[figure.kind], figure.parts or known
    # Kinds that need no part draw none, so there any number will do.
    if needs.least and not needs.least <= len(drawn) <= needs.most:
        place = _place(model, number, "parts")
        yield place.problem("figure-parts", kind=figure.kind, least=needs.least, most=needs.most, actual=len(drawn))
    if figure.profile and len(figure.profile) != len(drawn):
        place = _place(model, number, "profile")
        yield place.problem("figure-profile", actual=len(figure.profile), parts=len(drawn))


def _table(model: Loaded[CoachingModel], number: int, figure: Figure) -> Iterator[Problem]:
    tables = {table.id: (at, table) for at, table in enumerate(model.value.tables)}
    if figure.table is None:
        if NEEDS[figure.kind].table:
            yield _place(model, number, "kind").problem("figure-table-missing", kind=figure.kind)
    elif figure.table not in tables:
        yield _place(model, number, "table").problem("figure-table-unknown", id=figure.table, known=", ".join(tables))
    elif figure.kind is FigureKind.BARS:
        yield from _percentages(model, *tables[figure.table])


def _percentages(model: Loaded[CoachingModel], number: int, table: DataTable) -> Iterator[Problem]:
    """Behind its name, a row has percentages that make a whole bar."""
    for at, row in enumerate(table.rows):
        cells = [cell.source for cell in row.cells[1:]]
        path: list[str | int] = ["tables", number, "rows", at, "cells"]
        wrong = [(position, cell) for position, cell in enumerate(cells, 1) if not cell.isdecimal()]
        for position, cell in wrong:
            yield model.place([*path, position]).problem("figure-number", given=cell, id=row.id)
        if not wrong and (total := sum(map(int, cells))) != PERCENT:
            yield model.place(path).problem("figure-percentages", total=total, id=row.id)


def _place(model: Loaded[CoachingModel], number: int, key: str) -> Spot:
    """Where `key` of a figure stands, or the figure itself where it has no such key."""
    figure = model.value.figures[number]
    return model.place(["figures", number, key] if key in figure.model_fields_set else ["figures", number])

"""What is too long for a figure, told at the place in the YAML where the text stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from coachkist.catalogue.catalogue import Catalogue, Loaded
from coachkist.diagnostics import Problem
from coachkist.document.blocks import Document, Drawing
from coachkist.document.compose_figure import drawn_parts, figure_id
from coachkist.figures.limits import TooLong, fits
from coachkist.memory import Memory, Same
from coachkist.model.sheet import Sheet
from coachkist.model.sheet_reading import DiagramBlock
from coachkist.model.theory import CoachingModel, Figure, ModelPart
from coachkist.source.nodes import Path


def figure_problems(catalogue: Catalogue, documents: Mapping[str, Document], memory: Memory) -> Iterator[Problem]:
    """A problem for each text that is too long for the figure it stands in."""
    for name, model in catalogue.models.items():
        drawings = {block.id: block for block in documents[name].blocks if isinstance(block, Drawing)}
        for at, figure in enumerate(model.value.figures):
            drawing = drawings[figure_id(model.value, figure)]
            found = memory.recall(("figure", drawing.id), Same(drawing), partial(fits, drawing))
            yield from (figure_problem(model, at, one) for one in found)

    for name, sheet in catalogue.sheets.items():
        diagrams = [(at, block) for at, block in enumerate(sheet.value.blocks) if isinstance(block, DiagramBlock)]
        drawings = {block.name: block for block in documents[name].blocks if isinstance(block, Drawing) and block.name}
        for at, diagram in diagrams:
            drawing = drawings[diagram.id]
            found = memory.recall(("figure", name, diagram.id), Same(drawing), partial(fits, drawing))
            yield from (diagram_problem(sheet, at, one) for one in found)


def diagram_problem(sheet: Loaded[Sheet], at: int, too_long: TooLong) -> Problem:
    """`too_long` in the diagram that is block `at` of `sheet` as a problem."""
    path = tuple("hint" if step == "title" else step for step in too_long.path)
    return sheet.place(("blocks", at, *path)).problem("figure-too-long", text=too_long.text, by=too_long.by)


def figure_problem(model: Loaded[CoachingModel], at: int, too_long: TooLong) -> Problem:
    """`too_long` in the figure at position `at` of `model` as a problem."""
    place = model.place(_path(model.value, at, too_long.path))
    return place.problem("figure-too-long", text=too_long.text, by=too_long.by)


def _path(model: CoachingModel, at: int, path: Path) -> Path:
    """Where in the model's YAML the text stands that is at `path` in the drawing of its figure at `at`."""
    figure = model.figures[at]
    match path:
        case ("parts", int(number), *rest):
            return _part_path(model, figure, number, tuple(rest))
        case ("header" | "rows", *_):
            table = next(position for position, table in enumerate(model.tables) if table.id == figure.table)
            cells = ("header", path[1]) if path[0] == "header" else ("rows", path[1], "cells", path[2])
            return ("tables", table, *cells)
        case _:
            return ("figures", at, *path)


def _part_path(model: CoachingModel, figure: Figure, number: int, rest: Path) -> Path:
    part = drawn_parts(model, figure)[number]
    field = rest[0]
    own = ("parts", model.parts.index(part))
    if field == "label" and part.label is None:
        return (*own, "title")
    if field == "title" and _says_question(part):
        return (*own, "questions", 0)
    return (*own, *rest)


def _says_question(part: ModelPart) -> bool:
    """Whether a card shows the part's first question, because its title is its name."""
    return bool(part.questions) and (part.label is None or part.label.source == part.title.source)

"""A model's figure in an edition's words."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose_figure import compose_figures, drawn_parts, figure_id
from coachkist.document.context import Context
from coachkist.model.enums import FigureKind, LedBy, Planned
from coachkist.model.theory import CoachingModel


def model(catalogue: Catalogue, kind: FigureKind) -> CoachingModel:
    """The first model whose first figure is of `kind`."""
    values = (entry.value for entry in catalogue.models.values())
    return next(value for value in values if value.figures and value.figures[0].kind is kind)


def test_every_figure_of_every_model_says_what_it_says(catalogue: Catalogue) -> None:
    context = Context(catalogue)
    drawings = [drawing for entry in catalogue.models.values() for drawing in compose_figures(entry.value, context)]
    assert len(drawings) > 10
    assert len({drawing.id for drawing in drawings}) == len(drawings)
    for drawing in drawings:
        assert len(drawing.description.split()) >= 5, drawing.id
        assert drawing.description.endswith("."), drawing.id
        assert "{" not in drawing.title + drawing.description + "".join(part.label for part in drawing.parts)
        assert drawing.parts or drawing.rows, drawing.id


def test_the_matrix_holds_the_work_forms_where_they_belong(catalogue: Catalogue) -> None:
    (drawing,) = compose_figures(model(catalogue, FigureKind.MATRIX), Context(catalogue))
    sorts = [(planned, led_by) for planned in Planned for led_by in (LedBy.COACH, LedBy.PEER)]
    for part, sort in zip(drawing.parts, sorts, strict=True):
        fitting = {
            name
            for name, entry in catalogue.methods.items()
            if sort in {(variant.planned, variant.led_by) for variant in entry.value.variants}
        }
        assert {entry.id for entry in part.entries} == fitting
        assert {entry.kind for entry in part.entries} <= {"method"}


def test_a_table_travels_with_its_figure(catalogue: Catalogue) -> None:
    value = model(catalogue, FigureKind.BARS)
    (drawing,) = compose_figures(value, Context(catalogue))
    table = next(table for table in value.tables if table.id == value.figures[0].table)
    assert [row[0] for row in drawing.rows] == [Context(catalogue).plain(row.cells[0]) for row in table.rows]
    assert len(drawing.header) == len(table.header)


def test_parts_are_those_the_figure_names_in_its_order(catalogue: Catalogue) -> None:
    value = model(catalogue, FigureKind.RINGS)
    names = tuple(part.id for part in value.parts)
    figure = value.figures[0].model_copy(update={"parts": (names[2], "bestaat-niet", names[0])})
    assert [part.id for part in drawn_parts(value, figure)] == [names[2], names[0]]
    assert [part.id for part in drawn_parts(value, figure.model_copy(update={"parts": ()}))] == list(names)


def test_a_second_figure_has_a_name_of_its_own(catalogue: Catalogue) -> None:
    value = model(catalogue, FigureKind.RINGS)
    other = value.figures[0].model_copy(update={"kind": FigureKind.LIST})
    both = value.model_copy(update={"figures": (value.figures[0], other)})
    assert [figure_id(both, figure) for figure in both.figures] == [f"figuur-{value.id}", f"figuur-{value.id}-2"]


def test_a_card_says_a_question_where_its_title_is_its_name(catalogue: Catalogue) -> None:
    value = model(catalogue, FigureKind.CARDS)
    part = next(part for part in value.parts if part.questions and part.label is None)
    drawing = compose_figures(value, Context(catalogue))[0]
    shown = next(drawn for drawn in drawing.parts if drawn.id == part.id)
    assert shown.title == f"‘{Context(catalogue).plain(part.questions[0])}’"


@pytest.mark.parametrize("profile", [(), (1, 2, 3, 4)])
def test_only_a_profile_is_called_an_example(catalogue: Catalogue, profile: tuple[int, ...]) -> None:
    value = model(catalogue, FigureKind.QUADRANTS)
    figure = value.figures[0].model_copy(update={"profile": profile})
    (drawing,) = compose_figures(value.model_copy(update={"figures": (figure,)}), Context(catalogue))
    assert bool(drawing.profile_label) == bool(profile)

"""A text that is too long for a figure is told at its place in the YAML."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose_all
from coachkist.figures.limits import Path, TooLong
from coachkist.memory import Memory
from coachkist.site.figure_fit import diagram_problem, figure_problem, figure_problems


def test_every_figure_of_the_catalogue_fits(catalogue: Catalogue) -> None:
    memory = Memory()
    assert list(figure_problems(catalogue, compose_all(catalogue, memory), memory)) == []


@pytest.mark.parametrize(
    ("model", "path", "line"),
    [
        ("push-pull", ("parts", 1, "label"), 'label: "Assertief"'),
        ("push-pull", ("axes", 0, "high"), 'high: "Pull"'),
        ("interventiestijlen", ("parts", 0, "label"), 'title: "Accepterend"'),
        ("interventiestijlen", ("parts", 0, "title"), '- "Dat was geen klein uur'),
        ("weerstand", ("parts", 1, "points", 0), '- "Lijf en gevoel slaan alarm"'),
        ("beinvloedingstactieken", ("header", 1), '- "Actieve betrokkenheid"'),
        ("beinvloedingstactieken", ("rows", 1, 0), '- "Consulteren"'),
        ("krachtige-leeromgeving", ("centre",), "centre:"),
    ],
)
def test_the_problem_points_at_the_text(catalogue: Catalogue, model: str, path: Path, line: str) -> None:
    problem = figure_problem(catalogue.models[model], 0, TooLong(path, "te lang", 3))
    assert problem.code == "figure-too-long"
    assert problem.values["by"] == 3
    assert problem.quote.strip().startswith(line)


@pytest.mark.parametrize(
    ("path", "line"),
    [(("parts", 0, "label"), 'label: "Beeld"'), (("parts", 1, "title"), 'hint: "3 de vraag in nieuwe woorden')],
)
def test_the_problem_of_a_diagram_points_at_its_text(catalogue: Catalogue, path: Path, line: str) -> None:
    sheet = catalogue.sheets["diamantblad"]
    at = next(at for at, block in enumerate(sheet.value.blocks) if block.type == "diagram")
    problem = diagram_problem(sheet, at, TooLong(path, "te lang", 3))
    assert problem.code == "figure-too-long"
    assert problem.quote.strip().startswith(line)

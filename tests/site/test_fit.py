"""What does not fit on paper is told at the very field in the YAML."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.site.fit import fit_problem
from coachkist.writers.typst import Overflow


@pytest.mark.parametrize(
    ("sheet", "name", "field", "line"),
    [
        ("actieplan", "stappen.wanneer", "heading", 'heading: "Wanneer"'),
        ("actieplan", "gelukt", "label", 'label: "Zo zien we dat het werkt"'),
        ("actieplan", "terugkijken", "label", 'label: "Terugkijken op"'),
        ("schaalblad", "zeker", "label", 'label: "Hoe zeker ben ik dat ik die stap zet?"'),
        ("vlekjes-bord", "bord.taken", "title", 'title: "Betekenisvolle taken"'),
        ("vlekjes-bord", "bord.taken.samenwerken", "text", 'text: "Samenwerken"'),
        ("vlekjes-kaarten", "kaarten.rust", "back", 'back: "Na elke overgang zijn de'),
        ("vlekjes-kaarten", "kaarten", "width", "width: 90"),
    ],
)
def test_the_problem_points_at_the_field(catalogue: Catalogue, sheet: str, name: str, field: str, line: str) -> None:
    problem = fit_problem(catalogue.sheets[sheet], Overflow(name, field, 3.25))
    assert problem.code == "overflow"
    assert problem.values["by"] in {"3,2", "3,3"}
    assert problem.quote.strip().startswith(line)

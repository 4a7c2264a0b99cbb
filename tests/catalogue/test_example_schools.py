"""The example schools: sound, said to be invented, each showing something else, and no part of the base edition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.school import SCHOOLS, school_names
from coachkist.diagnostics import Severity
from coachkist.document.compose import compose, compose_all
from coachkist.memory import Memory
from coachkist.model.enums import Country, Level
from coachkist.site.contents import SiteContents
from coachkist.site.search_index import search_json
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, fit_problems

ROOT = Path(__file__).parents[2]
NAMES = ["de-brug", "de-kiem", "het-baken"]
ADAPTED = ("afsprakenblad", "kijkwijzer-krachtige-leeromgeving", "hoekenblad")


@pytest.fixture(scope="module")
def editions() -> dict[str, Catalogue]:
    memory, found = Memory(), {}
    for name in NAMES:
        result = load_catalogue(ROOT, memory=memory, school=ROOT / SCHOOLS / name)
        assert [problem for problem in result.problems if problem.severity is not Severity.NOTE] == []
        assert result.catalogue is not None
        found[name] = result.catalogue
    return found


@pytest.fixture(params=NAMES)
def edition(request: pytest.FixtureRequest, editions: dict[str, Catalogue]) -> Catalogue:
    return editions[request.param]


def test_these_are_the_examples() -> None:
    assert set(NAMES) <= set(school_names(ROOT))


def test_each_says_that_it_is_invented(edition: Catalogue) -> None:
    assert edition.school is not None
    start = edition.school.value.start
    assert start is not None
    assert any(words in start.text.source for words in ("bestaat niet echt", "is verzonnen"))
    assert ".example/" in (edition.school.value.website or "")
    assert edition.school.logo is not None


def test_their_own_sheets_fit(edition: Catalogue) -> None:
    typesetter = Typesetter(TEMPLATES)
    shown = [name for name in ADAPTED if name in edition.sheets]
    assert len(shown) >= 2
    for name in shown:
        assert fit_problems(compose(edition.by_id[name], edition), typesetter) == []


def test_they_differ_in_country_level_words_and_choices(editions: dict[str, Catalogue]) -> None:
    schools = [one.school.value for one in editions.values() if one.school is not None]
    assert {school.country for school in schools} == set(Country)
    assert {Level.KLEUTER, Level.SECUNDAIR, Level.LERARENOPLEIDING} <= {
        one for school in schools for one in school.level
    }
    assert len({one.wording.find("de leerkracht") for one in editions.values()}) == 3
    assert len({tuple(sorted(one.left_out)) for one in editions.values()}) == 3


def test_the_base_edition_has_nothing_of_theirs(catalogue: Catalogue) -> None:
    own = {path.stem for name in NAMES for path in (ROOT / SCHOOLS / name).rglob("*.yml")}
    added = own - {path.stem for path in (*(ROOT / "methods").glob("*.yml"), *(ROOT / "content").glob("*/*.yml"))}
    assert {"hoekenwandeling", "coaching-op-het-baken", "hardop-denken"} <= added
    assert not added & set(catalogue.by_id)
    assert catalogue.school is None


def test_search_knows_the_base_word_beside_the_schools_own(editions: dict[str, Catalogue]) -> None:
    edition = editions["de-brug"]
    data = json.loads(search_json(SiteContents(edition, compose_all(edition, Memory()), {}), [], []))
    assert any({"lector", "lectoren", "leerkracht"} <= set(group) for group in data["same"])
    assert any({"student", "leerling"} <= set(group) for group in data["same"])

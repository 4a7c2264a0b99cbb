"""A school's folder: its file, the networks it extends, its words and its choices."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.school import SCHOOLS, load_school, school_names
from coachkist.diagnostics import Severity
from coachkist.document.compose import compose, compose_all
from coachkist.markup.inline import Ref, plain
from coachkist.markup.wording import walk
from coachkist.memory import Memory

BASE = Path(__file__).parents[1] / "broken" / "base"
SCHOOL = 'name: "De Kiem"\ncountry: BE\nlevel: [lager]\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project of the broken cases, to which a test adds schools."""
    return Path(shutil.copytree(BASE, tmp_path / "project"))


def add(project: Path, name: str, files: dict[str, str]) -> Path:
    folder = project / SCHOOLS / name
    for relative, text in files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load(project: Path, folder: Path) -> Catalogue:
    result = load_catalogue(project, school=folder)
    assert result.catalogue is not None, result.problems
    assert [problem for problem in result.problems if problem.severity is not Severity.NOTE] == []
    return result.catalogue


def test_a_school_has_its_own_name_and_colour_on_paper(project: Path) -> None:
    folder = add(project, "kiem", {"school.yml": SCHOOL + 'colour: "#AA3300"\n'})
    catalogue = load(project, folder)
    furniture = compose(catalogue.by_id["oefenblad"], catalogue).furniture
    assert (furniture.brand, furniture.colour, furniture.publisher) == ("De Kiem", "#aa3300", "Coachkist")
    assert school_names(project) == ["kiem"]


def test_networks_are_layers_between_the_base_and_the_school(project: Path) -> None:
    add(
        project,
        "koepel",
        {"school.yml": 'colour: "#aa3300"\nname: "Koepel"\n', "methods/vervolg.yml": 'title: "Verder"\n'},
    )
    folder = add(
        project, "kiem", {"school.yml": SCHOOL + "extends: koepel\n", "methods/oefening.yml": 'title: "Oefenen"\n'}
    )
    catalogue = load(project, folder)
    assert catalogue.school is not None
    assert catalogue.school.value.colour == "#aa3300"
    assert catalogue.school.value.name == "De Kiem"
    assert [plain(entry.value.title.inlines) for entry in catalogue.methods.values()] == ["Oefenen", "Verder"]


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        ({"a": SCHOOL + "extends: b\n", "b": "extends: a\n"}, "school-extends-cycle", 1),
        ({"a": SCHOOL + "extends: a\n"}, "school-extends-cycle", 4),
        ({"a": SCHOOL + "extends: bb\n", "b": SCHOOL}, "school-extends-unknown", 4),
    ],
)
def test_extends_that_leads_nowhere(project: Path, files: dict[str, str], code: str, line: int) -> None:
    for name, text in files.items():
        add(project, name, {"school.yml": text})
    result = load_school(project, project / SCHOOLS / "a")
    assert result.school is None
    assert [(problem.code, problem.span.line) for problem in result.problems] == [(code, line)]


def test_a_form_that_was_not_given_falls_back_with_a_warning(project: Path) -> None:
    text = SCHOOL + "wording:\n  leerling:\n    leerling: kleuter\n"
    result = load_catalogue(project, school=add(project, "kiem", {"school.yml": text}))
    assert result.catalogue is not None
    assert result.catalogue.wording.find("Leerling") == "Kleuter"
    assert result.catalogue.wording.find("leerlingen") == "leerlingen"
    assert [(problem.code, problem.severity, problem.span.line) for problem in result.problems] == [
        ("wording-form-missing", Severity.WARNING, 5)
    ]


def test_what_is_left_out_is_gone_and_named_in_plain_words(project: Path) -> None:
    text = SCHOOL + "choices:\n  methods:\n    without:\n      ids: [vervolg]\n"
    catalogue = load(project, add(project, "kiem", {"school.yml": text}))
    assert set(catalogue.methods) == {"oefening"}
    assert set(catalogue.sheets) == {"oefenblad"}
    documents = compose_all(catalogue, Memory())
    assert "vervolg" not in documents
    chapter = next(iter(catalogue.chapters.values()))
    paragraphs = [block for block in documents[chapter.value.id].blocks if type(block).__name__ == "Paragraph"]
    assert not any(isinstance(inline, Ref) for inline in walk(tuple(paragraphs)))  # type: ignore[arg-type]
    assert any("Zie Vervolg." in plain(paragraph.children) for paragraph in paragraphs)  # type: ignore[union-attr]
    assert all(link.other != "vervolg" for links in catalogue.web.values() for link in links)


def test_sheets_go_with_the_last_of_their_methods_unless_named(project: Path) -> None:
    without = "choices:\n  methods:\n    only:\n      ids: [vervolg]\n"
    assert set(load(project, add(project, "een", {"school.yml": SCHOOL + without})).sheets) == set()
    named = without + "  sheets:\n    only:\n      ids: [oefenblad]\n"
    assert set(load(project, add(project, "twee", {"school.yml": SCHOOL + named})).sheets) == {"oefenblad"}


def test_choosing_by_facet(project: Path) -> None:
    facet = "choices:\n  methods:\n    {side}:\n      {facet}: [{value}]\n"

    def methods(side: str, name: str, value: str) -> set[str]:
        text = SCHOOL + facet.format(side=side, facet=name, value=value)
        return set(load(project, add(project, "kiem", {"school.yml": text})).methods)

    assert methods("only", "setting", "individual") == {"oefening", "vervolg"}
    assert methods("only", "setting", "team") == set()
    assert methods("without", "setting", "individual") == set()
    assert methods("only", "safety", "low-threshold") == {"vervolg"}
    assert methods("without", "purposes", "sterktes") == {"vervolg"}

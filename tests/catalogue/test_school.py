"""A school's folder: its file, the networks it extends, its words and its choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.school import SCHOOLS, load_school, school_names
from coachkist.diagnostics import Severity
from coachkist.document.blocks import Criteria, Part
from coachkist.document.compose import compose, compose_all
from coachkist.markup.inline import Ref, plain
from coachkist.markup.wording import walk
from coachkist.memory import Memory
from coachkist.site.search_words import texts_of
from tests.catalogue.school_project import OVERLAY, SCHOOL, SHEET, add_school, edit, make_base

METHOD = """
id: eigen
title: "Eigen werkvorm"
summary: "Een werkvorm van de school zelf."
goal: "Een docent ziet wat er goed gaat."
variants:
  - id: samen
    setting: individual
    led_by: peer
    planned: planned
    people: "2"
    minutes:
      doing: 10
    steps:
      - who: together
        phase: doing
        minutes: 10
        do: "Wandel samen een rondje over de speelplaats."
purposes: [sterktes]
safety: low-threshold
use_when: ["Het regent niet."]
not_when: ["Iedereen moet meteen weer weg."]
questions: ["Wat lukte er vandaag?", "Wat neem je mee naar morgen?"]
pitfalls:
  - what: "Jullie vallen met de deur in huis."
    instead: "Vertel eerst wat er lukte."
example: "Youssef en Mia wandelen elke vrijdag."
relations:
  after:
    - id: vervolg
      why: "Om het vast te houden."
keywords: [wandelen]
"""
"""A method as a school writes it: in its own words, without braces."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project of the broken cases, to which a test adds schools."""
    return make_base(tmp_path / "project")


def load(project: Path, folder: Path) -> Catalogue:
    result = load_catalogue(project, school=folder)
    assert result.catalogue is not None, result.problems
    assert [problem for problem in result.problems if problem.severity is not Severity.NOTE] == []
    return result.catalogue


def test_a_school_has_its_own_name_and_colour_on_paper(project: Path) -> None:
    folder = add_school(project, "kiem", {"school.yml": SCHOOL + 'colour: "#AA3300"\n'})
    catalogue = load(project, folder)
    furniture = compose(catalogue.by_id["oefenblad"], catalogue).furniture
    assert (furniture.brand, furniture.colour, furniture.publisher) == ("De Kiem", "#aa3300", "Coachkist")
    assert school_names(project) == ["kiem"]


def test_networks_are_layers_between_the_base_and_the_school(project: Path) -> None:
    add_school(
        project,
        "koepel",
        {"school.yml": 'colour: "#aa3300"\nname: "Koepel"\n', "methods/vervolg.yml": 'title: "Verder"\n'},
    )
    folder = add_school(
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
        add_school(project, name, {"school.yml": text})
    result = load_school(project, project / SCHOOLS / "a")
    assert result.school is None
    assert [(problem.code, problem.span.line) for problem in result.problems] == [(code, line)]


def test_a_form_that_was_not_given_falls_back_with_a_warning(project: Path) -> None:
    text = SCHOOL + "wording:\n  leerling:\n    leerling: kleuter\n"
    result = load_catalogue(project, school=add_school(project, "kiem", {"school.yml": text}))
    assert result.catalogue is not None
    assert result.catalogue.wording.find("Leerling") == "Kleuter"
    assert result.catalogue.wording.find("leerlingen") == "leerlingen"
    assert [(problem.code, problem.severity, problem.span.line) for problem in result.problems] == [
        ("wording-form-missing", Severity.WARNING, 5)
    ]


def test_what_is_left_out_is_gone_and_named_in_plain_words(project: Path) -> None:
    text = SCHOOL + "choices:\n  methods:\n    without:\n      ids: [vervolg]\n"
    catalogue = load(project, add_school(project, "kiem", {"school.yml": text}))
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
    assert set(load(project, add_school(project, "een", {"school.yml": SCHOOL + without})).sheets) == set()
    named = without + "  sheets:\n    only:\n      ids: [oefenblad]\n"
    assert set(load(project, add_school(project, "twee", {"school.yml": SCHOOL + named})).sheets) == {"oefenblad"}


def test_choosing_by_facet(project: Path) -> None:
    facet = "choices:\n  methods:\n    {side}:\n      {facet}: [{value}]\n"

    def methods(side: str, name: str, value: str) -> set[str]:
        text = SCHOOL + facet.format(side=side, facet=name, value=value)
        return set(load(project, add_school(project, "kiem", {"school.yml": text})).methods)

    assert methods("only", "setting", "individual") == {"oefening", "vervolg"}
    assert methods("only", "setting", "team") == set()
    assert methods("without", "setting", "individual") == set()
    assert methods("only", "safety", "low-threshold") == {"vervolg"}
    assert methods("without", "purposes", "sterktes") == {"vervolg"}


def test_choosing_sheets_by_paper(project: Path) -> None:
    for paper, left in (("a4", set()), ("a3", {"oefenblad"})):
        text = SCHOOL + f"choices:\n  sheets:\n    without:\n      paper: [{paper}]\n"
        assert set(load(project, add_school(project, "kiem", {"school.yml": text})).sheets) == left


def test_a_workbook_goes_with_all_that_it_holds(project: Path) -> None:
    text = SCHOOL + "choices:\n  methods:\n    only:\n      ids: []\n"
    assert set(load(project, add_school(project, "kiem", {"school.yml": text})).workbooks) == set()
    text += "  sheets:\n    only:\n      ids: [oefenblad]\n"
    catalogue = load(project, add_school(project, "kiem", {"school.yml": text}))
    parts = [block for block in compose(catalogue.by_id["oefenboek"], catalogue).blocks if isinstance(block, Part)]
    assert [part.title for part in parts] == ["Bladen"]


def test_a_sheet_is_reworded_hidden_added_to_and_scaled_otherwise(project: Path) -> None:
    catalogue = load(project, add_school(project, "kiem", {SHEET: OVERLAY}))
    criteria = next(
        block for block in compose(catalogue.by_id["oefenblad"], catalogue).blocks if isinstance(block, Criteria)
    )
    assert [plain(row.text) for group in criteria.groups for row in group.rows] == [
        "Het is stil genoeg.",
        "Iedereen zit in de kring.",
        "Er wordt buiten geleerd.",
    ]
    assert [point.label for point in criteria.scale] == ["nooit", "heel vaak"]


def test_own_entries_join_and_need_not_be_named_at_the_other_end(project: Path) -> None:
    sheet = (project / SHEET).read_text(encoding="utf-8").replace("id: oefenblad", "id: eigenblad")
    chapter = (project / "content/chapters/einde.yml").read_text(encoding="utf-8").replace("id: einde", "id: slot")
    own = {
        "content/sheets/eigenblad.yml": sheet,
        "methods/eigen.yml": METHOD,
        "content/chapters/slot.yml": chapter.replace("order: 2", "order: 3"),
    }
    catalogue = load(project, add_school(project, "kiem", own))
    assert {"eigen", "eigenblad", "slot"} <= set(catalogue.by_id)
    assert "eigen" in {link.other for link in catalogue.web["vervolg"]}, (
        "only the school wrote that they belong together"
    )
    assert "oefening" in {link.other for link in catalogue.web["eigenblad"]}


def test_what_is_for_the_other_country_is_left_out(project: Path) -> None:
    tip = project / "content/tips/wachten.yml"
    tip.write_text("only: NL\n" + tip.read_text(encoding="utf-8"), encoding="utf-8")
    edit(project / "methods/oefening.yml", '  - "een blad papier"', '  - only: NL\n    text: "een blad papier"')
    flemish = load(project, add_school(project, "kiem", {}))
    assert "wachten" not in flemish.by_id
    assert "wachten" in flemish.left_out
    assert flemish.methods["oefening"].value.material == ()
    dutch = load(project, add_school(project, "baken", {"school.yml": SCHOOL.replace("BE", "NL")}))
    assert "wachten" in dutch.by_id
    assert len(dutch.methods["oefening"].value.material) == 1
    base = load_catalogue(project).catalogue
    assert base is not None
    assert "wachten" in base.by_id


@pytest.mark.parametrize(
    ("files", "code", "file"),
    [
        ({"content/blad.yml": "x: 1\n"}, "school-file-ignored", "content/blad.yml"),
        ({"sheets.yml": "x: 1\n"}, "school-file-ignored", "sheets.yml"),
        ({"content/edition.yml": "x: 1\n"}, "school-file-ignored", "content/edition.yml"),
        ({"sheets/blad.yml": "x: 1\n"}, "school-file-ignored", "sheets/blad.yml"),
        ({"methods/oefnig.yml": 'title: "Anders"\n'}, "layer-orphan", "methods/oefnig.yml"),
        ({"methods/oefnig.yml": 'summary: "Anders."\n'}, "layer-orphan", "methods/oefnig.yml"),
    ],
)
def test_files_that_say_nothing(project: Path, files: dict[str, str], code: str, file: str) -> None:
    result = load_catalogue(project, school=add_school(project, "kiem", files))
    assert [(one.code, one.span.file) for one in result.problems] == [(code, f"{SCHOOLS}/kiem/{file}")]


def test_a_word_with_het_is_told(project: Path) -> None:
    forms = 'wording:\n  leerkracht:\n    leerkracht: "lid"\n    leerkrachten: "leden"\n    de leerkracht: "het lid"\n'
    result = load_catalogue(project, school=add_school(project, "kiem", {"school.yml": SCHOOL + forms}))
    assert [(one.code, one.span.line) for one in result.problems] == [("wording-het", 8)]


def test_own_words_run_through_texts_figures_and_the_interface(project: Path) -> None:
    forms = (
        "wording:\n  leerkracht:\n    leerkracht: docent\n    leerkrachten: docenten\n    de leerkracht: de docent\n"
    )
    edit(project / "content/models/trapje.yml", 'title: "Zien"', 'title: "Wat {de leerkracht} ziet"')
    catalogue = load(project, add_school(project, "kiem", {"school.yml": SCHOOL + forms}))
    documents = compose_all(catalogue, Memory())
    told = " ".join(texts_of(documents["trapje"].blocks)) + " ".join(texts_of(documents["oefening"].blocks))
    assert "Wat de docent ziet" in told
    assert "leerkracht" not in told
    assert catalogue.strings("site.home.title") == "De gereedschapskist voor wie docenten coacht"


def test_schools_share_what_none_of_them_changed(project: Path) -> None:
    memory = Memory()
    one = load_catalogue(project, memory=memory, school=add_school(project, "een", {})).catalogue
    two = load_catalogue(project, memory=memory, school=add_school(project, "twee", {SHEET: OVERLAY})).catalogue
    assert one is not None
    assert two is not None
    assert one.methods["oefening"].node is two.methods["oefening"].node
    assert one.sheets["oefenblad"].node is not two.sheets["oefenblad"].node

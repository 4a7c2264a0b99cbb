"""What a school changed, what the base did since, and what of that it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.catalogue.drift import accepted, drift
from coachkist.catalogue.lock import LOCK_FILE, lock_text, read_lock
from coachkist.catalogue.news import Event, Touch, news
from coachkist.catalogue.overrides import Change, own_files
from coachkist.catalogue.school import LoadedSchool, load_school
from tests.catalogue.school_project import OVERLAY, SHEET, add_school, edit, make_base

CRITERIA = "blocks.kijk.groups.klimaat.criteria"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_base(tmp_path / "project")


@pytest.fixture
def school(project: Path) -> LoadedSchool:
    own = {SHEET: OVERLAY, "methods/vervolg.yml": 'title: "Verder"\n'}
    found = load_school(project, add_school(project, "kiem", own)).school
    assert found is not None
    return found


def accept(project: Path, school: LoadedSchool, only: str = "") -> None:
    (school.folder / LOCK_FILE).write_text(lock_text(accepted(project, school, only), ""), encoding="utf-8")


def drifted(project: Path, school: LoadedSchool) -> list[tuple[str, int, str]]:
    return [(one.code, one.span.line, str(one.values.get("path", ""))) for one in drift(project, school)]


def test_overrides_are_told_one_by_one(project: Path, school: LoadedSchool) -> None:
    files = {file.relative: file.overrides for file in own_files(project, school)}
    told = [(one.change, one.path, one.base, one.own) for one in files[SHEET] if one.change is not Change.IDS]
    assert told == [
        (Change.CHANGED, "blocks.kijk.scale.vaak.label", "vaak", "heel vaak"),
        (Change.CHANGED, f"{CRITERIA}.rust.text", "Het is rustig als iemand spreekt.", "Het is stil genoeg."),
        (Change.HIDDEN, f"{CRITERIA}.lachen", "Er wordt samen gelachen.", ""),
        (Change.ADDED, f"{CRITERIA}.kring", "", "Iedereen zit in de kring."),
        (Change.ADDED, f"{CRITERIA}.buiten", "", "Er wordt buiten geleerd."),
    ]


def test_without_a_lock_there_is_no_drift(project: Path, school: LoadedSchool) -> None:
    edit(project / SHEET, "Het is rustig als iemand spreekt.", "Het is rustig.")
    assert drifted(project, school) == []
    assert news(project, school) is None


def test_a_lock_reads_as_it_was_written(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    assert read_lock(school.folder) == accepted(project, school)
    assert drifted(project, school) == []


def test_a_changed_base_is_told_with_old_new_and_own(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(project / SHEET, "Het is rustig als iemand spreekt.", "Het is rustig.")
    edit(project / SHEET, "Er wordt samen gelachen.", "Er wordt gelachen.")
    problems = drift(project, school)
    assert [(one.code, one.span.line) for one in problems] == [("drift-changed", 11), ("drift-hidden", 12)]
    values = problems[0].values
    assert (values["old"], values["new"], values["own"]) == (
        "Het is rustig als iemand spreekt.",
        "Het is rustig.",
        "Het is stil genoeg.",
    )
    assert problems[0].span.file == f"content/schools/kiem/{SHEET}"


def test_layout_and_other_values_are_no_drift(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(project / SHEET, 'title: "Oefenblad"', 'title:   "Ander blad"   # anders')
    assert drifted(project, school) == []


def test_new_criteria_in_an_adapted_kijkwijzer_are_told(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(
        project / SHEET,
        "          - id: lachen\n",
        '          - id: nieuw\n            text: "x"\n          - id: lachen\n',
    )
    assert drifted(project, school) == [("drift-new", 10, CRITERIA)]
    assert drift(project, school)[0].values["ids"] == "nieuw"


def test_an_id_that_the_base_dropped_is_an_orphan(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(project / SHEET, "- id: rust\n", "- id: stilte\n")
    assert drifted(project, school) == [("drift-new", 10, CRITERIA), ("drift-orphan", 10, f"{CRITERIA}.rust")]
    assert drift(project, school)[1].values["old"] == "Het is rustig als iemand spreekt."


def test_an_entry_that_the_base_dropped_is_told(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    (project / "methods/vervolg.yml").unlink()
    assert drifted(project, school) == [("drift-entry-gone", 1, "")]


def test_accepting_one_value_leaves_the_rest_to_look_at(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(project / SHEET, "Het is rustig als iemand spreekt.", "Het is rustig.")
    edit(project / SHEET, 'label: "vaak"', 'label: "dikwijls"')
    assert len(drifted(project, school)) == 2
    accept(project, school, f"{SHEET}:{CRITERIA}.rust")
    assert drifted(project, school) == [("drift-changed", 6, "blocks.kijk.scale.vaak.label")]
    accept(project, school, f"{SHEET}:")
    assert drifted(project, school) == []


def test_news_lists_what_came_changed_and_went(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    edit(project / SHEET, "Een blad om fouten in te maken.", "Een blad om van te leren.")
    edit(project / "content/models/trapje.yml", "Drie treden om", "Drie stappen om")
    (project / "content/tips/wachten.yml").rename(project / "content/tips/zwijgen.yml")
    found = news(project, school, frozenset({"trapje"}))
    assert found is not None
    assert [(item.event, item.id, item.touch) for item in found.items] == [
        (Event.CHANGED, "trapje", Touch.LEFT_OUT),
        (Event.CHANGED, "oefenblad", Touch.ADAPTED),
        (Event.DROPPED, "wachten", None),
        (Event.ADDED, "zwijgen", None),
    ]


def test_words_that_only_help_to_search_are_no_news(project: Path, school: LoadedSchool) -> None:
    accept(project, school)
    method = project / "methods/oefening.yml"
    text = method.read_text(encoding="utf-8")
    method.write_text(f'{text}asked:\n  - "hoe begin ik eraan"\n', encoding="utf-8")
    found = news(project, school)
    assert found is not None
    assert found.items == ()

"""Loading: files in, a catalogue or problems out; layers laid over the base."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.load import load_catalogue
from coachkist.markup.inline import plain

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    return folder


def codes(project: Path, *layers: Path) -> list[tuple[str, str]]:
    return [(problem.span.file, problem.code) for problem in load_catalogue(project, layers).problems]


def test_the_real_catalogue_has_no_problems(root: Path) -> None:
    result = load_catalogue(root)
    assert [(problem.span, problem.code) for problem in result.problems] == []
    assert result.catalogue is not None
    assert len(result.catalogue.methods) >= 8


def test_entries_go_by_title(project: Path) -> None:
    catalogue = load_catalogue(project).catalogue
    assert catalogue is not None
    assert list(catalogue.methods) == ["oefening", "vervolg"]
    assert catalogue.methods["oefening"].path == "methods/oefening.yml"
    assert {entry.value.id for entry in catalogue.entries()} == set(catalogue.by_id)


def test_missing_files_are_told(project: Path) -> None:
    (project / "content/edition.yml").unlink()
    assert codes(project) == [("content/edition.yml", "file-missing")]


def test_files_that_would_be_overlooked_are_told(project: Path) -> None:
    (project / "methods/notities.yaml").write_text("id: notities\n", encoding="utf-8")
    (project / "methods/.verborgen").write_text("", encoding="utf-8")
    shutil.copyfile(project / "methods/vervolg.yml", project / "methods/Vervolg.yml")
    assert codes(project) == [("methods/Vervolg.yml", "file-case"), ("methods/notities.yaml", "file-ignored")]


def test_a_broken_file_is_not_called_unknown_elsewhere(project: Path) -> None:
    (project / "methods/vervolg.yml").write_text("id: [", encoding="utf-8")
    problems = codes(project)
    assert ("methods/oefening.yml", "reference-unknown") not in problems
    assert [file for file, _ in problems] == ["methods/vervolg.yml"]


def test_the_same_id_in_two_folders(project: Path) -> None:
    text = (project / "content/sheets/oefenblad.yml").read_text(encoding="utf-8").replace("oefenblad", "vervolg")
    (project / "content/sheets/vervolg.yml").write_text(text, encoding="utf-8")
    assert ("content/sheets/vervolg.yml", "id-taken") in codes(project)


def test_a_layer_changes_words_and_texts(project: Path, tmp_path: Path) -> None:
    layer = tmp_path / "school"
    (layer / "methods").mkdir(parents=True)
    (layer / "content").mkdir()
    (layer / "methods/oefening.yml").write_text('title: "Onze oefening"\n', encoding="utf-8")
    vocabulary = "words:\n  - id: leerkracht\n    forms:\n      leerkracht: docent\n"
    (layer / "content/vocabulary.yml").write_text(vocabulary, encoding="utf-8")
    result = load_catalogue(project, [layer])
    assert result.problems == []
    assert result.catalogue is not None
    method = result.catalogue.methods["oefening"]
    assert plain(method.value.title.inlines) == "Onze oefening"
    assert method.place(["title"]).file.name == "school/methods/oefening.yml"
    assert result.catalogue.wording.fill("{leerkracht}") == "docent"
    assert result.catalogue.wording.fill("{leerkrachten}") == "leerkrachten"


def test_a_mistake_in_a_layer_points_into_the_layer(project: Path, tmp_path: Path) -> None:
    layer = tmp_path / "school"
    (layer / "methods").mkdir(parents=True)
    (layer / "methods/oefening.yml").write_text("safety: heel-veilig\n", encoding="utf-8")
    assert codes(project, layer) == [("school/methods/oefening.yml", "choice-unknown")]


def test_a_word_in_the_glossary_is_checked_too(project: Path) -> None:
    path = project / "content/vocabulary.yml"
    terms = '  - id: vlekje\n    term: "vlekje"\n    meaning: "Zie [[vlekken]] van de docent."\n'
    path.write_text(path.read_text(encoding="utf-8") + terms, encoding="utf-8")
    assert codes(project) == [
        ("content/vocabulary.yml", "reference-unknown"),
        ("content/vocabulary.yml", "raw-word"),
    ]


def test_a_file_whose_id_differs_is_told_once(project: Path) -> None:
    file = project / "methods/vervolg.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: vervolg", "id: vervolgje"), encoding="utf-8")
    problems = codes(project)
    assert ("methods/vervolg.yml", "id-not-file-name") in problems
    assert [code for _, code in problems if code == "reference-unknown"] == []


def test_a_file_name_that_no_id_can_be_is_to_be_changed(project: Path) -> None:
    (project / "methods/vervolg.yml").rename(project / "methods/Mijn vervolg.yml")
    assert ("methods/Mijn vervolg.yml", "file-name-not-id") in codes(project)

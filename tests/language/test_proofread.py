"""The real catalogue, its pages and the words of the interface have no spelling mistake and no endless sentence."""

from __future__ import annotations

from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.language.proofread import proofread
from coachkist.report import Format, render
from coachkist.strings import Strings
from tests.catalogue.school_project import SCHOOL
from tests.language.conftest import Spoil


def test_the_real_catalogue_is_clean(root: Path, catalogue: Catalogue, strings: Strings) -> None:
    proofs = proofread(root, catalogue)
    assert proofs.spelled, "hunspell or its Dutch dictionary is missing: run make test"
    assert not proofs.problems, render(proofs.problems, Format.TEXT, strings).plain


def test_entries_pages_and_interface_are_all_read(project: Path, spoil: Spoil) -> None:
    catalogue = spoil("methods/vervolg.yml", 'summary: "Wat er na', 'summary: "Wta er na')
    page = project / "content" / "pages" / "uitleg.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("Een pagna.\n", encoding="utf-8")
    texts = project / "content" / "strings" / "nl.yml"
    texts.parent.mkdir(exist_ok=True)
    texts.write_text('a: "Een knopje en nog een knpoje."\n', encoding="utf-8")
    proofs = proofread(project, catalogue)
    assert proofs.spelled
    assert {(problem.span.file, problem.values["word"]) for problem in proofs.problems} == {
        ("methods/vervolg.yml", "Wta"),
        ("content/pages/uitleg.md", "pagna"),
        ("content/strings/nl.yml", "knpoje"),
    }


def test_pages_of_a_workspace_are_named_from_its_own_folder(tmp_path: Path) -> None:
    page = tmp_path / "content" / "pages" / "uitleg.md"
    page.parent.mkdir(parents=True)
    page.write_text("Een pagna.\n", encoding="utf-8")
    (tmp_path / "school.yml").write_text(SCHOOL, encoding="utf-8")
    catalogue = load_catalogue(tmp_path).catalogue
    assert catalogue is not None
    assert [problem.span.file for problem in proofread(tmp_path, catalogue).problems] == ["content/pages/uitleg.md"]

"""Mistakes, and exactly what their author is told.

Each file in `tests/broken/<kind>/` takes the place of one file in the small project `tests/broken/base/`; beside it
stands the report that `coachkist check` prints for it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.load import load_catalogue
from coachkist.diagnostics import has_errors
from coachkist.report import Format, Layout, render
from coachkist.strings import Strings
from tests.conftest import Golden

BROKEN = Path(__file__).parent / "broken"
TARGETS = {
    "method": "methods/oefening.yml",
    "model": "content/models/trapje.yml",
    "tip": "content/tips/wachten.yml",
    "chapter": "content/chapters/begin.yml",
    "sheet": "content/sheets/oefenblad.yml",
    "workbook": "content/workbooks/oefenboek.yml",
    "vocabulary": "content/vocabulary.yml",
    "edition": "content/edition.yml",
}
CASES = sorted(path for kind in TARGETS for path in (BROKEN / kind).glob("*.yml"))


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 40


def test_the_base_is_sound() -> None:
    result = load_catalogue(BROKEN / "base")
    assert result.problems == []
    assert result.catalogue is not None


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_message(case: Path, tmp_path: Path, strings: Strings, golden: Golden) -> None:
    project = tmp_path / "project"
    shutil.copytree(BROKEN / "base", project)
    shutil.copyfile(case, project / TARGETS[case.parent.name])
    result = load_catalogue(project)
    assert result.catalogue is None
    assert has_errors(result.problems)
    assert all(f"problems.{problem.code}.message" in strings for problem in result.problems)
    assert all(problem.span.line or problem.code in NOWHERE for problem in result.problems)
    text = render(result.problems, Format.TEXT, strings, Layout()).plain
    golden(case.with_suffix(".txt"), text)


NOWHERE = {"yaml-empty", "encoding-utf16"}
"""Problems with a file as a whole, which have no line."""

"""Mistakes, and exactly what their author is told.

Each file in `tests/broken/<kind>/` takes the place of one file in the small project `tests/broken/base/`; beside it
stands the report that `coachkist check` prints for it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from coachkist.build import check_paper
from coachkist.catalogue.load import load_catalogue
from coachkist.diagnostics import Problem, has_errors
from coachkist.model.sheet import SheetBlock
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
    "school": "content/schools/kiem/school.yml",
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
    target = project / TARGETS[case.parent.name]
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case, target)
    problems = found_in(project, target.parent if case.parent.name == "school" else None)
    assert has_errors(problems)
    assert all(f"problems.{problem.code}.message" in strings for problem in problems)
    assert all(problem.span.line or problem.code in NOWHERE for problem in problems)
    text = render(problems, Format.TEXT, strings, Layout()).plain
    golden(case.with_suffix(".txt"), text)


def found_in(project: Path, school: Path | None) -> list[Problem]:
    """What is wrong with a project: in what it says, and if nothing is, in how that fits on paper."""
    result = load_catalogue(project, school=school)
    return result.problems if result.catalogue is None else check_paper(project, result.catalogue)


NOWHERE = {"yaml-empty", "encoding-utf16"}
"""Problems with a file as a whole, which have no line."""


def test_every_block_of_a_sheet_has_a_case() -> None:
    union: Any = get_args(SheetBlock)[0]
    kinds = {get_args(block.model_fields["type"].annotation)[0] for block in get_args(union)}
    base = (BROKEN / "base/content/sheets/oefenblad.yml").read_text(encoding="utf-8")
    cases = [case for case in CASES if case.parent.name == "sheet"]
    reports = [case.with_suffix(".txt").read_text(encoding="utf-8") for case in cases]
    texts = [case.read_text(encoding="utf-8") for case in cases]
    own = {kind for kind in kinds if f"type: {kind}\n" not in base}
    seen = {kind for kind in own if any(f"type: {kind}\n" in text for text in texts)}
    # Blocks of the sound sheet stand in many cases: there the report tells which one was about them.
    seen |= {kind for kind, said in OF_THE_BASE.items() if any(said in report for report in reports)}
    assert len(kinds) == 21
    assert kinds - seen == set()


OF_THE_BASE = {"fields": "kind: ", "criteria": "scale-repeated", "deck": "card-group-unknown"}
"""Blocks that the sound sheet has, with what a report of a mistake in one says."""

"""Every hostile school is refused, in Dutch, at its file and line, in little time and memory, with nothing touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.load import load_catalogue
from coachkist.diagnostics import Problem, Severity
from coachkist.report import explain
from coachkist.strings import Strings
from tests.conftest import ROOT
from tests.hostile.cases import CASES, Case, Link
from tests.hostile.guarded import guarded


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "kist"
    shutil.copytree(ROOT / "tests/broken/base", folder)
    return folder


@pytest.fixture
def place(base: Path) -> Path:
    """The folder of a school called `x`, gone afterwards."""
    folder = base / "content/schools/x"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write(folder: Path, case: Case) -> None:
    for relative, content in case.files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            path.unlink(missing_ok=True)
            path.symlink_to(content.target)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def errors(base: Path, folder: Path) -> list[Problem]:
    found = load_catalogue(base, school=folder)
    assert found.catalogue is None
    return [problem for problem in found.problems if problem.severity is Severity.ERROR]


def test_there_are_many_cases_and_no_two_alike() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_refused_at_its_place(case: Case, base: Path, place: Path, strings: Strings) -> None:
    write(place, case)
    before = snapshot(base)

    def work() -> list[tuple[str, str, int, str]]:
        found = errors(base, place)
        return [(one.code, one.span.file, one.span.line, explain(one, strings).text) for one in found[:50]]

    told = guarded(work)
    where = f"content/schools/x/{case.file}".rstrip("/")
    assert (case.code, where, case.line) in [(code, file, line) for code, file, line, _ in told], told[:5]
    for code, _, _, text in told:
        assert f"problems.{code}.message" in strings
        assert len(text) < 700
        assert text.isprintable()
    assert snapshot(base) == before


def snapshot(folder: Path) -> list[tuple[str, int, int]]:
    """Every file with its size and time of change; links are not followed."""
    found = []
    for here, _, files in os.walk(folder):
        for file in files:
            about = (Path(here) / file).lstat()
            found.append((str(Path(here) / file), about.st_size, about.st_mtime_ns))
    return sorted(found)


def test_a_school_folder_that_is_a_link_itself(base: Path, place: Path, tmp_path: Path) -> None:
    shutil.rmtree(place)
    place.symlink_to(tmp_path)
    (tmp_path / "school.yml").write_text('name: "X"\ncountry: BE\nlevel: [lager]\n', encoding="utf-8")
    try:
        assert [problem.code for problem in errors(base, place)] == ["school-link"]
    finally:
        place.unlink()


def test_pipes_are_not_waited_for(base: Path, place: Path) -> None:
    (place / "school.yml").write_text('name: "X"\ncountry: BE\nlevel: [lager]\n', encoding="utf-8")
    (place / "content").mkdir()
    os.mkfifo(place / "content/words.txt")
    assert guarded(lambda: [problem.code for problem in errors(base, place)]) == ["school-odd-file"]

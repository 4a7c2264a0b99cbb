"""The commands about a school's own edition."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from coachkist.strings import Strings
from tests.catalogue.school_project import OVERLAY, SCHOOL, SHEET, add_school, edit, make_base

WORDS = 'wording:\n  leerling:\n    leerling: "kleuter"\n    leerlingen: "kleuters"\n'
CHOICES = "choices:\n  tips:\n    without:\n      ids: [wachten]\n"


class Typed:
    """Runs commands in the folder `here`."""

    def __init__(self, strings: Strings, here: Path) -> None:
        self.strings = strings
        self.here = here

    def __call__(self, *args: str) -> tuple[int, str]:
        out = io.StringIO()
        status = run(args, Terminal(out, out), lambda: self.strings, lambda: self.here, self.here)
        return status, out.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = make_base(tmp_path / "project")
    add_school(folder, "kiem", {"school.yml": SCHOOL + WORDS + CHOICES, SHEET: OVERLAY})
    return folder


@pytest.fixture
def coachkist(strings: Strings, project: Path) -> Typed:
    return Typed(strings, project)


def test_explain_names_file_and_line_of_each_value(coachkist: Typed) -> None:
    status, out = coachkist("explain", "oefenblad.blocks.kijk.scale", "--school", "kiem")
    assert status == 0
    assert out.splitlines() == [
        "blocks.kijk.scale.nooit.label: nooit",
        f"    {SHEET}:19",
        "blocks.kijk.scale.nooit.mark: N",
        f"    {SHEET}:20",
        "blocks.kijk.scale.vaak.label: heel vaak",
        f"    content/schools/kiem/{SHEET}:6",
        "blocks.kijk.scale.vaak.mark: V",
        f"    {SHEET}:23",
    ]


def test_explain_says_what_is_near(coachkist: Typed) -> None:
    assert coachkist("explain", "oefenblat")[1].rstrip().endswith("Bedoel je ‘oefenblad’?")
    status, out = coachkist("explain", "oefenblad.titel")
    assert status == 1
    assert out.rstrip() == "Fout: ‘oefenblad’ heeft geen waarde ‘titel’. Bedoel je ‘title’?"


def test_diff_lists_all_that_differs(coachkist: Typed) -> None:
    status, out = coachkist("diff", "--school", "kiem")
    assert status == 0
    for line in ("    school: Het is stil genoeg.", "  leerling → kleuter", "  Tips: wachten"):
        assert line in out.splitlines()


def test_check_tells_of_drift_until_it_is_accepted(coachkist: Typed, project: Path) -> None:
    assert coachkist("accept", "--school", "kiem")[0] == 0
    edit(project / SHEET, "Het is rustig als iemand spreekt.", "Het is rustig.")
    status, out = coachkist("check", "--school", "kiem")
    assert status == 0
    assert f"content/schools/kiem/{SHEET}:11:19: drift-changed (waarschuwing)" in out
    assert "1 waarschuwing in 1 bestand" in out
    status, out = coachkist("news", "--school", "kiem")
    assert "  blad ‘Oefenblad’ (jullie hebben hier een eigen versie van)" in out.splitlines()
    assert coachkist("accept", "oefenblad", "--school", "kiem")[0] == 0
    assert "drift" not in coachkist("check", "--school", "kiem")[1]
    assert "niets nieuws" in coachkist("news", "--school", "kiem")[1]


def test_only_accept_writes_the_lock(coachkist: Typed, project: Path) -> None:
    for command in ("check", "diff", "news"):
        coachkist(command, "--school", "kiem")
    assert not (project / "content/schools/kiem/school.lock.yml").exists()


@pytest.mark.parametrize("path", ["trapje", "oefenblad.blocks.kijk.scale.nooit", "oefenblat"])
def test_accept_wants_something_of_the_schools_own(coachkist: Typed, path: str) -> None:
    status, out = coachkist("accept", path, "--school", "kiem")
    assert status == 1
    assert out == f"Fout: kiem verandert niets aan ‘{path}’, dus er valt niets te bevestigen.\n"


def test_a_school_that_cannot_be_read_is_not_accepted(coachkist: Typed, project: Path) -> None:
    assert coachkist("accept", "--school", "kiem")[0] == 0
    lock = project / "content/schools/kiem/school.lock.yml"
    before = lock.read_bytes()
    (project / "content/schools/kiem" / SHEET).write_text("blocks: [", encoding="utf-8")
    status, out = coachkist("accept", "--school", "kiem")
    assert status == 1
    assert f"content/schools/kiem/{SHEET}:1" in out
    assert lock.read_bytes() == before


def test_news_asks_for_a_lock(coachkist: Typed) -> None:
    status, out = coachkist("news", "--school", "kiem")
    assert status == 1
    assert "coachkist accept --school kiem" in out


def test_in_a_workspace_no_school_is_named(strings: Strings, tmp_path: Path) -> None:
    folder = tmp_path / "kiem"
    folder.mkdir()
    (folder / "school.yml").write_text(SCHOOL, encoding="utf-8")
    status, out = Typed(strings, folder)("news")
    assert status == 1
    assert "kiem heeft nog geen school.lock.yml. Maak het met ‘coachkist accept’." in out


def test_the_school_must_be_named_and_exist(coachkist: Typed) -> None:
    assert "de optie --school ontbreekt" in coachkist("diff")[1]
    assert "er is geen school ‘kiemm’. Kies uit kiem." in coachkist("diff", "--school", "kiemm")[1]
    assert "kan geen naam van een school zijn" in coachkist("diff", "--school", "../kiem")[1]

"""The command line: what it does, what it prints where, and which exit status it gives."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coachkist import __version__
from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from coachkist.schema import SCHEMAS

if TYPE_CHECKING:
    from coachkist.strings import Strings

BASE = Path(__file__).parent / "broken" / "base"
METHOD = "methods/oefening.yml"


class Stream(io.TextIOWrapper):
    """An output of a chosen encoding that can pretend to be a terminal."""

    def __init__(self, encoding: str, terminal: bool) -> None:
        self.bytes = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(self.encoding)


@dataclass
class Outcome:
    """What one command left behind."""

    status: int
    out: str
    err: str


class CommandLine:
    """Runs commands as if typed in the folder `here`."""

    def __init__(self, strings: Strings, here: Path, logs: Path) -> None:
        self.strings = strings
        self.here = here
        self.logs = logs

    def __call__(self, *args: str, encoding: str = "utf-8", terminal: bool = False) -> Outcome:
        out, err = Stream(encoding, terminal), Stream(encoding, terminal)
        status = run(args, Terminal(out, err), lambda: self.strings, lambda: self.here, self.logs)
        return Outcome(status, out.text(), err.text())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small sound project."""
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    return folder


@pytest.fixture
def coachkist(strings: Strings, project: Path, tmp_path: Path) -> CommandLine:
    logs = tmp_path / "logs"
    logs.mkdir()
    return CommandLine(strings, project, logs)


def spoil(project: Path) -> None:
    """Make one mistake in the project: a title without text."""
    path = project / METHOD
    lines = path.read_text(encoding="utf-8").splitlines()
    spoiled = ['title: ""' if line.startswith("title:") else line for line in lines]
    assert spoiled != lines
    path.write_text("\n".join(spoiled) + "\n", encoding="utf-8")


def test_check_of_a_sound_project(coachkist: CommandLine) -> None:
    outcome = coachkist("check")
    assert outcome.status == 0
    assert outcome.out.startswith("Alles in orde: ")
    assert outcome.err == ""


def test_check_shows_problems_and_gives_1(coachkist: CommandLine, project: Path) -> None:
    spoil(project)
    outcome = coachkist("check")
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert lines[0].startswith(f"{METHOD}:")
    assert lines[1] == '  title: ""'
    assert lines[2].strip() == "^"
    assert lines[-1] == "1 fout in 1 bestand"


def test_check_as_json_and_for_github(coachkist: CommandLine, project: Path) -> None:
    assert json.loads(coachkist("check", "--format", "json").out) == []
    spoil(project)
    (problem,) = json.loads(coachkist("check", "--format", "json").out)
    assert (problem["file"], problem["severity"], problem["quote"]) == (METHOD, "error", 'title: ""')
    outcome = coachkist("check", "--format", "github")
    assert outcome.status == 1
    assert outcome.out.startswith(f"::error file={METHOD},line={problem['line']},col={problem['column']},title=")


def test_a_warning_counts_only_when_strict(coachkist: CommandLine, project: Path) -> None:
    (project / "methods" / "notities.txt").write_text("los", encoding="utf-8")
    outcome = coachkist("check")
    assert outcome.status == 0
    assert "(waarschuwing)" in outcome.out
    assert outcome.out.endswith("1 waarschuwing in 1 bestand\n")
    assert coachkist("check", "--strict").status == 1


def test_finds_the_project_from_a_folder_inside_it(coachkist: CommandLine, project: Path) -> None:
    coachkist.here = project / "content" / "sheets"
    assert coachkist("check").status == 0


def test_root_can_be_pointed_at_before_and_behind_the_command(
    coachkist: CommandLine, project: Path, tmp_path: Path
) -> None:
    coachkist.here = tmp_path
    spoil(project)
    assert coachkist("--root", str(project), "check").status == 1
    assert coachkist("check", "--root", str(project)).status == 1


def test_outside_a_project_is_wrong_usage(coachkist: CommandLine, tmp_path: Path) -> None:
    coachkist.here = tmp_path
    outcome = coachkist("check")
    assert outcome.status == 2
    assert "--root" in outcome.err
    assert outcome.out == ""


def test_version(coachkist: CommandLine) -> None:
    outcome = coachkist("--version")
    assert (outcome.status, outcome.out) == (0, f"Coachkist {__version__}\n")


def test_new_method_writes_a_skeleton_once(coachkist: CommandLine, project: Path) -> None:
    outcome = coachkist("new", "method", "drie-vragen", "--title", "Drie vragen")
    path = project / "methods" / "drie-vragen.yml"
    assert outcome.status == 0
    assert "methods/drie-vragen.yml" in outcome.out
    before = path.read_bytes()
    assert b'title: "Drie vragen"' in before
    again = coachkist("new", "method", "drie-vragen")
    assert again.status == 1
    assert "bestaat al" in again.err
    assert path.read_bytes() == before


def test_a_new_method_is_reported_until_it_is_filled_in(coachkist: CommandLine) -> None:
    coachkist("new", "method", "drie-vragen")
    outcome = coachkist("check")
    assert outcome.status == 1
    assert "methods/drie-vragen.yml:" in outcome.out


@pytest.mark.parametrize(
    ("given", "suggestion"),
    [
        ("Drie vragen!", "drie-vragen"),
        ("één", "een"),
        ("3-vragen", "vragen"),
        ("drie--vragen", "drie-vragen"),
    ],
)
def test_a_bad_id_gets_a_suggestion(coachkist: CommandLine, given: str, suggestion: str) -> None:
    outcome = coachkist("new", "method", given)
    assert outcome.status == 2
    assert f"‘{given}’" in outcome.err
    assert f"Probeer ‘{suggestion}’." in outcome.err


@pytest.mark.parametrize("given", ["", "../buiten", "a/b", "a\\b", "con", "lpt1", "x" * 61, "a\n", "9"])
def test_an_id_never_leads_outside_the_folder(coachkist: CommandLine, project: Path, given: str) -> None:
    before = sorted(project.rglob("*"))
    assert coachkist("new", "method", given).status == 2
    assert sorted(project.rglob("*")) == before


def test_schema_writes_the_files_of_editors(coachkist: CommandLine, project: Path) -> None:
    outcome = coachkist("schema")
    assert outcome.status == 0
    assert len(list((project / "docs/schemas").glob("*.schema.json"))) == len(SCHEMAS)
    assert "docs/schemas/" in outcome.out


def test_what_cannot_be_written_is_told(coachkist: CommandLine, project: Path) -> None:
    (project / "docs").write_text("in de weg", encoding="utf-8")
    outcome = coachkist("schema")
    assert outcome.status == 1
    assert "kan niet geschreven worden" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_old_consoles_show_everything(coachkist: CommandLine, project: Path, encoding: str) -> None:
    spoil(project)
    path = project / METHOD
    text = path.read_text(encoding="utf-8").replace('title: ""', 'title: ""  # → 日本 łódź ☐ “x”')
    path.write_text(text, encoding="utf-8")
    for args in (["check"], ["check", "--format", "json"], ["--help"], ["chek"], ["new", "method", "é→"]):
        for terminal in (False, True):
            outcome = coachkist(*args, encoding=encoding, terminal=terminal)
            assert outcome.out or outcome.err


def test_colours_only_on_a_terminal(coachkist: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(project)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in coachkist("check").out
    assert "\x1b[" in coachkist("check", terminal=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31" not in coachkist("check", terminal=True).out


def test_colours_change_nothing_in_the_text(
    coachkist: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    assert coachkist("check", terminal=True).out.split() == coachkist("check").out.split()


def test_mends_a_site_whose_swap_was_cut_short(coachkist: CommandLine, project: Path) -> None:
    old = project / "site.old"
    old.mkdir()
    (old / "index.html").write_text("vorige", encoding="utf-8")
    coachkist("check")
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "vorige"
    assert not old.exists()


def test_leaves_a_build_that_is_running_alone(coachkist: CommandLine, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site.new").mkdir()
    coachkist("check")
    assert (project / "site.new").is_dir()

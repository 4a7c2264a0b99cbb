"""What `coachkist check` says about the Dutch of a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import METHOD, CommandLine, coachkist, project

__all__ = ["coachkist", "project"]


def misspell(project: Path) -> None:
    path = project / METHOD
    text = path.read_text(encoding="utf-8")
    assert text.count("Wat zag je?") == 1
    path.write_text(text.replace("Wat zag je?", "Wat zagg je?"), encoding="utf-8")


def test_a_misspelled_word_is_a_warning(coachkist: CommandLine, project: Path) -> None:
    misspell(project)
    outcome = coachkist("check")
    assert outcome.status == 0
    lines = outcome.out.splitlines()
    assert lines[0] == f"{METHOD}:24:19: spelling (waarschuwing) ‘zagg’ staat niet in het woordenboek."
    assert lines[1].strip() == 'say: "Wat zagg je?"'
    assert lines[3].startswith("  tip: Bedoel je ‘")
    assert lines[-1] == "1 waarschuwing in 1 bestand"
    assert coachkist("check", "--strict").status == 1


def test_without_hunspell_one_line_says_so(
    coachkist: CommandLine, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    misspell(project)
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = coachkist("check")
    assert outcome.status == 0
    assert outcome.out.startswith("Alles in orde: ")
    assert len(outcome.err.splitlines()) == 1
    assert "hunspell-nl" in outcome.err
    assert json.loads(coachkist("check", "--format", "json").out) == []


def test_readability_is_a_table_behind_the_problems(coachkist: CommandLine) -> None:
    outcome = coachkist("check", "--readability")
    assert outcome.status == 0
    lines = outcome.out.splitlines()
    assert lines[0].startswith("Alles in orde: ")
    start = next(
        number for number, line in enumerate(lines) if line.split() == ["Wat", "Woorden", "Per", "zin", "Cijfer"]
    )
    rows = [line.rsplit(maxsplit=3) for line in lines[start + 1 :]]
    assert {row[0] for row in rows} >= {"Oefening", "Vervolg"}
    scores = [float(row[3].replace(",", ".")) for row in rows]
    assert scores == sorted(scores)
    assert len({len(line) for line in lines[start:]}) == 1


def test_readability_never_spoils_json(coachkist: CommandLine) -> None:
    assert json.loads(coachkist("check", "--readability", "--format", "json").out) == []

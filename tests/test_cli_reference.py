"""The reference of the command line says what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.cli.reference import reference

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from coachkist.strings import Strings
    from tests.conftest import Golden


def test_committed_reference_is_up_to_date(root: Path, strings: Strings, golden: Golden) -> None:
    golden(root / "docs/cli.md", reference(strings))


def test_every_command_and_exit_status_is_there(strings: Strings) -> None:
    text = reference(strings)
    for name in ("check", "build", "serve", "new", "new method", "schema"):
        assert f" coachkist {name}\n" in text
    for status in (0, 1, 2, 130):
        assert f"- `{status}`: " in text


def test_is_the_same_on_every_terminal(strings: Strings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    narrow = reference(strings)
    monkeypatch.setenv("COLUMNS", "200")
    assert reference(strings) == narrow

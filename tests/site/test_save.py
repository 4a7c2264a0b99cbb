"""Saving touches what changed, removes what is no longer planned, and refuses two files with one address."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.site.page import Asset, Page
from coachkist.site.save import AddressClashError, Saved, save


def test_only_changed_files_are_touched(tmp_path: Path) -> None:
    first: list[Page | Asset] = [Page("a/", "A", "a", "een"), Page("b/", "B", "b", "twee"), Asset("c/d.pdf", b"1")]
    assert save(first, tmp_path) == Saved(3, 0, 0)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    second: list[Page | Asset] = [first[0], Page("b/", "B", "b", "drie"), first[2]]
    assert save(second, tmp_path) == Saved(1, 2, 0)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    assert {path.name for path in after if after[path] != before[path]} == {"b.md"}


def test_files_no_longer_planned_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    save([Asset("a/b/c.md", b"1"), Asset("d.md", b"2")], tmp_path)
    assert save([Asset("d.md", b"2")], tmp_path) == Saved(0, 1, 1)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".gitkeep", "d.md"]


def test_clash(tmp_path: Path) -> None:
    with pytest.raises(AddressClashError):
        save([Asset("a.md", b"1"), Asset("a.md", b"2")], tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"1"

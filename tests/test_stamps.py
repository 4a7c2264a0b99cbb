"""Every file below a folder is found once, under its path from there."""

from __future__ import annotations

from pathlib import Path

from coachkist.stamps import stamp_of, stamps_below


def test_files_by_their_path_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    for name in ("x.yml", "a/y.yml", "a/b/z.yml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = dict(stamps_below(tmp_path))
    assert {name: size for name, (_, size) in found.items()} == {"x.yml": 5, "a/y.yml": 7, "a/b/z.yml": 9}
    assert found["a/y.yml"] == stamp_of(tmp_path / "a/y.yml")
    assert stamp_of(tmp_path / "a") is None
    assert stamp_of(tmp_path / "nergens.yml") is None


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/round").symlink_to(tmp_path, target_is_directory=True)
    assert [name for name, _ in stamps_below(tmp_path)] == ["a/round"]
    assert dict(stamps_below(tmp_path / "nergens")) == {}

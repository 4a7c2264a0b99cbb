"""A swap that is cut short at any step leaves the previous folder whole, or is mended by `recover`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coachkist.swap import fresh, recover, swap


class Cut(BaseException):
    """The moment the power fails."""


def fill(folder: Path, text: str) -> None:
    for name in ("a.html", "b/c.html", "b/d.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def content(folder: Path) -> set[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 3, "not whole"
    return {path.read_text(encoding="utf-8") for path in files}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


def build(site: Path, text: str) -> None:
    fill(fresh(site), text)
    swap(site)


def test_swap(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "een")
    build(site, "twee")
    assert content(site) == {"twee"}
    assert leftovers(site) == []


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", range(6))
def test_cut_short_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, after: bool) -> None:
    site = tmp_path / "site"
    build(site, "een")
    calls = iter(range(100))

    def cutting(real: Callable[..., object]) -> Callable[..., None]:
        def call(*args: object, **kwargs: object) -> None:
            number = next(calls)
            if number == step and not after:
                raise Cut
            real(*args, **kwargs)
            if number == step and after:
                raise Cut

        return call

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cutting(Path.rename))
        patch.setattr(shutil, "rmtree", cutting(shutil.rmtree))
        patch.setattr(Path, "mkdir", cutting(Path.mkdir))
        finished = True
        try:
            fresh(site)
            patch.undo()
            fill(tmp_path / "site.new", "twee")
            patch.setattr(Path, "rename", cutting(Path.rename))
            patch.setattr(shutil, "rmtree", cutting(shutil.rmtree))
            swap(site)
        except Cut:
            finished = False
    recover(site)
    assert content(site) <= {"een", "twee"}
    assert len(content(site)) == 1
    assert leftovers(site) == []
    assert finished == (step > 4)


def test_half_deleted_old_site_is_not_brought_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "een")
    site.rename(tmp_path / "site.trash")
    (tmp_path / "site.trash" / "a.html").unlink()
    recover(site)
    assert not site.exists()
    assert leftovers(site) == []

"""A small project in a folder of its own, to build without touching the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]


def make_project(folder: Path) -> Path:
    """The real catalogue in the new `folder`, without its workbook: that takes the longest to print."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("workbooks", "schools"))
    shutil.copytree(ROOT / "methods", folder / "methods")
    return _with_engine(folder)


def make_small_project(folder: Path) -> Path:
    """An entry or two of each kind in the new `folder`: made in a second."""
    shutil.copytree(ROOT / "tests" / "broken" / "base", folder)
    return _with_engine(folder)


def _with_engine(folder: Path) -> Path:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    package = (ROOT / "generator").as_posix()
    (folder / "mkdocs.yml").write_text(config.replace("generator/coachkist", f"{package}/coachkist"), encoding="utf-8")
    (folder / "build" / "pages").mkdir(parents=True)
    return folder

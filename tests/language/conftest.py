"""A small project whose Dutch a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small sound project."""
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    return folder


Spoil = Callable[[str, str, str], Catalogue]


@pytest.fixture
def spoil(project: Path) -> Spoil:
    """Puts one text in the place of another in a file of the project, and loads the result."""

    def change(file: str, old: str, new: str) -> Catalogue:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        result = load_catalogue(project)
        assert result.catalogue is not None, result.problems
        return result.catalogue

    return change

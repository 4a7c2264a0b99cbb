"""A small project with schools, for tests about layers."""

from __future__ import annotations

import shutil
from pathlib import Path

from coachkist.catalogue.school import SCHOOLS

BASE = Path(__file__).parents[1] / "broken" / "base"
SCHOOL = 'name: "De Kiem"\ncountry: BE\nlevel: [lager]\n'
SHEET = "content/sheets/oefenblad.yml"
OVERLAY = """
blocks:
  - id: kijk
    scale:
      - id: vaak
        label: "heel vaak"
    groups:
      - id: klimaat
        criteria:
          - id: rust
            text: "Het is stil genoeg."
          - id: lachen
            hide: true
          - id: kring
            after: rust
            text: "Iedereen zit in de kring."
          - id: buiten
            text: "Er wordt buiten geleerd."
"""
"""One criterion reworded, one hidden, two added, and another word on the scale."""


def make_base(folder: Path) -> Path:
    """The small project of the broken cases, in the new `folder`."""
    return Path(shutil.copytree(BASE, folder))


def add_school(project: Path, name: str, files: dict[str, str]) -> Path:
    """A school with these files by their place in its folder; `school.yml` is there in any case."""
    folder = project / SCHOOLS / name
    for relative, text in {"school.yml": SCHOOL, **files}.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replaces `old`, which must be there, in the file at `path`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

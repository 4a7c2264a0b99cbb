"""Which folder holds what: a project has the whole catalogue; a school's workspace only what the school changes."""

from __future__ import annotations

from pathlib import Path

from coachkist.catalogue.files import EDITION
from coachkist.catalogue.school import SCHOOL_FILE, SCHOOLS
from coachkist.source.strings import base_root


def is_workspace(root: Path) -> bool:
    """Whether `root` is the folder of one school, beside no catalogue of its own."""
    return (root / SCHOOL_FILE).is_file()


def base_of(root: Path) -> Path:
    """The folder with the base catalogue for the project at `root`: that one, or the one that travels with us."""
    only_schools = (root / SCHOOLS).is_dir() and not (root / EDITION).is_file()
    return base_root() if is_workspace(root) or only_schools else root


def school_of(root: Path, school: Path | None) -> Path | None:
    """The folder of the school whose edition is meant: the one that was named, or the workspace itself."""
    return school or (root if is_workspace(root) else None)

"""Reads the interface's words: those of the project where it has them, else those that travel with the package."""

from __future__ import annotations

from pathlib import Path

import yaml

from coachkist.strings import Strings

STRINGS_FILE = "content/strings/nl.yml"


def base_root() -> Path:
    """Where the base catalogue is: inside the installed package, or the repository the package stands in."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "base"
    return packed if packed.is_dir() else package.parents[1]


def strings_file(root: Path | None = None) -> Path:
    """The file with the Dutch texts of the project at `root`, or of the base catalogue where it has none."""
    own = root / STRINGS_FILE if root else None
    return own if own and own.is_file() else base_root() / STRINGS_FILE


def load_strings(root: Path | None = None) -> Strings:
    """The Dutch texts of the project at `root`, or of the base catalogue."""
    text = strings_file(root).read_text(encoding="utf-8-sig")
    return Strings(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506

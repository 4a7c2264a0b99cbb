"""A project of any size, made from the real methods: same shapes and lengths, no two texts alike."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from coachkist.site.search_entries import SearchEntry

ROOT = Path(__file__).parents[2]

_TEXT_KEYS = {"goal", "do", "say", "what", "instead", "why", "intro", "example", "title"}
_LIST_KEYS = {"material", "use_when", "not_when", "unplanned_moments", "questions", "tips"}
_WORDS = ("appel", "brug", "dorp", "egel", "fiets", "gans", "hout", "ijs", "jas", "kaas")


def make_project(folder: Path, methods: int) -> Path:
    """A project with `methods` methods, the real ones among them and the rest variations, in the new folder `folder`.

    It has everything else of the catalogue but the workbooks, which take the longest to print.
    """
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("workbooks", "schools"))
    shutil.copytree(ROOT / "methods", folder / "methods")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "content/workbooks").mkdir()
    (folder / "build/pages").mkdir(parents=True)
    real = [_read(path) for path in sorted((folder / "methods").glob("*.yml"))]
    for number in range(methods - len(real)):
        entry = _variation(real[number % len(real)], number)
        _write(folder / "methods" / f"{entry['id']}.yml", entry)
    return folder


def marked_entry(entry: SearchEntry, number: int) -> SearchEntry:
    """`entry` as a search entry of its own: another id, title and address, and its texts told apart by a few words."""
    mark = " ".join(_WORDS[int(digit)] for digit in str(number))
    sections = tuple(replace(one, texts=(*one.texts, mark)) for one in entry.sections)
    name = f"{entry.id}-{number}"
    return replace(entry, id=name, url=f"{name}/", title=f"{entry.title} {mark}", sections=sections)


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def _write(path: Path, data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')
    path.write_text(text, encoding="utf-8")


def _variation(method: dict[str, Any], number: int) -> dict[str, Any]:
    mark = " ".join(_WORDS[int(digit)] for digit in str(number))
    entry = _unlinked({key: _varied(key, value, mark) for key, value in method.items()})
    entry.update(id=f"werkvorm-{number}", relations={}, sheets=[], sources=[], formerly=[])
    entry["title"] = f"Werkvorm {mark}"
    entry["summary"] = f"Een werkvorm met {mark}."
    return entry  # type: ignore[no-any-return]


def _varied(key: str, value: Any, mark: str) -> Any:
    """`value` with every text made different by `mark`."""
    if isinstance(value, dict):
        return {inner: _varied(inner, item, mark) for inner, item in value.items()}
    if isinstance(value, list):
        if key in _LIST_KEYS or key in {"header", "cells"}:
            return [f"{item} {mark}" for item in value]
        return [_varied(key, item, mark) for item in value]
    return f"{value.rstrip()} {mark}" if key in _TEXT_KEYS and isinstance(value, str) else value


def _unlinked(value: Any) -> Any:
    """`value` without references to entries that are not there."""
    if isinstance(value, dict):
        return {key: _unlinked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_unlinked(item) for item in value]
    return value.replace("[[", "").replace("]]", "").replace("|", " ") if isinstance(value, str) else value

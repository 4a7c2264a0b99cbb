"""`school.lock.yml`: what the base said when a school last looked, so that an update can show what moved under it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coachkist.catalogue.files import EDITION, FOLDERS, entry_files
from coachkist.catalogue.overrides import Change, Override, own_files
from coachkist.catalogue.school import LoadedSchool
from coachkist.source.nodes import MappingNode, Node, ScalarNode, to_data
from coachkist.source.read import read_node

LOCK_FILE = "school.lock.yml"
_FINGERPRINT = 16
_FOR_SEARCH = {"keywords", "asked"}
"""Words that only help to find an entry: nobody has to look at it again for them."""


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """An entry of the base: its title as written, and a fingerprint of all it says."""

    title: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Lock:
    """What was seen: the base's version, its entries by file, and by file and path the text under each override."""

    version: str
    entries: Mapping[str, BaseEntry] = field(default_factory=dict)
    overrides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def base_entries(root: Path) -> dict[str, BaseEntry]:
    """Every entry of the base catalogue at `root` by its file; files that cannot be read are left out."""
    return dict(_entries(root))


def _entries(root: Path) -> Iterator[tuple[str, BaseEntry]]:
    for folder in FOLDERS:
        for path in entry_files(root, folder)[0]:
            relative = f"{folder.path}/{path.name}"
            node, _ = read_node(path, relative)
            if node is not None:
                yield relative, BaseEntry(_scalar(node, "title") or path.stem, fingerprint(node))


def base_version(root: Path) -> str:
    """The version of the base catalogue at `root`; empty where it cannot be read."""
    node, _ = read_node(root / EDITION, EDITION)
    return _scalar(node, "version")


def fingerprint(node: Node) -> str:
    """A mark of all that `node` says to its reader, whatever its layout and comments."""
    said = to_data(node)
    if isinstance(said, dict):
        said = {key: value for key, value in said.items() if key not in _FOR_SEARCH}
    data = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()[:_FINGERPRINT]


def replaced(root: Path, school: LoadedSchool) -> dict[str, dict[str, str]]:
    """By file and path, the base text under each of the school's overrides; for lists, the ids of the base."""
    found = {file.relative: {_key(one): one.base for one in file.overrides} for file in own_files(root, school)}
    return {
        name: {path: base for path, base in values.items() if base} for name, values in found.items() if any(values)
    }


def _key(override: Override) -> str:
    return f"{override.path}[]" if override.change is Change.IDS else override.path


def read_lock(folder: Path) -> Lock | None:
    """The lock of the school in `folder`; None where there is none that can be read."""
    path = folder / LOCK_FILE
    node = read_node(path, LOCK_FILE)[0] if path.is_file() and not path.is_symlink() else None
    if not isinstance(node, MappingNode):
        return None
    entries = {
        name: BaseEntry(_scalar(entry, "title"), _scalar(entry, "fingerprint"))
        for name, entry in _mapping(node, "entries").items()
    }
    files = {
        name: {path: text.value for path, text in values.items.items() if isinstance(text, ScalarNode)}
        for name, values in _mapping(node, "overrides").items()
        if isinstance(values, MappingNode)
    }
    return Lock(_scalar(node, "base"), entries, files)


def lock_text(lock: Lock, head: str) -> str:
    """The text of a lock file under a line of comment; the same lock gives the same text."""
    lines = [f"# {head}", f"base: {json.dumps(lock.version)}", "entries:"]
    for name, entry in sorted(lock.entries.items()):
        lines += [f"  {name}:", f"    title: {_quoted(entry.title)}", f"    fingerprint: {_quoted(entry.fingerprint)}"]
    lines.append("overrides:")
    for name, values in sorted(lock.overrides.items()):
        lines.append(f"  {name}:")
        lines += [f"    {_quoted(path)}: {_quoted(text)}" for path, text in sorted(values.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _mapping(node: MappingNode, key: str) -> Mapping[str, Node]:
    found = node.items.get(key)
    return found.items if isinstance(found, MappingNode) else {}


def _scalar(node: Node | None, key: str) -> str:
    found = node.items.get(key) if isinstance(node, MappingNode) else None
    return " ".join(found.value.split()) if isinstance(found, ScalarNode) else ""

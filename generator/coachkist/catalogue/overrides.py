"""What a school's own files change in what lies below them, value by value, with the text that each replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coachkist.catalogue.files import FOLDERS, SOURCES, VOCABULARY, entry_files
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.where import base_of
from coachkist.source.merge import PLACING, item_id, merge, merges_by_id, says_hide
from coachkist.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode, to_data
from coachkist.source.read import read_node

_SAYS = ("title", "label", "text", "front", "heading", "term")
"""What an item of a list is known by."""

STEP = "."
"""Between the steps of a path; ids and keys never hold one."""


class Change(StrEnum):
    """What a school did: another text, something of its own, or something hidden; `ids` tells what a list held."""

    CHANGED = "changed"
    ADDED = "added"
    HIDDEN = "hidden"
    IDS = "ids"


@dataclass(frozen=True, slots=True)
class Override:
    """One value that a school's file sets: `base` is what it replaced, `own` what it says; empty where nothing is."""

    path: str
    change: Change
    base: str
    own: str
    place: Place


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of a school: its path relative to a layer, its tree, and the tree below it if there is one."""

    relative: str
    node: Node
    base: Node | None

    @property
    def overrides(self) -> tuple[Override, ...]:
        """All that the file changes; a file of the school's own is one single addition."""
        if self.base is None:
            return (Override("", Change.ADDED, "", text_of(_title(self.node)), self.node.place),)
        return tuple(overrides(self.base, self.node))


def own_files(root: Path, school: LoadedSchool) -> Iterator[OwnFile]:
    """Every file in the school's own folder, with what the base and the networks it extends say in its place."""
    *below, (folder, prefix) = (base_of(root), ""), *school.named_layers
    for relative in catalogue_files(folder):
        node, _ = read_node(folder / relative, prefix + relative)
        if node is not None:
            yield OwnFile(relative, node, merged(below, relative))


def catalogue_files(layer: Path) -> list[str]:
    """The files in a layer that a catalogue is made of, relative to it; the edition's own file is not one to change."""
    found = [f"{folder.path}/{path.name}" for folder in FOLDERS for path in entry_files(layer, folder)[0]]
    return found + [single for single in (VOCABULARY, SOURCES) if (layer / single).is_file()]


def merged(layers: Sequence[tuple[Path, str]], relative: str) -> Node | None:
    """What `layers` together say in the file at `relative`, each named by its prefix; None where none has it."""
    whole: Node | None = None
    for layer, prefix in layers:
        if (layer / relative).is_file():
            node, _ = read_node(layer / relative, prefix + relative)
            whole = merge(whole, node)[0] if whole is not None and node is not None else node or whole
    return whole


def overrides(base: Node, over: Node, path: tuple[str, ...] = ()) -> Iterator[Override]:
    """What `over`, laid on `base`, changes below `path`."""
    if isinstance(base, MappingNode) and isinstance(over, MappingNode):
        for key, value in over.items.items():
            if key == "id" or key in PLACING:
                continue
            if (below := base.items.get(key)) is None:
                yield Override(STEP.join((*path, key)), Change.ADDED, "", text_of(value), value.place)
            else:
                yield from overrides(below, value, (*path, key))
    elif isinstance(base, SequenceNode) and isinstance(over, SequenceNode) and merges_by_id(base, over):
        yield from _items(base, over, path)
    elif to_data(base) != to_data(over):
        yield Override(STEP.join(path), Change.CHANGED, text_of(base), text_of(over), over.place)


def _items(base: SequenceNode, over: SequenceNode, path: tuple[str, ...]) -> Iterator[Override]:
    known = {name: item for item in base.items if (name := item_id(item)) is not None}
    yield Override(STEP.join(path), Change.IDS, ", ".join(known), "", over.place)
    for item in over.items:
        name = item_id(item) or ""
        here = (*path, name)
        if isinstance(item, MappingNode) and says_hide(item, []):
            yield Override(STEP.join(here), Change.HIDDEN, text_of(known.get(name)), "", item.place)
        elif name in known:
            yield from overrides(known[name], item, here)
        else:
            yield Override(STEP.join(here), Change.ADDED, "", text_of(item), item.place)


def text_of(node: Node | None) -> str:
    """What `node` says, on one line: its text, the text it is about, or its data where it has neither."""
    if node is None:
        return ""
    if isinstance(node, ScalarNode):
        return " ".join(node.value.split())
    if isinstance(node, MappingNode):
        for key in _SAYS:
            if isinstance(node.items.get(key), ScalarNode):
                return text_of(node.items[key])
    return json.dumps(to_data(node), ensure_ascii=False)


def is_within(path: str, above: str) -> bool:
    """Whether `path` is `above` or lies below it, as every path does below the empty one."""
    return not above or path == above or path.startswith(above + STEP)


def leaves(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ScalarNode]]:
    """Every value below `node` with its path: keys, ids, and for items without an id their number from 1."""
    match node:
        case ScalarNode():
            yield STEP.join(path), node
        case SequenceNode(items):
            for number, item in enumerate(items, 1):
                yield from leaves(item, (*path, item_id(item) or str(number)))
        case MappingNode(items):
            for key, value in items.items():
                yield from leaves(value, (*path, key))


def _title(node: Node) -> Node | None:
    return node.items.get("title") if isinstance(node, MappingNode) else None

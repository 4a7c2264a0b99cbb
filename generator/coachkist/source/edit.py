"""Changes to a YAML file that leave everything else in it as it is: comments, quotes, order.

Texts are replaced and items added at their offsets; afterwards the new file is read again, and holds exactly what the
changes say, or nothing is given.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from coachkist.model.base import ID_PATTERN
from coachkist.source.merge import item_id
from coachkist.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, SourceFile, to_data
from coachkist.source.parse import parse

Step: TypeAlias = str | int
"""A key, a position, or `#id` for the item of a list with that id."""

YamlValue: TypeAlias = "str | Sequence[YamlValue] | Mapping[str, YamlValue]"


@dataclass(frozen=True, slots=True)
class SetText:
    """Gives the key `key` of the mapping at `where` the text `new`; a key that is not there may get any value."""

    where: tuple[Step, ...]
    key: str
    new: YamlValue


@dataclass(frozen=True, slots=True)
class AddItem:
    """Adds `item` to the list at `where`, behind the item `after`, or at the end."""

    where: tuple[Step, ...]
    item: Mapping[str, YamlValue]
    after: str | None = None


Edit: TypeAlias = SetText | AddItem


_BARE = {"id", "group", "after", "type"}
_ID = re.compile(ID_PATTERN)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


class EditError(ValueError):
    """A file that cannot be edited like this; nothing was changed."""


def edited(source: SourceFile, edits: Sequence[Edit]) -> str:
    """The text of `source` with all `edits`; raises EditError where that cannot be done without loss."""
    node, problems = parse(source)
    if node is None or problems:
        raise EditError("unreadable")
    text = source.text
    pieces = [(*_piece(text, node, _anchored(edit, edits)), order) for order, edit in enumerate(edits)]
    # From the end to the start, so that the offsets before stay right.
    for start, end, new, _ in sorted(pieces, key=_turn, reverse=True):
        text = text[:start] + new + text[end:]
    again, problems = parse(SourceFile.of(source.name, text))
    expected = to_data(node)
    for edit in edits:
        _apply(expected, edit)
    if again is None or problems or to_data(again) != expected:
        raise EditError("changed too much")
    return text


def yaml_lines(value: YamlValue, indent: int) -> Iterator[str]:
    """`value` as YAML, in the style of our files: ids bare, every other text between double quotes."""
    space = " " * indent
    if isinstance(value, str):
        yield space + _quoted(value)
    elif isinstance(value, Mapping):
        for key, below in value.items():
            if isinstance(below, str):
                yield f"{space}{key}: {below if key in _BARE and _ID.fullmatch(below) else _quoted(below)}"
            else:
                yield f"{space}{key}:"
                yield from yaml_lines(below, indent + 2)
    else:
        for item in value:
            first, *rest = yaml_lines(item, indent + 2)
            yield f"{space}- {first.lstrip()}"
            yield from rest


def _quoted(text: str) -> str:
    # JSON leaves some characters as they are that YAML does not take between quotes.
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _turn(piece: tuple[int, int, str, int]) -> tuple[int, int, int]:
    """Of what comes at one place, the deepest stands first in the file, and then what was asked for first."""
    start, _, new, order = piece
    return start, -(len(new) - len(new.lstrip())), order


def _anchored(edit: Edit, edits: Sequence[Edit]) -> Edit:
    """`edit` behind an item that stands in the file already: the one that the item it follows was added behind."""
    while isinstance(edit, AddItem) and (before := _adds(edit.after, edit.where, edits)) is not None:
        edit = replace(edit, after=before.after)
    return edit


def _adds(name: str | None, where: tuple[Step, ...], edits: Sequence[Edit]) -> AddItem | None:
    adds = (one for one in edits if isinstance(one, AddItem) and one.where == where)
    return next((one for one in adds if name is not None and one.item.get("id") == name and one.after != name), None)


def _piece(text: str, root: Node, edit: Edit) -> tuple[int, int, str]:
    """Where `edit` goes in `text` (from, to) and what comes there."""
    node = _found(root, edit.where)
    if isinstance(edit, AddItem):
        return _added(text, node, edit)
    if not isinstance(node, MappingNode) or node.flow or not node.items:
        raise EditError("flow")
    old = node.items.get(edit.key)
    if old is None:
        at = _line_end(text, _end(text, _last(node)))
        column = next(iter(node.keys.values())).column - 1
        return at, at, "".join(f"\n{line}" for line in yaml_lines({edit.key: edit.new}, column))
    if not isinstance(old, ScalarNode) or not isinstance(edit.new, str):
        raise EditError("no text")
    if old.place.start == old.place.end:  # `key:` with nothing behind it
        at = node.keys[edit.key].end
        colon = text.index(":", at) + 1
        return colon, colon, f" {_quoted(edit.new)}"
    return old.place.start, _end(text, old), _quoted(edit.new)


def _added(text: str, node: Node, edit: AddItem) -> tuple[int, int, str]:
    if not isinstance(node, SequenceNode) or not node.items or text[node.place.start : node.place.start + 1] == "[":
        raise EditError("flow")
    before = next(
        (item for item in node.items if edit.after is not None and item_id(item) == edit.after), node.items[-1]
    )
    at = _line_end(text, _end(text, _last(before)))
    lines = yaml_lines([edit.item], node.place.column - 1)
    return at, at, "".join(f"\n{line}" for line in lines)


def _last(node: Node) -> Node:
    """The leaf that stands last in the file."""
    below: Sequence[Node] = ()
    if isinstance(node, MappingNode) and not node.flow:
        below = list(node.items.values())
    elif isinstance(node, SequenceNode):
        below = node.items
    return max((_last(item) for item in below), key=lambda leaf: leaf.place.start) if below else node


def _end(text: str, leaf: Node) -> int:
    """Where `leaf` ends: YAML counts the empty lines behind a folded text as part of it."""
    start, end = leaf.place.start, leaf.place.end
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _found(root: Node, where: Sequence[Step]) -> Node:
    node: Node | None = root
    for step in where:
        match node:
            case MappingNode(items) if isinstance(step, str):
                node = items.get(step)
            case SequenceNode(items) if isinstance(step, int):
                node = items[step] if step < len(items) else None
            case SequenceNode(items):
                node = next((item for item in items if f"#{item_id(item)}" == step), None)
            case _:
                node = None
        if node is None:
            raise EditError(f"nothing at {where}")
    assert node is not None
    return node


def _apply(data: Any, edit: Edit) -> None:
    """The same edit on plain data, to see afterwards that the text says just that."""
    for step in edit.where:
        is_id = isinstance(step, str) and step.startswith("#") and isinstance(data, list)
        data = next(item for item in data if f"#{item.get('id')}" == step) if is_id else data[step]
    if isinstance(edit, SetText):
        data[edit.key] = _as_read(edit.new)
        return
    ids = [item.get("id") for item in data]
    at = ids.index(edit.after) + 1 if edit.after in ids else len(data)
    data.insert(at, _as_read(edit.item))


def _as_read(value: YamlValue) -> Any:
    """`value` as it comes back when the file is read."""
    return json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))

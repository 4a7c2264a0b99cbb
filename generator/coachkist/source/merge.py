"""Layers laid over one another, on nodes, so that every value keeps the file and line it came from.

Mappings merge by key. A list with items that have an `id` merges by id: an item is changed key by key, hidden with
`hide: true`, placed with `after: <id>`, or added at the end; items below it without an id stay where they are. A list
in which an upper item has no id replaces the lower one as a whole, as does any other list.
"""

from __future__ import annotations

from coachkist.diagnostics import Problem, near
from coachkist.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

PLACING = {"hide", "after"}
"""Keys of an upper item that say what becomes of the lower one; they are no values."""

_NAMELESS = "#"


def merge(base: Node, over: Node) -> tuple[Node, list[Problem]]:
    """`over` laid on `base`, with the problems met on the way."""
    problems: list[Problem] = []
    return _merge(base, over, problems), problems


def _merge(base: Node, over: Node, problems: list[Problem]) -> Node:
    if isinstance(base, MappingNode) and isinstance(over, MappingNode):
        return _merge_mappings(base, over, problems)
    if isinstance(base, SequenceNode) and isinstance(over, SequenceNode) and merges_by_id(base, over):
        return _merge_by_id(base, over, problems)
    return over


def _merge_mappings(base: MappingNode, over: MappingNode, problems: list[Problem]) -> MappingNode:
    items = dict(base.items)
    for key, value in over.items.items():
        items[key] = _merge(items[key], value, problems) if key in items else value
    return MappingNode(items, {**base.keys, **over.keys}, base.place, base.flow)


def item_id(node: Node) -> str | None:
    """The id of a list item, or None where it has none."""
    if isinstance(node, MappingNode) and isinstance(found := node.items.get("id"), ScalarNode):
        return found.value
    return None


def merges_by_id(base: SequenceNode, over: SequenceNode) -> bool:
    """Whether the items of `over` change, hide or join those of `base`, rather than replace them all."""
    named = any(item_id(item) is not None for item in base.items)
    return named and bool(over.items) and all(item_id(item) is not None for item in over.items)


def _merge_by_id(base: SequenceNode, over: SequenceNode, problems: list[Problem]) -> SequenceNode:
    merged: dict[str, Node] = {_key(item, position): item for position, item in enumerate(base.items)}
    for item in over.items:
        assert isinstance(item, MappingNode)
        _lay_item(merged, item, problems)
    return SequenceNode(tuple(merged.values()), base.place)


def _key(item: Node, position: int) -> str:
    """The id of a lower item, or what no id can be."""
    return item_id(item) or f"{_NAMELESS}{position}"


def _lay_item(merged: dict[str, Node], item: MappingNode, problems: list[Problem]) -> None:
    """One item of the upper layer: changes, hides, moves or adds."""
    name = str(item_id(item))
    known = ", ".join(key for key in merged if not key.startswith(_NAMELESS))
    if says_hide(item, problems):
        if merged.pop(name, None) is None:
            problems.append(item.items["id"].place.problem("layer-hide-unknown", id=name, known=known))
        return
    if name not in merged and _changes_something(item):
        known_ids = [key for key in merged if not key.startswith(_NAMELESS)]
        place = item.items["id"].place
        problems.append(place.problem("layer-item-unknown", id=name, known=known, **near(name, known_ids)))
        return
    after = item.items.get("after")
    bare = _without_placing(item)
    merged[name] = _merge(merged[name], bare, problems) if name in merged else bare
    if isinstance(after, ScalarNode):
        if after.value not in merged or after.value == name:
            problems.append(after.place.problem("layer-after-unknown", id=after.value, known=known))
        else:
            _move(merged, name, after.value)


def says_hide(item: MappingNode, problems: list[Problem]) -> bool:
    """Whether an item of an upper layer hides the one below it; `problems` gets what is wrong with how it says so."""
    hide = item.items.get("hide")
    if hide is None:
        return False
    if isinstance(hide, ScalarNode) and hide.value in {"true", "ja"}:
        return True
    if not (isinstance(hide, ScalarNode) and hide.value in {"false", "nee"}):
        problems.append(hide.place.problem("type-bool", field="hide"))
    return False


def _changes_something(item: MappingNode) -> bool:
    """Whether an item has lists whose items are placed or hidden: that can only be meant for one that is there."""
    lists = (value for value in item.items.values() if isinstance(value, SequenceNode))
    inner = (one for each in lists for one in each.items if isinstance(one, MappingNode))
    return any(PLACING & one.items.keys() or _changes_something(one) for one in inner)


def _without_placing(item: MappingNode) -> MappingNode:
    items = {key: value for key, value in item.items.items() if key not in PLACING}
    keys = {key: place for key, place in item.keys.items() if key not in PLACING}
    return MappingNode(items, keys, item.place, item.flow)


def _move(merged: dict[str, Node], name: str, after: str) -> None:
    """Puts `name` right behind `after`; the others keep their order."""
    moved = merged.pop(name)
    order = list(merged.items())
    merged.clear()
    for key, value in order:
        merged[key] = value
        if key == after:
            merged[name] = moved

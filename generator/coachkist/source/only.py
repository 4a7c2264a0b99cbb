"""`only: NL`: what stands in the catalogue for one country alone, taken out on nodes before anything is validated.

Any mapping may say it: a whole entry, a section, a criterion, a block of a sheet. In a list of plain texts, an item is
written as `only` with `text`. Without a country everything stays, and only the key itself goes.
"""

from __future__ import annotations

from coachkist.diagnostics import Problem
from coachkist.model.enums import Country
from coachkist.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

ONLY = "only"
_PLAIN_ITEM = {ONLY, "text"}


def for_country(root: Node, country: Country | None) -> tuple[Node, bool, list[Problem]]:
    """`root` as `country` sees it, whether it is meant for that country at all, and problems met on the way."""
    problems: list[Problem] = []
    result = _pruned(root, country, problems)
    return result or _bare(root), result is not None, problems


def _pruned(node: Node, country: Country | None, problems: list[Problem]) -> Node | None:
    """`node` without what is for another country; None where all of it is, the same object where nothing changed."""
    match node:
        case SequenceNode(items):
            kept = [_pruned(item, country, problems) for item in items]
            if all(new is old for new, old in zip(kept, items, strict=True)):
                return node
            return SequenceNode(tuple(item for item in kept if item is not None), node.place)
        case MappingNode():
            return _mapping(node, country, problems)
        case _:
            return node


def _mapping(node: MappingNode, country: Country | None, problems: list[Problem]) -> Node | None:
    if not _is_for(node.items.get(ONLY), country, problems):
        return None
    values = {key: _pruned(value, country, problems) for key, value in node.items.items() if key != ONLY}
    if ONLY in node.items and set(node.items) == _PLAIN_ITEM:
        return values["text"]
    if ONLY not in node.items and all(values[key] is value for key, value in node.items.items()):
        return node
    kept = {key: value for key, value in values.items() if value is not None}
    return MappingNode(kept, {key: node.keys[key] for key in kept}, node.place, node.flow)


def _is_for(value: Node | None, country: Country | None, problems: list[Problem]) -> bool:
    if value is None:
        return True
    if not isinstance(value, ScalarNode) or value.value not in set(Country):
        known = ", ".join(Country)
        problems.append(value.place.problem("only-unknown", known=known))
        return True
    return country is None or value.value == country


def _bare(node: Node) -> Node:
    """An entry that is for another country, without the key that says so."""
    if not isinstance(node, MappingNode):
        return node
    items = {key: value for key, value in node.items.items() if key != ONLY}
    return MappingNode(items, {key: node.keys[key] for key in items}, node.place, node.flow)

"""Within a list, an id stands once: variants, blocks, groups, criteria and cards are told apart by their ids."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.source.merge import item_id
from coachkist.source.nodes import MappingNode, Node, SequenceNode


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with ids inside `entry`."""
    return repeated(entry.node)


def repeated(node: Node) -> Iterator[Problem]:
    """Problems with ids that stand twice in a list below `node`."""
    if isinstance(node, SequenceNode):
        seen: dict[str, int] = {}
        for item in node.items:
            name = item_id(item)
            if name is not None and isinstance(item, MappingNode):
                place = item.items["id"].place
                if name in seen:
                    yield place.problem("id-repeated", id=name, first=seen[name])
                seen.setdefault(name, place.line)
            yield from repeated(item)
    elif isinstance(node, MappingNode):
        for value in node.items.values():
            yield from repeated(value)

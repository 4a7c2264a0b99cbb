"""A file's nodes that can be let go of: what they take is only wanted again when something is wrong there.

The nodes of a file take five times the room of what is read from them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coachkist.diagnostics import Problem
from coachkist.source.nodes import Node, Path, Place, ScalarNode, SourceFile, place_of


class Tree:
    """The nodes of a file over all its layers; `again` reads them once more where they were let go of."""

    __slots__ = ("_again", "_node", "name")

    def __init__(self, node: Node, again: Callable[[], Node | None] | None = None) -> None:
        self._node: Node | None = node
        self._again = again
        self.name = node.place.file.name
        """The file as named in messages; of several layers, the lowest one's."""

    @property
    def node(self) -> Node:
        """The nodes; of a file that can no longer be read, an empty one."""
        if self._node is None:
            again = self._again() if self._again is not None else None
            self._node = again or ScalarNode("", Place(SourceFile.of(self.name, ""), 0, 0, 0, 0))
        return self._node

    def release(self) -> None:
        """Lets go of the nodes, where they can be read again."""
        if self._again is not None:
            self._node = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where `path` below a tree stands: as a `Place`, but looked up only when there is something to say about it."""

    tree: Tree
    path: Path

    @property
    def place(self) -> Place:
        """The place itself."""
        return place_of(self.tree.node, self.path)

    @property
    def file(self) -> SourceFile:
        """The file that the value was written in."""
        return self.place.file

    def problem(self, code: str, /, **values: str | int) -> Problem:
        """An error that points here."""
        return self.place.problem(code, **values)

    def within(self, snippet: str) -> Place:
        """The first place of `snippet` inside what stands here."""
        return self.place.within(snippet)

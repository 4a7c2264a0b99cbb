"""YAML as a tree that remembers where everything stands; every scalar is still text.

Nodes are named tuples, not dataclasses: a catalogue has hundreds of thousands of them, and a frozen dataclass takes
four times as long to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from coachkist.diagnostics import Problem, Span


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's name, relative to the project's root, and its text, with every line end made a single line feed."""

    name: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, name: str, text: str) -> SourceFile:
        """The source file `name` with `text`."""
        return cls(name, text, tuple(text.split("\n")))

    def quote(self, line: int) -> str:
        """Line `line` (from 1), or nothing where there is no such line."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def problem(self, code: str, line: int = 0, column: int = 0, /, **values: str | int) -> Problem:
        """An error at `line` and `column` (from 1) of this file."""
        return Problem(code, Span(self.name, line, column), values, quote=self.quote(line))


class Place(NamedTuple):
    """A point in a source file, and how far what starts there reaches (offsets into its text)."""

    file: SourceFile
    line: int
    column: int
    start: int
    end: int

    def problem(self, code: str, /, **values: str | int) -> Problem:
        """An error that points here."""
        return self.file.problem(code, self.line, self.column, **values)

    def within(self, snippet: str) -> Place:
        """The first place of `snippet` inside what stands here; this place itself where it cannot be found."""
        at = self.file.text.find(snippet, self.start, self.end) if snippet else -1
        if at < 0:
            return self
        line = self.file.text.count("\n", 0, at) + 1
        column = at - (self.file.text.rfind("\n", 0, at) + 1) + 1
        return Place(self.file, line, column, at, at + len(snippet))


class ScalarNode(NamedTuple):
    """Text. `plain` tells that it was written without quotes and not as a block."""

    value: str
    place: Place
    plain: bool = False


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class MappingNode(NamedTuple):
    """Keys with values, in the order of the file; `keys` remembers where each key stands."""

    items: dict[str, Node]
    keys: dict[str, Place]
    place: Place
    flow: bool = False


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode
Path: TypeAlias = Sequence[str | int]


def to_data(node: Node) -> object:
    """`node` as plain dicts, lists and strings, for pydantic; a key with nothing behind it has None."""
    match node:
        case ScalarNode(value):
            return value
        case SequenceNode(items):
            return [to_data(item) for item in items]
        case MappingNode(items):
            return {key: None if is_blank(value) else to_data(value) for key, value in items.items()}


def is_blank(node: Node) -> bool:
    """Whether nothing was written here: `key:` and then the end of the line."""
    return isinstance(node, ScalarNode) and node.plain and not node.value


def find(node: Node, path: Path) -> Node | None:
    """The node at `path` below `node`, or None."""
    for step in path:
        below: Node | None = None
        match node:
            case MappingNode(items) if isinstance(step, str):
                below = items.get(step)
            case SequenceNode(items) if isinstance(step, int) and step < len(items):
                below = items[step]
        if below is None:
            return None
        node = below
    return node


def place_of(node: Node, path: Path) -> Place:
    """Where `path` below `node` stands; the nearest place above it where it does not exist."""
    place = node.place
    for step in path:
        below = find(node, [step])
        if below is None:
            break
        node, place = below, below.place
    return place

"""Text → nodes: YAML's event stream, bounded in size and depth, with everything refused that surprises authors."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from coachkist.diagnostics import Problem
from coachkist.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode, SourceFile
from coachkist.source.traps import explain_syntax_error, swallowed_comment

MAX_DEPTH = 30
MAX_NODES = 50_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    start: Place
    is_mapping: bool
    flow: bool = False
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: ScalarNode | None = None


def parse(source: SourceFile) -> tuple[Node | None, list[Problem]]:
    """The tree of `source`; None where it is empty, not YAML, or holds what is refused."""
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=_Loader):
            builder.take(event)
            if builder.refused:
                return None, builder.problems
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, explain_syntax_error(source, error)]
    except yaml.YAMLError:
        return None, [*builder.problems, source.problem("yaml-syntax", 1, 1)]
    if builder.root is None and not builder.problems:
        return None, [source.problem("yaml-empty")]
    return builder.root, builder.problems


class _Builder:
    """Builds the tree from events, one at a time; never deeper or larger than allowed."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.refused = False
        self._open: list[_Open] = []
        self._count = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """The next event of the stream."""
        match event:
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(event, "yaml-documents")
            case AliasEvent():
                self._refuse(event, "yaml-alias", name=str(event.anchor))
            case ScalarEvent():
                if self._allowed(event):
                    self._scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                if self._allowed(event):
                    flow = bool(event.flow_style)
                    self._open.append(_Open(self._place(event), isinstance(event, MappingStartEvent), flow))
            case MappingEndEvent() | SequenceEndEvent():
                self._close(event)

    def _refuse(self, event: Event, code: str, **values: str | int) -> None:
        self.problems.append(self._place(event).problem(code, **values))
        self.refused = True

    def _allowed(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> bool:
        self._count += 1
        if self._count > MAX_NODES:
            self._refuse(event, "yaml-too-many", limit=MAX_NODES)
        elif len(self._open) >= MAX_DEPTH:
            self._refuse(event, "yaml-too-deep", limit=MAX_DEPTH)
        elif event.anchor:
            self._refuse(event, "yaml-anchor", name=str(event.anchor))
        elif event.tag and event.tag != "!":
            self._refuse(event, "yaml-tag", tag=str(event.tag))
        return not self.refused

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        return Place(self.source, start.line + 1, start.column + 1, start.index, end.index)

    def _scalar(self, event: ScalarEvent) -> None:
        plain = not event.style  # None or empty, depending on the loader
        place = self._place(event)
        value = unicodedata.normalize("NFC", event.value)
        node = ScalarNode(value, place, plain)
        if plain and (problem := swallowed_comment(self.source, place, value)):
            self.problems.append(problem)
        self._add(node)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            parent.values[parent.key.value] = node
            parent.key = None

    def _key(self, parent: _Open, node: Node) -> None:
        if not isinstance(node, ScalarNode):
            self.problems.append(node.place.problem("yaml-key"))
            self.refused = True
            return
        if node.value in parent.keys:
            first = parent.keys[node.value].line
            self.problems.append(node.place.problem("yaml-duplicate-key", key=node.value, line=first))
        parent.keys[node.value] = node.place
        parent.key = node

    def _close(self, event: Event) -> None:
        done = self._open.pop()
        place = done.start._replace(end=self._place(event).end)
        if done.is_mapping:
            self._add(MappingNode(done.values, done.keys, place, done.flow))
        else:
            self._add(SequenceNode(tuple(done.items), place))

"""A file → its tree: text read, checked and parsed in one go."""

from __future__ import annotations

from pathlib import Path

from coachkist.diagnostics import Problem, has_errors
from coachkist.source.nodes import Node
from coachkist.source.parse import parse
from coachkist.source.text import read_source


def read_node(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The tree of the YAML file at `path`, called `name` in messages; None where it cannot be read."""
    source, problems = read_source(path, name)
    if source is None or has_errors(problems):
        return None, problems
    node, found = parse(source)
    return node, problems + found

"""Nodes that were let go of are there again when somebody asks, and places are found as before."""

from __future__ import annotations

from pathlib import Path

from coachkist.source.nodes import MappingNode
from coachkist.source.read import read_node
from coachkist.source.tree import Spot, Tree

TEXT = 'title: "Eén"\nsteps:\n  - do: "Kijk goed"\n'


def tree_at(path: Path) -> Tree:
    node, _ = read_node(path, "a.yml")
    assert node is not None
    return Tree(node, lambda: read_node(path, "a.yml")[0])


def test_places_are_the_same_after_letting_go(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(TEXT, encoding="utf-8")
    tree = tree_at(path)
    spot = Spot(tree, ("steps", 0, "do"))
    before, within = spot.place, spot.within("goed")
    tree.release()
    assert (spot.place, spot.within("goed"), spot.file.name) == (before, within, "a.yml")
    assert (spot.problem("x").span.line, spot.problem("x").span.column) == (3, 9)


def test_what_cannot_be_read_again_is_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(TEXT, encoding="utf-8")
    tree = tree_at(path)
    tree.release()
    path.unlink()
    problem = Spot(tree, ("title",)).problem("x")
    assert (problem.span.file, problem.span.line, problem.quote) == ("a.yml", 0, "")


def test_without_a_way_back_nothing_is_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(TEXT, encoding="utf-8")
    node, _ = read_node(path, "a.yml")
    assert isinstance(node, MappingNode)
    tree = Tree(node)
    tree.release()
    assert tree.node is node

"""Layers: mappings by key, lists with ids by id, other lists as a whole; every value keeps its file."""

from __future__ import annotations

from coachkist.source.merge import merge
from coachkist.source.nodes import Node, SourceFile, place_of, to_data
from coachkist.source.parse import parse

BASE = """
title: "Kijkwijzer"
keywords: ["kijken", "scoren"]
groups:
  - id: klimaat
    title: "Klimaat"
    criteria:
      - id: rust
        text: "Het is rustig."
      - id: lachen
        text: "Er wordt gelachen."
  - id: taken
    title: "Taken"
"""


def node(text: str, name: str) -> Node:
    result, problems = parse(SourceFile.of(name, text))
    assert problems == []
    assert result is not None
    return result


def merged(over: str) -> tuple[Node, list[str]]:
    result, problems = merge(node(BASE, "basis.yml"), node(over, "school.yml"))
    return result, [problem.code for problem in problems]


def test_mappings_merge_by_key_and_remember_their_file() -> None:
    result, problems = merged('title: "Kijken bij ons"\n')
    assert problems == []
    assert to_data(result)["title"] == "Kijken bij ons"  # type: ignore[index]
    assert place_of(result, ["title"]).file.name == "school.yml"
    assert place_of(result, ["groups", 0, "title"]).file.name == "basis.yml"


def test_a_plain_list_is_replaced() -> None:
    result, _ = merged('keywords: ["eigen"]\n')
    assert to_data(result)["keywords"] == ["eigen"]  # type: ignore[index]


def test_items_change_hide_move_and_join_by_id() -> None:
    result, problems = merged(
        """
groups:
  - id: klimaat
    criteria:
      - id: rust
        text: "Iedereen is te verstaan."
      - id: lachen
        hide: true
      - id: naam
        after: rust
        text: "Iedereen wordt bij naam genoemd."
  - id: taken
    after: ouders
  - id: ouders
    title: "Ouders"
"""
    )
    assert problems == ["layer-after-unknown"], "ouders comes later in the file than it is asked for"
    data = to_data(result)
    assert data["groups"][0]["criteria"] == [  # type: ignore[index]
        {"id": "rust", "text": "Iedereen is te verstaan."},
        {"id": "naam", "text": "Iedereen wordt bij naam genoemd."},
    ]
    assert [group["id"] for group in data["groups"]] == ["klimaat", "taken", "ouders"]  # type: ignore[index]
    assert place_of(result, ["groups", 0, "criteria", 0, "text"]).file.name == "school.yml"


def test_unknown_ids_are_told_with_those_there_are() -> None:
    _, problems = merge(
        node(BASE, "basis.yml"),
        node(
            "groups:\n  - id: klimat\n    hide: true\n  - id: nieuw\n    title: x\n    after: nergens\n", "school.yml"
        ),
    )
    assert [(p.code, p.span.file, p.span.line, p.values["known"]) for p in problems] == [
        ("layer-hide-unknown", "school.yml", 2, "klimaat, taken"),
        ("layer-after-unknown", "school.yml", 6, "klimaat, taken"),
    ]


def test_an_item_whose_id_is_wrong_is_told_and_not_taken_for_a_new_one() -> None:
    over = "groups:\n  - id: klimt\n    criteria:\n      - id: rust\n        hide: true\n"
    result, problems = merge(node(BASE, "basis.yml"), node(over, "school.yml"))
    assert [(p.code, p.span.line, p.values["near"]) for p in problems] == [("layer-item-unknown", 2, "klimaat")]
    assert [group["id"] for group in to_data(result)["groups"]] == ["klimaat", "taken"]  # type: ignore[index]


def test_an_item_moves_behind_another_and_the_rest_keeps_its_order() -> None:
    base = node("- id: a\n- id: b\n- id: c\n", "basis.yml")
    result, problems = merge(base, node("- id: a\n  after: c\n", "school.yml"))
    assert problems == []
    assert to_data(result) == [{"id": "b"}, {"id": "c"}, {"id": "a"}]


def test_hide_must_be_yes_or_no() -> None:
    assert merged("groups:\n  - id: taken\n    hide: misschien\n")[1] == ["type-bool"]


def test_laying_nothing_over_changes_nothing() -> None:
    base = node(BASE, "basis.yml")
    assert merge(base, node(BASE, "school.yml"))[1] == []
    assert to_data(merge(base, node(BASE, "school.yml"))[0]) == to_data(base)


def test_nameless_items_stay_where_they_are_in_a_list_with_names() -> None:
    base = node('- type: text\n  text: "x"\n- id: a\n  n: 1\n- type: break\n- id: b\n', "basis.yml")
    result, problems = merge(base, node("- id: a\n  n: 2\n- id: c\n  after: a\n", "school.yml"))
    assert problems == []
    assert to_data(result) == [
        {"type": "text", "text": "x"},
        {"id": "a", "n": "2"},
        {"id": "c"},
        {"type": "break"},
        {"id": "b"},
    ]


def test_a_nameless_item_above_replaces_the_whole_list() -> None:
    base = node("- id: a\n- id: b\n", "basis.yml")
    result, _ = merge(base, node("- id: a\n- type: text\n", "school.yml"))
    assert to_data(result) == [{"id": "a"}, {"type": "text"}]

"""Edits of a YAML file that leave the rest of it alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.source.edit import AddItem, EditError, SetText, edited
from coachkist.source.nodes import SourceFile, to_data
from coachkist.source.parse import parse

TEXT = """\
# Bovenaan
title: "Oud"   # een opmerking
note: >
  Lange tekst
  op twee regels.

list:
  # over de eerste
  - id: een
    text: 'Een'  # hier
    more:
      - id: a
        text: Alfa
  - id: twee
    text: |
      Twee

# onderaan
last: x
"""


def edit(text: str, *edits: SetText | AddItem) -> str:
    return edited(SourceFile.of("x.yml", text), edits)


def data(text: str) -> object:
    node, problems = parse(SourceFile.of("x.yml", text))
    assert node is not None
    assert problems == []
    return to_data(node)


def test_only_what_changes_changes() -> None:
    made = edit(
        TEXT,
        SetText((), "title", 'Nieuw: "ja" #1'),
        SetText((), "note", "Kort"),
        SetText(("list", "#een"), "hint", "Erbij"),
        AddItem(("list",), {"id": "drie", "text": "Drie"}, after="een"),
        AddItem(("list",), {"id": "vier", "text": "Vier"}, after="drie"),
        AddItem(("list", "#een", "more"), {"id": "b", "text": "Beta"}),
        SetText(("list", "#twee"), "text", "2"),
    )
    assert (
        made
        == """\
# Bovenaan
title: "Nieuw: \\"ja\\" #1"   # een opmerking
note: "Kort"

list:
  # over de eerste
  - id: een
    text: 'Een'  # hier
    more:
      - id: a
        text: Alfa
      - id: b
        text: "Beta"
    hint: "Erbij"
  - id: drie
    text: "Drie"
  - id: vier
    text: "Vier"
  - id: twee
    text: "2"

# onderaan
last: x
"""
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: {b: c}\n", SetText(("a",), "b", "d")),
        ("a: [b]\n", AddItem(("a",), {"id": "c"})),
        ("a: b\n", SetText(("c",), "d", "e")),
        ("a:\n  - b\n", SetText((), "a", "c")),
        ("a: *b\n", SetText((), "a", "c")),
    ],
)
def test_what_cannot_be_done_is_not_done(text: str, change: SetText | AddItem) -> None:
    with pytest.raises(EditError):
        edit(text, change)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["een", "twee", "nieuw"]), WORDS), min_size=1, max_size=5))
def test_any_words_arrive_as_they_were_given(words: list[tuple[str, str]]) -> None:
    edits: list[SetText | AddItem] = []
    for number, (name, text) in enumerate(words):
        added = AddItem(("list",), {"id": f"n{number}", "text": text, "more": [{"id": "z", "text": text}]})
        edits.append(added if name == "nieuw" else SetText(("list", f"#{name}"), f"key{number}", text))
    made = data(edit(TEXT, *edits))
    assert isinstance(made, dict)
    found = [value for item in made["list"] for key, value in item.items() if key.startswith("key") or key == "text"]
    assert {unicodedata.normalize("NFC", text) for _, text in words} <= set(found)


def test_every_sheet_of_the_catalogue_can_be_edited(root: Path) -> None:
    count = 0
    for path in sorted((root / "content/sheets").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        made = edit(text, SetText((), "title", "Iets anders"))
        before, after = text.splitlines(), made.splitlines()
        assert [line for line in after if line not in before] == ['title: "Iets anders"']
        assert len(before) == len(after)
        count += 1
    assert count > 30

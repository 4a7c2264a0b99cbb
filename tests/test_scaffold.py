"""Skeletons: complete, explained, clear while empty, and sound once filled in."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from coachkist.catalogue.load import load_catalogue
from coachkist.scaffold import FOLDERS_BY_KIND, create_entry, skeleton
from coachkist.schema import schema_for

if TYPE_CHECKING:
    from pathlib import Path

    from coachkist.strings import Strings

ANSWERS = {
    "id": "met-een-collega",
    "summary": "Zoek met zijn tweeën wat er vandaag werkte en schrijf dat op.",
    "goal": "Je ziet wat er al goed gaat. Daar bouw je op verder.",
    "setting": "individual",
    "led_by": "peer",
    "planned": "planned",
    "people": "2",
    "preparation": "0",
    "doing": "15",
    "follow_up": "0",
    "who": "together",
    "phase": "doing",
    "minutes": "15",
    "do": "Stel elkaar om de beurt de vraag wat er vandaag werkte.",
    "say": "Wat werkte er vandaag?",
    "purposes": "sterktes",
    "requires": "agenda",
    "safety": "low-threshold",
    "material": "papier en een pen",
    "unplanned_moments": "Samen op weg naar de parking.",
    "what": "Jullie blijven praten over wat er misliep.",
    "instead": "Vraag na vijf minuten wat er wel lukte.",
    "example": "Noor en Tarik stelden elkaar de vraag. Noor zag dat haar start van de les elke keer lukte.",
    "tips": "Doe het op een vaste dag, dan vergeet je het niet.",
    "header": "Kop",
    "cells": "Cel",
    "why": "Dit bereidt dat voor.",
    "title": "Wat werkte er?",
    "explanation": "Een model om naar een gesprek te kijken, en wat je ermee ziet.",
    "use": "Leg het op tafel en vraag waar de ander zich nu herkent.",
    "order": "900",
    "text": "Kijk eerst samen terug op wat er vandaag al lukte.",
    "try_it": "Vraag vandaag aan twee collega's wat er werkte in hun les.",
    "intro": "Spreek af op een rustige plek.",
}
LISTS = {
    "use_when": ["Het was een zware week en je ziet vooral wat niet lukte."],
    "not_when": ["Er is een conflict tussen jullie twee; los dat eerst op."],
    "questions": ["Wat werkte er?", "Hoe kwam dat?"],
    "keywords": ["succes"],
    "when": ["Je ziet een collega voorbijlopen met de schouders omlaag."],
}


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A copy of the real project: what is new must stand beside what is there."""
    shutil.copytree(root / "methods", tmp_path / "methods")
    shutil.copytree(root / "content", tmp_path / "content")
    return tmp_path


def filled_in(empty: str) -> str:
    """The skeleton with every empty text filled in, as an author would: line by line, comments and all."""
    lists = {key: iter(values) for key, values in LISTS.items()}
    lines, key = [], ""
    for line in empty.splitlines():
        if found := re.match(r"\s*(?:- )?([a-z_]+):", line):
            key = found[1]
        if line.lstrip().startswith("#") or not (line.endswith('""') or re.search(r": \d+$", line)):
            lines.append(line)
            continue
        answer = next(lists[key]) if key in lists else ANSWERS[key]
        lines.append(re.sub(r'(""|\d+)$', f'"{answer}"', line))
    return "\n".join(lines) + "\n"


def with_optional_fields(empty: str, *wanted: str) -> str:
    """The skeleton with the `#` taken away from the fields `wanted` and what is below them."""
    lines, using = [], False
    for line in empty.splitlines():
        if found := re.match(r"\s*#([a-z_]+):", line):
            using = found[1] in wanted
        elif not re.match(r"\s*#", line):
            using = False
        lines.append(re.sub(r"^(\s*)#(?=[a-z]| {2})", r"\1", line) if using else line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", FOLDERS_BY_KIND)
def test_every_field_is_there_with_its_explanation(kind: str, strings: Strings) -> None:
    text = skeleton(kind, "wat-werkte", "", strings)
    unwrapped = re.sub(r"\n *#* *# ", " ", text)
    for name, part in schema_for(kind, strings)["properties"].items():
        if name not in {"formerly", "only"}:
            assert re.search(rf"^#?{name}:", text, re.MULTILINE), name
            assert part["description"] in unwrapped, name


def test_is_block_style_with_a_modeline(strings: Strings) -> None:
    text = skeleton("method", "wat-werkte", "", strings)
    assert text.startswith("# yaml-language-server: $schema=../docs/schemas/method.schema.json\n")
    code = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not any(char in line for line in code for char in "{}[]")
    assert max(map(len, text.splitlines())) <= 110


def test_choices_are_listed_with_their_labels(strings: Strings) -> None:
    text = skeleton("method", "wat-werkte", "", strings)
    assert "    #   small-group: kleine groep\n" in text
    assert "#   werkpunt-kiezen: een werkpunt kiezen\n" in text


def test_keeps_id_and_title(strings: Strings) -> None:
    title = 'Wat "werkte" er: vandaag? \\ #1'
    data = yaml.safe_load(skeleton("method", "wat-werkte", title, strings))
    assert (data["id"], data["title"]) == ("wat-werkte", title)


def test_unfilled_every_empty_text_is_a_problem_with_its_place(project: Path, strings: Strings) -> None:
    path = create_entry(project, "method", "wat-werkte", "", strings)
    lines = path.read_text(encoding="utf-8").splitlines()
    empty = {number for number, line in enumerate(lines, 1) if line.endswith('""') and "#" not in line}
    assert len(empty) > 20
    problems = load_catalogue(project).problems
    assert {problem.span.line for problem in problems} == empty
    assert {problem.span.file for problem in problems} == {"methods/wat-werkte.yml"}
    assert all(f"problems.{problem.code}.message" in strings for problem in problems)


def test_filled_in_it_passes(project: Path, strings: Strings) -> None:
    path = create_entry(project, "method", "wat-werkte", "Wat werkte er?", strings)
    path.write_text(filled_in(path.read_text(encoding="utf-8")), encoding="utf-8")
    result = load_catalogue(project)
    assert result.problems == []
    assert result.catalogue is not None
    assert result.catalogue.methods["wat-werkte"].value.variants[0].steps[0].minutes == 15


@pytest.mark.parametrize("kind", ["model", "tip", "chapter"])
def test_what_is_read_passes_too_once_filled_in(kind: str, project: Path, strings: Strings) -> None:
    path = create_entry(project, kind, "wat-werkte", "Wat werkte er?", strings)
    assert path.relative_to(project).as_posix() == f"{FOLDERS_BY_KIND[kind]}/wat-werkte.yml"
    empty = path.read_text(encoding="utf-8")
    assert empty.startswith(f"# yaml-language-server: $schema=../../docs/schemas/{kind}.schema.json\n")
    assert load_catalogue(project).catalogue is None
    path.write_text(filled_in(empty), encoding="utf-8")
    result = load_catalogue(project)
    assert result.problems == []
    assert result.catalogue is not None
    assert result.catalogue.by_id["wat-werkte"].kind == kind


def test_optional_fields_can_be_used_by_taking_the_hash_away(project: Path, strings: Strings) -> None:
    path = create_entry(project, "method", "wat-werkte", "Wat werkte er?", strings)
    text = with_optional_fields(path.read_text(encoding="utf-8"), "requires", "material", "tips", "say", "intro")
    path.write_text(filled_in(text), encoding="utf-8")
    result = load_catalogue(project)
    assert result.problems == []
    assert result.catalogue is not None
    method = result.catalogue.methods["wat-werkte"].value
    assert len(method.requires) == len(method.material) == len(method.tips) == 1
    assert method.variants[0].intro is not None
    assert method.variants[0].steps[0].say is not None


def test_optional_structures_are_sound_yaml(strings: Strings) -> None:
    text = with_optional_fields(skeleton("method", "wat-werkte", "", strings), "tables", "relations", "sources")
    data = yaml.safe_load(text)
    assert data["tables"] == [{"id": "", "title": "", "header": ["", ""], "rows": [{"id": "", "cells": [""]}]}]
    assert data["relations"]["before"] == [{"id": "", "why": ""}]
    assert data["sources"] == [""]


def test_never_overwrites(project: Path, strings: Strings) -> None:
    path = create_entry(project, "method", "wat-werkte", "Eerst", strings)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_entry(project, "method", "wat-werkte", "Daarna", strings)
    assert path.read_bytes() == before


def test_is_the_same_every_time(project: Path, strings: Strings) -> None:
    path = create_entry(project, "method", "wat-werkte", "Titel", strings)
    assert path.read_bytes() == skeleton("method", "wat-werkte", "Titel", strings).encode()
    assert b"\r" not in path.read_bytes()

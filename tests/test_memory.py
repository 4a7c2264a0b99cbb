"""Working with a memory gives what working without one gives, and does only what is needed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose, compose_all
from coachkist.memory import Memory, Same

BASE = Path(__file__).parent / "broken" / "base"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(BASE, folder)
    return folder


def loaded(project: Path, memory: Memory) -> Catalogue:
    catalogue = load_catalogue(project, memory=memory).catalogue
    assert catalogue is not None
    return catalogue


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_equal_thing_stays_the_same_thing() -> None:
    memory = Memory()
    first = memory.recall_equal("een", 1, lambda: ["a"])
    assert memory.recall_equal("een", 2, lambda: ["a"]) is first
    assert memory.recall_equal("een", 2, lambda: ["b"]) is first, "the new stamp was not remembered"
    assert memory.recall_equal("een", 3, lambda: ["b"]) == ["b"]


def test_renewing_begins_with_what_was_remembered() -> None:
    memory = Memory()

    def longer(before: str | None) -> str:
        return f"{before or ''}a"

    assert [memory.renew("een", stamp, longer) for stamp in (1, 1, 2)] == ["a", "a", "aa"]


def test_a_stamp_decides() -> None:
    memory = Memory()
    assert memory.recall("een", 1, lambda: "a") == "a"
    assert memory.recall("een", 1, lambda: "b") == "a"
    assert memory.recall("een", 2, lambda: "b") == "b"
    assert memory.recall("twee", 2, lambda: "c") == "c"


def test_same_is_about_the_object_itself() -> None:
    one, two = [1], [1]
    assert Same(one) == Same(one)
    assert Same(one) != Same(two)
    assert hash(Same(one)) == hash(Same(one))


def test_what_did_not_change_is_the_same_object(project: Path) -> None:
    memory = Memory()
    first = loaded(project, memory)
    documents = compose_all(first, memory)
    edit(project / "methods/oefening.yml", "De {leerkracht} ziet", "Elke {leerkracht} ziet")
    second = loaded(project, memory)
    again = compose_all(second, memory)
    assert second.methods["vervolg"] is first.methods["vervolg"]
    assert second.methods["oefening"] is not first.methods["oefening"]
    assert again["vervolg"] is documents["vervolg"]
    assert again["oefening"] != documents["oefening"]
    assert again["oefenboek"] != documents["oefenboek"], "the workbook holds the chapter that changed"


def test_a_new_title_reaches_the_documents_that_mention_it(project: Path) -> None:
    memory = Memory()
    compose_all(loaded(project, memory), memory)
    edit(project / "methods/vervolg.yml", 'title: "Vervolg"', 'title: "Verder gaan"')
    catalogue = loaded(project, memory)
    documents = compose_all(catalogue, memory)
    assert documents == {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}
    assert "Verder gaan" in repr(documents["oefening"].blocks)


def test_another_word_reaches_every_document(project: Path) -> None:
    memory = Memory()
    compose_all(loaded(project, memory), memory)
    edit(project / "content/vocabulary.yml", 'leerkracht: "leerkracht"', 'leerkracht: "docent"')
    assert "docent ziet" in repr(compose_all(loaded(project, memory), memory)["oefening"].blocks)


def test_a_mistake_is_told_each_time_and_gone_when_mended(project: Path) -> None:
    memory = Memory()
    path = project / "methods/oefening.yml"
    edit(path, "doing: 20", "doing: 25")
    for _ in range(2):
        assert [problem.code for problem in load_catalogue(project, memory=memory).problems] == ["minutes-sum"]
    edit(path, "doing: 25", "doing: 20")
    assert load_catalogue(project, memory=memory).problems == []


def test_a_memory_above_another_reads_it_and_keeps_its_own_things_to_itself() -> None:
    below = Memory()
    assert below.recall("shared", 1, lambda: "once") == "once"
    first, second = Memory(below), Memory(below)
    assert first.recall("shared", 1, lambda: "again") == "once"
    assert first.recall("own", 1, lambda: "mine") == "mine"
    assert second.recall("own", 1, lambda: "yours") == "yours"
    assert first.recall("shared", 2, lambda: "changed") == "changed"
    assert second.recall("shared", 1, lambda: "again") == "once"
    assert first.shared is second.shared is below

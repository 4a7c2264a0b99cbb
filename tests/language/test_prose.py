"""Which texts are read, and which are not."""

from __future__ import annotations

from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.language.prose import PAGE_FIELD, catalogue_prose, interface_prose, page_prose
from coachkist.language.text import Prose
from coachkist.markup.wording import Wording
from tests.language.conftest import Spoil

WORDING = Wording({"leerkracht": "leraar", "leerkracht-": "leraren"})

PAGE = """\
---
title: "De titel"
hide: [navigation]
---

# Een kop {#anker}

Zie [de lijst](lijst/index.md) van
{leerkracht-}teams, met `kode` en <code>&#123;hoi&#125;</code> erbij.

- Een punt
"""


def shown(proses: list[Prose]) -> list[str]:
    return [passage.shown for prose in proses for passage in prose.passages]


def test_every_text_of_the_real_catalogue_is_read(catalogue: Catalogue) -> None:
    proses = list(catalogue_prose(catalogue))
    read = {(prose.owner, prose.field) for prose in proses}
    assert {owner for owner, _ in read} == {*catalogue.by_id, ""}
    for item in catalogue.texts():
        assert (item.owner, item.field) in read
    assert ("", "words.meaning") in read
    assert not any("keywords" in field for _, field in read)
    assert all(passage.shown.strip() for prose in proses for passage in prose.passages)


def test_tokens_are_read_as_words_and_references_as_titles(spoil: Spoil) -> None:
    catalogue = spoil("methods/oefening.yml", "ziet wat er misgaat", "ziet in [[vervolg]] wat **er** misgaat")
    goal = next(prose for prose in catalogue_prose(catalogue) if prose.field == "goal" and prose.owner == "oefening")
    assert shown([goal]) == ["De leerkracht ziet in Vervolg wat er misgaat."]
    assert goal.passages[0].prose == "De leerkracht ziet in \0\0\0\0\0\0\0 wat er misgaat."


def test_every_item_of_a_list_is_a_passage_of_its_own(spoil: Spoil) -> None:
    old = "goal: >\n  De {leerkracht} ziet wat er misgaat.\n"
    catalogue = spoil("methods/oefening.yml", old, "goal: |\n  Neem mee:\n\n  - een blad\n  - een pen\n")
    goal = next(prose for prose in catalogue_prose(catalogue) if prose.field == "goal" and prose.owner == "oefening")
    assert shown([goal]) == ["Neem mee:", "een blad", "een pen"]


def test_pages_are_read_without_code_and_anchors(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "uitleg.md").write_text(PAGE, encoding="utf-8")
    proses = list(page_prose(tmp_path, WORDING))
    assert [text.replace("\0", "") for text in shown(proses)] == [
        "De titel",
        "Een kop ",
        "Zie de lijst van lerarenteams, met kode en {hoi} erbij.",
        "Een punt",
    ]
    assert {prose.field for prose in proses} == {PAGE_FIELD}
    assert "kode" not in proses[2].passages[0].prose
    assert "hoi" not in proses[2].passages[0].prose
    text = proses[2].passages[0].shown
    places = [proses[2].place_of(0, text.index(word)) for word in ("lijst", "lerarenteams", "erbij")]
    assert [(place.file.name, place.line, place.column) for place in places] == [
        ("content/pages/uitleg.md", 8, 9),
        ("content/pages/uitleg.md", 9, 1),
        ("content/pages/uitleg.md", 9, 64),
    ]
    assert (proses[0].place.line, proses[0].place.column) == (2, 8)


def test_a_page_without_front_matter_is_read_from_its_first_line(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "uitleg.md").write_text("Meteen beginnen.\n", encoding="utf-8")
    (prose,) = page_prose(tmp_path, WORDING)
    assert prose.place_of(0, 7).column == 8


def test_words_of_the_interface_are_read_where_the_project_has_them(tmp_path: Path) -> None:
    assert list(interface_prose(tmp_path, WORDING)) == []
    path = tmp_path / "content" / "strings" / "nl.yml"
    path.parent.mkdir(parents=True)
    path.write_text('a:\n  help: "Een {leerkracht} en {n} vragen."\n', encoding="utf-8")
    (prose,) = interface_prose(tmp_path, WORDING)
    assert prose.passages[0].prose == "Een leraar en \0\0\0 vragen."
    assert prose.place_of(0, prose.passages[0].shown.index("vragen")).column == 34


def test_the_small_project_has_no_pages(project: Path) -> None:
    catalogue = load_catalogue(project).catalogue
    assert catalogue is not None
    assert list(page_prose(project, catalogue.wording)) == []

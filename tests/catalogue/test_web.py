"""The web of relations: found from both ends, and nothing stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.web import AFTER, BEFORE, web_of
from coachkist.model.enums import Kind

BASE = Path(__file__).parents[1] / "broken" / "base"
OPPOSITE = {BEFORE: AFTER, AFTER: BEFORE}


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue(BASE).catalogue
    assert catalogue is not None
    return catalogue


def seen(catalogue: Catalogue, name: str) -> list[tuple[str, str, str, bool]]:
    """The links of an entry: the other end, the relation, the reason, and whether this end wrote it."""
    links = catalogue.web[name]
    return [(link.other, link.relation, link.why.source if link.why else "", link.written) for link in links]


def test_what_one_end_wrote_stands_at_both_in_the_same_words(small: Catalogue) -> None:
    why = "Wachten geeft de ander tijd om zelf een trede hoger te gaan."
    assert ("trapje", "related", why, True) in seen(small, "wachten")
    assert ("wachten", "related", why, False) in seen(small, "trapje")


def test_methods_that_both_wrote_keep_their_own_words(small: Catalogue) -> None:
    assert ("vervolg", "after", "Om verder te gaan.", True) in seen(small, "oefening")
    assert ("oefening", "before", "Dan heb je iets om op voort te bouwen.", True) in seen(small, "vervolg")
    assert len([link for link in small.web["oefening"] if link.other == "vervolg"]) == 1


def test_a_chapter_and_what_its_sections_list_know_each_other(small: Catalogue) -> None:
    assert {(link.other, link.relation) for link in small.web["begin"]} >= {
        ("wachten", "section"),
        ("vervolg", "section"),
        ("trapje", "section"),
        ("einde", "related"),
    }
    assert ("begin", "section", "", False) in seen(small, "vervolg")


def test_a_link_that_leads_nowhere_is_left_out(small: Catalogue) -> None:
    web = web_of([small.tips["wachten"].value])
    assert web == {"wachten": ()}


def test_every_relation_is_seen_from_both_ends(catalogue: Catalogue) -> None:
    count = 0
    for name, links in catalogue.web.items():
        for link in links:
            count += 1
            back = {(other.other, other.relation) for other in catalogue.web[link.other]}
            assert (name, OPPOSITE.get(link.relation, link.relation)) in back
    assert count > 500


def test_no_entry_is_an_island(catalogue: Catalogue) -> None:
    """From any entry you can get to any other by following relations."""
    wanted = {entry.value.id for entry in catalogue.entries() if entry.kind is not Kind.WORKBOOK}
    reached, waiting = set(), [next(iter(catalogue.methods))]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [link.other for link in catalogue.web[name]]
    assert wanted - reached == set()


@pytest.mark.parametrize("kind", [Kind.METHOD, Kind.MODEL, Kind.TIP])
def test_each_entry_relates_to_more_than_chapters_and_sheets(kind: Kind, catalogue: Catalogue) -> None:
    idle = [
        entry.value.id
        for entry in catalogue.entries()
        if entry.kind is kind
        and not any(
            catalogue.by_id[link.other].kind in (Kind.METHOD, Kind.MODEL, Kind.TIP)
            for link in catalogue.web[entry.value.id]
        )
    ]
    assert idle == []

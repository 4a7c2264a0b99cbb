"""Pages to read: chapters in their order, the glossary, and the map of relations."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose
from coachkist.site.contents import SiteContents
from coachkist.site.entries import files_of_entry
from coachkist.site.glossary import glossary_page
from coachkist.site.page import Page
from coachkist.site.reading import reading_pages
from coachkist.site.web_layout import RADIUS, laid_out
from coachkist.site.web_page import LONGEST, map_page, short

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture(scope="module")
def site() -> SiteContents:
    catalogue = load_catalogue(BASE).catalogue
    assert catalogue is not None
    return SiteContents(catalogue, {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}, {})


@pytest.fixture(scope="module")
def pages(site: SiteContents) -> dict[str, Page]:
    files = (file for entry in site.catalogue.entries() for file in files_of_entry(site, entry))
    found = [*reading_pages(site), *(file for file in files if isinstance(file, Page))]
    return {page.url: page for page in found}


def test_overviews_list_every_entry(pages: dict[str, Page]) -> None:
    chapters = re.findall(r'ck-reading__title"><a href="([^"]+)"', pages["lezen/"].body)
    assert chapters == ["begin/", "einde/"]
    assert 'href="trapje/"' in pages["modellen/"].body
    assert 'href="wachten/"' in pages["tips/"].body


def test_a_chapter_leads_to_the_next_one_and_back(pages: dict[str, Page]) -> None:
    first, last = pages["lezen/begin/"].body, pages["lezen/einde/"].body
    assert "Hoofdstuk 1 van 2" in first
    assert 'ck-neighbours__next"><a href="../einde/"' in first
    assert 'ck-neighbours__previous"></p>' in first
    assert 'ck-neighbours__previous"><a href="../begin/"' in last
    assert 'ck-neighbours__next"></p>' in last


def test_each_page_knows_its_yaml(pages: dict[str, Page]) -> None:
    assert pages["lezen/begin/"].front["source"] == "content/chapters/begin.yml"
    assert pages["modellen/trapje/"].front["source"] == "content/models/trapje.yml"
    assert pages["tips/wachten/"].front["source"] == "content/tips/wachten.yml"


def test_the_glossary_explains_each_term_and_says_where_it_is_used(site: SiteContents) -> None:
    body = glossary_page(site).body
    assert 'href="#letter-t"' in body
    assert '<div class="ck-glossary__term" id="trede">' in body
    assert '<a href="../modellen/trapje/">Het trapje</a>' in body.partition("ck-glossary__uses")[2]


def test_the_glossary_is_alphabetical_whatever_the_accents(catalogue: Catalogue) -> None:
    documents = {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}
    page = glossary_page(SiteContents(catalogue, documents, {}))
    letters = re.findall(r'<h2 id="letter-(.)">', page.body)
    assert letters == sorted(letters)
    assert len(re.findall('class="ck-glossary__term"', page.body)) == len(catalogue.vocabulary.terms)


# --- the map -----------------------------------------------------------------------------------------------------


def test_the_map_draws_each_relation_once_and_lists_it_twice(site: SiteContents) -> None:
    body = map_page(site).body
    ends = [tuple(sorted(found.split())) for found in re.findall('data-ends="([^"]+)"', body)]
    assert len(ends) == len(set(ends)) == 7
    drawing, _, listed = body.partition('<h2 id="lijst">')
    assert len(re.findall("<dd>|, ", listed)) >= 2 * len(ends) - 1
    nodes = set(re.findall('data-node="([^"]+)"', drawing))
    assert nodes == {"oefening", "vervolg", "trapje", "wachten", "begin", "einde"}
    assert nodes == {name for pair in ends for name in pair}


def test_the_map_has_words_for_who_cannot_see_it_and_no_styles_of_its_own(site: SiteContents) -> None:
    body = map_page(site).body
    assert re.search(r'<title id="kaart-titel">[^<]+</title>', body)
    assert re.search(r'<desc id="kaart-uitleg">[^<]{60,}</desc>', body)
    assert " style=" not in body


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("MERID-model", "MERID-model"),
        ("Basisbehoeften: autonomie, verbondenheid, competentie", "Basisbehoeften"),
        ("Voorbereiden en nabespreken (sandwich)", "Voorbereiden en nabespreken"),
        ("Drie cirkels van een krachtige leeromgeving", "Drie cirkels van een krachtige …"),
    ],
)
def test_long_titles_are_cut_where_it_makes_sense(title: str, shown: str) -> None:
    assert short(title) == shown
    assert len(shown) <= LONGEST


@given(st.lists(st.integers(1, 12), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_entries_keep_their_distance_and_groups_stay_together(sizes: list[int], random: object) -> None:
    groups = {f"g{number}": [f"g{number}-{n}" for n in range(size)] for number, size in enumerate(sizes)}
    names = [name for entries in groups.values() for name in entries]
    pairs = [(a, b) for a in names for b in names if a < b and random.random() < 0.3]  # type: ignore[attr-defined]
    layout = laid_out(groups, pairs, "g0")
    angles = {spot.entry: spot.angle for spot in layout.spots}
    assert sorted(angles) == sorted(names)
    step = 360 / (len(names) + 3 * len(groups))
    places = sorted(angles.values())
    assert all(later - earlier > 0.9 * step for earlier, later in pairwise(places))
    assert places[-1] - places[0] < 360
    order = [spot.entry.partition("-")[0] for spot in layout.spots]
    assert order == sorted(order)
    assert [spot.entry for spot in layout.spots][: sizes[0]] == groups["g0"]
    numbers = [float(one) for curve in layout.curves for one in re.findall(r"-?\d+\.\d", curve.path)]
    assert all(math.isfinite(one) and abs(one) <= RADIUS for one in numbers)
    assert laid_out(groups, pairs, "g0") == layout

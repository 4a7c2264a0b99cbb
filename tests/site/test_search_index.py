"""The search index: any text is indexed safely, the same input gives the same bytes, and nothing is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose_all
from coachkist.markup.inline import Strong, Text
from coachkist.markup.wording import Wording
from coachkist.memory import Memory
from coachkist.model.reference import Vocabulary
from coachkist.site.contents import SiteContents
from coachkist.site.plan import overviews
from coachkist.site.search_entries import SearchEntry, SearchSection, entry_to_find, others_to_find
from coachkist.site.search_index import front_coded, search_index, search_json
from coachkist.site.search_postings import base64_digits
from coachkist.site.search_words import texts_of, words
from coachkist.strings import Strings

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


def decoded(postings: str) -> list[tuple[int, bool]]:
    """The sections of one word, as `web/search/decode.js` reads them."""
    found, section, number, scale = [], -1, 0, 1
    for digit in postings:
        value = DIGITS.index(digit)
        number += value % 32 * scale
        scale *= 32
        if value < 32:
            section += number // 2 + 1
            found.append((section, number % 2 == 1))
            number, scale = 0, 1
    return found


def unfolded(text: str) -> list[str]:
    found: list[str] = []
    for sign in text:
        if "A" <= sign <= "Z":
            found.append(found[-1][: ord(sign) - 65] if found else "")
        else:
            found[-1] += sign
    return found


def index_of(strings: Strings, *texts: str) -> dict[str, object]:
    entries = [
        SearchEntry(f"e{n}", "page", f"e{n}/", "t", "s", (), (), (SearchSection(texts=(text,)),))
        for n, text in enumerate(texts)
    ]
    data: dict[str, object] = json.loads(search_index(entries, Vocabulary(), Wording({}), strings))
    return data


@given(st.text())
def test_words_are_folded_and_plain(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert not any("A" <= sign <= "Z" or sign.isspace() for word in found for sign in word)


@given(st.sets(st.text(alphabet="abcdeéz9", min_size=1, max_size=40)))
def test_front_coding_loses_nothing(found: set[str]) -> None:
    assert unfolded(front_coded(sorted(found))) == sorted(found)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_lose_nothing(number: int) -> None:
    value = sum(DIGITS.index(digit) % 32 * 32**place for place, digit in enumerate(base64_digits(number)))
    assert value == number


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_any_text_is_indexed_with_its_places(texts: list[str]) -> None:
    strings = Strings({"site": {"search": {"kind": {"page": "P"}, "kind_words": {"page": "p"}}}})
    data = index_of(strings, *texts)
    known = unfolded(str(data["vocabulary"]))
    postings = str(data["postings"]).split(" ") if known else []
    assert known == sorted(known)
    for word, places in zip(known, postings, strict=True):
        assert [number for number, _ in decoded(places)] == [n for n, text in enumerate(texts) if word in words(text)]
    expected = {word for text in texts for word in words(text) if len(word) >= 3 and not word.isdigit()}
    assert set(known) == expected


def test_words_in_bold_stay_whole_and_names_of_fields_stay_out() -> None:
    assert list(texts_of((Text("kijk"), Strong((Text("wijzer"),))))) == ["kijkwijzer"]


@pytest.fixture(scope="module")
def site(catalogue: Catalogue) -> SiteContents:
    return SiteContents(catalogue, compose_all(catalogue, Memory()), {})


def written(root: Path) -> list[Path]:
    return sorted((root / "content/pages").glob("*.md"))


def test_every_entry_and_page_can_be_found(site: SiteContents, root: Path) -> None:
    pages = list(overviews(site))
    data = json.loads(search_json(site, pages, written(root)))
    urls = {row[2] for row in data["entries"]}
    assert {site.url(entry.value.id) for entry in site.catalogue.entries()} <= urls
    assert {f"{path.stem}/" for path in (root / "content/pages").glob("*.md")} <= urls
    assert {"bronnen/", "werkvormen/met/team/"} <= urls
    assert len(urls) == len(data["entries"])


def test_variants_are_sections_with_their_anchors(site: SiteContents, root: Path) -> None:
    found = {name: entry_to_find(site, loaded) for name, loaded in site.catalogue.methods.items()}
    for name, loaded in site.catalogue.methods.items():
        assert [one.anchor for one in found[name].sections] == ["", *(one.id for one in loaded.value.variants)]


def test_search_knows_how_entries_and_pages_are_asked_for(site: SiteContents, root: Path) -> None:
    found = {entry.id: entry for entry in others_to_find(site, [], written(root))}
    loaded = site.catalogue.methods["mediation"]
    method = loaded.value
    assert "gedoe in het team" in method.asked
    assert set(entry_to_find(site, loaded).keywords) >= {*method.keywords, *method.asked}
    assert "coachbeleid" in found["voor-de-directie"].keywords


def test_same_catalogue_same_bytes(catalogue: Catalogue, site: SiteContents, root: Path) -> None:
    pages = list(overviews(site))
    again = SiteContents(catalogue, compose_all(catalogue, Memory()), {})
    first = search_json(site, pages, written(root))
    assert first == search_json(again, list(overviews(again)), written(root))
    assert first == search_json(site, pages, written(root))


def test_other_words_for_the_same_are_known_by_this_editions_own(strings: Strings) -> None:
    vocabulary = Vocabulary.model_validate(
        {
            "words": [
                {
                    "id": "leerkracht",
                    "meaning": "x",
                    "forms": {"leerkracht": "juf", "de leerkracht": "de juf"},
                    "raw": ["leraar"],
                }
            ]
        }
    )
    data = json.loads(search_index([], vocabulary, Wording({"leerkracht": "juf"}), strings))
    assert data["same"] == [["juf", "leraar"]]

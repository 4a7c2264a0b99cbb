"""The engine by itself: words, slips, wording, safety of what it shows."""

from __future__ import annotations

import json
import zlib

import pytest
from playwright.sync_api import Page

from coachkist.site.search_words import words

SAMPLES = [
    "Collega’s en collega's",
    "Zorgcoördinator, café, ÉÉN, naïef",
    "co-teaching / post-its; 24/7 (A4)",
    "straße İstanbul Şeyma Łukasz ﬁlm ① ²",
    "klas\u00adbezoek\u200b … ‘wat als …?’ _onder_streept_",
    "Ελλάς Москва עברית 日本語",
    "😀 emoji <b>vet</b> &amp;",
    "",
]


def test_python_and_the_browser_see_the_same_words(engine: Page) -> None:
    seen: list[list[str]] = engine.evaluate("(texts) => texts.map((text) => words(text))", SAMPLES)
    assert seen == [words(text) for text in SAMPLES]
    data = engine.evaluate("data.entries.flatMap(([, , , title, summary, keywords]) => [title, summary, ...keywords])")
    assert len(data) > 100
    assert engine.evaluate("(texts) => texts.map((text) => words(text))", data) == [words(text) for text in data]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("kijkwijzer", "kijkwijser", 1), ("schaalvragen", "schaalvargen", 1), ("les", "lessen", 3), ("a", "abcde", 3)],
)
def test_slips(engine: Page, one: str, other: str, count: int) -> None:
    expected = min(count, 3)
    assert engine.evaluate("([one, other]) => Math.min(3, slips(one, other, 3))", [one, other]) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talenten", "talent"),
        ("vragen", "vraag"),
        ("brieven", "brief"),
        ("lessen", "les"),
        ("kaartjes", "kaart"),
        ("portfolio's", "portfolio"),
        ("mogelijkheden", "mogelijkheid"),
        ("observaties", "observatie"),
        ("coachees", "coachee"),
    ],
)
def test_forms_of_one_word_share_a_stem(engine: Page, one: str, other: str) -> None:
    assert len(set(engine.evaluate("(all) => all.flatMap(words).map(stem)", [one, other]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("observeert", "observatie"),
        ("gehospiteerd", "hospiteren"),
        ("bespreking", "bespreken"),
        ("luisterend", "luisteren"),
        ("begeleiden", "begeleider"),
    ],
)
def test_relatives_share_a_root(engine: Page, one: str, other: str) -> None:
    assert len(set(engine.evaluate("(all) => all.map(root)", [one, other]))) == 1


def test_words_that_only_look_alike_have_different_roots(engine: Page) -> None:
    assert len(set(engine.evaluate("(all) => all.map(root)", ["opletten", "opleiden", "scholier", "scholen"]))) == 4


@pytest.mark.parametrize("word", ["leraar", "leraren", "docent", "juf", "meesters", "Lerares", "leerkrachten"])
def test_another_schools_word_finds_the_same(engine: Page, word: str) -> None:
    find = "(query) => engine.search(query).map(({ id, kind, score }) => [id, kind, score])"
    expected = engine.evaluate(find, "leerkracht")
    assert len(expected) > 5
    assert engine.evaluate(find, word) == expected
    assert engine.evaluate(find, f"coach {word} klas") == engine.evaluate(find, "coach leerkracht klas")


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("wat levert coachen op", [["oplevert"], ["coach"]]),
        ("kernkwaliteitenfiche", [["kernkwaliteiten"], ["fiche"]]),
        ("stellingen spel", [["stellingen"], ["stellingenspel"], ["spel"]]),
        ("stageboekje", [["stage"], ["boekje"]]),
        ("docentprofessionalisering", [["leerkracht"], ["professionalisering"]]),
        ("kijkwijzer", [["kijkwijzer"]]),
        ("qqxzwvv", [["qqxzwvv"]]),
    ],
)
def test_queries_are_put_together_and_taken_apart(engine: Page, query: str, phrases: list[list[str]]) -> None:
    found: list[list[str]] = engine.evaluate("(query) => engine.reader.phrases(query)", query)
    assert sorted(found) == sorted(phrases)


def test_a_short_word_is_no_part_of_every_word_that_ends_in_it(engine: Page) -> None:
    found = set(engine.evaluate("[...engine.matcher.match('uren').keys()]"))
    assert "taakuren" in found
    assert not found & {"kleuren", "sturen", "gebeuren", "buren"}


def test_half_an_unknown_compound_is_better_than_nothing(engine: Page) -> None:
    found = engine.evaluate("engine.search('veranderingsbereidheid', 3).map(({ id }) => id)")
    assert "groeipad" in found


def test_a_keyword_like_the_whole_query_lifts_its_entry(engine: Page) -> None:
    bonus = """([query, id]) => {
      const terms = engine.reader.phrases(query).flatMap((phrase) => engine.terms.of(phrase));
      const likeness = engine.terms.likeness(terms);
      const asked = { stems: "", joined: "" };
      return engine.bonus(engine.entries.findIndex((entry) => entry.id === id), asked, likeness);
    }"""
    whole, half, none = (
        engine.evaluate(bonus, [query, "mediation"])
        for query in ("gedoe in ons team", "gedoe met de printer van het team", "portfolio")
    )
    assert whole > half > none >= 1


def test_a_word_with_a_negation_is_not_the_word_without(engine: Page) -> None:
    others = engine.evaluate("engine.thesaurus.alternatives(['directief']).flatMap(({ words }) => words)")
    assert "dwingend" in others
    others = engine.evaluate("engine.thesaurus.alternatives(['volgend']).flatMap(({ words }) => words)")
    assert "sturend" not in others
    assert engine.evaluate("engine.thesaurus.alternatives(['niet', 'sturend']).length") > 1


def test_a_student_may_be_one_who_trains_to_teach(engine: Page) -> None:
    assert engine.evaluate("engine.search('student begeleiden op stage', 1)[0].id") in {
        "ontwikkelingsstadia",
        "realistisch-opleiden",
    }


@pytest.mark.parametrize("query", ["uimodel", "ui-model", "UI Model", "model ui"])
def test_a_title_is_found_written_apart_or_together(engine: Page, query: str) -> None:
    assert engine.evaluate("(query) => engine.search(query, 1)[0].id", query) == "ui-model"


def test_a_kind_can_be_asked_for_by_name(engine: Page) -> None:
    first = "(query) => engine.search(query, 1)[0].kind"
    assert engine.evaluate(first, "schaalvragen") == "method"
    assert engine.evaluate(first, "blad schaalvragen") == "sheet"


def test_words_that_go_with_anything_do_not_lead(engine: Page) -> None:
    first = "(query) => engine.search(query, 1)[0].id"
    assert engine.evaluate(first, "actieplan maken") == engine.evaluate(first, "actieplan") == "actieplan"


def test_what_is_shown_is_escaped(engine: Page) -> None:
    shown = engine.evaluate("""() => {
      const evil = '<img src=x onerror=alert(1)> "kijkwijzer" &';
      const copy = structuredClone(data);
      copy.entries[0] = [0, "boos", "boos/", evil, evil, [evil], [evil], [["x", evil]]];
      copy.kinds[0][1] = evil;
      const holder = document.createElement("div");
      const search = createSearch(copy);
      const queries = ["kijkwijzer", "img onerror", "<img src=x>", "lessenstudie<b>"];
      const answers = queries.map((query) => answer(search, query));
      holder.innerHTML = answers.flatMap(({ items }) => items.flat()).map(({ title, text }) => title + text).join("");
      const tags = [...holder.querySelectorAll("*")].map((one) => one.localName);
      return [answers.map(({ items }) => items.length), [...new Set(tags)].sort()];
    }""")
    counts, tags = shown
    assert all(counts[:2])
    assert tags == ["mark", "p", "span"]


def test_nothing_found_offers_words_that_do_find_something(engine: Page) -> None:
    assert engine.evaluate("engine.search('interfiezie').length") == 0
    near: list[str] = engine.evaluate("engine.nearest('interfiezie')")
    assert near
    assert all(engine.evaluate("(word) => engine.search(word).length", word) for word in near)
    assert engine.evaluate("engine.search('qqxzw')") == []
    assert engine.evaluate("engine.nearest('qqxzw')") == []


@pytest.mark.parametrize("query", ["", "   ", "?", "de", "’", "a" * 5000, "(.*)+[", "constructor", "__proto__", "😀"])
def test_any_query_is_answered(engine: Page, query: str) -> None:
    assert engine.evaluate("(query) => Array.isArray(answer(engine, query).items)", query)


def test_completes_what_is_being_typed(engine: Page) -> None:
    assert engine.evaluate("engine.complete('Kijkwij')") == "Kijkwijzer"
    assert engine.evaluate("engine.complete('kijkwijzer')") == ""
    assert engine.evaluate("engine.complete('')") == ""


def test_the_protocol_of_the_search_box(engine: Page) -> None:
    types = engine.evaluate("""async () => {
      let opened = 0;
      const respond = responder(async () => { opened += 1; return window.engine; });
      const answers = [];
      const counts = [];
      for (const data of [null, "", " ", "film", "films"]) {
        answers.push(await respond(data === null ? { type: 0, data: {} } : { type: 2, data }));
        counts.push(opened);
      }
      const failing = responder(async () => { throw new Error("offline"); });
      const failed = await failing({ type: 2, data: "film" });
      return [answers.map(({ type }) => type), counts, answers[2].data.items, failed.data.items.length];
    }""")
    assert types == [[1, 3, 3, 3, 3], [0, 0, 1, 1, 1], [], 1]


def test_index_leaves_room_to_grow(index: bytes) -> None:
    assert len(zlib.compress(index, 9)) < 120 * 1024
    assert json.loads(index)["format"] == 2

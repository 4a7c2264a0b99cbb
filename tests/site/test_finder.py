"""The finder's data: what is asked, and which answers each way of working fits."""

from __future__ import annotations

import json
import re

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose
from coachkist.model.enums import Purpose
from coachkist.site.contents import SiteContents
from coachkist.site.finder import PURPOSE_GROUPS, QUESTIONS, WEIGHTS, questions, ways
from coachkist.site.finder_page import finder_json, finder_page


@pytest.fixture(scope="module")
def site(catalogue: Catalogue) -> SiteContents:
    return SiteContents(catalogue, {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}, {})


def test_three_to_five_questions_each_with_answers(site: SiteContents) -> None:
    asked = questions(site)
    assert 3 <= len(asked) <= 5
    assert all(len(question.answers) >= 2 for question in asked)
    assert all(answer.label for question in asked for answer in question.answers)


def test_no_two_sets_of_answers_weigh_the_same() -> None:
    assert sorted(WEIGHTS.values()) == [2**power for power in range(len(QUESTIONS))]


def test_each_purpose_belongs_to_one_answer() -> None:
    grouped = [purpose for group in PURPOSE_GROUPS.values() for purpose in group]
    assert sorted(grouped) == sorted(Purpose)


def test_every_variant_is_a_way_and_answers_are_known(site: SiteContents) -> None:
    known = {question.id: {answer.id for answer in question.answers} for question in questions(site)}
    found = ways(site)
    variants = {
        f"{site.url(method)}#{variant.id}"
        for method, loaded in site.catalogue.methods.items()
        for variant in loaded.value.variants
    }
    assert {way.url for way in found if not way.moment} == variants
    assert any(way.moment for way in found)
    for way in found:
        assert set(way.answers) == set(known)
        assert all(set(given) <= known[question] for question, given in way.answers.items()), way.url
        assert all(way.answers.values()), way.url
        assert way.why
        assert way.purposes


def test_time_is_a_limit(site: SiteContents) -> None:
    short = next(way for way in ways(site) if way.url == "werkvormen/schaalvragen/#individueel-ongepland")
    long = next(way for way in ways(site) if way.url == "werkvormen/lesson-study/#kleine-groep")
    assert short.answers["tijd"] == ("tot-30", "tot-60", "tot-120", "langer")
    assert long.answers["tijd"] == ("langer",)


def test_an_anchor_of_each_way_exists_on_its_page(site: SiteContents) -> None:
    for way in ways(site):
        anchors = {getattr(block, "anchor", None) for block in site.documents[way.method].blocks}
        assert way.url.partition("#")[2] in anchors


def test_the_table_has_every_variant_and_only_links_that_lead_somewhere(site: SiteContents) -> None:
    body = finder_page(site).body.replace("&#35;", "#")
    links = re.findall(r'<li><a href="\.\./([^"]+)"', body)
    assert sorted(links) == sorted(way.url for way in ways(site) if not way.moment)
    assert "<script" not in body
    assert "style=" not in body


def test_same_catalogue_same_data(site: SiteContents) -> None:
    assert finder_json(site) == finder_json(site)
    assert set(json.loads(finder_json(site))) == {"questions", "ways", "words"}

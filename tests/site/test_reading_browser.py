"""Pages to read in a real browser: terms that explain themselves, the map, no barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import PATIENCE

PAGES = [
    "lezen/",
    "lezen/wat-is-coaching/",
    "modellen/",
    "modellen/merid/",
    "tips/",
    "tips/actief-luisteren/",
    "begrippen/",
    "kaart/",
]
TERM = ".ck-term"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_term_shows_its_meaning_on_hover_and_focus_and_hides_it_on_escape(page: Page, address: str) -> None:
    page.goto(address + "tips/actief-luisteren/")
    term = page.locator(TERM).first
    word, meaning = term.locator("a"), term.locator("[role=tooltip]")
    expect(meaning).to_be_hidden()
    word.hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(0, 0)
    word.focus()
    expect(meaning).to_be_visible()
    assert word.get_attribute("aria-describedby") == meaning.get_attribute("id")


def test_a_tap_shows_the_meaning_and_a_second_one_leads_to_the_glossary(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address + "tips/actief-luisteren/")
    term = page.locator(TERM).first
    term.locator("a").tap()
    expect(term.locator("[role=tooltip]")).to_be_visible()
    expect(page).to_have_url(re.compile("/tips/"))
    term.locator("a").tap()
    page.wait_for_url("**/begrippen/#*")
    context.close()


def test_without_scripts_a_term_is_a_link_and_shows_its_meaning_on_focus(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address + "tips/actief-luisteren/")
    term = page.locator(TERM).first
    term.locator("a").focus()
    expect(term.locator("[role=tooltip]")).to_be_visible()
    term.locator("a").click()
    page.wait_for_url("**/begrippen/#*")
    context.close()


def test_the_map_shows_what_an_entry_relates_to(page: Page, address: str) -> None:
    page.goto(address + "kaart/")
    node = page.locator("[data-node=merid]")
    assert page.locator(".ck-map__curve--lit").count() == 0
    node.focus()
    lit = page.locator(".ck-map__curve--lit")
    ends = lit.evaluate_all("curves => curves.map((curve) => curve.dataset.ends)")
    assert ends
    assert all("merid" in pair.split() for pair in ends)
    node.press("Enter")
    page.wait_for_url("**/modellen/merid/")


def test_the_map_scrolls_within_itself_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(address + "kaart/")
    region = page.locator(".ck-map")
    assert region.evaluate("element => element.scrollWidth > element.clientWidth")
    assert region.get_attribute("tabindex") == "0"

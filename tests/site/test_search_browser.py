"""Search in the theme's own box, in a real browser: what shows, what the keys do, and what is loaded when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site.conftest import PATIENCE

INDEX = "assets/search-index.json"
TITLES = ".md-search-result__item h1"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport=DESKTOP)
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}werkvormen/kijkwijzer/")
    yield page
    page.close()


def type_in(page: Page, query: str) -> None:
    field = page.locator(".md-search__input")
    field.click()
    field.fill("")
    field.press_sequentially(query)


def found(page: Page, query: str) -> list[str]:
    type_in(page, query)
    expect(page.locator(".md-search-result__meta")).to_contain_text("resulta")
    page.wait_for_timeout(500)  # earlier answers may still be on their way
    return page.locator(TITLES).all_inner_texts()


def test_index_comes_with_the_first_use(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}werkvormen/kijkwijzer/", wait_until="networkidle")
    assert len(asked) > 5
    assert INDEX not in asked
    assert "assets/search/engine.js" not in asked
    with page.expect_request(f"**/{INDEX}"):
        page.locator(".md-search__input").focus()
    type_in(page, "film")
    page.wait_for_selector(TITLES)
    assert asked.count(INDEX) == 1
    assert asked.count("assets/search/engine.js") == 1
    page.close()


def test_results_show_by_kind_with_their_words_marked(page: Page) -> None:
    assert found(page, "kijkwijzer")[0] == "Kijkwijzer"
    kinds = page.locator(".ck-search-kind").all_inner_texts()
    assert kinds[0] == "Werkvormen"
    assert len(kinds) == len(set(kinds)) > 1
    assert page.locator(f"{TITLES} mark").first.inner_text() == "Kijkwijzer"
    expect(page.locator(".md-search-result__meta")).to_have_attribute("role", "status")


def test_leraar_finds_what_leerkracht_finds(page: Page) -> None:
    expected = found(page, "leerkracht filmen")
    assert len(expected) > 3
    assert found(page, "leraar filmen") == expected


def test_keys_lead_to_a_result(page: Page, address: str) -> None:
    found(page, "schaalvragen")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.querySelector('h1').textContent") == "Schaalvragen"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}werkvormen/schaalvragen/**")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    page.goto(f"{address}werkvormen/kijkwijzer/")


def test_word_is_completed_while_typing(page: Page) -> None:
    found(page, "kijkwij")
    expect(page.locator(".md-search__suggest")).to_have_text("kijkwijzer")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".md-search__input")).to_have_value("kijkwijzer")


def test_nothing_found_says_so_and_offers_the_nearest_words(page: Page) -> None:
    type_in(page, "interfiezie")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Niets gevonden voor ‘interfiezie’")
    page.get_by_role("link", name="Zoek naar ‘intervisie’", exact=True).click()
    expect(page.locator(".md-search__input")).to_have_value("intervisie")
    expect(page.locator(TITLES).first).to_have_text("Intervisie")
    type_in(page, "qqxzw")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Niets gevonden voor ‘qqxzw’")
    assert page.locator(".md-search-result__link").count() == 0

"""The page with all work forms in a real browser: filters, words, order, address, keyboard, no scripts, no barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from coachkist.catalogue.catalogue import Catalogue
from coachkist.model.enums import LedBy, Setting
from tests.browser import wait_until
from tests.site.conftest import PATIENCE

LIST = "werkvormen/"
CARD = ".ck-cards--compare > .ck-card:not([hidden])"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def titles(page: Page) -> list[str]:
    return page.locator(f"{CARD} .ck-card__title").all_text_contents()


def box(page: Page, name: str, value: str) -> None:
    page.locator(f'input[name="{name}"][value="{value}"]').click()


def counts(page: Page, name: str) -> dict[str, int]:
    pairs: dict[str, str] = page.eval_on_selector_all(
        f'input[name="{name}"]',
        """boxes => Object.fromEntries(
          boxes.map((box) => [box.value, box.closest("label").querySelector(".ck-facet__count").textContent])
        )""",
    )
    return {value: int(count) for value, count in pairs.items()}


def test_or_within_a_facet_and_across_in_one_and_the_same_variant(
    page: Page, address: str, catalogue: Catalogue
) -> None:
    methods = [loaded.value for loaded in catalogue.methods.values()]
    page.goto(address + LIST)
    assert page.locator(CARD).count() == len(methods)
    groups = {Setting.SMALL_GROUP, Setting.TEAM}
    expected = sum(any(one.setting in groups for one in method.variants) for method in methods)
    box(page, "met", "kleine-groep")
    box(page, "met", "team")
    assert page.locator(CARD).count() == expected
    box(page, "leiding", "collegas")
    expected = sum(
        any(one.setting in groups and one.led_by is LedBy.PEER for one in method.variants) for method in methods
    )
    assert page.locator(CARD).count() == expected
    apart = sum(
        any(one.setting in groups for one in method.variants)
        and any(one.led_by is LedBy.PEER for one in method.variants)
        for method in methods
    )
    assert expected <= apart
    assert page.locator(".ck-catalogue__status").text_content() == f"{expected} van de {len(methods)} werkvormen"


def test_counts_tell_what_remains(page: Page, address: str) -> None:
    page.goto(f"{address}{LIST}?met=individueel")
    before = counts(page, "doel")
    for value in [value for value, count in before.items() if count][:4]:
        page.goto(f"{address}{LIST}?met=individueel&doel={value}")
        assert page.locator(CARD).count() == before[value]
        assert counts(page, "doel") == before


def test_state_is_in_the_address_and_back_undoes(page: Page, address: str) -> None:
    page.goto(address + LIST)
    everything = page.locator(CARD).count()
    box(page, "met", "team")
    expect(page).to_have_url(f"{address}{LIST}?met=team")
    team = titles(page)
    box(page, "tijd", "tot-120")
    page.locator("select[name=volgorde]").select_option("tijd")
    expect(page).to_have_url(f"{address}{LIST}?met=team&tijd=tot-120&volgorde=tijd")
    page.reload()
    assert page.locator("select[name=volgorde]").input_value() == "tijd"
    page.go_back()
    page.go_back()
    expect(page.locator(CARD)).to_have_count(len(team))
    assert titles(page) == team
    page.go_back()
    expect(page.locator(CARD)).to_have_count(everything)


def test_order_by_time_looks_at_what_was_asked(page: Page, address: str) -> None:
    page.goto(f"{address}{LIST}?met=kleine-groep&volgorde=tijd")
    minutes = page.eval_on_selector_all(
        CARD,
        """cards => cards.map((card) => {
          const ways = [...card.querySelectorAll(".ck-way:not(.ck-way--other)")];
          return Math.min(...ways.map((way) => Number(way.dataset.ckMinutes)));
        })""",
    )
    assert len(minutes) > 5
    assert minutes == sorted(minutes)


def test_words_find_by_our_own_search(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.get_by_label("Zoek in de werkvormen").fill("filmpje van mijn les")
    wait_until(page, "document.querySelector('.ck-cards--compare > .ck-card:not([hidden]) a')?.href.includes('video')")
    assert 0 < page.locator(CARD).count() < 37
    wait_until(page, "location.search.includes('woorden=filmpje')")
    page.reload()
    assert page.get_by_label("Zoek in de werkvormen").input_value() == "filmpje van mijn les"


def test_index_is_not_asked_for_before_words_are(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + LIST)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search-index" in url]
    with page.expect_response("**/search-index.json"):
        page.get_by_label("Zoek in de werkvormen").focus()


def test_nothing_found_shows_a_way_out(page: Page, address: str) -> None:
    page.goto(f"{address}{LIST}?met=team&leiding=alleen")
    assert titles(page) == []
    assert "Geen enkele werkvorm" in (page.locator(".ck-catalogue__status").text_content() or "")
    page.locator(".ck-catalogue__way-out button").first.click()
    assert len(titles(page)) >= 1
    assert page.locator(".ck-catalogue__way-out").is_hidden()


def test_chips_and_reset_take_filters_away(page: Page, address: str) -> None:
    page.goto(f"{address}{LIST}?met=team&veiligheid=laagdrempelig")
    page.get_by_role("button", name="Team: haal deze filter weg").click()
    expect(page).to_have_url(f"{address}{LIST}?veiligheid=laagdrempelig")
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page).to_have_url(f"{address}{LIST}")
    assert page.locator(".ck-catalogue__status").text_content() == f"Alle {page.locator(CARD).count()} werkvormen"


def test_keyboard_ticks_and_status_is_announced(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.locator('input[name="met"]').first.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("met=individueel"))
    assert page.locator(".ck-catalogue__status").get_attribute("role") == "status"


def test_whole_list_without_scripts(browser: Browser, address: str, catalogue: Catalogue) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address + LIST)
    assert page.locator(CARD).count() == len(catalogue.methods)
    assert page.locator(".ck-filter").is_hidden()
    context.close()


def test_filters_fold_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_default_timeout(PATIENCE)
    page.goto(address + LIST)
    page.wait_for_selector(".ck-catalogue--ready")
    assert page.locator('input[name="met"]').first.is_hidden()
    page.get_by_text("Filters", exact=True).click()
    assert page.locator('input[name="met"]').first.is_visible()
    page.close()

"""The site in a real browser: nothing from elsewhere, no errors, no barriers, nothing wider than the screen."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.site.barriers import KINDS, barriers
from tests.site.conftest import PATIENCE


def test_no_errors_and_nothing_from_elsewhere(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path in KINDS:
        page.goto(address + path)
    assert errors == []
    assert len(requests) > 50
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    context.close()


def test_search_on_home_opens_results(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(address)
    page.get_by_role("searchbox", name="Waarmee kan de kist je helpen?").fill("diamantmodel")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.wait_for_selector(".md-search-result__item a")
    assert "diamantmodel" in (page.locator(".md-search-result__item a").first.get_attribute("href") or "")
    assert barriers(page) == []
    page.close()


def test_site_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Team").first.click()
    expect(page).to_have_url(f"{address}werkvormen/met/team/")
    assert page.locator(".ck-card").count() >= 1
    context.close()


def test_printed_page_has_no_navigation(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"{address}werkvormen/kijkwijzer/")
    for selector in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".md-footer", ".ck-jump"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".ck-facts").first.is_visible()
    assert page.locator(".ck-step").first.is_visible()
    page.close()

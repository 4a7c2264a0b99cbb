"""No barriers: axe on each kind of page and in each state, phone and desktop, light and dark; focus, zoom, motion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import wait_until
from tests.site.barriers import COLOURS, KINDS, RULES, barriers
from tests.site.conftest import PATIENCE

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
NARROWEST = 320
ZOOMED = 640
"""A desktop of 1280 pixels at 200%."""

State = tuple[str, Callable[[Page], None]]


def _search(page: Page) -> None:
    page.wait_for_selector(".md-search-result__item h1")


def _search_nothing(page: Page) -> None:
    page.wait_for_selector("[data-ck-nearest]")


def _drawer(page: Page) -> None:
    page.evaluate("document.querySelector('#__drawer').click()")
    page.wait_for_selector(".md-nav--primary >> visible=true")


def _facets(page: Page) -> None:
    page.wait_for_selector(".ck-catalogue--ready")
    page.evaluate("for (const fold of document.querySelectorAll('.ck-catalogue details')) fold.open = true")


def _finder(page: Page) -> None:
    page.wait_for_selector(".ck-finder--live")
    page.evaluate("document.querySelector('.ck-decision').open = true")


def _term(page: Page) -> None:
    page.locator(".ck-term a").first.focus()
    expect(page.locator(".ck-term [role=tooltip]").first).to_be_visible()


STATES: dict[str, State] = {
    "search": ("werkvormen/kijkwijzer/?q=observ", _search),
    "nothing found": ("gids/?q=interfiezie", _search_nothing),
    "facets": ("werkvormen/?met=individueel&leiding=collegas&tijd=tot-120&volgorde=tijd", _facets),
    "no work forms": ("werkvormen/?met=team&leiding=alleen", _facets),
    "finder half way": ("kies/?met=individueel", _finder),
    "found": ("kies/?met=individueel&leiding=coach&wanneer=gepland&tijd=tot-60&doel=jezelf", _finder),
    "nearly found": ("kies/?met=team&leiding=alleen&wanneer=gepland&tijd=tot-30&doel=les", _finder),
    "a term explained": ("tips/actief-luisteren/", _term),
}


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def _visit(page: Page, address: str, state: State) -> None:
    """All rules in light; in dark only what colours can break."""
    path, prepare = state
    for scheme, rules in (("light", RULES), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(address + path)
        prepare(page)
        assert barriers(page, rules) == [], f"{path} {scheme}"
    # The theme's search is wider than the screen for a moment while it opens.
    wait_until(page, "document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", KINDS)
def test_no_barriers_on_each_kind_of_page(page: Page, address: str, path: str) -> None:
    _visit(page, address, (path, lambda _page: None))


@pytest.mark.parametrize("state", STATES)
def test_no_barriers_in_each_state(page: Page, address: str, state: str) -> None:
    _visit(page, address, STATES[state])


def test_no_barriers_with_the_drawer_open(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    _visit(page, address, ("werkvormen/kijkwijzer/", _drawer))
    context.close()


def test_the_menu_of_a_phone_opens_and_shuts_by_keyboard(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    opener = page.get_by_role("button", name="Navigatie")
    first = page.locator(".md-nav--primary .md-nav__list a").first
    for _ in range(12):  # nothing that is folded away takes the focus
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') === null")
    opener.focus()
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert barriers(page, RULES) == []
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(first).to_be_hidden()
    context.close()


def test_nothing_is_wider_than_the_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    # Not the open search: the theme locks the page at the width it has then.
    for path in [*KINDS, *(path for path, _ in STATES.values() if "?q=" not in path)]:
        page.goto(address + path)
        for width in (DESKTOP["width"], 768, ZOOMED, PHONE["width"], NARROWEST):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} {width}"
        page.set_viewport_size(DESKTOP)
    context.close()


def test_focus_can_be_seen_and_the_first_stop_skips_to_the_text(page: Page, address: str) -> None:
    for path in ("", "werkvormen/", "werkvormen/co-teaching/", "kies/"):
        page.goto(address + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.md-skip')"), path
        expect(page.locator(".md-skip")).to_be_in_viewport()
        for _ in range(12):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => {
                  const now = document.activeElement, style = getComputedStyle(now);
                  const around = getComputedStyle(now.closest("label, .md-search__form, li") ?? now);
                  const ring = (one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 1;
                  if (now === document.body) return [true, "the end of the page"];
                  return [ring(style) || ring(around), now.outerHTML.slice(0, 120)];
                }"""
            )
            assert seen[0], (path, seen[1])
    page.goto(f"{address}werkvormen/co-teaching/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_until(page, "location.hash.length > 1 && document.querySelector(location.hash)?.closest('article')")


def test_nothing_moves_for_who_asks_for_that(page: Page, address: str) -> None:
    for path in ("", "werkvormen/", "kies/"):
        page.goto(address + path)
        longest = page.evaluate(
            """() => Math.max(...[...document.querySelectorAll("*")].flatMap((one) => {
              const { transitionDuration, animationDuration } = getComputedStyle(one);
              return `${transitionDuration}, ${animationDuration}`.split(", ").map(parseFloat);
            }))"""
        )
        assert longest < 0.01, path

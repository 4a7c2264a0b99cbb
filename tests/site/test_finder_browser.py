"""Kies je werkvorm in a real browser: questions, reasons, undo, keyboard, never empty, a table without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import PATIENCE

FINDER = "kies/"
DONE = "?met=individueel&leiding=coach&wanneer=gepland&tijd=tot-60&doel=jezelf"
NEAR = "?met=team&leiding=alleen&wanneer=gepland&tijd=tot-30&doel=les"
EVERY_ANSWER = """async () => {
  const { best, fitting, MOST } = await import(new URL("../assets/finder/rank.js", location.href).href);
  const { questions, ways } = await (await fetch("../assets/data/finder.json")).json();
  let sets = [new Map()];
  for (const { id, answers } of questions) {
    const possible = [null, ...answers.map((one) => one.id)];
    sets = sets.flatMap((set) => possible.map((answer) => new Map([...set, [id, answer]])));
  }
  const wrong = [];
  let relaxed = 0;
  for (const set of sets) {
    const { matches, total, dropped } = best(questions, ways, set);
    const methods = new Set(matches.map((way) => way.method)).size;
    const exact = fitting(ways, set);
    const good = matches.length >= 1 && matches.length <= MOST && methods === matches.length && total >= matches.length;
    const honest = exact.length ? !dropped.length && matches.every((way) => exact.includes(way)) : dropped.length > 0;
    relaxed += dropped.length > 0;
    if (!good || !honest) wrong.push([...set].join(" "));
  }
  return { sets: sets.length, relaxed, wrong };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def open_finder(page: Page, url: str) -> None:
    """Goes to the finder and waits until it asks one question at a time."""
    page.goto(url)
    page.wait_for_selector(".ck-finder--live")


def question(page: Page) -> str:
    return page.locator(".ck-question:visible h2").text_content() or ""


def test_answers_lead_to_methods_with_reasons(page: Page, address: str) -> None:
    open_finder(page, address + FINDER)
    for answer in ("Met één leerkracht", "Een coach", "Ja, we spreken af", "Hoogstens een uur", "Zicht op jezelf"):
        assert page.locator(".ck-question:visible").count() == 1
        page.locator(".ck-answer:visible", has_text=answer).click()
    expect(page).to_have_url(address + FINDER + DONE)
    assert page.locator(".ck-question:visible").count() == 0
    matches = page.locator(".ck-match")
    assert 1 <= matches.count() <= 5
    for number in range(matches.count()):
        text = matches.nth(number).text_content() or ""
        assert "Past bij wat je zocht:" in text
        assert "voor één leerkracht" in text
        assert "Kies dit als:" in text
        assert "Let op:" not in text
    matches.first.get_by_role("link").click()
    assert page.locator(f"[id='{page.url.partition('#')[2]}']").count() == 1


def test_never_empty_and_honest_whatever_is_answered(page: Page, address: str) -> None:
    open_finder(page, address + FINDER)
    found = page.evaluate(EVERY_ANSWER)
    assert found["wrong"] == []
    assert found["sets"] == 4 * 4 * 3 * 5 * 9
    assert 0 < found["relaxed"] < found["sets"]


def test_what_was_let_go_is_told(page: Page, address: str) -> None:
    open_finder(page, address + FINDER + NEAR)
    relaxed = page.locator(".ck-finder__relaxed")
    expect(relaxed).to_be_visible()
    assert "Kijken naar een les" in (relaxed.text_content() or "")
    assert "Met het hele team" not in (relaxed.text_content() or "")
    assert "Let op:" in (page.locator(".ck-match").first.text_content() or "")


def test_on_the_spot_gives_moments(page: Page, address: str) -> None:
    open_finder(page, f"{address}{FINDER}?met=individueel&wanneer=ongepland&doel=jezelf&toon=alles")
    assert "Zo kan het:" in (page.locator(".ck-matches").text_content() or "")
    assert "op afspraak" not in (page.locator(".ck-matches").text_content() or "")


def test_undo_by_browser_button_and_chip(page: Page, address: str) -> None:
    open_finder(page, address + FINDER)
    first = question(page)
    page.locator(".ck-answer:visible").first.click()
    second = question(page)
    assert second != first
    page.go_back()
    expect(page.locator(".ck-question:visible h2")).to_have_text(first)
    page.go_forward()
    expect(page.locator(".ck-question:visible h2")).to_have_text(second)
    page.get_by_role("button", name="Vorige vraag").click()
    assert question(page) == first
    open_finder(page, address + FINDER + DONE)
    page.get_by_role("button", name="Hoeveel tijd is er, alles samen? Hoogstens een uur: kies iets anders").click()
    assert "Hoeveel tijd" in question(page)
    assert "tijd=" not in page.url
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page).to_have_url(address + FINDER)


def test_keyboard_alone_reaches_the_results(page: Page, address: str) -> None:
    open_finder(page, address + FINDER)
    page.locator(".ck-answer:visible").first.focus()
    for _ in range(5):
        if not page.locator(".ck-question:visible").count():
            break
        page.keyboard.press("Enter")  # the answer that has the focus
        page.keyboard.press("Tab")  # from the next question to its first answer
    assert page.locator(".ck-match").count() >= 1
    assert page.evaluate("document.activeElement.closest('.ck-finder__results') !== null")


def test_questions_that_make_no_difference_are_not_asked(page: Page, address: str) -> None:
    open_finder(page, f"{address}{FINDER}?met=team")
    assert "Wie leidt" not in question(page)


def test_list_link_has_the_same_choices(page: Page, address: str) -> None:
    open_finder(page, address + FINDER + DONE)
    page.get_by_role("link", name="Bekijk alles wat past in de lijst").click()
    page.wait_for_selector(".ck-catalogue--ready")
    assert page.locator('input[name="met"][value="individueel"]').is_checked()
    assert page.locator('input[name="tijd"][value="tot-60"]').is_checked()
    assert page.locator('input[name="doel"][value="sterktes"]').is_checked()
    assert page.locator(".ck-cards--compare > .ck-card:not([hidden])").count() >= 1


def test_unknown_answers_in_the_address_are_left_out(page: Page, address: str) -> None:
    open_finder(page, f"{address}{FINDER}?met=<b>niemand&tijd=tot-999")
    assert "Met wie" in question(page)


def test_questions_and_table_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address + FINDER)
    assert page.locator(".ck-question:visible").count() == 5
    assert page.locator(".ck-decision__table tbody tr").count() >= 5
    page.locator(".ck-decision__table a").first.click()
    expect(page).to_have_url(re.compile("/werkvormen/"))
    context.close()


def test_home_leads_here(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".ck-act--choose").get_by_role("link", name="vragen").click()
    expect(page).to_have_url(address + FINDER)

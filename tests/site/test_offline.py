"""The site as files, with the network cut: filters, finder and search work, and nothing is asked of anyone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from coachkist.build import build_site
from tests.browser import wait_until
from tests.site.conftest import PATIENCE
from tests.site_project import make_project


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("offline") / "kist")
    assert build_site(project, offline=True).problems == []
    assert not (project / "site").exists()
    return project / "site-offline"


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    told: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    assert told == []
    assert requests
    assert [url for url in requests if not url.startswith((folder.as_uri(), "data:"))] == []
    context.close()


def test_links_name_files_that_exist(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        for written in re.findall(r'(?:href|src|action)="([^"]+)"', path.read_text(encoding="utf-8")):
            address = urlsplit(html.unescape(written))
            if not address.scheme and address.path:
                assert (path.parent / address.path).is_file(), f"{path}: {written}"


def test_no_modules_are_left(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        assert 'type="module"' not in path.read_text(encoding="utf-8")


def test_catalogue_filters_and_finds(page: Page, folder: Path) -> None:
    page.goto(f"{folder.as_uri()}/index.html")
    page.get_by_role("link", name="Werkvormen", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"werkvormen/index\.html$"))
    page.locator('input[name="met"][value="team"]').click()
    expect(page).to_have_url(re.compile(r"werkvormen/index\.html\?met=team$"))
    cards = page.locator(".ck-cards--compare > .ck-card:not([hidden])")
    team = cards.count()
    page.get_by_label("Zoek in de werkvormen").fill("kleefbriefjes plakken")
    wait_until(page, "window.coachkistData?.['search-index.json']")
    wait_until(page, f"document.querySelectorAll('.ck-cards--compare > .ck-card:not([hidden])').length < {team}")
    assert 1 <= cards.count() < team
    cards.first.locator(".ck-card__title a").click()
    page.wait_for_url("**/werkvormen/*/index.html")
    expect(page.locator("h1")).to_be_visible()


def test_finder_gives_methods(page: Page, folder: Path) -> None:
    page.goto(
        f"{folder.as_uri()}/kies/index.html?met=individueel&leiding=coach&wanneer=gepland&tijd=tot-60&doel=jezelf"
    )
    page.locator(".ck-match a").first.click()
    page.wait_for_url("**/werkvormen/*/index.html*")
    expect(page.locator("h1")).to_be_visible()


def test_search_box_finds_and_leads(page: Page, folder: Path) -> None:
    page.goto(f"{folder.as_uri()}/gids/index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("diamantmodel")
    link = page.locator(".md-search-result__item a", has_text="Diamantmodel").first
    link.wait_for()
    link.click()
    page.wait_for_url("**/werkvormen/diamantmodel/index.html*")
    assert page.locator("h1").text_content()


def test_search_on_home_works_too(page: Page, folder: Path) -> None:
    page.goto(f"{folder.as_uri()}/index.html")
    page.get_by_role("searchbox", name="Waarmee kan de kist je helpen?").fill("video")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.wait_for_selector(".md-search-result__item a")

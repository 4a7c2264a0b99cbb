"""The real search engine, in Chromium, on the index of the real catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose_all
from coachkist.memory import Memory
from coachkist.site.contents import SiteContents
from coachkist.site.plan import WEB, overviews
from coachkist.site.search_index import search_json
from tests.browser import open_browser

ORIGIN = "http://coachkist.test/"
PATIENCE = 30_000


@pytest.fixture(scope="session")
def index(catalogue: Catalogue, root: Path) -> bytes:
    """The search index of the real catalogue."""
    site = SiteContents(catalogue, compose_all(catalogue, Memory()), {})
    return search_json(site, overviews(site), sorted((root / "content/pages").glob("*.md")))


@pytest.fixture(scope="module")
def engine(index: bytes) -> Iterator[Page]:
    """A page with `window.engine`; the modules and the index come from memory, nothing from a network."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path == "index.json":
            route.fulfill(body=index, content_type="application/json")
        elif path.endswith(".js"):
            route.fulfill(path=WEB / path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Zoeken</title>", content_type="text/html")

    with open_browser() as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.route("**/*", answer)
        page.goto(ORIGIN)
        page.evaluate(
            """async () => {
              const load = async (name) => Object.assign(window, await import(`/search/${name}.js`));
              for (const name of ["engine", "words", "results", "distance", "decode", "protocol"]) await load(name);
              window.data = await (await fetch("/index.json")).json();
              window.engine = createSearch(window.data);
            }"""
        )
        yield page
        browser.close()

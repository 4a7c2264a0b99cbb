"""A crawl of the built site: pages, anchors, downloads, images, scripts, modules and what style sheets ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

BASE = "https://site.invalid/"
MADE_BY_SCRIPTS = re.compile(r"__")
"""The theme's own anchors, such as `__search`, stand for boxes that a label ticks."""


class _Page(HTMLParser):
    """A page's addresses with the element that each stands in, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors.update(given[name] for name in ("id", "name") if name in given)
        for name in ("href", "src", "action", "data-ck-finder", "data-ck-index"):
            if name in given and given.get("rel") not in {"canonical", "preconnect"}:
                self.links.append((tag, given[name]))
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.links.append((tag, given["content"].partition("url=")[2]))


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, _Page]:
    """Every page by its address; 404.html is served at any address, so its links begin at the root."""
    return {
        BASE + path.relative_to(built_site).as_posix().removesuffix("index.html"): _Page(
            path.read_text(encoding="utf-8")
        )
        for path in built_site.rglob("*.html")
    }


def targets(pages: dict[str, _Page]) -> Iterator[tuple[str, str, str]]:
    """Page, element and absolute address of every link that stays within the site."""
    for url, page in pages.items():
        for tag, link in page.links:
            target = urljoin(url, link)
            if target.startswith(BASE):
                yield url, tag, target


def test_every_address_leads_to_a_file(pages: dict[str, _Page], built_site: Path) -> None:
    files = {BASE + path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    seen: set[str] = set()
    for url, tag, target in targets(pages):
        path = unquote(target.partition("#")[0].partition("?")[0])
        seen.add(tag)
        assert path in files or path in pages, f"{url}: {tag} {target}"
    assert {"a", "img", "script", "link", "form"} <= seen
    assert any(target.endswith(".pdf") for _, _, target in targets(pages))


def test_every_anchor_exists(pages: dict[str, _Page]) -> None:
    count = 0
    for url, tag, target in targets(pages):
        path, _, anchor = target.partition("#")
        page = pages.get(path.partition("?")[0])
        if anchor and page is not None and tag in {"a", "use"} and not MADE_BY_SCRIPTS.match(anchor):
            count += 1
            assert unquote(anchor) in page.anchors, f"{url}: {target}"
    assert count > 300


def test_every_page_but_moved_ones_can_be_reached_from_home(pages: dict[str, _Page]) -> None:
    reached, waiting = {BASE}, [BASE]
    while waiting:
        url = waiting.pop()
        for tag, link in pages[url].links:
            target = urljoin(url, link).partition("#")[0].partition("?")[0]
            if tag == "a" and target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    moved = {url for url, page in pages.items() if any(tag == "meta" for tag, _ in page.links)}
    assert set(pages) - reached - moved == {f"{BASE}404.html"}


def test_modules_import_what_exists(built_site: Path) -> None:
    count = 0
    for path in (built_site / "assets").rglob("*.js"):
        if path.is_relative_to(built_site / "assets" / "javascripts"):
            continue  # the theme's own
        for where in re.findall(
            r'(?:from|^import|import\()\s*"(\.[^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            count += 1
            assert (path.parent / where).is_file(), f"{path}: {where}"
    assert count > 10


def test_style_sheets_ask_for_what_exists(built_site: Path) -> None:
    sheets = list((built_site / "assets").rglob("*.css"))
    assert len(sheets) > 8
    for path in sheets:
        for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text(encoding="utf-8")):
            if not urlsplit(link).scheme and not link.startswith("#"):
                assert (path.parent / link.partition("?")[0]).is_file(), f"{path}: {link}"

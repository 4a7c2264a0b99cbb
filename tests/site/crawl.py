"""The addresses in a built site: what each page links to, and which anchors it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

BASE = "https://site.invalid/"
MADE_BY_SCRIPTS = re.compile(r"__")
"""The theme's own anchors, such as `__search`, stand for boxes that a label ticks."""


class Page(HTMLParser):
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


def pages_of(site: Path) -> dict[str, Page]:
    """Every page by its address; 404.html is served at any address, so its links begin at the root."""
    return {
        BASE + path.relative_to(site).as_posix().removesuffix("index.html"): Page(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def targets(pages: dict[str, Page]) -> Iterator[tuple[str, str, str]]:
    """Page, element and absolute address of every link that stays within the site."""
    for url, page in pages.items():
        for tag, link in page.links:
            target = urljoin(url, link)
            if target.startswith(BASE):
                yield url, tag, target


def dead_links(pages: dict[str, Page], site: Path) -> list[str]:
    """Every address on a page that leads to no file."""
    files = {BASE + path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return [
        f"{url}: {tag} {target}"
        for url, tag, target in targets(pages)
        if (path := unquote(target.partition("#")[0].partition("?")[0])) not in files and path not in pages
    ]


def dead_anchors(pages: dict[str, Page]) -> tuple[list[str], int]:
    """Every address with an anchor that its page does not have, and how many anchors were looked at."""
    dead, count = [], 0
    for url, tag, target in targets(pages):
        path, _, anchor = target.partition("#")
        page = pages.get(path.partition("?")[0])
        if anchor and page is not None and tag in {"a", "use"} and not MADE_BY_SCRIPTS.match(anchor):
            count += 1
            if unquote(anchor) not in page.anchors:
                dead.append(f"{url}: {target}")
    return dead, count


def unreachable(pages: dict[str, Page]) -> set[str]:
    """Pages that no links lead to from home; those that only send on do not count."""
    reached, waiting = {BASE}, [BASE]
    while waiting:
        url = waiting.pop()
        for tag, link in pages[url].links:
            target = urljoin(url, link).partition("#")[0].partition("?")[0]
            if tag == "a" and target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    moved = {url for url, page in pages.items() if any(tag == "meta" for tag, _ in page.links)}
    return set(pages) - reached - moved

"""A crawl of the built site: pages, anchors, downloads, images, scripts, modules and what style sheets ask for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.crawl import BASE, Page, dead_anchors, dead_links, pages_of, targets, unreachable


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return pages_of(built_site)


def test_every_address_leads_to_a_file(pages: dict[str, Page], built_site: Path) -> None:
    assert dead_links(pages, built_site) == []
    assert {"a", "img", "script", "link", "form"} <= {tag for _, tag, _ in targets(pages)}
    assert any(target.endswith(".pdf") for _, _, target in targets(pages))


def test_every_anchor_exists(pages: dict[str, Page]) -> None:
    dead, count = dead_anchors(pages)
    assert dead == []
    assert count > 300


def test_every_page_but_moved_ones_can_be_reached_from_home(pages: dict[str, Page]) -> None:
    assert unreachable(pages) == {f"{BASE}404.html"}


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

"""Every page has its policy and keeps to it: no violation, no request to another host, nothing inline of ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import wait_until
from tests.site.conftest import PATIENCE

KINDS = [
    "",
    "kies/?met=individueel&leiding=coach&wanneer=gepland&tijd=tot-60&doel=jezelf",
    "werkvormen/?met=team",
    "werkvormen/met/individueel/",
    "werkvormen/co-teaching/",
    "bladen/",
    "bladen/kijkwijzer-krachtige-leeromgeving/",
    "bladen/vlekjes-bord/",
    "bladen/vlekjes-kaarten/",
    "werkboeken/",
    "modellen/",
    "tips/",
    "lezen/",
    "bronnen/",
    "gids/",
    "404.html",
]
WATCH = """window.broken = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.broken.push(`${event.violatedDirective} ${event.blockedURI}`));"""


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(WATCH)
    return page


def kinds(built_site: Path) -> list[str]:
    """Those of KINDS that this catalogue has a page for, and one entry of every other folder."""
    folders = {path.parent.parent.name: path for path in sorted(built_site.glob("*/*/index.html"))}
    entries = [path.parent.relative_to(built_site).as_posix() + "/" for path in folders.values()]
    known = [kind for kind in KINDS if (built_site / kind.partition("?")[0]).exists()]
    assert len(known) > 10
    return [*known, *entries]


def test_every_page_has_a_strict_policy_before_anything_is_loaded(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', head)
        assert found, path
        assert "default-src 'none'" in found[1]
        assert "unsafe" not in found[1]
        assert not re.search(r"<(?:script|link|style)\b", head[: found.start()]), path
        assert len(head[: found.start()].encode()) < 1024


def test_nothing_inline_of_ours(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<[a-z][^>]*\son[a-z]+=", text), path
        assert not re.search(r"<[a-z][^>]*\sstyle=", text), path
        assert "javascript:" not in text, path


def test_no_violation_and_no_other_host(page: Page, address: str, built_site: Path) -> None:
    requests: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    for path in kinds(built_site):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.broken") == [], path
    assert told == []
    assert len(requests) > 100
    assert [url for url in requests if not url.startswith((address, "data:"))] == []


def test_search_and_colours_keep_to_the_policy(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_title("Kies lichte kleuren").click()
    page.keyboard.press("Tab")
    page.goto(f"{address}?q=video")
    page.wait_for_selector(".md-search-result__item a")
    assert page.evaluate("window.broken") == []


@pytest.mark.parametrize(
    ("attack", "directive"),
    [
        (
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hurt = 1'}))",
            "script",
        ),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hurt = 1\">')", "script"),
        ("document.body.append(Object.assign(new Image(), {src: 'https://elders.invalid/a.png'}))", "img"),
        ("fetch('https://elders.invalid/').catch(() => {})", "connect"),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')", "style"),
    ],
)
def test_what_the_policy_forbids_does_not_happen(page: Page, address: str, attack: str, directive: str) -> None:
    page.goto(f"{address}gids/")
    page.evaluate(f"() => {{ {attack} }}")
    wait_until(page, "window.broken.length > 0")
    assert page.evaluate("window.broken[0]").startswith(directive)
    assert page.evaluate("window.hurt") is None

"""What keeps somebody out: axe's findings on a page as it stands, and what stands where on every kind of page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

KINDS = [
    "",
    "werkvormen/",
    "werkvormen/met/individueel/",
    "werkvormen/co-teaching/",
    "kies/",
    "bladen/",
    "bladen/kijkwijzer-krachtige-leeromgeving/",
    "bladen/vlekjes-kaarten/",
    "werkboeken/",
    "lezen/",
    "lezen/wat-is-coaching/",
    "modellen/",
    "modellen/merid/",
    "tips/",
    "tips/actief-luisteren/",
    "begrippen/",
    "kaart/",
    "bronnen/",
    "gids/",
    "404.html",
]
"""One page of each kind."""

RULES: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What can differ between light and dark."""


def barriers(page: Page, rules: dict[str, Any] = RULES) -> list[tuple[str, list[str]]]:
    """What axe finds, each with the first elements that have it. Needs a page that has come to rest."""
    found = Axe().run(page, options={**rules, "resultTypes": ["violations"]}).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]

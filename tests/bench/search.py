"""Search: our index and engine against Material's own search and Pagefind, on the same texts at several sizes.

Ours and Material's run where they run for a visitor: in a worker of Chromium, asked through the theme's protocol.
Material gets what MkDocs's search plugin would give it for the same entries: one document each, with `lang: nl`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import material  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Route

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose_all
from coachkist.memory import Memory
from coachkist.site.contents import SiteContents
from coachkist.site.plan import WEB
from coachkist.site.search_entries import SearchEntry, entry_to_find
from coachkist.site.search_index import search_index
from tests.bench.npm import PeerMissingError
from tests.bench.pagefind import ask_pagefind, index_with_pagefind
from tests.bench.report import Row
from tests.bench.synthetic import ROOT, marked_entry
from tests.browser import open_browser

ORIGIN = "http://coachkist.test/"
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
QUERIES = ("kijkwijzer", "hoe film ik mijn les", "observ", "schaalvargen", "ruzie tussen collega's", "leraar", "qqxzw")
SEPARATOR = r"[\s\-]+"
"""Where MkDocs's plugin cuts words, unless told otherwise."""

_MEASURE = """async ([address, setup, queries, rounds]) => {
  const worker = new Worker(address);
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
  const start = performance.now();
  await ask({ type: 0, data: setup ? await (await fetch(setup)).json() : {} });
  await ask({ type: 2, data: " " });
  const loaded = performance.now();
  await ask({ type: 2, data: queries[0] });
  const first = performance.now() - start;
  const ready = performance.now() - loaded;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const asked = performance.now();
      await ask({ type: 2, data: `${query} `.slice(0, query.length + (round % 2)) });
      times.push(performance.now() - asked);
    }
  }
  worker.terminate();
  times.sort((one, other) => one - other);
  return [first, ready, times[Math.floor(times.length / 2)], times.at(-1)];
}"""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: from nothing to the first answer, that answer once loaded, the median and the slowest after it."""

    first: float
    ready: float
    middle: float
    worst: float

    def __str__(self) -> str:
        return f"{self.middle:.1f} (at most {self.worst:.0f}) ms"


def against_others(folder: Path, sizes: Sequence[int], rounds: int) -> list[Row]:
    """Latency and size at each of `sizes` entries; `folder` is for what Pagefind makes."""
    catalogue = load_catalogue(ROOT).catalogue
    assert catalogue is not None
    with open_browser() as browser:
        return [row for size in sizes for row in _compare(browser, catalogue, size, rounds, folder / str(size))]


def _compare(browser: Browser, catalogue: Catalogue, size: int, rounds: int, folder: Path) -> list[Row]:
    entries = _entries(catalogue, size)
    ours = search_index(entries, catalogue.vocabulary, catalogue.wording, catalogue.strings)
    theirs = json.dumps(_material_index(entries), ensure_ascii=False).encode()
    page = _page(browser, ours, theirs)
    mine = _measured(page, "assets/search/worker.js", None, rounds)
    peer = _measured(page, _theme_worker(), "theme.json", rounds)
    page.close()
    small, large = len(gzip.compress(ours, 9)), len(gzip.compress(theirs, 9))
    name = f"{size} entries"
    return [
        Row(f"search index, compressed, {name}, against Material's", small / large, 1.0, f"{small} against {large} B"),
        Row(f"slowest search, {name}, of 100 ms", mine.worst / 100, 1.0, f"{mine} against {peer}"),
        Row(f"first answer once loaded, {name}, of 100 ms", mine.ready / 100, 1.0, f"{mine.ready:.0f} ms"),
        Row(
            f"loading and first answer, {name}, against Material's",
            mine.first / peer.first,
            1.0,
            f"{mine.first:.0f} against {peer.first:.0f} ms",
        ),
        *_against_pagefind(browser, entries, mine, small, rounds, folder),
    ]


def _against_pagefind(
    browser: Browser, entries: Sequence[SearchEntry], mine: Times, small: int, rounds: int, folder: Path
) -> list[Row]:
    name = f"{len(entries)} entries"
    try:
        size = index_with_pagefind(entries, folder)
    except PeerMissingError as missing:
        print(f"Pagefind left out: {missing}", file=sys.stderr)
        return []
    first, middle, worst, sent = ask_pagefind(browser, folder, QUERIES, rounds)
    times = f"{mine} against {middle:.1f} (at most {worst:.0f}) ms"
    return [
        Row(f"search index, {name}, against Pagefind's", small / size, 1.0, f"{small} against {size} B in pieces"),
        Row(f"bytes for {len(QUERIES)} queries, {name}, against Pagefind's", small / sent, 1.0, f"{small}, {sent} B"),
        Row(f"median search, {name}, against Pagefind's", mine.middle / middle, 1.0, times),
        Row(f"loading and first answer, {name}, against Pagefind's", mine.first / first, 1.0, f"{first:.0f} ms"),
    ]


def _entries(catalogue: Catalogue, size: int) -> list[SearchEntry]:
    """As many entries as asked: the real methods, then variations of them."""
    site = SiteContents(catalogue, compose_all(catalogue, Memory()), {})
    real = [entry_to_find(site, entry) for entry in catalogue.methods.values()]
    return [marked_entry(real[number % len(real)], number) for number in range(size)]


def _material_index(entries: Sequence[SearchEntry]) -> dict[str, Any]:
    config = {"lang": ["nl"], "separator": SEPARATOR, "pipeline": ["stopWordFilter"]}
    boosts = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    docs = [{"location": one.url, "title": one.title, "text": _text(one)} for one in entries]
    return {"config": {**config, "fields": boosts}, "docs": docs, "options": {"suggest": True}}


def _text(entry: SearchEntry) -> str:
    """What stands on an entry's page; keywords do not."""
    pieces = [entry.summary, *entry.headings, *(text for one in entry.sections for text in one.texts)]
    return "".join(f"<p>{piece}</p>" for piece in pieces)


def _theme_worker() -> str:
    return next(f"theme/workers/{path.name}" for path in sorted((THEME / "workers").glob("search.*.min.js")))


def _page(browser: Browser, ours: bytes, theirs: bytes) -> Page:
    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path == "assets/search-index.json":
            route.fulfill(body=ours, content_type="application/json")
        elif path == "theme.json":
            route.fulfill(body=theirs, content_type="application/json")
        elif path.startswith("assets/"):
            route.fulfill(path=WEB / path.removeprefix("assets/"), content_type="text/javascript")
        elif path.startswith("theme/"):
            route.fulfill(path=THEME / path.removeprefix("theme/"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Zoeken</title>", content_type="text/html")

    context = browser.new_context(service_workers="block")
    context.route("**/*", answer)
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.goto(ORIGIN)
    return page


def _measured(page: Page, worker: str, setup: str | None, rounds: int) -> Times:
    return Times(*page.evaluate(_MEASURE, [worker, setup, list(QUERIES), rounds]))

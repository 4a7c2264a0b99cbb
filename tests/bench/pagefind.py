"""Pagefind on the same entries: an index made by its own program, asked in Chromium by its own module."""

from __future__ import annotations

import html
import subprocess
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Route

from coachkist.site.search_entries import SearchEntry
from tests.bench.npm import program

ORIGIN = "http://coachkist.test/"
SHOWN = 10
"""So many results are shown at once; Pagefind has to fetch each."""

_MEASURE = """async ([queries, rounds, shown]) => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const ask = async (query) => {
    const { results } = await pagefind.search(query);
    await Promise.all(results.slice(0, shown).map((one) => one.data()));
  };
  await ask(queries[0]);
  const first = performance.now() - start;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const asked = performance.now();
      await ask(query);
      times.push(performance.now() - asked);
    }
  }
  times.sort((one, other) => one - other);
  return [first, times[Math.floor(times.length / 2)], times.at(-1)];
}"""


def index_with_pagefind(entries: Sequence[SearchEntry], folder: Path) -> int:
    """Writes a page for each entry to `folder` and has them indexed; gives the bytes of the index, compressed as it is.

    Raises PeerMissingError where Pagefind is not to be had.
    """
    command = program("pagefind", "lib/runner/bin.cjs")
    for entry in entries:
        path = folder / entry.url / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(_page(entry), encoding="utf-8")
    subprocess.run([*command, "--site", str(folder)], check=True, capture_output=True)
    data = [*folder.glob("pagefind/*.pf_meta"), *folder.glob("pagefind/*/*.pf_*")]
    return sum(path.stat().st_size for path in data)


def _page(entry: SearchEntry) -> str:
    texts = [entry.summary, *(text for section in entry.sections for text in section.texts)]
    body = "".join(f"<h2>{html.escape(one)}</h2>" for one in entry.headings)
    body += "".join(f"<p>{html.escape(one)}</p>" for one in texts)
    title = html.escape(entry.title)
    return f'<!doctype html><html lang="nl"><title>{title}</title><body><h1>{title}</h1>{body}</body></html>'


def ask_pagefind(
    browser: Browser, folder: Path, queries: Sequence[str], rounds: int
) -> tuple[float, float, float, int]:
    """Milliseconds of the first answer, the median and the slowest; and the bytes that all of it fetched."""
    sent = [0]

    def answer(route: Route) -> None:
        path = folder / route.request.url.removeprefix(ORIGIN).partition("?")[0]
        if not path.is_file():
            route.fulfill(body="<!doctype html><title>Zoeken</title>", content_type="text/html")
            return
        sent[0] += path.stat().st_size
        kinds = {".js": "text/javascript", ".json": "application/json"}
        route.fulfill(path=path, content_type=kinds.get(path.suffix, "application/octet-stream"))

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(ORIGIN)
    first, middle, worst = page.evaluate(_MEASURE, [list(queries), rounds, SHOWN])
    page.close()
    return first, middle, worst, sent[0]

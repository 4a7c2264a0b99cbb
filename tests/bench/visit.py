"""What a visitor waits for: bytes of a first visit, a letter typed until its results show, Lighthouse on a phone."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from coachkist.build import build_site
from tests.bench.npm import PeerMissingError, program
from tests.bench.report import Row
from tests.browser import ARGUMENTS, chromium_path, open_browser
from tests.site_project import make_project

PAGES = {"home": "", "a method": "werkvormen/kijkwijzer/", "the catalogue": "werkvormen/"}
BUDGET = 250_000
"""Bytes of a first visit, compressed; stock Material takes about 80,000 of them."""
TYPED = ("kijkwijzer", "schaalvragen", "hoe film ik mijn les", "ruzie tussen collega's")
GOALS = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
SMALL = 1400
"""Files below about a packet are not worth compressing."""

_WATCH = """() => {
  window.times = [];
  let typed = 0;
  const field = document.querySelector(".md-search__input");
  const shown = new MutationObserver(() => (window.last = performance.now() - typed));
  shown.observe(document.querySelector("[data-md-component=search-result]"), { childList: true, subtree: true });
  field.addEventListener("keydown", () => (typed = performance.now()), true);
}"""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves as a web host does: compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if len(data) > SMALL and path.suffix not in {".pdf", ".png"}:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Says nothing."""


def visits(folder: Path) -> list[Row]:
    """The rows of this bench; the site is built in `folder`, which has to exist."""
    project = make_project(folder / "visit")
    assert build_site(project).problems == []
    with _served(project / "site") as address:
        with open_browser() as browser:
            rows = [*(_bytes(browser, name, address + path) for name, path in PAGES.items())]
            rows.append(_letters(browser, f"{address}gids/"))
        return [*rows, *_lighthouse(address, folder, chromium_path())]


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Compressing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _bytes(browser: Browser, name: str, url: str) -> Row:
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    page.close()
    total = sum(received)
    figures = f"{total} B in {len(received)} requests"
    return Row(f"first visit of {name}, compressed, of {BUDGET} B", total / BUDGET, 1.0, figures)


def _letters(browser: Browser, url: str) -> Row:
    """Milliseconds from a key going down in the theme's box to the last change that it makes to the results."""
    page = browser.new_page()
    page.goto(url, wait_until="networkidle")
    field = page.locator(".md-search__input")
    field.click()
    page.evaluate(_WATCH)
    field.press_sequentially("les")
    page.wait_for_timeout(1000)
    times: list[float] = []
    for query in TYPED:
        field.fill("")
        for letter in query:
            page.evaluate("window.last = null")
            page.keyboard.type(letter)
            page.wait_for_timeout(300)
            last = page.evaluate("window.last")
            times += [last] if last is not None else []
    page.close()
    times.sort()
    middle, worst = times[len(times) // 2], times[-1]
    figures = f"median {middle:.0f} ms, at most {worst:.0f} ms, {len(times)} letters"
    return Row("a letter typed until its results show, median, of 50 ms", middle / 50, 1.0, figures)


def _lighthouse(address: str, folder: Path, chromium: str) -> list[Row]:
    """For each page, its lowest score against the goal for it, on Lighthouse's mobile settings."""
    rows = []
    try:
        command = program("lighthouse", "cli/index.js")
        for name, path in PAGES.items():
            scores = _scores(command, address + path, folder / "lighthouse.json", chromium)
            ratio = max(GOALS[kind] / max(scores[kind], 0.01) for kind in GOALS)
            figures = ", ".join(f"{kind} {100 * scores[kind]:.0f}" for kind in GOALS)
            rows.append(Row(f"Lighthouse on a phone, {name}, goal against score", ratio, 1.0, figures))
    except PeerMissingError as missing:
        print(f"Lighthouse left out: {missing}", file=sys.stderr)
    return rows


def _scores(command: list[str], url: str, report: Path, chromium: str) -> Mapping[str, float]:
    flags = "--headless=new " + " ".join(ARGUMENTS)
    output = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    kinds = f"--only-categories={','.join(GOALS)}"
    environment = {**os.environ, "CHROME_PATH": chromium}
    subprocess.run([*command, url, kinds, *output], check=True, capture_output=True, env=environment)
    found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {kind: float(found[kind]["score"] or 0) for kind in GOALS}

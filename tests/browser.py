"""Chromium as found on this computer, for tests and benchmarks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

# Chromium must not look for updates of its own while it is watched for requests.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Where Chromium is; `make test` installs it where that can be done."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium has to be on the PATH"
    return path


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser for as long as it is needed. One at a time: Playwright runs once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()


def wait_until(page: Page, expression: str) -> None:
    """Waits until a JavaScript `expression` holds, for half a minute at most.

    Playwright's own waiting has the page evaluate it again, which a content security policy forbids.
    """
    for _ in range(600):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)

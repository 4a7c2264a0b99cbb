"""The built site behind a server on this computer, and a browser to visit it with."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from coachkist.build import build_site
from tests.browser import open_browser
from tests.site_project import make_project

PATIENCE = 30_000
"""Milliseconds to wait for a page: a busy machine is slow, not wrong."""

expect.set_options(timeout=PATIENCE)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built from the real catalogue."""
    project = make_project(tmp_path_factory.mktemp("browser") / "kist")
    report = build_site(project)
    assert report.problems == []
    return project / "site"


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """Where the site is served; ends in a slash."""
    handler = functools.partial(_Quiet, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that the tests of a file share."""
    with open_browser() as browser:
        yield browser

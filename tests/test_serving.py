"""A live server: what is saved shows on the page, and a mistake leaves the last good page standing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site_project import ROOT, make_project

PATIENCE = 240
"""Seconds until what is waited for must be there; a server needs a few, an overloaded machine far more."""

COMMANDS = {
    "coachkist": ["coachkist.cli", "--root", "{root}", "serve", "--port", "{port}"],
    "mkdocs": ["mkdocs", "serve", "--dirty", "--dev-addr", "127.0.0.1:{port}"],
}
PAGE = "werkvormen/schaalvragen/"


@pytest.mark.parametrize("command", COMMANDS)
def test_an_edit_shows_and_a_mistake_does_not_break_the_page(command: str, tmp_path: Path) -> None:
    project = make_project(tmp_path / "kist")
    method = project / "methods/schaalvragen.yml"
    good = method.read_text(encoding="utf-8")
    assert "Het cijfer zelf doet er weinig toe." in good
    with served(COMMANDS[command], project) as page:
        until(page, lambda text: "Het cijfer zelf doet er weinig toe." in text)
        method.write_text(good.replace("Het cijfer zelf", "Het kruisje zelf"), encoding="utf-8")
        until(page, lambda text: "Het kruisje zelf doet er weinig toe." in text)
        method.write_text(good.replace("id: schaalvragen", "id: ["), encoding="utf-8")
        log = tmp_path / "server.log"
        until_true(lambda: "methods/schaalvragen.yml:2" in log.read_text(encoding="utf-8"))
        assert "Het kruisje zelf doet er weinig toe." in page()
        assert "Traceback" not in log.read_text(encoding="utf-8")
        method.write_text(good.replace("Het cijfer zelf", "De lijn zelf"), encoding="utf-8")
        until(page, lambda text: "De lijn zelf doet er weinig toe." in text)


@contextmanager
def served(command: list[str], project: Path) -> Iterator[Callable[[], str]]:
    """A server for `project`; gives a function that reads the page, empty as long as there is none."""
    port = free_port()
    words = [word.format(root=project, port=port) for word in command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    with (project.parent / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=project, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield lambda: read(f"http://127.0.0.1:{port}/{PAGE}")
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except OSError:
        return ""


def until(page: Callable[[], str], holds: Callable[[str], bool]) -> None:
    until_true(lambda: holds(page()))


def until_true(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

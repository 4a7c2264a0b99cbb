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

from tests.site_project import ROOT, make_small_project

PATIENCE = 240
"""Seconds until what is waited for must be there; a server needs a few, an overloaded machine far more."""

COMMANDS = {
    "coachkist": ["coachkist.cli", "--root", "{root}", "serve", "--port", "{port}"],
    "mkdocs": ["mkdocs", "serve", "--dirty", "--dev-addr", "127.0.0.1:{port}"],
}
PAGE, TEAM, MATCHES = "werkvormen/oefening/", "werkvormen/met/team/", "assets/search-index.json"

Read = Callable[[str], str]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_edit_shows_and_a_mistake_does_not_break_the_page(command: str, tmp_path: Path) -> None:
    project = make_small_project(tmp_path / "kist")
    log = tmp_path / "server.log"
    method = project / "methods/oefening.yml"
    good = method.read_text(encoding="utf-8")
    with served(COMMANDS[command], project) as read:
        until(read, PAGE, "ziet wat er misgaat")
        method.write_text(good.replace("wat er misgaat", "waar het haperde"), encoding="utf-8")
        until(read, PAGE, "ziet waar het haperde")
        assert "haperde" in read(MATCHES)
        method.write_text(good.replace("id: oefening", "id: ["), encoding="utf-8")
        until_true(lambda: "methods/oefening.yml:" in log.read_text(encoding="utf-8"))
        assert "ziet waar het haperde" in read(PAGE)
        replace_as_editors_do(method, good.replace("setting: individual", "setting: team"))
        until(read, PAGE, "ziet wat er misgaat")
        assert "Oefening" in read(TEAM)
        assert "haperde" not in read(MATCHES)
        replace_as_editors_do(method, good.replace('title: "Oefening"', 'title: "Proberen"'))
        until(read, PAGE, "Proberen")
        assert "Oefening" not in read(TEAM)
        assert "Proberen" in read("werkvormen/vervolg/")
    assert "Traceback" not in log.read_text(encoding="utf-8")


def replace_as_editors_do(path: Path, text: str) -> None:
    """Writes beside `path` and puts that in its place: many editors do."""
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


@contextmanager
def served(command: list[str], project: Path) -> Iterator[Read]:
    """A server for `project`; gives a function that reads a page, empty as long as there is none."""
    port = free_port()
    words = [word.format(root=project, port=port) for word in command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    with (project.parent / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=project, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield lambda page: read(f"http://127.0.0.1:{port}/{page}")
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


def until(read: Read, page: str, words: str) -> None:
    until_true(lambda: words in read(page))


def until_true(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

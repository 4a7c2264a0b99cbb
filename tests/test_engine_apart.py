"""The engine in a process of its own: it gives what the engine gives, and never outlives whoever started it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coachkist.engine import run_mkdocs
from coachkist.engine_apart import EngineApart
from tests.site_project import ROOT

PATIENCE = 60.0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one page, in our theme."""
    shutil.copytree(ROOT / "generator/coachkist/theme", tmp_path / "theme")
    (tmp_path / "content/strings").mkdir(parents=True)
    shutil.copy(ROOT / "content/strings/nl.yml", tmp_path / "content/strings")
    shutil.copytree(ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    config = "site_name: Proef\ntheme: {name: material, custom_dir: theme, font: false}\n"
    (tmp_path / "mkdocs.yml").write_text(f"{config}hooks: [generator/coachkist/mkdocs_hook.py]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Dag\n\n<p>Klaar</p>\n\n[weg](weg.md)\n", encoding="utf-8")
    return tmp_path


def test_gives_the_same_site_and_problems_as_here(root: Path) -> None:
    with EngineApart(root) as engine:
        apart = engine.run(root / "docs", root / "apart", None)
    here = run_mkdocs(root, root / "docs", root / "here", None)
    assert apart == here
    assert [problem.code for problem in here] == ["site-warning"]
    page = (root / "here/index.html").read_text(encoding="utf-8")
    assert "<p>Klaar</p>" in page
    assert (root / "apart/index.html").read_text(encoding="utf-8") == page


def test_raises_what_the_engine_raises(root: Path) -> None:
    (root / "full").write_text("", encoding="utf-8")
    with EngineApart(root) as engine, pytest.raises(OSError, match="full"):
        engine.run(root / "docs", root / "full", None)


def test_killed_engine_is_a_problem(root: Path) -> None:
    with EngineApart(root) as engine:
        (process,) = multiprocessing.active_children()
        process.kill()
        process.join()
        assert [problem.code for problem in engine.run(root / "docs", root / "apart", None)] == ["site-engine-stopped"]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no groups of processes")
def test_interrupt_is_not_for_the_engine(root: Path) -> None:
    with EngineApart(root) as engine:
        (process,) = multiprocessing.active_children()
        assert process.pid is not None
        os.kill(process.pid, signal.SIGINT)  # as the terminal sends it, to all that it started
        assert [problem.code for problem in engine.run(root / "docs", root / "apart", None)] == ["site-warning"]


def test_leaving_ends_its_process(root: Path) -> None:
    with EngineApart(root):
        (process,) = multiprocessing.active_children()
        assert process.is_alive()
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at processes where Linux lists them")
def test_ends_with_a_parent_that_is_killed(root: Path) -> None:
    code = (
        "import pathlib, sys, time, multiprocessing\n"
        "from coachkist.engine_apart import EngineApart\n"
        "with EngineApart(pathlib.Path(sys.argv[1])):\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", code, str(root)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        engine = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + PATIENCE
    while _runs(engine):
        assert time.monotonic() < end, "the engine outlived its parent"
        time.sleep(0.05)


def _runs(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

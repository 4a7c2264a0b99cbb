"""The site: our build against stock MkDocs on the same Markdown, growth, and the time from edit to page."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from statistics import median

from tests.bench.measure import PYTHON, interleaved, run
from tests.bench.report import Row
from tests.bench.synthetic import make_project


def build_against_mkdocs(folder: Path, methods: int, rounds: int) -> list[Row]:
    """A whole build in a new process, against `mkdocs build` of the pages it wrote."""
    project = make_project(folder / f"methods-{methods}", methods)
    ours = [PYTHON, "-m", "coachkist.cli", "--root", project, "build"]
    run(ours, project)  # the print files, which stock MkDocs does not make, come from the cache afterwards
    stock = _stock_project(project, folder / f"stock-{methods}")
    peer = [PYTHON, "-m", "mkdocs", "build", "--quiet"]
    first, second = interleaved(lambda: run(ours, project).seconds, lambda: run(peer, stock).seconds, rounds)
    name = f"whole build, {methods} methods, against stock MkDocs on the same Markdown"
    return [Row(name, first / second, 1.3, f"{first:.1f} s against {second:.1f} s")]


def _stock_project(project: Path, folder: Path) -> Path:
    """The same pages and configuration, without our hook and our changes to the theme."""
    shutil.copytree(project / "build", folder / "build")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"^hooks:\n(?:  .*\n)+", "", config, flags=re.MULTILINE)
    config = re.sub(r"^  (?:custom_dir|logo|favicon):.*\n", "", config, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def growth(folder: Path, small: int, large: int) -> list[Row]:
    """Seconds a page at two sizes, and the memory of the larger build."""
    runs = {}
    for methods in (small, large):
        project = make_project(folder / f"growth-{methods}", methods)
        runs[methods] = run([PYTHON, "-m", "coachkist.cli", "--root", project, "build"], project)
        shutil.rmtree(project)
    ratio = (runs[large].seconds / large) / (runs[small].seconds / small)
    memory = runs[large].megabytes
    return [
        Row(
            f"seconds a page, {large} methods against {small}",
            ratio,
            1.2,
            f"{runs[large].seconds:.0f} s against {runs[small].seconds:.1f} s",
        ),
        Row(f"peak memory, {large} methods, of 400 MB", memory / 400, 1.0, f"{memory:.0f} MB"),
    ]


def edit_to_page(folder: Path, methods: int, rounds: int) -> list[Row]:
    """Seconds between saving a YAML file and its page showing the change, while serving."""
    project = make_project(folder / f"serve-{methods}", methods)
    port = _free_port()
    command = [PYTHON, "-m", "coachkist.cli", "--root", str(project), "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        address = f"http://127.0.0.1:{port}/werkvormen/werkvorm-7/"
        _wait_for(address, "Werkvorm", 300)
        times, work = [], []
        for turn in range(rounds):
            time.sleep(0.3 + 0.037 * turn)  # so that the looks of the server fall at other moments each time
            before = _processor_time(server.pid)
            times.append(_edit(project / "methods/werkvorm-7.yml", address, turn))
            work.append(_processor_time(server.pid) - before)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    middle, load = median(times), os.getloadavg()[0]
    spread = f"{min(times):.2f} to {max(times):.2f}"
    measured = f"{middle:.2f} s ({spread}; {median(work):.2f} s of processor time, load {load:.1f})"
    return [Row(f"edit to page in serve, {methods} methods, of 0.6 s", middle / 0.6, 1.0, measured)]


def _processor_time(process: int) -> float:
    """Seconds of processor time that a process has taken so far; 0 where the system does not tell (only Linux does)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _edit(path: Path, address: str, turn: int) -> float:
    mark = f"bewerking nummer {turn}x"
    text = path.read_text(encoding="utf-8")
    start = time.perf_counter()
    path.write_text(re.sub(r'"goal": "[^"]{20}', f'"goal": "{mark} ', text, count=1), encoding="utf-8")
    return _wait_for(address, mark, 60) - start


def _wait_for(address: str, words: str, limit: float) -> float:
    """When the page at `address` holds `words`."""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=limit) as answer:
                if words in answer.read().decode("utf-8"):
                    return time.perf_counter()
        except OSError:
            pass
        time.sleep(0.01)
    raise TimeoutError(f"{address} does not show: {words}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

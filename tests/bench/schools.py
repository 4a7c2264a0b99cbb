"""Many schools: outputs a second with one process, with two and on a cluster; memory; a second run with one change."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import PYTHON, Run, run
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
SHEETS = "kijkwijzer-krachtige-leeromgeving,vlekjes-kaarten,werkboek-coachee"
"""The print set that is measured: a kijkwijzer, cards and a workbook, in every form they have."""

WORKERS = 2
_WORDS = ("leraar", "docent", "lector", "juf of meester")


def many_schools(folder: Path, schools: int) -> list[Row]:
    """All figures, on `schools` made-up schools that differ in name, colour, words and a criterion of their own."""
    folder.mkdir(exist_ok=True)
    project = make_schools(folder / "project", schools)
    one = _build(project, "one", "--jobs", "1")
    two = _build(project, "two", "--jobs", "2")
    files = _files(project / "two")
    rows = [
        _row(f"{schools} schools: half the time of one process, against two", one.seconds / 2, two.seconds, 1 / 0.85,
             f"{files / one.seconds:.2f} and {files / two.seconds:.2f} files a second ({files} files)"),
        Row("memory of the largest process, in MB, against 250", two.megabytes / 250, 1, f"{two.megabytes:.0f} MB"),
    ]  # fmt: skip
    changed = project / "content/schools/school-0/school.yml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("School nul", "School een"), encoding="utf-8")
    warm = _build(project, "two", "--jobs", "2")
    figures = f"{warm.seconds:.1f} s against {two.seconds:.1f} s"
    rows.append(
        Row(
            "a second run with one school changed, against the first, times 50",
            50 * warm.seconds / two.seconds,
            1,
            figures,
        )
    )
    with cluster(folder) as address:
        there = _build(project, "cluster", "--scheduler", address)
    figures = f"{there.seconds:.1f} s against {two.seconds:.1f} s"
    return [
        *rows,
        Row("two workers of a Dask cluster, against two processes", there.seconds / two.seconds, 1.25, figures),
    ]


def make_schools(project: Path, schools: int) -> Path:
    """The real catalogue with `schools` schools of its own in the new folder `project`."""
    shutil.copytree(ROOT / "content", project / "content", ignore=shutil.ignore_patterns("schools"))
    shutil.copytree(ROOT / "methods", project / "methods")
    for number in range(schools):
        folder = project / f"content/schools/school-{number}"
        sheet = folder / "content/sheets/kijkwijzer-krachtige-leeromgeving.yml"
        sheet.parent.mkdir(parents=True)
        word = _WORDS[number % len(_WORDS)]
        name = "School nul" if number == 0 else f"School nummer {number}"
        colour = f"#{(number * 7919 + 1) % 0x800000:06x}"
        (folder / "school.yml").write_text(
            f'name: "{name}"\ncountry: {"BE" if number % 2 else "NL"}\nlevel: [lager]\ncolour: "{colour}"\n'
            f'wording:\n  leerkracht:\n    leerkracht: "{word}"\n',
            encoding="utf-8",
        )
        sheet.write_text(f'subtitle: "Het blad van {name}"\n', encoding="utf-8")
    return project


def _build(project: Path, out: str, *options: str) -> Run:
    command = [PYTHON, "-m", "coachkist.cli", "schools", "--sheets", SHEETS, "--out", project / out, *options]
    os.environ["PYTHONPATH"] = str(ROOT / "generator")
    return run(command, project)


def _files(out: Path) -> int:
    report = json.loads((out / "rapport.json").read_text(encoding="utf-8"))
    return sum(int(row["files"]) for row in report["schools"])


def _row(name: str, ideal: float, measured: float, goal: float, figures: str) -> Row:
    return Row(name, measured / ideal, goal, figures)


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A Dask scheduler with two workers on this computer; gives its address."""
    file = folder / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.{}", "--no-dashboard", "--scheduler-file", str(file)]
    programs = ["dask_scheduler", *["dask_worker"] * WORKERS]
    more = {"dask_scheduler": ["--host", "127.0.0.1", "--port", "0"], "dask_worker": ["--nthreads", "1"]}
    processes = [
        subprocess.Popen([part.format(name) for part in command] + more[name], stderr=subprocess.DEVNULL, cwd=folder)
        for name in programs
    ]
    while not file.is_file():
        time.sleep(0.05)
    try:
        yield json.loads(file.read_text(encoding="utf-8"))["address"]
    finally:
        for process in processes:
            process.kill()
            process.wait()

"""Many schools: outputs a second with one process, with two and on a cluster; memory; a second run with one change."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.measure import PYTHON, Run, run
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
SHEETS = "kijkwijzer-krachtige-leeromgeving,vlekjes-kaarten,werkboek-coachee"
"""The print set that is measured: a kijkwijzer, cards and a workbook, in every form they have."""

WORKERS = 2
_WORDS = ("leraar", "docent", "lector", "juf of meester")


def many_schools(folder: Path, schools: int) -> list[Row]:
    """All figures, on `schools` made-up schools that differ in name, colour, words and a sheet of their own."""
    folder.mkdir(exist_ok=True)
    project = make_schools(folder / "project", schools)
    one, two = (_build(project, f"jobs-{jobs}", "--jobs", str(jobs)) for jobs in (1, 2))
    files = _files(project / "jobs-2")
    changed = project / "content/schools/school-0/school.yml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("School nul", "School een"), encoding="utf-8")
    warm = _build(project, "jobs-2", "--jobs", "2")
    with cluster(folder) as (address, processor):
        there = _build(project, "cluster", "--scheduler", address)
        used = processor() + there.processor
    clock = f"{files} files: {files / one.seconds:.1f} and {files / two.seconds:.1f} a second on the clock"
    busy, cores = two.processor / one.processor, two.seconds / (one.seconds / 2)
    spent = f"{one.processor:.0f} s of processor time with one process, {two.processor:.0f} s with two; {clock}"
    return [
        Row(f"{schools} schools, processor time of two processes against one", busy, 1 / 0.85, spent),
        Row("… on the clock, two against half of one", cores, 1 / 0.85, _against(two.seconds, one.seconds)),
        Row("largest process, against 250 MB", two.megabytes / 250, 1, f"{two.megabytes:.0f} MB"),
        Row("a second run with one change, times 50, processor time", 50 * warm.processor / two.processor, 1,
            f"{_against(warm.processor, two.processor)}; {_against(warm.seconds, two.seconds)} on the clock"),
        Row("two workers of a Dask cluster against two processes, processor time", used / two.processor, 1.25,
            f"{_against(used, two.processor)}; {_against(there.seconds, two.seconds)} on the clock"),
    ]  # fmt: skip


def _against(first: float, second: float) -> str:
    return f"{first:.1f} s against {second:.1f} s"


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


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, Callable[[], float]]]:
    """A Dask scheduler with two workers here; gives its address, and what tells the processor time spent so far."""
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
        yield json.loads(file.read_text(encoding="utf-8"))["address"], lambda: sum(map(_processor, processes))
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _processor(process: subprocess.Popen[bytes]) -> float:
    """Processor time of a process and of those it started, in seconds."""
    family = [psutil.Process(process.pid)]
    family += family[0].children(recursive=True)
    return sum(float(one.cpu_times().user + one.cpu_times().system) for one in family)

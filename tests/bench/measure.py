"""Running things in processes of their own, and what they took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds on the clock, the peak of the largest process's memory in megabytes, and seconds of
    processor time, its own processes' included: what a busy machine does not change much.
    """

    seconds: float
    megabytes: float
    processor: float = 0.0


_MEASURED = """
import json, os, resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
figures = [time.perf_counter() - start, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime]
os.write(int(sys.argv[1]), json.dumps(figures).encode())
sys.exit(status)
"""
"""Starts a command and measures it. A process inherits the peak of the memory of the one that started it, so that one
must be small: not the bench itself, which has a catalogue or a whole book in its memory."""


def run(arguments: Sequence[object], folder: Path) -> Run:
    """Runs a command in `folder`; raises CalledProcessError where it fails."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as figures:
        command = [PYTHON, "-I", "-S", "-c", _MEASURED, str(writing), *(str(argument) for argument in arguments)]
        try:
            subprocess.run(
                command, cwd=folder, pass_fds=[writing], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
            )
        finally:
            os.close(writing)
        return Run(*json.loads(figures.read()))


def interleaved(first: Callable[[], float], second: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The quickest of each of two measurements taken in turns.

    Whatever else a machine does can only make a run slower, so the quickest says most about the code
    (what the standard library's timeit advises too); taking turns lets a busy moment hit both alike.
    """
    firsts, seconds = [], []
    for _ in range(rounds):
        firsts.append(first())
        seconds.append(second())
    return min(firsts), min(seconds)


def machine() -> str:
    """The machine that the figures come from, in a few words."""
    model = "unknown processor"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1] for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].strip() if names else model
    return f"{model}, {os.cpu_count()} cores, Python {sys.version.split()[0]}"

"""Running things in processes of their own, and what they took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
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


def run(arguments: Sequence[object], folder: Path) -> Run:
    """Runs a command in `folder`; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(argument) for argument in arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), [str(one) for one in arguments], output)
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


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

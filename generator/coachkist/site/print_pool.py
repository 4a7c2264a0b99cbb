"""Many documents printed at once, in processes of their own: Typst uses one core, and a computer has several.

Processes share nothing but the cache. What they leave there, a `Printer` finds as if it had made it itself.
"""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from coachkist.document.blocks import Document
from coachkist.site.cache import Cache
from coachkist.site.prints import Printer

WORTH_IT = 12
"""With fewer documents to make, starting processes takes longer than they save."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to print, and the formats besides its PDF. `checked`: whether to ask first if it fits."""

    document: Document
    more: tuple[str, ...] = field(default=())
    checked: bool = True


def print_ahead(
    cache: Cache, jobs: Sequence[Job], told: Callable[[int, int], None], processes: int | None = None
) -> None:
    """Fills `cache` with what `jobs` still lack, where that is enough work for `processes` (default: one a core).

    `told` hears how many jobs are done, of how many. What cannot be made, or not in another process, is left out of the
    cache: whoever asks for it next makes it, or meets the mistake in a place that can tell it.
    """
    printer = Printer(cache)
    missing = [job for job in jobs if not printer.has(job.document, job.more)]
    count = min(processes or os.cpu_count() or 1, len(missing))
    if len(missing) < WORTH_IT or count < 2:
        return
    # Fresh processes rather than forked ones: a server has threads, which a fork would cut in half.
    context = multiprocessing.get_context("spawn")
    with contextlib.suppress(BrokenProcessPool), ProcessPoolExecutor(count, context) as pool:
        # The longest first, so that no process is left with a book when the others are done.
        by_length = sorted(missing, key=lambda job: len(job.document.blocks), reverse=True)
        futures = [pool.submit(_print, cache, job) for job in sorted(by_length, key=lambda job: job.checked)]
        for done, _future in enumerate(as_completed(futures), 1):
            told(done, len(missing))


@functools.cache
def _printer_at(cache: Cache) -> Printer:
    """The printer of a process in the pool: its typesetter is started once, not for each document."""
    return Printer(cache)


def _print(cache: Cache, job: Job) -> None:
    printer = _printer_at(cache)
    if not (job.checked and printer.overflows(job.document)):
        printer.print(job.document, job.more)

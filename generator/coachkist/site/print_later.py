"""Books printed while somebody goes on writing: what was saved shows at once, and its paper when that is ready."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence

from coachkist.document.blocks import Document
from coachkist.memory import Same
from coachkist.site.cache import Cache
from coachkist.site.print_pool import Job
from coachkist.site.prints import Printer

QUIET = 2.0
"""Seconds without another wish before printing begins: who is writing saves often."""
TICK = 0.1
"""Seconds from one look at the printing process to the next."""
_NICENESS = 10


class PrintLater:
    """Prints, in a process of its own, what was last wished for; what is no longer wished for is broken off.

    What is made comes in the cache. Then `told` is called, in a thread of this class.
    """

    def __init__(self, cache: Cache, told: Callable[[], None], quiet: float = QUIET) -> None:
        self._cache = cache
        self._told = told
        self._quiet = quiet
        self._wishes: tuple[Job, ...] = ()
        self._tried: tuple[Job, ...] = ()
        self._ready: dict[str, Document] = {}
        self._stopped = False
        self._changed = threading.Condition()  # to be held when changing the wishes
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wish(self, jobs: Sequence[Job]) -> None:
        """Asks for `jobs`, instead of what was asked for before and is not there yet."""
        with self._changed:
            if [Same(job.document) for job in jobs] != [Same(job.document) for job in self._wishes]:
                self._wishes = tuple(jobs)
                self._changed.notify_all()

    def has(self, document: Document) -> bool:
        """Whether this very document was printed."""
        return self._ready.get(document.id) is document

    def stop(self) -> None:
        """Breaks off what is being printed."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while (jobs := self._next()) is not None:
            made = self._printed(jobs)
            if made and self._wanted(jobs):
                self._ready.update({job.document.id: job.document for job in made})
                self._told()

    def _next(self) -> tuple[Job, ...] | None:
        """What to print, once the wishes have stayed the same for a while; None at the end."""
        with self._changed:
            self._changed.wait_for(self._is_changed)
            while not self._stopped:
                self._tried = self._wishes
                if not self._changed.wait_for(self._is_changed, self._quiet):
                    return self._tried
        return None

    def _is_changed(self) -> bool:
        return self._stopped or self._wishes is not self._tried

    def _wanted(self, jobs: tuple[Job, ...]) -> bool:
        return self._wishes is jobs and not self._stopped

    def _printed(self, jobs: tuple[Job, ...]) -> Sequence[Job]:
        """Those of `jobs` that were printed; none of them where they are no longer wanted."""
        if not jobs:
            return ()
        # A fresh process rather than a forked one: a server has threads, which a fork would cut in half.
        process = multiprocessing.get_context("spawn").Process(target=print_all, args=(self._cache, jobs), daemon=True)
        process.start()
        while process.is_alive() and self._wanted(jobs):
            process.join(TICK)
        if process.is_alive():
            process.terminate()
            process.join()
            return ()
        printer = Printer(self._cache)
        return jobs if process.exitcode == 0 else [job for job in jobs if printer.has(job.document, job.more)]


def print_all(cache: Cache, jobs: Sequence[Job]) -> None:
    """Prints `jobs` one after another, out of the way of who is at work; ends with status 1 where one went wrong.

    What cannot be made is told by whoever builds the site.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches this process too; who started it ends it
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    printer, failed = Printer(cache), False
    for job in jobs:
        try:
            printer.print(job.document, job.more)
        except Exception:
            failed = True
    sys.exit(int(failed))

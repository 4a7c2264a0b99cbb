"""The engine in a process of its own: it starts up while the pages are being made, on the computer's other core.

Its memory is its own too: what the catalogue took is not still held while the site is built.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from coachkist.diagnostics import Problem, Span
from coachkist.garbage import collect_rarely

CONFIG = "mkdocs.yml"

_NEW_OBJECTS = 400_000
"""After so many new objects MkDocs looks for cycles among them; with Python's own threshold it takes a fifth longer."""


class EngineApart:
    """An engine for the project at `root` that is ready when it is needed.

    Leaving the context ends it, whatever it is doing.
    """

    def __init__(self, root: Path) -> None:
        # A fresh process rather than a forked one: a fork would share the memory that this one is to do without.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, root), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def run(self, pages: Path, into: Path, school: Path | None) -> list[Problem]:
        """As `engine.run_mkdocs`, and raises what that raises."""
        try:
            self._pipe.send((pages, into, school))
            answer = self._pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            # Its process ended before it was done: killed, most likely, for want of memory.
            return [Problem("site-engine-stopped", Span(CONFIG))]
        if isinstance(answer, BaseException):
            raise answer
        return list(answer)


def _work(pipe: Connection, root: Path) -> None:
    """What the process does: gets ready, waits for the pages, builds the site of them."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from coachkist import engine  # here, so that the parent need not load MkDocs

    try:
        engine.warm_up(root)
        collect_rarely(_NEW_OBJECTS)
        pipe.send(engine.run_mkdocs(root, *pipe.recv()))
    except EOFError:
        return
    except Exception as error:  # it is the parent's to tell
        pipe.send(error)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl+C is for the parent, which then ends the process: one that starts now ignores it from its first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say so, and hears of it
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_parent() -> None:
    """Ends this process as soon as its parent is gone, so that it does not write where the next build is at work."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)

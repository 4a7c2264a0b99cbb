"""Notices what is saved while MkDocs serves, sooner than MkDocs does itself: by looking often, and cheaply.

Looking works on every system and in network folders, where the notices of the system itself do not arrive.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileModifiedEvent
from watchdog.observers.api import BaseObserver, EventEmitter, ObservedWatch
from watchdog.observers.polling import PollingObserver

from coachkist.stamps import Stamp, stamp_of, stamps_below

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

INTERVAL = 0.1
"""Seconds from one look to the next."""
SHARE = 20
"""Looking may take one in so many parts of the time: in a slow folder there is more time between two looks."""
SETTLED = 0.04
"""Seconds without a change after which a file counts as saved: some editors empty it before they write."""
LONGEST = 25
"""So many times is waited for a folder to settle: somebody may be copying files into it."""
BUILD_DELAY = 0.02
"""Seconds that MkDocs itself waits for more changes before it builds; here they have come to an end already."""

Clock = Callable[[], float]


def watch_quickly(server: LiveReloadServer) -> None:
    """Lets `server` notice changes below what it is asked to watch from now on within about 0.15 seconds."""
    server.observer = QuickObserver(server.observer)
    server.build_delay = BUILD_DELAY


class QuickObserver(PollingObserver):
    """Looks often at what it is asked to watch; what `others` watched before stays with them."""

    def __init__(self, others: BaseObserver) -> None:
        BaseObserver.__init__(self, QuickEmitter, timeout=INTERVAL)
        self._others = others

    def start(self) -> None:
        """Begins to watch."""
        self._others.start()
        super().start()

    def stop(self) -> None:
        """Stops watching."""
        self._others.stop()
        super().stop()

    def unschedule(self, watch: ObservedWatch) -> None:
        """Stops watching one thing; raises KeyError where nobody watches it."""
        try:
            super().unschedule(watch)
        except KeyError:
            self._others.unschedule(watch)


class QuickEmitter(EventEmitter):
    """Tells when a file below one folder was changed, came or went, or when one file was."""

    clock: Clock = staticmethod(time.perf_counter)

    def on_thread_start(self) -> None:
        """Looks for the first time: what is there already is no change."""
        self._seen = seen_at(self.watch.path)
        self._pause = self.timeout

    def queue_events(self, timeout: float) -> None:
        """Waits, looks, and tells what changed."""
        if self.stopped_event.wait(self._pause):
            return
        began = self.clock()
        found = seen_at(self.watch.path)
        self._pause = max(timeout, (self.clock() - began) * SHARE)
        if found != self._seen:
            found = self._settled(found)
            for path in changed(self._seen, found):
                self.queue_event(FileModifiedEvent(str(Path(self.watch.path, path))))
            self._seen = found

    def _settled(self, found: Mapping[str, Stamp]) -> Mapping[str, Stamp]:
        """What there is once nothing changes any more."""
        for _ in range(LONGEST):
            self.stopped_event.wait(SETTLED)
            last, found = found, seen_at(self.watch.path)
            if last == found:
                break
        return found


def seen_at(path: str) -> Mapping[str, Stamp]:
    """The files at `path` that somebody may write, by their path from there; not what an editor keeps for itself."""
    if (own := stamp_of(path)) is not None:
        return {"": own}
    return {found: stamp for found, stamp in stamps_below(path) if not _is_own_of_editor(found)}


def _is_own_of_editor(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith(".") or name.endswith(("~", ".tmp"))


def changed(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> list[str]:
    """The files that were changed, came or went."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))

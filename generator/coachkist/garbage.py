"""When Python looks for objects that only refer to each other, and so are never let go of by themselves.

With its own thresholds it looks again and again through a whole catalogue, in which there are none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, last: bool = False) -> Iterator[None]:
    """No search for cycles: a build makes millions of objects, and then it is over.

    It takes an eighth of the time of a build of 500 work forms. After the `last` thing that a process does, what is
    there is not searched any more either.
    """
    collecting, thresholds = gc.isenabled(), gc.get_threshold()
    gc.disable()
    try:
        yield
    finally:
        if last:
            gc.freeze()
        gc.set_threshold(*thresholds)
        (gc.enable if collecting else gc.disable)()


def collect_rarely(objects: int) -> None:
    """Searches from now on whenever there are so many new `objects`, and not among those that are there already.

    Each page leaves some cycles, and those of thousands of pages take more room than all else.
    """
    gc.freeze()
    gc.set_threshold(objects, 10, 1000)
    gc.enable()

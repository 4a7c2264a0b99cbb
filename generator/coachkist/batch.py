"""Many schools in one go: each in a folder of its own, whole or not at all, none in another's way.

A school is one task for one process. Tasks go through `concurrent.futures`, so that a pool on this computer and a
cluster elsewhere are the same to us.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeAlias

from coachkist.batch_task import Outcome, State, Task, build_school, crashed, is_unchanged

OpenExecutor: TypeAlias = Callable[[], AbstractContextManager[Executor]]
"""Gives the processes that do the work; asked again where one of them died and took the others along."""

IN_FLIGHT = 2
"""Tasks handed out for each process: enough to keep it busy, few enough to know which may have killed it."""


IN_A_ROW = 100
"""Tasks for each process before all of them start afresh: what the system did not get back, it then does."""

PATIENCE = "10s"
"""How long a scheduler may take to answer."""


class SchedulerError(Exception):
    """The cluster does not answer."""


def build_schools(
    tasks: Sequence[Task], open_executor: OpenExecutor, processes: int, told: Callable[[Outcome], None]
) -> list[Outcome]:
    """Builds what changed, and tells each outcome as it comes; they are given in the order of `tasks`."""
    outcomes: dict[str, Outcome] = {}
    waiting: deque[Task] = deque()
    for task in tasks:
        if is_unchanged(task):
            outcomes[task.id] = Outcome(task.id, State.UNCHANGED)
            told(outcomes[task.id])
        else:
            waiting.append(task)
    for outcome in _built(waiting, open_executor, processes * IN_FLIGHT):
        outcomes[outcome.id] = outcome
        told(outcome)
    return [outcomes[task.id] for task in tasks]


def _built(waiting: deque[Task], open_executor: OpenExecutor, window: int) -> Iterator[Outcome]:
    """Every task's outcome. Where a process dies, the tasks it may have died of are tried again one by one."""
    suspects: deque[Task] = deque()
    while waiting or suspects:
        with open_executor() as executor:
            if suspects:
                yield from _round(executor, suspects, 1, suspects)
            if not suspects:
                batch = deque(waiting.popleft() for _ in range(min(len(waiting), IN_A_ROW * window // IN_FLIGHT)))
                yield from _round(executor, batch, window, suspects)
                waiting.extendleft(reversed(batch))


def _round(executor: Executor, queue: deque[Task], window: int, suspects: deque[Task]) -> Iterator[Outcome]:
    """Outcomes until `queue` is empty or the executor breaks; what was under way then becomes suspect."""
    under_way: dict[Future[Outcome], Task] = {}
    while queue or under_way:
        while queue and len(under_way) < window:
            task = queue.popleft()
            try:
                under_way[executor.submit(build_school, task)] = task
            except BrokenExecutor:
                queue.appendleft(task)
                if not under_way:
                    return
                break
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            task = under_way.pop(future)
            try:
                yield future.result()
            except BrokenExecutor:
                # With one task under way there is no doubt about who did it.
                lost = [task, *under_way.values()]
                if window == 1:
                    yield crashed(task)
                else:
                    suspects.extend(lost)
                return
            except Exception as error:  # what a cluster makes of a worker that died
                yield crashed(task, str(error))


def pool(processes: int) -> OpenExecutor:
    """So many processes on this computer."""

    @contextmanager
    def opened() -> Iterator[Executor]:
        # Fresh processes rather than forked ones: they cost half a second and share nothing by accident.
        executor = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))
        try:
            yield executor
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    return opened


@contextmanager
def cluster(address: str) -> Iterator[tuple[OpenExecutor, int]]:
    """The workers of the Dask scheduler at `address`, and how many there are; raises SchedulerError.

    They see the same files under the same paths. Raises ImportError where `distributed` is not installed.
    """
    from distributed import Client

    connect: Any = Client
    try:
        client: Any = connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise SchedulerError(address) from error

    @contextmanager
    def opened() -> Iterator[Executor]:
        executor = client.get_executor(retries=0)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)

    try:
        client.wait_for_workers(1, timeout=30)
        yield opened, sum(client.nthreads().values())
    except TimeoutError as error:
        raise SchedulerError(address) from error
    finally:
        client.close()

"""What is printed while somebody goes on writing: only what was wished for last, and it is told when it is there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachkist.document.blocks import Document
from coachkist.site.cache import Cache
from coachkist.site.print_later import PrintLater
from coachkist.site.print_pool import Job
from coachkist.site.prints import Printer
from coachkist.strings import Strings
from tests.writers.paper_samples import sheet

PATIENCE = 120


class Told:
    """Printing for a test, and how often it told that something is there."""

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder)
        self.times = threading.Semaphore(0)
        self.later = PrintLater(self.cache, self.times.release, quiet=0.2)

    def wait(self) -> bool:
        return self.times.acquire(timeout=PATIENCE)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    found = Told(tmp_path / "cache")
    yield found
    found.later.stop()


@pytest.fixture
def blad(strings: Strings) -> Document:
    return sheet(strings)


def test_what_was_wished_for_last_is_printed_and_told(told: Told, blad: Document) -> None:
    first, last = replace(blad, title="Eerst"), replace(blad, title="Toen")
    told.later.wish([Job(first, checked=False)])
    told.later.wish([Job(last, checked=False)])
    told.later.wish([Job(last, checked=False)])
    assert told.wait()
    assert told.later.has(last)
    assert not told.later.has(first)
    assert Printer(told.cache).has(last)
    assert not Printer(told.cache).has(first)
    assert not told.times.acquire(blocking=False), "the same wish was printed twice"


def test_what_is_no_longer_wished_for_is_broken_off(told: Told, blad: Document) -> None:
    many = [Job(replace(blad, title=f"Blad {number}"), checked=False) for number in range(200)]
    told.later.wish(many)
    threading.Event().wait(0.5)
    told.later.wish([Job(blad, checked=False)])
    assert told.wait()
    assert told.later.has(blad)
    assert not Printer(told.cache).has(many[-1].document)


def test_what_cannot_be_made_is_not_told_and_not_tried_for_ever(told: Told, blad: Document) -> None:
    impossible = replace(blad, paper="a17")
    told.later.wish([Job(impossible, checked=False), Job(blad, checked=False)])
    assert told.wait()
    assert told.later.has(blad)
    assert not told.later.has(impossible)
    told.later.wish([Job(impossible, checked=False)])
    told.later.wish([])


def test_stopping_breaks_off(tmp_path: Path, blad: Document) -> None:
    told = Told(tmp_path)
    told.later.wish([Job(replace(blad, title=f"Blad {number}"), checked=False) for number in range(200)])
    told.later.stop()
    assert not told.times.acquire(blocking=False)

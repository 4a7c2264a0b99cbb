"""Processes that print ahead leave in the cache what a printer would have made itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coachkist.document.blocks import Document
from coachkist.site.cache import Cache
from coachkist.site.print_pool import WORTH_IT, Job, print_ahead
from coachkist.site.prints import GREY, Printer
from coachkist.strings import Strings
from tests.writers.paper_samples import sheet


def documents(number: int, strings: Strings) -> list[Document]:
    return [replace(sheet(strings), id=f"blad-{one}", title=f"Blad {one}") for one in range(number)]


def test_what_was_printed_ahead_is_what_a_printer_makes(tmp_path: Path, strings: Strings) -> None:
    ahead, alone = Cache(tmp_path / "ahead"), Cache(tmp_path / "alone")
    wanted = documents(WORTH_IT, strings)
    told: list[tuple[int, int]] = []
    print_ahead(ahead, [Job(document, (GREY,)) for document in wanted], lambda *done: told.append(done), processes=2)
    assert told == [(done, WORTH_IT) for done in range(1, WORTH_IT + 1)]
    assert all(Printer(ahead).has(document, (GREY,)) for document in wanted)
    assert Printer(ahead).print(wanted[3], (GREY,)) == Printer(alone).print(wanted[3], (GREY,))


def test_a_few_documents_start_no_processes(tmp_path: Path, strings: Strings) -> None:
    cache = Cache(tmp_path)
    few = documents(WORTH_IT - 1, strings)
    print_ahead(cache, [Job(document) for document in few], lambda *_done: None, processes=2)
    assert not any(Printer(cache).has(document) for document in few)


def test_what_does_not_fit_is_left_for_whoever_can_tell_it(tmp_path: Path, strings: Strings) -> None:
    cache = Cache(tmp_path)
    wanted = documents(WORTH_IT, strings)
    too_long = replace(sheet(strings, rows=60), id="te-lang")
    print_ahead(cache, [Job(document) for document in (too_long, *wanted[1:])], lambda *_done: None, processes=2)
    printer = Printer(cache)
    assert not printer.has(too_long)
    assert printer.overflows(too_long)
    assert all(printer.has(document) for document in wanted[1:])

"""A workbook for half the paper."""

from __future__ import annotations

from dataclasses import replace

from coachkist.document.blocks import Board, Chapter, Deck, Discs, Part
from coachkist.document.booklet import booklet
from coachkist.strings import Strings
from tests.writers import paper_samples as samples


def chapters(part: Part) -> list[str]:
    return [chapter.anchor for chapter in part.chapters]


def test_what_is_too_large_stays_out(strings: Strings) -> None:
    folded = booklet(samples.workbook(strings))
    assert folded.paper == "a5"
    parts = [block for block in folded.blocks if isinstance(block, Part)]
    assert [(part.anchor, part.number, chapters(part)) for part in parts] == [
        ("deel-een", 1, ["vlekjes", "schaalvragen"]),
        ("deel-twee", 2, ["blad", "plan"]),
    ]
    held = [block for part in parts for chapter in part.chapters for block in chapter.body]
    assert not any(isinstance(block, Board | Deck | Discs) for block in held)


def test_parts_count_on_where_one_is_left_out(strings: Strings) -> None:
    book = samples.workbook(strings)
    wall = Part("muur", "Aan de muur", (), (Chapter("wand", "sheet", "Wand", (), (), paper="a3"),), 1)
    told = Part("verteld", "Alleen tekst", book.blocks[:1], (), 2)
    folded = booklet(replace(book, blocks=(wall, told)))
    assert [(block.anchor, block.number) for block in folded.blocks if isinstance(block, Part)] == [("verteld", 1)]

"""What lies on a table: cards, discs and a board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coachkist.document.blocks import (
    Board,
    BoardCircle,
    BoardWord,
    Deck,
    DeckCard,
    DeckGroup,
    Disc,
    Discs,
    Document,
    Heading,
    PageBreak,
)
from tests.writers.paper_samples.documents import document, text

if TYPE_CHECKING:
    from coachkist.strings import Strings


def deck(count: int = 10, front: str = "Denktijd {n}", back: str = "Na vraag {n} is het enkele tellen stil.") -> Deck:
    groups = (DeckGroup("klimaat", "Klimaat", 0), DeckGroup("taken", "Taken", 1))
    cards = tuple(
        DeckCard(
            name=f"kaarten.kaart-{n}",
            number=n,
            group=groups[n % 2],
            front=text(front.format(n=n)),
            back=text(back.format(n=n)),
            corner="klas",
        )
        for n in range(1, count + 1)
    )
    return Deck("kaarten", width=90, height=62, flip="long", blank=1, cards=cards)


def cards(strings: Strings, the_deck: Deck | None = None, pages: int | None = None) -> Document:
    return document("sheet", (the_deck or deck(),), strings, pages)


def discs(count: int = 7) -> Discs:
    items = (
        Disc("schijfjes.groen", "green", "G", text("Groen: duidelijk")),
        Disc("schijfjes.oranje", "orange", "O", text("Oranje: soms")),
        Disc("schijfjes.rood", "red", "R", text("Rood: niet")),
    )
    return Discs("schijfjes", 28, count, items)


def board(words: int = 4, place: int = 28) -> Board:
    circles = tuple(
        BoardCircle(
            f"bord.{name}",
            text(title),
            tuple(BoardWord(f"bord.{name}.woord-{n}", text(f"Woord {n}")) for n in range(1, words + 1)),
            1,
            "1 lege plaats",
        )
        for name, title in (("klimaat", "Veilig klimaat"), ("taken", "Echte taken"), ("hulp", "Samen praten"))
    )
    return Board("bord", place, True, circles)


def table_top(strings: Strings, the_board: Board | None = None) -> Document:
    blocks = (discs(), PageBreak(), Heading(2, text("Het bord")), the_board or board())
    return replace(document("sheet", blocks, strings, 2), paper="a4-landscape")

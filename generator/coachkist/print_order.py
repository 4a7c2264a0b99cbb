"""How somebody wants something printed, and what files of that order are called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from coachkist.writers.typst import PdfOptions

CARD_SIZES = {"a8": (52, 74), "poker": (63, 88), "a7": (74, 105), "a6": (105, 148)}
"""Sizes of cards in millimetres, the short side first."""

LARGE_CARDS = "a6"
"""What cards become in large print where nothing else is asked for."""

BLEED = 3
"""How much a print shop cuts off around a card, in millimetres."""

Flip: TypeAlias = Literal["long", "short"]
_FLIPS = {"long": "lang", "short": "kort"}


class PrintFormat(StrEnum):
    """What is made."""

    PDF = "pdf"
    FORM = "form"
    PNG = "png"
    DOCX = "docx"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class CardOrder:
    """How to lay out cards; None for what the deck was made for.

    `size` is one of `CARD_SIZES`, `gap` the millimetres between cards, `flip` the edge over which the printer turns the
    paper. `fronts` leaves the backs out; `fold` puts them beside the fronts; `bleed` makes pages for a print shop.
    `offset`: how many millimetres backs are shifted to the right and down.
    """

    size: str | None = None
    gap: int | None = None
    flip: Flip | None = None
    fronts: bool = False
    fold: bool = False
    bleed: bool = False
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def other_pages(self) -> bool:
        """Whether this takes another number of pages than the author promised."""
        return any((self.size, self.gap, self.fronts, self.fold, self.bleed))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a file's name that tell this order from others."""
        return (
            self.size or "",
            f"tussen{self.gap}" if self.gap is not None else "",
            _FLIPS[self.flip] if self.flip else "",
            "voorkant" if self.fronts else "",
            "vouwen" if self.fold else "",
            "afloop" if self.bleed else "",
            "verschoven" if any(self.offset) else "",
        )


@dataclass(frozen=True, slots=True)
class Order:
    """How to print. `paper` is `a4` or `a3`, or None for what the sheet was made for; `pick` names criteria to keep.

    `grey` None: shades of grey for paper, colour for a screen. `large`: in large print, of 18 points, on as many pages
    as that takes. `tile`: what is on A3, in sheets of A4 to glue together.
    """

    format: PrintFormat = PrintFormat.PDF
    paper: str | None = None
    grey: bool | None = None
    pick: tuple[str, ...] = ()
    large: bool = False
    tile: bool = False
    cards: CardOrder = CardOrder()

    @property
    def in_grey(self) -> bool:
        """Whether to do without colour."""
        on_paper = self.format in (PrintFormat.PDF, PrintFormat.BOOKLET)
        return on_paper if self.grey is None else self.grey

    @property
    def options(self) -> PdfOptions:
        """What the writer is asked for."""
        return PdfOptions(grey=self.in_grey, large=self.large)

    @property
    def card_size(self) -> tuple[int, int] | None:
        """Short and long side of cards in millimetres; None for what the deck was made for."""
        size = self.cards.size or (LARGE_CARDS if self.large else None)
        return CARD_SIZES[size] if size else None

    @property
    def variant(self) -> str:
        """What sets the names of this order's files apart from those of others, so that none takes another's place."""
        whole = ("keuze" if self.pick else "", self.paper or "", "groot" if self.large else "")
        return "".join(f"-{part}" for part in (*whole, *self.cards.parts, "plakken" if self.tile else "") if part)

"""Print files on demand: the sheets somebody asks for, in the form, on the paper and in the ink they want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Deck, Document, Part
from coachkist.document.booklet import booklet
from coachkist.document.compose import compose
from coachkist.document.instrument import questions
from coachkist.document.pick import pick
from coachkist.model.enums import Kind, Paper
from coachkist.pdf.booklet import Booklet, impose
from coachkist.pdf.form import write_form
from coachkist.site.contents import SUFFIXES
from coachkist.site.prints import BOOKLET, DOCX, FORM, GREY
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.typst import Overflow, PdfOptions, fit_problems, write_pdf, write_pngs

PNG_PPI = 150
"""Dots to the inch of pictures: sharp on a screen, and on paper at half size."""

CARD_SIZES = {"a8": (52, 74), "poker": (63, 88), "a7": (74, 105), "a6": (105, 148)}
"""Sizes of cards in millimetres, the short side first."""

_FLIPS = {"long": "lang", "short": "kort"}

_SIZES = {"a4": (Paper.A4, Paper.A4_LANDSCAPE), "a3": (Paper.A3, Paper.A3_LANDSCAPE)}


class PrintFormat(StrEnum):
    """What is made."""

    PDF = "pdf"
    FORM = "form"
    PNG = "png"
    DOCX = "docx"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class Order:
    """How to print. `paper` is `a4` or `a3`, or None for what the sheet was made for; `pick` names criteria to keep.

    `large`: in large print, of 18 points, on as many pages as that takes.

    `grey` None: shades of grey for paper, colour for a screen. `cards` is a size of `CARD_SIZES`, `gap` the millimetres
    between cards, `flip` the edge over which the printer turns the paper; None for what the deck was made for. `fronts`
    leaves the backs of cards out.
    """

    format: PrintFormat = PrintFormat.PDF
    paper: str | None = None
    grey: bool | None = None
    pick: tuple[str, ...] = ()
    large: bool = False
    cards: str | None = None
    gap: int | None = None
    flip: Literal["long", "short"] | None = None
    fronts: bool = False

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
    def variant(self) -> str:
        """What sets the names of this order's files apart from those of others, so that none takes another's place."""
        parts = (
            "keuze" if self.pick else "",
            self.paper or "",
            self.cards or "",
            f"tussen{self.gap}" if self.gap is not None else "",
            _FLIPS[self.flip] if self.flip else "",
            "voorkant" if self.fronts else "",
            "groot" if self.large else "",
        )
        return "".join(f"-{part}" for part in parts if part)


class PrintError(ValueError):
    """Something cannot be printed as asked; the argument is its id. `key` names the sentence that says so."""

    key = ""


class NothingToFillInError(PrintError):
    """A fillable PDF was asked for of something that asks nothing."""

    key = "no_form"


class OnlyBooksFoldError(PrintError):
    """A booklet was asked for of something that is no workbook."""

    key = "only_books_fold"


class NothingToFoldError(PrintError):
    """A booklet was asked for of a workbook that holds only what is too large for it."""

    key = "nothing_to_fold"


@dataclass(frozen=True, slots=True)
class Printed:
    """The files that were made, by name, and what does not fit on the paper that was chosen.

    `booklet` tells of a booklet how much paper it takes.
    """

    files: tuple[tuple[str, bytes], ...]
    overflows: tuple[Overflow, ...] = ()
    booklet: Booklet | None = None


def document_for(catalogue: Catalogue, entry: str, order: Order) -> Document:
    """What is printed of `entry`; raises PickError and what `for_order` raises."""
    document = compose(catalogue.by_id[entry], catalogue)
    if order.pick:
        others = {name: compose(catalogue.by_id[name], catalogue) for name in _named(order.pick, catalogue)}
        document = pick(document, order.pick, others)
    return for_order(document, order)


def for_order(document: Document, order: Order) -> Document:
    """`document` as it is printed.

    Raises NothingToFillInError, OnlyBooksFoldError and NothingToFoldError. A workbook has its own paper, and its cards
    are those of the book.
    """
    if order.format is PrintFormat.FORM and (document.kind != Kind.SHEET or not questions(document)):
        raise NothingToFillInError(document.id)
    if document.kind == Kind.WORKBOOK:
        return _folded(document) if order.format is PrintFormat.BOOKLET else document
    if order.format is PrintFormat.BOOKLET:
        raise OnlyBooksFoldError(document.id)
    blocks = tuple(_cards(block, order) if isinstance(block, Deck) else block for block in document.blocks)
    return replace(document, paper=_paper(document.paper, order.paper), blocks=blocks, pages=_promise(document, order))


def _folded(document: Document) -> Document:
    folded = booklet(document)
    if not any(isinstance(block, Part) for block in folded.blocks):
        raise NothingToFoldError(document.id)
    return folded


def print_document(document: Document, order: Order, typesetter: Typesetter) -> Printed:
    """The files of `document`; raises TypesetError."""
    if order.format is PrintFormat.BOOKLET:
        made = impose(write_pdf(document, typesetter, order.options))
        colour = "" if order.in_grey else "-kleur"
        return Printed(((f"{document.id}{order.variant}{colour}{SUFFIXES[BOOKLET]}", made.content),), booklet=made)
    overflows = tuple(fit_problems(document, typesetter, order.options))
    return Printed(() if overflows else tuple(_files(document, order, typesetter)), overflows)


def _files(document: Document, order: Order, typesetter: Typesetter) -> Iterator[tuple[str, bytes]]:
    name, options = f"{document.id}{order.variant}", order.options
    match order.format:
        case PrintFormat.PDF | PrintFormat.BOOKLET:
            suffix = SUFFIXES[GREY if order.in_grey else "pdf"]
            yield f"{name}{suffix}", write_pdf(document, typesetter, options)
        case PrintFormat.FORM:
            yield f"{name}{SUFFIXES[FORM]}", write_form(document, typesetter, options)
        case PrintFormat.DOCX:
            grey = "-grijs" if order.in_grey else ""
            yield f"{name}{grey}{SUFFIXES[DOCX]}", write_docx(document, typesetter, grey=order.in_grey)
        case PrintFormat.PNG:
            pages = write_pngs(document, typesetter, PNG_PPI, options)
            yield from ((f"{name}-{number}.png", page) for number, page in enumerate(pages, 1))


def _named(picked: tuple[str, ...], catalogue: Catalogue) -> set[str]:
    """The sheets that picked criteria are of."""
    return {name.rpartition(".")[0] for name in picked} & set(catalogue.sheets)


def _promise(document: Document, order: Order) -> int | None:
    """How many pages the author promised: with cards of another size it is no promise any more."""
    return None if order.cards or order.gap or order.fronts or order.paper else document.pages


def _cards(deck: Deck, order: Order) -> Deck:
    """The deck in the wanted size, upright or on its side as its cards are."""
    wanted = order.cards or ("a6" if order.large else None)
    short, long = CARD_SIZES[wanted] if wanted else sorted((deck.width, deck.height))
    width, height = (long, short) if deck.width > deck.height else (short, long)
    gap = deck.gap if order.gap is None else order.gap
    return replace(deck, width=width, height=height, gap=gap, flip=order.flip or deck.flip, backs=not order.fronts)


def _paper(own: str, wanted: str | None) -> str:
    """The wanted size, upright or on its side as the sheet is."""
    if wanted is None:
        return own
    upright, sideways = _SIZES[wanted]
    return sideways if own in (Paper.A4_LANDSCAPE, Paper.A3_LANDSCAPE) else upright

"""Print files on demand: the sheets somebody asks for, in the form, on the paper and in the ink they want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Deck, Document, Part
from coachkist.document.booklet import booklet
from coachkist.document.compose import compose
from coachkist.document.context import Context
from coachkist.document.instrument import questions
from coachkist.document.pick import pick
from coachkist.model.enums import Kind, Paper
from coachkist.pdf.booklet import Booklet, impose
from coachkist.pdf.form import write_form
from coachkist.pdf.tiles import write_tiles
from coachkist.print_order import BLEED, Order, PrintFormat
from coachkist.site.contents import SUFFIXES
from coachkist.site.prints import BOOKLET, DOCX, FORM, GREY
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.calibration import write_calibration
from coachkist.writers.docx import write_docx
from coachkist.writers.typst import Overflow, fit_problems, write_pdf, write_pngs

PNG_PPI = 150
"""Dots to the inch of pictures: sharp on a screen, and on paper at half size."""

SIZES = {"a4": (Paper.A4, Paper.A4_LANDSCAPE), "a3": (Paper.A3, Paper.A3_LANDSCAPE)}
"""Sizes of paper that can be asked for: upright, and on its side."""

_SIDEWAYS = (Paper.A4_LANDSCAPE, Paper.A3_LANDSCAPE)


class CannotPrintError(ValueError):
    """An order that makes no sense for what is printed; `key` names the sentence about it below `cli.print`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Printed:
    """The files that were made, by name, and what does not fit on the paper that was chosen.

    `booklet` tells how much paper a booklet takes.
    """

    files: tuple[tuple[str, bytes], ...]
    overflows: tuple[Overflow, ...] = ()
    booklet: Booklet | None = None


def document_for(catalogue: Catalogue, entry: str, order: Order) -> Document:
    """What is printed of `entry`; raises PickError and CannotPrintError."""
    document = compose(catalogue.by_id[entry], catalogue)
    if order.pick:
        others = {name: compose(catalogue.by_id[name], catalogue) for name in _named(order.pick, catalogue)}
        document = pick(document, order.pick, others)
    return for_order(document, order)


def for_school(order: Order, catalogue: Catalogue, entry: str = "") -> Order:
    """`order` with what a school prefers where nothing was asked for: its ink, and sheets of A4 for what is on A3."""
    if catalogue.school is None or order.format not in (PrintFormat.PDF, PrintFormat.BOOKLET):
        return order
    wish, sheet = catalogue.school.value.paper, catalogue.sheets.get(entry)
    tile = order.tile
    if sheet is not None and wish.largest == "a4" and order.paper is None and not order.large:
        tile = tile or (order.format is PrintFormat.PDF and sheet.value.paper in SIZES["a3"])
    return replace(order, grey=wish.ink == "grey" if order.grey is None else order.grey, tile=tile)


def for_order(document: Document, order: Order) -> Document:
    """`document` as it is printed; raises CannotPrintError. A workbook keeps its own paper and cards."""
    if order.format is PrintFormat.DOCX and (order.large or order.cards.fold or order.cards.bleed):
        raise CannotPrintError("not_in_word")
    if document.kind == Kind.WORKBOOK:
        return _book(document, order)
    blocks = tuple(_cards(block, order) if isinstance(block, Deck) else block for block in document.blocks)
    paper = _paper(document.paper, order.paper)
    document = replace(document, paper=paper, blocks=blocks, pages=_promise(document, order))
    if (why := _refusal(document, order)) is not None:
        raise CannotPrintError(why)
    return document


def _book(document: Document, order: Order) -> Document:
    if order.format is PrintFormat.FORM:
        raise CannotPrintError("no_form")
    if order.tile or order.large:
        raise CannotPrintError("no_tiles" if order.tile else "large_book")
    if order.format is not PrintFormat.BOOKLET:
        return document
    folded = booklet(document)
    if not any(isinstance(block, Part) for block in folded.blocks):
        raise CannotPrintError("nothing_to_fold")
    return folded


def _refusal(document: Document, order: Order) -> str | None:
    """Why `document` cannot be printed like this."""
    if order.format is PrintFormat.BOOKLET:
        return "only_books_fold"
    if order.format is PrintFormat.FORM and (document.kind != Kind.SHEET or not questions(document)):
        return "no_form"
    if order.tile and order.format is not PrintFormat.PDF:
        return "tiles_pdf"
    if order.tile and document.paper not in SIZES["a3"]:
        return "no_tiles"
    if any(order.cards.offset) and document.paper in _SIDEWAYS:
        return "offset_sideways"
    return None


def calibration(catalogue: Catalogue, order: Order, typesetter: Typesetter) -> Printed:
    """The page on which a printer's offset can be read off; raises TypesetError."""
    context, cards = Context(catalogue), order.cards
    title, summary = (context.strings(f"paper.calibrate.{key}") for key in ("title", "summary"))
    furniture = context.furniture()
    document = Document("kalibratie", Kind.SHEET, title, "", summary, "nl", Paper.A4, None, (), furniture)
    name = f"{document.id}{replace(order, grey=None).variant}{SUFFIXES['pdf']}"
    return Printed(((name, write_calibration(document, cards.flip or "long", cards.offset, typesetter)),), ())


def print_document(document: Document, order: Order, typesetter: Typesetter) -> Printed:
    """The files of `document`; raises TypesetError."""
    make = _print_booklet if order.format is PrintFormat.BOOKLET else _print_fitting
    printed = make(document, order, typesetter)
    if document.kind == Kind.WORKBOOK:
        typesetter.forget()
    return printed


def _print_fitting(document: Document, order: Order, typesetter: Typesetter) -> Printed:
    overflows = tuple(fit_problems(document, typesetter, order.options))
    return Printed(() if overflows else tuple(_files(document, order, typesetter)), overflows)


def _print_booklet(document: Document, order: Order, typesetter: Typesetter) -> Printed:
    made = impose(write_pdf(document, typesetter, order.options))
    colour = "" if order.in_grey else "-kleur"
    return Printed(((f"{document.id}{order.variant}{colour}{SUFFIXES[BOOKLET]}", made.content),), booklet=made)


def _files(document: Document, order: Order, typesetter: Typesetter) -> Iterator[tuple[str, bytes]]:
    name, options = f"{document.id}{order.variant}", order.options
    match order.format:
        case PrintFormat.PDF | PrintFormat.BOOKLET:
            write = write_tiles if order.tile else write_pdf
            suffix = SUFFIXES[GREY if order.in_grey else "pdf"]
            yield f"{name}{suffix}", write(document, typesetter, options)
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
    return None if order.cards.other_pages or order.paper else document.pages


def _cards(deck: Deck, order: Order) -> Deck:
    """The deck in the wanted size, upright or on its side as its cards are, and laid out as wanted."""
    cards = order.cards
    short, long = order.card_size or sorted((deck.width, deck.height))
    width, height = (long, short) if deck.width > deck.height else (short, long)
    return replace(
        deck,
        width=width,
        height=height,
        gap=deck.gap if cards.gap is None else cards.gap,
        flip=cards.flip or deck.flip,
        backs=not cards.fronts,
        fold=cards.fold,
        bleed=BLEED if cards.bleed else 0,
        offset=cards.offset,
    )


def _paper(own: str, wanted: str | None) -> str:
    """The wanted size, upright or on its side as the sheet is."""
    if wanted is None:
        return own
    upright, sideways = SIZES[wanted]
    return sideways if own in _SIDEWAYS else upright

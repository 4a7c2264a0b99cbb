"""`coachkist print`: the sheets somebody asks for, as files to print, to fill in or to look at."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coachkist.catalogue.load import load_catalogue
from coachkist.cli.nearest import nearest
from coachkist.cli.options import command, flag, option, school_option
from coachkist.cli.print_list import printables
from coachkist.cli.session import FINE, PROBLEMS, school_folder, show_problems
from coachkist.cli.values import DutchType, Folder, Names, OneOf, WholeNumber
from coachkist.diagnostics import has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.document.blocks import Document
    from coachkist.pdf.booklet import Booklet
    from coachkist.print_order import Order
    from coachkist.printing import Printed
    from coachkist.strings import Strings
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst import Overflow

FORMATS = ("pdf", "form", "docx", "booklet", "png")
PAPERS = ("a4", "a3")
CARDS = ("a8", "poker", "a7", "a6")
FLIPS = ("long", "short")
AT_ODDS = (("grey", "colour"), ("fold", "fronts"), ("fold", "bleed"))
"""Options of which one can be meant."""

SHEET_OPTIONS = ("paper", "pick", "cards", "gap", "flip", "fronts", "fold", "bleed", "offset", "tile")
"""Options that a book does nothing with."""

FARTHEST = 20.0
"""How far backs can be shifted, in millimetres: further is no offset but a mistake."""

FOLDER = "print"
"""Where files go when no folder is named, below the current one."""


class Shift(DutchType):
    """Two numbers of millimetres: to the right and down."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        """Return `value` as two numbers; raises WrongValueError."""
        if isinstance(value, tuple):
            return value
        # With decimal commas, as the Dutch write them, a semicolon stands between.
        text = str(value).replace("−", "-")
        parts = text.replace(",", ".").split(";") if ";" in text else text.split(",")
        try:
            right, down = map(float, parts)
        except ValueError:
            right = down = math.nan
        if not (abs(right) <= FARTHEST and abs(down) <= FARTHEST):
            self.refuse("shift", param, ctx, value=value, most=round(FARTHEST))
        return right, down


def print_command(strings: Strings) -> DutchCommand:
    """Make `coachkist print`."""
    folder = strings("cli.metavar.folder")
    names, forms = strings("cli.metavar.names"), OneOf(strings, FORMATS)
    return command(
        "print",
        _print,
        strings,
        click.Argument(
            ["entries"], nargs=-1, metavar=strings("cli.metavar.ids"), help=strings("cli.argument.ids"), type=str
        ),
        option("--format", "form", strings, texts="print_format", type=forms, default="pdf", show_default=True),
        option("--entries", "chosen", strings, texts="entries", type=Names(strings), default=(), metavar=names),
        option("--title", "title", strings, texts="book_title", type=str, metavar=strings("cli.metavar.title")),
        option("--paper", "paper", strings, type=OneOf(strings, PAPERS)),
        flag("--grey", strings),
        flag("--colour", strings),
        flag("--large", strings),
        option("--pick", "pick", strings, type=Names(strings), default=(), metavar=names),
        option("--cards", "cards", strings, type=OneOf(strings, CARDS)),
        option("--gap", "gap", strings, type=WholeNumber(strings, 0, 20), metavar=strings("cli.metavar.millimetres")),
        option("--flip", "flip", strings, type=OneOf(strings, FLIPS)),
        flag("--fronts", strings),
        flag("--fold", strings),
        flag("--bleed", strings),
        option(
            "--offset", "offset", strings, type=Shift(strings), default=(0.0, 0.0), metavar=strings("cli.metavar.shift")
        ),
        flag("--calibrate", strings),
        flag("--tile", strings),
        option("--out", "out", strings, type=Folder(strings), default=FOLDER, show_default=True, metavar=folder),
        flag("--list", strings),
        school_option(strings),
    )


def _print(session: Session, root: Path, **chosen: Any) -> int:
    result = load_catalogue(root, school=school_folder(root, chosen["school"]))
    if result.catalogue is None or has_errors(result.problems):
        return show_problems(session, result.problems, {})
    catalogue = result.catalogue
    if chosen["list"]:
        session.terminal.say("\n".join(printables(catalogue, FORMATS, session.strings)))
        return FINE
    if (wrong := _wrong(catalogue, chosen, session.strings)) is not None:
        return _complain(session, wrong)
    job = _Job(session, catalogue, _order(chosen), session.start / chosen["out"])
    if chosen["calibrate"]:
        return job.calibrate()
    if chosen["chosen"]:
        return job.make_book(tuple(dict.fromkeys(chosen["chosen"])), chosen["title"] or "")
    return job.make(tuple(dict.fromkeys(chosen["entries"])))


def _wrong(catalogue: Catalogue, chosen: dict[str, Any], strings: Strings) -> str | None:
    """What cannot be printed like this, in a sentence."""
    entries, book = (*chosen["entries"], *chosen["chosen"]), chosen["chosen"]
    if not entries and not chosen["calibrate"]:
        return strings("cli.print.title_alone" if chosen["title"] else "cli.print.nothing")
    if chosen["entries"] and (book or chosen["title"]):
        return strings("cli.print.entries_or_ids" if book else "cli.print.title_alone")
    for first, second in AT_ODDS:
        if chosen[first] and chosen[second]:
            return strings("cli.print.one_or_other", first=f"--{first}", second=f"--{second}")
    for entry in entries:
        if entry not in catalogue.by_id:
            near = nearest(entry, catalogue.by_id, catalogue)
            return strings("cli.print.unknown_near" if near else "cli.print.unknown", id=entry, near=near)
        if book and entry in catalogue.workbooks:
            return strings("cli.print.workbook_in_selection", id=entry)
    return _of_no_use(catalogue, chosen, strings)


def _of_no_use(catalogue: Catalogue, chosen: dict[str, Any], strings: Strings) -> str | None:
    """Options that do nothing for a book."""
    given = [f"--{name}" for name in SHEET_OPTIONS if chosen[name] not in (None, (), False, (0.0, 0.0))]
    if given and (chosen["chosen"] or any(entry in catalogue.workbooks for entry in chosen["entries"])):
        return strings("cli.print.book_options", options=", ".join(given))
    return None


def _order(chosen: dict[str, Any]) -> Order:
    from coachkist.print_order import CardOrder, Order, PrintFormat

    grey = True if chosen["grey"] else False if chosen["colour"] else None
    layout = {name: chosen[name] for name in ("gap", "flip", "fronts", "fold", "bleed", "offset")}
    whole = {name: chosen[name] for name in ("pick", "large", "tile")}
    cards = CardOrder(size=chosen["cards"], **layout)
    return Order(PrintFormat(chosen["form"]), chosen["paper"], grey, cards=cards, **whole)


def _complain(session: Session, message: str) -> int:
    session.terminal.complain(session.strings("cli.error", message=message))
    return PROBLEMS


@dataclass(frozen=True)
class _Job:
    """One order, printed into `folder`."""

    session: Session
    catalogue: Catalogue
    order: Order
    folder: Path

    def make(self, entries: Sequence[str]) -> int:
        """Print `entries` until one cannot be printed like this."""
        from coachkist.printing import for_school
        from coachkist.typeset.compiler import Typesetter
        from coachkist.writers.typst import TEMPLATES

        typesetter, status = Typesetter(TEMPLATES), FINE
        with self.session.terminal.progress(self.session.strings("cli.print.progress")) as advance:
            for done, entry in enumerate(entries):
                advance(entry, done, len(entries))
                job = replace(self, order=for_school(self.order, self.catalogue, entry))
                if (document := job._document(entry)) is None:
                    return PROBLEMS
                status = max(status, job._print(document, typesetter))
        return status

    def make_book(self, entries: Sequence[str], title: str) -> int:
        """Print one workbook of `entries`."""
        from coachkist.document.selection import compose_selection
        from coachkist.printing import for_order
        from coachkist.typeset.compiler import Typesetter
        from coachkist.writers.typst import TEMPLATES

        typesetter = Typesetter(TEMPLATES)
        for character in sorted(typesetter.coverage.missing(title))[:1]:
            return _complain(self.session, self.session.strings("cli.print.title_glyph", character=character))
        book = compose_selection(entries, title, self.catalogue)
        document = self._tried(book.id, lambda: for_order(book, self.order))
        return PROBLEMS if document is None else self._print(document, typesetter)

    def calibrate(self) -> int:
        """Print the page on which a printer's offset is read off."""
        from coachkist.printing import calibration
        from coachkist.typeset.compiler import Typesetter
        from coachkist.writers.typst import TEMPLATES

        return self._save(calibration(self.catalogue, self.order, Typesetter(TEMPLATES)))

    def _document(self, entry: str) -> Document | None:
        """What is printed of `entry`; None, after saying why, where that cannot be."""
        from coachkist.printing import document_for

        return self._tried(entry, partial(document_for, self.catalogue, entry, self.order))

    def _tried(self, entry: str, document_of: Callable[[], Document]) -> Document | None:
        from coachkist.document.pick import PickError
        from coachkist.printing import CannotPrintError

        strings = self.session.strings
        try:
            return document_of()
        except PickError as error:
            _complain(self.session, _unpicked(error, entry, strings))
        except CannotPrintError as error:
            _complain(self.session, strings(f"cli.print.{error.key}", id=entry))
        return None

    def _print(self, document: Document, typesetter: Typesetter) -> int:
        """Print `document`, unless it does not fit."""
        from coachkist.printing import print_document

        printed = print_document(document, self.order, typesetter)
        for overflow in printed.overflows[:1]:
            return _complain(self.session, _misfit(document, overflow, self.session.strings))
        return self._save(printed)

    def _save(self, printed: Printed) -> int:
        terminal, strings = self.session.terminal, self.session.strings
        for name, content in printed.files:
            path = self.folder / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            except OSError:
                terminal.complain(strings("cli.cannot_write", path=path))
                return PROBLEMS
            terminal.say(strings("cli.print.done", path=path))
        if printed.booklet is not None:
            terminal.say(" ".join(_folding(printed.booklet, strings)))
        return FINE


def _folding(booklet: Booklet, strings: Strings) -> Iterator[str]:
    """How to print and fold a booklet."""
    yield strings.plural("cli.print.booklet", booklet.sheets)
    if booklet.gatherings > 1:
        yield strings("cli.print.gatherings", n=booklet.gatherings)
    if booklet.blanks:
        yield strings.plural("cli.print.blanks", booklet.blanks)


def _misfit(document: Document, overflow: Overflow, strings: Strings) -> str:
    """What does not fit, and what helps."""
    from coachkist.document.blocks import Deck

    decks = [block.name for block in document.blocks if isinstance(block, Deck)]
    key = "misfit"
    if overflow.name in decks:
        key = "misfit_deck"
    elif any(overflow.name.startswith(f"{deck}.") for deck in decks):
        key = "misfit_card"
    by = f"{overflow.by_mm:.1f}".replace(".", ",")
    field = strings(f"cli.print.field.{overflow.field}")
    return strings(f"cli.print.{key}", id=document.id, name=overflow.name, field=field, by=by)


def _unpicked(error: Any, entry: str, strings: Strings) -> str:
    if error.wanted == entry:
        return strings("cli.print.no_criteria", id=entry)
    key = "cli.print.no_such_criterion_near" if error.near else "cli.print.no_such_criterion"
    return strings(key, id=error.wanted, near=error.near)

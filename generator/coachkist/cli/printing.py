"""`coachkist print`: the sheets somebody asks for, as files to print, to fill in or to look at."""

from __future__ import annotations

import difflib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.cells import cell_len

from coachkist.catalogue.load import load_catalogue
from coachkist.cli.options import command, flag, option, school_option
from coachkist.cli.session import FINE, PROBLEMS, school_folder, show_problems
from coachkist.cli.values import DutchType, OneOf, WholeNumber
from coachkist.diagnostics import has_errors
from coachkist.markup.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.document.blocks import Document
    from coachkist.print_order import Order
    from coachkist.printing import Printed
    from coachkist.strings import Strings
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst import Overflow

FORMATS = ("pdf", "form", "docx", "png")
PAPERS = ("a4", "a3")
CARDS = ("a8", "poker", "a7", "a6")
AT_ODDS = (("grey", "colour"), ("fold", "fronts"), ("fold", "bleed"))
"""Options of which one can be meant."""

FARTHEST = 20.0
"""How far backs can be shifted, in millimetres: further is no offset but a mistake."""

FOLDER = "print"
"""Where files go when no folder is named, below the current one."""


class Names(DutchType):
    """Names with commas between them."""

    def convert(self, value: object, _param: click.Parameter | None, _ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names in `value`, without what stands around them."""
        names = value if isinstance(value, tuple) else str(value).split(",")
        return tuple(name.strip() for name in names if name.strip())


class Folder(DutchType):
    """A folder that may not exist yet."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return `value` as a path; raises WrongValueError."""
        path = Path(str(value))
        if path.is_file():
            self.refuse("folder_is_file", param, ctx, value=value)
        return path


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
        option("--paper", "paper", strings, type=OneOf(strings, PAPERS)),
        flag("--grey", strings),
        flag("--colour", strings),
        flag("--large", strings),
        option("--pick", "pick", strings, type=Names(strings), default=(), metavar=names),
        option("--cards", "cards", strings, type=OneOf(strings, CARDS)),
        option("--gap", "gap", strings, type=WholeNumber(strings, 0, 20), metavar=strings("cli.metavar.millimetres")),
        option("--flip", "flip", strings, type=OneOf(strings, ("long", "short"))),
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
    catalogue, entries = result.catalogue, chosen["entries"]
    if chosen["list"]:
        session.terminal.say("\n".join(_table(catalogue, session.strings)))
        return FINE
    if (wrong := _wrong(catalogue, entries, chosen, session.strings)) is not None:
        return _complain(session, wrong)
    job = _Job(session, catalogue, _order(chosen), session.start / chosen["out"])
    return job.calibrate() if chosen["calibrate"] else job.make(tuple(dict.fromkeys(entries)))


def _wrong(catalogue: Catalogue, entries: Sequence[str], chosen: dict[str, Any], strings: Strings) -> str | None:
    """What cannot be printed like this, in a sentence."""
    if not entries and not chosen["calibrate"]:
        return strings("cli.print.nothing")
    for first, second in AT_ODDS:
        if chosen[first] and chosen[second]:
            return strings("cli.print.one_or_other", first=f"--{first}", second=f"--{second}")
    if chosen["large"] and chosen["form"] == "docx":
        return strings("cli.print.large_in_word")
    for entry in entries:
        if entry not in catalogue.by_id:
            near = difflib.get_close_matches(entry, catalogue.by_id, n=1)
            return strings("cli.print.unknown_near" if near else "cli.print.unknown", id=entry, near="".join(near))
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
        from coachkist.typeset.compiler import Typesetter
        from coachkist.writers.typst import TEMPLATES

        typesetter, status = Typesetter(TEMPLATES), FINE
        with self.session.terminal.progress(self.session.strings("cli.print.progress")) as advance:
            for done, entry in enumerate(entries):
                advance(entry, done, len(entries))
                if (document := self._document(entry)) is None:
                    return PROBLEMS
                status = max(status, self._print(document, typesetter))
        return status

    def calibrate(self) -> int:
        """Print the page on which a printer's offset is read off."""
        from coachkist.printing import calibration
        from coachkist.typeset.compiler import Typesetter
        from coachkist.writers.typst import TEMPLATES

        return self._save(calibration(self.catalogue, self.order, Typesetter(TEMPLATES)))

    def _document(self, entry: str) -> Document | None:
        """What is printed of `entry`; None, after saying why, where that cannot be."""
        from coachkist.document.pick import PickError
        from coachkist.printing import CannotPrintError, document_for

        strings = self.session.strings
        try:
            return document_for(self.catalogue, entry, self.order)
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
        return FINE


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


def _table(catalogue: Catalogue, strings: Strings) -> Iterator[str]:
    """Everything that has paper of its own: id, title and forms, aligned."""
    printable: list[AnyLoaded] = [*catalogue.sheets.values(), *catalogue.workbooks.values()]
    rows = [_row(catalogue, entry, strings) for entry in printable]
    if not rows:
        yield strings("cli.print.list_empty")
        return
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _row(catalogue: Catalogue, entry: AnyLoaded, strings: Strings) -> tuple[str, str, str, str]:
    value = entry.value
    title = plain(catalogue.wording.resolve(value.title.inlines))
    paper = strings(f"site.paper.{getattr(value, 'paper', 'a4')}")
    forms = ", ".join(form for form in getattr(value, "forms", ("pdf",)) if form in FORMATS)
    return value.id, title, paper, forms

"""`coachkist print`: the sheets somebody asks for, as files to print, to fill in or to look at."""

from __future__ import annotations

import difflib
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
    from coachkist.printing import Order, Printed
    from coachkist.strings import Strings

FORMATS = ("pdf", "form", "docx", "png")
PAPERS = ("a4", "a3")
CARDS = ("a8", "poker", "a7", "a6")
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
        session.terminal.complain(session.strings("cli.error", message=wrong))
        return PROBLEMS
    return _make(session, catalogue, tuple(dict.fromkeys(entries)), _order(chosen), chosen["out"])


def _wrong(catalogue: Catalogue, entries: Sequence[str], chosen: dict[str, Any], strings: Strings) -> str | None:
    """What cannot be printed like this, in a sentence."""
    if not entries:
        return strings("cli.print.nothing")
    if chosen["grey"] and chosen["colour"]:
        return strings("cli.print.grey_or_colour")
    if chosen["large"] and chosen["form"] == "docx":
        return strings("cli.print.large_in_word")
    for entry in entries:
        if entry not in catalogue.by_id:
            near = difflib.get_close_matches(entry, catalogue.by_id, n=1)
            return strings("cli.print.unknown_near" if near else "cli.print.unknown", id=entry, near="".join(near))
    return None


def _order(chosen: dict[str, Any]) -> Order:
    from coachkist.printing import Order, PrintFormat

    grey = True if chosen["grey"] else False if chosen["colour"] else None
    cards = {name: chosen[name] for name in ("large", "cards", "gap", "flip", "fronts")}
    return Order(PrintFormat(chosen["form"]), chosen["paper"], grey, chosen["pick"], **cards)


def _make(session: Session, catalogue: Catalogue, entries: Sequence[str], order: Order, out: Path) -> int:
    from coachkist.document.pick import PickError
    from coachkist.printing import NothingToFillInError, document_for, print_document
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst import TEMPLATES

    terminal, strings, folder = session.terminal, session.strings, session.start / out
    typesetter, status = Typesetter(TEMPLATES), FINE
    with terminal.progress(strings("cli.print.progress")) as advance:
        for done, entry in enumerate(entries):
            advance(entry, done, len(entries))
            try:
                document = document_for(catalogue, entry, order)
            except PickError as error:
                terminal.complain(strings("cli.error", message=_unpicked(error, entry, strings)))
                return PROBLEMS
            except NothingToFillInError:
                terminal.complain(strings("cli.error", message=strings("cli.print.no_form", id=entry)))
                return PROBLEMS
            printed = print_document(document, order, typesetter)
            status = max(status, _save(session, printed, folder, document))
    return status


def _save(session: Session, printed: Printed, folder: Path, document: Document) -> int:
    """Writes what was made, unless it does not fit."""
    terminal, strings = session.terminal, session.strings
    for overflow in printed.overflows[:1]:
        by = f"{overflow.by_mm:.1f}".replace(".", ",")
        values = {"id": document.id, "name": overflow.name, "field": overflow.field, "by": by}
        terminal.complain(strings("cli.error", message=strings("cli.print.misfit", **values)))
        return PROBLEMS
    for name, content in printed.files:
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError:
            terminal.complain(strings("cli.cannot_write", path=path))
            return PROBLEMS
        terminal.say(strings("cli.print.done", path=path))
    return FINE


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

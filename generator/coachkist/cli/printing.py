"""`coachkist print`: the sheets somebody asks for, as files to print, to fill in or to look at."""

from __future__ import annotations

import difflib
from functools import partial
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
from coachkist.model.enums import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.document.blocks import Document
    from coachkist.pdf.booklet import Booklet
    from coachkist.printing import Order, Printed
    from coachkist.strings import Strings

FORMATS = ("pdf", "form", "docx", "booklet", "png")
PAPERS = ("a4", "a3")
CARDS = ("a8", "poker", "a7", "a6")
SHEET_OPTIONS = ("paper", "pick", "cards", "gap", "flip", "fronts")
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
        option("--entries", "chosen", strings, texts="entries", type=Names(strings), default=(), metavar=names),
        option("--title", "title", strings, texts="book_title", type=str, metavar=strings("cli.metavar.title")),
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
    catalogue = result.catalogue
    if chosen["list"]:
        session.terminal.say("\n".join(_table(catalogue, session.strings)))
        return FINE
    if (wrong := _wrong(catalogue, chosen, session.strings)) is not None:
        session.terminal.complain(session.strings("cli.error", message=wrong))
        return PROBLEMS
    return _make(session, catalogue, chosen, _order(chosen))


def _wrong(catalogue: Catalogue, chosen: dict[str, Any], strings: Strings) -> str | None:
    """What cannot be printed like this, in a sentence."""
    ids, book = (*chosen["entries"], *chosen["chosen"]), chosen["chosen"]
    checks = (
        (not ids, "nothing"),
        (chosen["entries"] and book, "entries_or_ids"),
        (chosen["title"] and not book, "title_alone"),
        (chosen["grey"] and chosen["colour"], "grey_or_colour"),
        (chosen["large"] and chosen["form"] == "docx", "large_in_word"),
    )
    for wrong, key in checks:
        if wrong:
            return strings(f"cli.print.{key}")
    for entry in ids:
        if entry not in catalogue.by_id:
            near = difflib.get_close_matches(entry, catalogue.by_id, n=1)
            return strings("cli.print.unknown_near" if near else "cli.print.unknown", id=entry, near="".join(near))
        if book and entry in catalogue.workbooks:
            return strings("cli.print.workbook_in_selection", id=entry)
    return _of_no_use(catalogue, chosen, strings)


def _of_no_use(catalogue: Catalogue, chosen: dict[str, Any], strings: Strings) -> str | None:
    """Options that do nothing for a book."""
    given = [f"--{name}" for name in SHEET_OPTIONS if chosen[name] not in (None, (), False)]
    if given and (chosen["chosen"] or any(entry in catalogue.workbooks for entry in chosen["entries"])):
        return strings("cli.print.book_options", options=", ".join(given))
    return None


def _order(chosen: dict[str, Any]) -> Order:
    from coachkist.printing import Order, PrintFormat

    grey = True if chosen["grey"] else False if chosen["colour"] else None
    cards = {name: chosen[name] for name in ("large", "cards", "gap", "flip", "fronts")}
    return Order(PrintFormat(chosen["form"]), chosen["paper"], grey, chosen["pick"], **cards)


def _make(session: Session, catalogue: Catalogue, chosen: dict[str, Any], order: Order) -> int:
    from coachkist.document.pick import PickError
    from coachkist.printing import PrintError, print_document
    from coachkist.typeset.compiler import Typesetter
    from coachkist.writers.typst import TEMPLATES

    terminal, strings, folder = session.terminal, session.strings, session.start / chosen["out"]
    typesetter, status = Typesetter(TEMPLATES), FINE
    jobs = _jobs(catalogue, chosen, order)
    for character in sorted(typesetter.coverage.missing(chosen["title"] or ""))[:1]:
        terminal.complain(strings("cli.error", message=strings("cli.print.title_glyph", character=character)))
        return PROBLEMS
    with terminal.progress(strings("cli.print.progress")) as advance:
        for done, (name, document_of) in enumerate(jobs.items()):
            advance(name, done, len(jobs))
            try:
                document = document_of()
            except PickError as error:
                terminal.complain(strings("cli.error", message=_unpicked(error, name, strings)))
                return PROBLEMS
            except PrintError as error:
                terminal.complain(strings("cli.error", message=strings(f"cli.print.{error.key}", id=error)))
                return PROBLEMS
            printed = print_document(document, order, typesetter)
            status = max(status, _save(session, printed, folder, document))
    return status


def _jobs(catalogue: Catalogue, chosen: dict[str, Any], order: Order) -> dict[str, Callable[[], Document]]:
    """What to print, by name: each entry by itself, or one book of them all."""
    from coachkist.document.selection import compose_selection
    from coachkist.printing import document_for, for_order

    if ids := tuple(dict.fromkeys(chosen["chosen"])):
        title = chosen["title"] or ""
        return {title: lambda: for_order(compose_selection(ids, title, catalogue), order)}
    return {entry: partial(document_for, catalogue, entry, order) for entry in chosen["entries"]}


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
    own = ("pdf", "booklet") if entry.kind is Kind.WORKBOOK else getattr(value, "forms", ("pdf",))
    forms = ", ".join(form for form in own if form in FORMATS)
    return value.id, title, paper, forms

"""`coachkist export` and `coachkist import`: a sheet's criteria, cards and questions, out to a spreadsheet and back.

openpyxl takes longer to load than most commands take to run, so it is imported only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.catalogue.load import load_catalogue
from coachkist.cli.dutch import DutchGroup
from coachkist.cli.nearest import nearest
from coachkist.cli.options import argument, command, flag, global_options, option, school_option
from coachkist.cli.session import FINE, PROBLEMS, school_folder, show_problems
from coachkist.cli.values import AnyText, Folder, OneOf
from coachkist.diagnostics import has_errors
from coachkist.report import Format, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.model.sheet import Sheet
    from coachkist.spreadsheet.importing import ImportPlan
    from coachkist.strings import Strings

FORMATS = ("xlsx", "csv")
FOLDER = "."


def export_command(strings: Strings) -> DutchGroup:
    """Make `coachkist export`."""
    sheet = command(
        "sheet",
        _export,
        strings,
        argument("entry", "sheet", AnyText(strings), strings),
        option("--format", "form", strings, texts="export_format", type=OneOf(strings, FORMATS), default="xlsx",
               show_default=True),
        option("--out", "out", strings, type=Folder(strings), default=FOLDER, show_default=True,
               metavar=strings("cli.metavar.folder")),
        school_option(strings),
        texts="export_sheet",
    )  # fmt: skip
    params = global_options(strings, hidden=True)
    return DutchGroup("export", strings=strings, help=strings("cli.export.help"), params=params, commands=[sheet])


def import_command(strings: Strings) -> DutchCommand:
    """Make `coachkist import`."""
    return command(
        "import",
        _import,
        strings,
        argument("file", "file", AnyText(strings), strings),
        flag("--write", strings),
        school_option(strings),
    )


def _export(session: Session, root: Path, entry: str, form: str, out: Path, school: str | None) -> int:
    terminal, strings = session.terminal, session.strings
    result = load_catalogue(root, school=school_folder(root, school))
    if result.catalogue is None or has_errors(result.problems):
        return show_problems(session, result.problems, {})
    sheets = result.catalogue.sheets
    if entry not in sheets:
        near = nearest(entry, sheets, result.catalogue)
        key = "unknown_near" if near else "unknown"
        terminal.complain(strings("cli.error", message=strings(f"cli.export.{key}", id=entry, near=near)))
        return PROBLEMS
    files = list(_files(sheets[entry].value, form, strings))
    if not files:
        terminal.complain(strings("cli.error", message=strings("cli.export.no_tables", id=entry)))
        return PROBLEMS
    folder = session.start / out
    for name, content in files:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        except OSError:
            terminal.complain(strings("cli.cannot_write", path=folder / name))
            return PROBLEMS
        terminal.say(strings("cli.export.done", path=folder / name))
    return FINE


def _files(sheet: Sheet, form: str, strings: Strings) -> Iterator[tuple[str, bytes]]:
    """One Excel file with a tab for each table, or one CSV file for each."""
    from coachkist.spreadsheet.csv_file import to_csv
    from coachkist.spreadsheet.tables import grids_of, quiet_headers
    from coachkist.spreadsheet.xlsx_file import to_xlsx

    grids = grids_of(sheet, strings)
    if form == "xlsx" and grids:
        yield f"{sheet.id}.xlsx", to_xlsx(grids, quiet_headers(strings))
    elif form == "csv":
        for grid in grids:
            yield f"{sheet.id}.csv" if len(grids) == 1 else f"{sheet.id}-{grid.name}.csv", to_csv(grid)


def _import(session: Session, root: Path, file: str, write: bool, school: str | None) -> int:
    from coachkist.site.save import write_atomically
    from coachkist.spreadsheet.importing import plan_import

    terminal, strings = session.terminal, session.strings
    result = load_catalogue(root, school=school_folder(root, school))
    if result.catalogue is None or has_errors(result.problems):
        return show_problems(session, result.problems, {})
    plan = plan_import(root, result.catalogue, session.start / file, strings)
    terminal.say(render(plan.problems, Format.TEXT, strings, terminal.layout), end="")
    if has_errors(plan.problems):
        terminal.complain(strings("cli.import.refused"))
        return PROBLEMS
    if plan.path is None or plan.text is None:
        terminal.say(strings("cli.import.nothing"))
        return FINE
    terminal.say("\n".join(_told(plan, strings)))
    shown = plan.path.relative_to(root).as_posix() if plan.path.is_relative_to(root) else str(plan.path)
    if not write:
        terminal.say(strings("cli.import.try", path=shown))
        return FINE
    try:
        write_atomically(plan.path, plan.text.encode())
    except OSError:
        terminal.complain(strings("cli.cannot_write", path=shown))
        return PROBLEMS
    terminal.say(strings("cli.import.done", path=shown))
    return FINE


def _told(plan: ImportPlan, strings: Strings) -> Iterator[str]:
    """Each change on a line of its own, by cell."""
    from coachkist.spreadsheet.grid import cell_name

    for change in plan.changes:
        cell = f"{change.cell.table} {cell_name(change.cell.row, change.cell.column)}"
        key = "changed" if change.old else "added"
        yield strings(f"cli.import.{key}", cell=cell, old=change.old, new=change.new)
    yield strings.plural("cli.import.count", len(plan.changes))

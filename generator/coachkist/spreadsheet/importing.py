"""A spreadsheet file → the change of a YAML file that it asks for, worked out whole before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.where import base_of
from coachkist.diagnostics import Problem, has_errors
from coachkist.model.sheet import Sheet
from coachkist.source.edit import EditError, edited
from coachkist.source.merge import merge
from coachkist.source.nodes import Node, SourceFile
from coachkist.source.only import for_country
from coachkist.source.parse import parse
from coachkist.source.text import read_source
from coachkist.source.validate import validate
from coachkist.spreadsheet.changes import Change, changes_of
from coachkist.spreadsheet.csv_file import from_csv
from coachkist.spreadsheet.grid import MAX_BYTES, Grid, file_problem
from coachkist.spreadsheet.overlay import fits_in_layer, overlay_text
from coachkist.spreadsheet.tables import read_tables, sheet_named
from coachkist.spreadsheet.xlsx_file import from_xlsx
from coachkist.strings import Strings

READERS: Mapping[str, Callable[[bytes, str], tuple[list[Grid], list[Problem]]]] = {
    ".xlsx": from_xlsx,
    ".csv": from_csv,
}
"""What can be read, by the end of a file's name."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: the file it changes, relative to the root, with its new text.

    `text` is None where nothing changes or errors stand in the way.
    """

    problems: list[Problem] = field(default_factory=list)
    changes: tuple[Change, ...] = ()
    path: Path | None = None
    text: str | None = None


def read_grids(path: Path) -> tuple[list[Grid], list[Problem]]:
    """The tables in the file at `path`."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return [], [file_problem("table-format", path.name, known=", ".join(READERS))]
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return [], [file_problem("file-unreadable", path.name)]
    return reader(data, path.name)


def plan_import(root: Path, catalogue: Catalogue, path: Path, strings: Strings) -> ImportPlan:
    """What the spreadsheet at `path` changes in the sheet it is of, in the edition `catalogue`."""
    grids, problems = read_grids(path)
    if problems:
        return ImportPlan(problems)
    name, problems = sheet_named(grids, path.name, strings)
    if name is None:
        return ImportPlan(problems)
    if name not in catalogue.sheets:
        return ImportPlan([file_problem("table-sheet-unknown", path.name, id=name[:60])])
    sheet = catalogue.sheets[name].value
    tables, problems = read_tables(grids, sheet, path.name, strings)
    changes, found = changes_of(sheet, tables)
    problems += found
    if catalogue.school is not None:
        problems += [one.cell.problem("table-not-in-layer") for one in changes if not fits_in_layer(one.edit)]
    if has_errors(problems) or not changes:
        return ImportPlan(problems)
    return _written(root, catalogue.school, name, changes, problems, strings)


def _written(
    root: Path,
    school: LoadedSchool | None,
    name: str,
    changes: Sequence[Change],
    problems: list[Problem],
    strings: Strings,
) -> ImportPlan:
    """The plan with its new text, read back to see that it is a good sheet."""
    relative = Path("content/sheets") / f"{name}.yml"
    layers = [base_of(root), *(school.layers if school is not None else ())]
    target = layers[-1] / relative
    shown = target.relative_to(root).as_posix() if target.is_relative_to(root) else relative.as_posix()
    source = read_source(target, shown)[0] if target.is_file() else None
    edits = [change.edit for change in changes]
    try:
        if school is None:
            assert source is not None
            text = edited(source, edits)
        else:
            text = overlay_text(source, edits, strings("spreadsheet.overlay"))
    except EditError:
        return ImportPlan([*problems, file_problem("table-cannot-edit", shown)], tuple(changes))
    found = _problems_of(layers[:-1], relative, SourceFile.of(shown, text), school)
    if has_errors(found):
        return ImportPlan([*problems, *found], tuple(changes))
    return ImportPlan(problems, tuple(changes), target, text)


def _problems_of(below: Sequence[Path], relative: Path, new: SourceFile, school: LoadedSchool | None) -> list[Problem]:
    """What is wrong with the sheet that `new` makes on top of the layers `below`."""
    sources = [read_source(layer / relative, relative.as_posix())[0] for layer in below if (layer / relative).is_file()]
    merged: Node | None = None
    problems: list[Problem] = []
    for source in [*sources, new]:
        node, found = parse(source) if source is not None else (None, [])
        if node is None:
            return found
        merged, more = merge(merged, node) if merged is not None else (node, [])
        problems += [*found, *more]
    assert merged is not None
    pruned, _, _ = for_country(merged, school.value.country if school is not None else None)
    return problems + validate(pruned, Sheet)[1]

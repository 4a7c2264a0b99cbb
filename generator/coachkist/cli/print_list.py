"""What `coachkist print --list` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from coachkist.markup.inline import plain
from coachkist.model.enums import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
    from coachkist.strings import Strings


def printables(catalogue: Catalogue, formats: Container[str], strings: Strings) -> Iterator[str]:
    """Everything that has paper of its own: id, title and forms, aligned."""
    printable: list[AnyLoaded] = [*catalogue.sheets.values(), *catalogue.workbooks.values()]
    rows = [_row(catalogue, entry, formats, strings) for entry in printable]
    if not rows:
        yield strings("cli.print.list_empty")
        return
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _row(
    catalogue: Catalogue, entry: AnyLoaded, formats: Container[str], strings: Strings
) -> tuple[str, str, str, str]:
    value = entry.value
    title = plain(catalogue.wording.resolve(value.title.inlines))
    paper = strings(f"site.paper.{getattr(value, 'paper', 'a4')}")
    own = ("pdf", "booklet") if entry.kind is Kind.WORKBOOK else getattr(value, "forms", ())
    forms = ", ".join(form for form in own if form in formats)
    return value.id, title, paper, forms

"""A workbook's parts name entries that exist, and a part without entries has a text of its own."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.rules.references import unknown_entry
from coachkist.catalogue.select import selected
from coachkist.diagnostics import Problem
from coachkist.model.enums import Kind


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with workbooks."""
    for workbook in catalogue.workbooks.values():
        placed: set[str] = set()
        for number, part in enumerate(workbook.value.parts):
            for position, entry_id in enumerate(part.entries):
                place = workbook.place(["parts", number, "entries", position])
                yield from unknown_entry(catalogue, place, entry_id)
                entry = catalogue.by_id.get(entry_id)
                if entry is not None and entry.kind is Kind.WORKBOOK:
                    yield place.problem("workbook-in-workbook", id=entry_id)
                if entry_id in placed:
                    yield place.problem("workbook-entry-twice", id=entry_id)
                placed.add(entry_id)
            if part.select and not selected(catalogue, part) and not catalogue.left_out:
                yield workbook.place(["parts", number, "select"]).problem("workbook-selects-nothing", id=part.id)
            if not part.entries and not part.select and not part.intro:
                yield workbook.place(["parts", number]).problem("workbook-part-empty", id=part.id)

"""A sheet shows figures of models that have one."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.rules.references import unknown_entry
from coachkist.diagnostics import Problem
from coachkist.model.sheet_reading import FigureBlock


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the models that sheets name."""
    for sheet in catalogue.sheets.values():
        for number, block in enumerate(sheet.value.blocks):
            if not isinstance(block, FigureBlock):
                continue
            place = sheet.place(["blocks", number, "model"])
            model = catalogue.models.get(block.model)
            if model is None:
                yield from unknown_entry(catalogue, place, block.model)
                if block.model in catalogue.by_id:
                    yield place.problem("sheet-figure-kind", id=block.model)
            elif not model.value.figures:
                yield place.problem("sheet-figure-missing", id=block.model)

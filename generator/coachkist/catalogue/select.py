"""Which entries a part of a workbook holds."""

from __future__ import annotations

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.model.method import Variant
from coachkist.model.workbook import Part, Select


def matches(select: Select, variant: Variant) -> bool:
    """Whether `variant` has the properties that `select` asks for."""
    return (not select.setting or variant.setting in select.setting) and (
        not select.led_by or variant.led_by in select.led_by
    )


def emptied(catalogue: Catalogue, part: Part) -> bool:
    """Whether `part` lost all it held to a school that leaves it out."""
    return bool(part.entries or part.select) and not selected(catalogue, part)


def selected(catalogue: Catalogue, part: Part) -> list[AnyLoaded]:
    """The entries of `part`: the named ones in their order, then the selected methods by title."""
    chosen = [catalogue.by_id[entry_id] for entry_id in part.entries if entry_id in catalogue.by_id]
    if part.select is not None:
        named = set(part.entries)
        chosen += [
            method
            for method in catalogue.methods.values()
            if method.value.id not in named and any(matches(part.select, variant) for variant in method.value.variants)
        ]
    return chosen

"""Relations name entries of the right kind, and hold in both directions.

What comes after a method knows that it comes before; an alternative is one both ways; a sheet lists the methods that
list it. All other relations are written at one end only, and shown at both, and so are those that a school adds: it
need not repeat the other end's whole list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coachkist.catalogue.catalogue import Catalogue, Loaded
from coachkist.catalogue.rules.references import unknown_entry
from coachkist.diagnostics import Problem
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.pieces import Relation
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.source.nodes import Path

_RELATABLE = tuple(kind for kind in Kind if kind is not Kind.WORKBOOK)
_OPPOSITE = {"before": "after", "after": "before", "alternative": "alternative"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with relations between entries."""
    for name, method in catalogue.methods.items():
        for relation, opposite in _OPPOSITE.items():
            yield from _both_ways(catalogue, name, method, relation, opposite)
        yield from _links(catalogue, name, method, "sheets", method.value.sheets)
        yield from _related(catalogue, method, ("relations", "model"), method.value.relations.model, (Kind.MODEL,))
    readings: list[Loaded[CoachingModel] | Loaded[Tip] | Loaded[Chapter]] = [
        *catalogue.models.values(),
        *catalogue.tips.values(),
        *catalogue.chapters.values(),
    ]
    for entry in readings:
        yield from _related(catalogue, entry, ("relations",), entry.value.relations, _RELATABLE)
    for name, sheet in catalogue.sheets.items():
        yield from _links(catalogue, name, sheet, "methods", sheet.value.methods)


def _both_ways(
    catalogue: Catalogue, name: str, method: Loaded[Method], relation: str, opposite: str
) -> Iterator[Problem]:
    for position, item in enumerate(getattr(method.value.relations, relation)):
        place = method.place(["relations", relation, position, "id"])
        if item.id == name:
            yield place.problem("reference-self", id=item.id)
        elif (other := catalogue.methods.get(item.id)) is None:
            yield from unknown_entry(catalogue, place, item.id)
            if item.id in catalogue.by_id:
                yield place.problem("relation-kind", id=item.id)
        elif name not in {back.id for back in getattr(other.value.relations, opposite)}:
            if catalogue.own(place.file.name):
                continue
            values = {"id": item.id, "relation": opposite, "file": other.path, "self": name}
            yield place.problem("relation-one-way", **values)


def _related(
    catalogue: Catalogue, entry: Loaded[Entry], path: Path, relations: Sequence[Relation], kinds: Sequence[Kind]
) -> Iterator[Problem]:
    for position, item in enumerate(relations):
        place = entry.place([*path, position, "id"])
        other = catalogue.by_id.get(item.id)
        if item.id == entry.value.id:
            yield place.problem("reference-self", id=item.id)
        elif other is None:
            yield from unknown_entry(catalogue, place, item.id)
        elif other.kind not in kinds:
            yield place.problem("relation-kind", id=item.id)


def _links(
    catalogue: Catalogue, name: str, entry: Loaded[Entry], field: str, targets: Sequence[str]
) -> Iterator[Problem]:
    others = catalogue.sheets if field == "sheets" else catalogue.methods
    back = "methods" if field == "sheets" else "sheets"
    for position, target in enumerate(targets):
        place = entry.place([field, position])
        other = others.get(target)
        if other is None:
            yield from unknown_entry(catalogue, place, target)
            if target in catalogue.by_id:
                yield place.problem("relation-kind", id=target)
        elif name not in getattr(other.value, back):
            if catalogue.own(place.file.name):
                continue
            values = {"id": target, "relation": back, "file": other.path, "self": name}
            yield place.problem("relation-one-way", **values)

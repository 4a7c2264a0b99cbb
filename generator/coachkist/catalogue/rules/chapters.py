"""Chapters stand in an order of their own, and their sections show models and entries that exist."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Catalogue, Loaded
from coachkist.catalogue.rules.references import unknown_entry
from coachkist.diagnostics import Problem
from coachkist.model.enums import Kind
from coachkist.model.theory import Chapter
from coachkist.source.tree import Spot


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the order of chapters, and with what their sections name."""
    orders: dict[int, str] = {}
    for chapter in catalogue.chapters.values():
        if (other := orders.setdefault(chapter.value.order, chapter.path)) != chapter.path:
            yield chapter.place(["order"]).problem("order-taken", order=chapter.value.order, other=other)
        yield from _entries(catalogue, chapter)
        yield from _figures(catalogue, chapter)


def _entries(catalogue: Catalogue, chapter: Loaded[Chapter]) -> Iterator[Problem]:
    for number, section in enumerate(chapter.value.sections):
        for position, name in enumerate(section.entries):
            place = chapter.place(["sections", number, "entries", position])
            yield from _named(catalogue, chapter, place, name)
            if name in section.entries[:position]:
                yield place.problem("section-entry-twice", id=name)


def _named(catalogue: Catalogue, chapter: Loaded[Chapter], place: Spot, name: str) -> Iterator[Problem]:
    entry = catalogue.by_id.get(name)
    if name == chapter.value.id:
        yield place.problem("reference-self", id=name)
    elif entry is None:
        yield from unknown_entry(catalogue, place, name)
    elif entry.kind is Kind.WORKBOOK:
        yield place.problem("relation-kind", id=name)


def _figures(catalogue: Catalogue, chapter: Loaded[Chapter]) -> Iterator[Problem]:
    for number, section in enumerate(chapter.value.sections):
        for position, name in enumerate(section.figures):
            place = chapter.place(["sections", number, "figures", position])
            model = catalogue.models.get(name)
            if model is None:
                yield from unknown_entry(catalogue, place, name)
                if name in catalogue.by_id:
                    yield place.problem("section-figure-kind", id=name)
            elif not model.value.figures:
                yield place.problem("section-figure-missing", id=name)

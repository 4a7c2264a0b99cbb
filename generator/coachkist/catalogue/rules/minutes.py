"""The minutes of a variant's phases are the sum of the minutes of its steps."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.model.enums import Phase
from coachkist.model.method import Method


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with minutes that do not add up."""
    if not isinstance(entry.value, Method):
        return
    for number, variant in enumerate(entry.value.variants):
        for phase in Phase:
            stated = getattr(variant.minutes, phase.value)
            total = sum(step.minutes for step in variant.steps if step.phase is phase)
            if stated != total:
                place = entry.place(["variants", number, "minutes", phase.value])
                yield place.problem("minutes-sum", phase=phase, stated=stated, total=total, id=variant.id)

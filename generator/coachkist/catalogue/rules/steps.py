"""Each variant is one of its kind, has something to do, and its steps follow the order of the phases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem
from coachkist.model.enums import Phase
from coachkist.model.method import Method

_ORDER = {phase: position for position, phase in enumerate(Phase)}


def check(entry: AnyLoaded, _words: Words) -> Iterator[Problem]:
    """Problems with variants and the order of their steps."""
    if not isinstance(entry.value, Method):
        return
    yield from _repeated_variants(entry, entry.value)
    for number, variant in enumerate(entry.value.variants):
        phases = [step.phase for step in variant.steps]
        if Phase.DOING not in phases:
            yield entry.place(["variants", number, "steps"]).problem("steps-no-doing", id=variant.id)
        for position, (before, phase) in enumerate(pairwise(phases), 1):
            if _ORDER[phase] < _ORDER[before]:
                place = entry.place(["variants", number, "steps", position, "phase"])
                yield place.problem("steps-order", phase=phase, before=before)


def _repeated_variants(entry: AnyLoaded, method: Method) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], str] = {}
    for number, variant in enumerate(method.variants):
        key = (variant.setting, variant.led_by, variant.planned, variant.title.source if variant.title else "")
        if key in seen:
            yield entry.place(["variants", number, "id"]).problem("variant-same", id=variant.id, other=seen[key])
        seen.setdefault(key, variant.id)

"""What does not fit on paper, told at the place in the YAML where the text stands."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Loaded
from coachkist.diagnostics import Problem
from coachkist.model.base import Model
from coachkist.model.sheet import Sheet
from coachkist.source.nodes import Path
from coachkist.writers.typst import Overflow


def fit_problem(entry: Loaded[Sheet], overflow: Overflow) -> Problem:
    """`overflow` as a problem of the sheet `entry`."""
    if overflow.name == "pages":
        promised = entry.value.pages or 0
        actual = promised + max(1, round(overflow.by_mm / _PAGE_HEIGHT))
        return entry.key_place("pages").problem("too-many-pages", actual=actual, pages=promised)
    place = entry.place(next(_paths(entry.value, overflow), ("blocks",)))
    return place.problem("overflow", field=overflow.field, by=f"{overflow.by_mm:.1f}".replace(".", ","))


_PAGE_HEIGHT = 297


def _paths(sheet: Sheet, overflow: Overflow) -> Iterator[Path]:
    """Where in the sheet the block, card or column stands that `overflow` names: the very field first."""
    named = [item for at, block in enumerate(sheet.blocks) for item in _named(block, "", ("blocks", at))]
    holders = [(path, holder) for name, path, holder in named if name == overflow.name]
    yield from (
        (*path, overflow.field) for path, holder in holders if getattr(holder, overflow.field, None) is not None
    )
    yield from (path for path, _ in holders)


def _named(holder: Model, prefix: str, path: Path) -> Iterator[tuple[str, Path, Model]]:
    """Everything below `holder` that has a name, as composing makes it: ids joined by dots."""
    own = getattr(holder, "id", "")
    name = ".".join(filter(None, (prefix, own)))
    if own:
        yield name, path, holder
    for field, value in holder.__dict__.items():
        for position, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Model):
                # Blocks side by side have names of their own: what holds them has none.
                yield from _named(item, name, (*path, field, position))

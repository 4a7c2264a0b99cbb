"""The blocks that lead on from an entry: to other entries, and to the works it draws on.

Writers import these from `coachkist.document.blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass

from coachkist.document.sheet_blocks import Inlines


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """A related entry and the reason it is related."""

    target: str
    kind: str
    title: str
    why: Inlines


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """Related entries of one sort, such as what to do afterwards."""

    relation: str
    label: str
    items: tuple[RelatedItem, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """What comes before, after or instead, and the sheets that go with it."""

    groups: tuple[RelatedGroup, ...]


@dataclass(frozen=True, slots=True)
class References:
    """The works an entry draws on, one formatted line each."""

    items: tuple[str, ...]

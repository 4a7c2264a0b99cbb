"""What a workbook leaves out of an entry: paper is shorter than the screen.

Works cited stand once, at the back; relations name only what is in the same book, and do not repeat what stands there
under its title. A short part also leaves out what you read once and do not need while you are at it: the story from
practice, the extra tips, why something is related.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from coachkist.document.blocks import Block, Heading, Inlines, References, Related, RelatedItem
from coachkist.model.enums import Depth, Kind

RELATED = "related"
SOURCES = frozenset({"sources"})
READ_ONCE = frozenset({"example", "also-unplanned", "tips"})
"""Sections by the anchor of their fixed heading, as is `RELATED`."""


def on_paper(blocks: Iterable[Block], kind: Kind, depth: Depth, within: Mapping[str, Inlines]) -> Iterator[Block]:
    """Yield what a workbook prints of an entry's `blocks`; `within` has the summary of all in the book, by id."""
    short = depth is Depth.SHORT
    # The sections of a chapter are its author's own, whatever they are called.
    without = SOURCES | READ_ONCE if short and kind is not Kind.CHAPTER else SOURCES
    kept = list(_in_book(_sections(blocks, without), within, short=short))
    for block, following in pairwise([*kept, None]):
        if block is None or (_heads_related(block) and not isinstance(following, Related)):
            continue
        yield block


def _heads_related(block: Block) -> bool:
    return isinstance(block, Heading) and block.anchor == RELATED


def _sections(blocks: Iterable[Block], without: Container[str]) -> Iterator[Block]:
    """The blocks that stand in no section of `without`."""
    skipping = False
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            skipping = block.anchor in without
        if not skipping and not isinstance(block, References):
            yield block


def _in_book(blocks: Iterable[Block], within: Mapping[str, Inlines], *, short: bool) -> Iterator[Block]:
    """Relations to what is in the book, without the reasons where it must be short."""

    def shortened(item: RelatedItem) -> RelatedItem:
        return replace(item, why=()) if short or item.why == within[item.target] else item

    for block in blocks:
        if not isinstance(block, Related):
            yield block
            continue
        groups = []
        for group in block.groups:
            items = tuple(shortened(item) for item in group.items if item.target in within)
            groups.append(replace(group, items=items))
        if filled := tuple(group for group in groups if group.items):
            yield Related(filled)

"""A document whose blocks are composed when they are asked for, and not kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from coachkist.document.blocks import Block, Document

BlocksOf = Callable[[str], tuple[Block, ...]]


class LateDocument(Document):
    """All of the document `cover` but its blocks, which are those that `blocks_of` gives for its id."""

    __slots__ = ("_blocks_of",)
    _blocks_of: BlocksOf

    def __init__(self, cover: Document, blocks_of: BlocksOf) -> None:
        for field in fields(Document):
            if field.name != "blocks":
                object.__setattr__(self, field.name, getattr(cover, field.name))
        object.__setattr__(self, "_blocks_of", blocks_of)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the document consists of."""
        return self._blocks_of(self.id)

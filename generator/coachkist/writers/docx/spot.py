"""Where in the file we are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from coachkist.document.blocks import Block
from coachkist.writers.docx.xml import Xml

INDENT = 5.0
"""Millimetres from a mark to the words of its item."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The room there is, in millimetres, and what stands around it.

    `level`: that of the heading above; `style`: of running text; `own`: the entry we are in; `outlined`: whether
    headings stand in the contents.
    """

    width: float
    posters: float = 0.0
    """Millimetres that the panels of a poster fill at least."""
    level: int = 1
    style: str = ""
    own: str = ""
    outlined: bool = True
    depth: int = 0
    """How many lists we are in."""

    @property
    def indent(self) -> float:
        """How far in a paragraph stands that belongs to an item, in millimetres."""
        return INDENT * self.depth

    def deeper(self) -> Spot:
        """Where what belongs to an item stands: under its words."""
        return replace(self, depth=self.depth + 1, width=self.width - INDENT)


Render: TypeAlias = Callable[[Sequence[Block], Spot], list[Xml]]
"""Writes blocks; handed to what has blocks inside."""

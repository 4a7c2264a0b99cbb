"""A document around blocks, as composing makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Document, Furniture, Inlines
from coachkist.markup.inline import Text

if TYPE_CHECKING:
    from coachkist.strings import Strings


def text(value: str) -> Inlines:
    return (Text(value),)


def furniture(strings: Strings) -> Furniture:
    return Furniture(
        brand="Coachkist",
        publisher="De Windroos",
        version="0.1",
        date="22 november 2026",
        timestamp=1_795_305_600,
        licence="CC BY 4.0",
        colour="#1f6f78",
        words=strings.section("paper"),
    )


def document(kind: str, blocks: tuple[Block, ...], strings: Strings, pages: int | None = None) -> Document:
    return Document(
        id="proef",
        kind=kind,
        title="Kijken naar een les",
        subtitle="Eerst apart, dan samen",
        summary="Kijk met zijn tweeën naar dezelfde les.",
        language="nl",
        paper="a4",
        pages=pages,
        blocks=blocks,
        furniture=furniture(strings),
    )

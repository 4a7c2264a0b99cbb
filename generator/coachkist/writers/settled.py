"""What a document's place in its surroundings settles: heading levels without gaps, titles that are not said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coachkist.document.blocks import Aside, Block, Heading, Table
from coachkist.markup.inline import plain


def settled(blocks: Sequence[Block], above: int) -> Iterator[Block]:
    """`blocks` as they stand under a heading of level `above` (0: none).

    A composed fragment cannot know what stands above it, and no level may be skipped (PDF/UA refuses that). A table or
    aside right under a heading with the same words loses its title.
    """
    level, said = above, ""
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(above + 1, above - 1 + block.level), level + 1)
            said = _words(plain(block.text))
            yield replace(block, level=level)
            continue
        yield _unsaid(block, said) if said else block
        said = ""


def _unsaid(block: Block, heading: str) -> Block:
    match block:
        case Aside(_, title) if _words(title) == heading:
            return replace(block, title="")
        case Table(caption) if _words(plain(caption)) == heading:
            return replace(block, caption=())
        case _:
            return block


def _words(text: str) -> str:
    return " ".join(text.split())


def column_shares(table: Table) -> list[int]:
    """Column widths as parts of the whole: long columns get more, yet less than in proportion."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(5, round(max(len(plain(cell)) for cell in column) ** 0.5)) for column in columns]

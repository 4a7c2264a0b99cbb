"""What only the typesetter knows: how much of a page is left, and on which page a place stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Box, Columns, Document, Grid, Part, WritingLines
from coachkist.writers.typst_data import document_data

if TYPE_CHECKING:
    from coachkist.typeset.compiler import Typesetter

_TEMPLATE = "places.typ"
_CAUTION = 9.0
"""Millimetres of a page that stay empty: Word and its many fonts need a little more than we do."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`spare`: the millimetres that each growing block may fill, in document order; `pages`: a page by place.

    `contents`: the page of each heading that the contents name; `count`: how many pages there are; `hues`: the colours
    of groups, as `RRGGBB`.
    """

    spare: list[float]
    pages: dict[str, int]
    contents: list[int]
    count: int
    hues: list[str]


def measured(document: Document, typesetter: Typesetter, *, grey: bool) -> Measured:
    """Lay `document` out as for paper, and say what that tells; the hues of groups in `grey` or in colour."""
    found = typesetter.measurements(_TEMPLATE, document_data(document, grey=grey), "places")
    (answer,) = found
    growing = sum(1 for _ in _growing(document.blocks))
    heights = [(int(one["page"]), float(one["mm"])) for one in answer["spare"]]
    # With another number of them, we would fill the wrong ones.
    spare = list(_careful(heights)) if len(heights) == growing else [0.0] * growing
    pages = {str(one["at"]): int(one["page"]) for one in answer["places"]}
    contents = [int(page) for page in answer["contents"]]
    return Measured(spare, pages, contents, int(answer["count"]), [str(hue)[1:].upper() for hue in answer["hues"]])


def _careful(heights: list[tuple[int, float]]) -> Iterator[float]:
    """Each its share of the caution that its page asks for."""
    for page, height in heights:
        sharing = sum(1 for other, _ in heights if other == page)
        yield max(0.0, height - _CAUTION / sharing)


def _growing(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case WritingLines(grow=True) | Grid(grow=True) | Box(grow=True):
                yield block
            case Columns(items) if any(item.grow for item in items):
                yield block
            case Part(_, _, body, chapters):
                yield from _growing(body)
                for chapter in chapters:
                    yield from _growing(chapter.body)
                    # Lines at the end of a chapter run on to the foot of the page.
                    if chapter.kind != "sheet" and chapter.body and isinstance(chapter.body[-1], WritingLines):
                        yield chapter.body[-1]
            case _:
                pass

"""The pictograms a document needs on paper, in a literal colour: Typst paints `currentColor` black."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coachkist.document.blocks import Block, Facts, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER = Path(__file__).parent / "templates" / "pictograms"
# The one kind of fact whose values have drawings of their own: with one, a few or many people.
_DRAWN = "setting"


def drawings(blocks: Iterable[Block], colour: str) -> dict[str, str]:
    """Give SVG text by name for the settings in `blocks`, in `colour` (`#rrggbb`)."""
    return {name: _drawing(name, colour) for name in sorted(set(_names(blocks)))}


def _names(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Facts(items):
                yield from (value for fact in items if fact.key == _DRAWN for value in fact.values)
            case Part(_, _, body, chapters):
                yield from _names(body)
                for chapter in chapters:
                    yield from _names(chapter.body)
            case _:
                pass


def _drawing(name: str, colour: str) -> str:
    shapes = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip().replace("currentColor", colour)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{shapes}</svg>'

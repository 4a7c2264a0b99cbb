"""Blocks of HTML in a page's Markdown: kept out of the Markdown engine, which would parse each of them twice.

The pages that we write are mostly such blocks, and the engine passes them on as they are. Left out of what it sees,
they take nothing, and the page comes out the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_START = re.compile(r"<(aside|details|div|dl|figure|footer|form|header|nav|ol|p|section|table|ul)\b")
_MARK = "ck-ready-html-"
_STRANGE = ("\t", "\r", "\x02", "\x03", "```", "~~~", "<!", "<?", _MARK)
"""What the engine changes before it looks for HTML, and where HTML is none, as in code: such a page is left to it."""

_SPACES_ONLY = re.compile(r"\n +\n")
"""Changed by the engine as well."""

_NO_TAGS = re.compile(r"<(?:script|style)\b")
"""What may hold tags that are none."""

_ANCHOR = re.compile(r'\s(?:id|name)="([^"]*)"')
_PUT = re.compile(rf"<p>{_MARK}(\d+)-</p>|{_MARK}(\d+)-")
"""A mark: as a paragraph of its own, or within HTML that is spread over several blocks."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A page's Markdown with marks in the places of its blocks of HTML, and these blocks."""

    markdown: str
    blocks: tuple[str, ...] = ()

    def anchors(self) -> Iterator[str]:
        """The names within the blocks that a link can lead to."""
        for block in self.blocks:
            yield from _ANCHOR.findall(block)


def part(markdown: str) -> Parted:
    """Takes the blocks of HTML between blank lines out of a page's `markdown`."""
    if any(strange in markdown for strange in _STRANGE) or _SPACES_ONLY.search(markdown):
        return Parted(markdown)
    pieces = markdown.strip("\n").split("\n\n")
    blocks: list[str] = []
    for place, piece in enumerate(pieces):
        if _is_ready(piece):
            pieces[place] = f"{_MARK}{len(blocks)}-"
            blocks.append(piece)
    return Parted("\n\n".join(pieces), tuple(blocks)) if blocks else Parted(markdown)


def join(html: str, blocks: Sequence[str]) -> str:
    """Puts the blocks back where their marks stand in the HTML that the engine made."""
    if not blocks:
        return html
    return _PUT.sub(lambda found: f"{blocks[int(found[1])]}\n" if found[1] else blocks[int(found[2])], html).strip()


def _is_ready(piece: str) -> bool:
    """Whether `piece` is elements and nothing else, each starting on a line of its own."""
    if _NO_TAGS.search(piece):
        return False
    at = 0
    while at < len(piece):
        end = _end_of_element(piece, at)
        if end == at or piece[end : end + 1] not in {"", "\n"}:
            return False
        at = end + 1
    return bool(piece)


def _end_of_element(piece: str, at: int) -> int:
    """Where the element that starts at `at` ends; `at` itself where none starts, or where it does not end."""
    if (start := _START.match(piece, at)) is None:
        return at
    depth = 0
    for tag in _tag(start[1]).finditer(piece, at):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return at


@cache
def _tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}(?=[\s/>])|<(/){name}>")

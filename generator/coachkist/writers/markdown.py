"""A document as a Markdown page: headings and paragraphs as Markdown, what has a shape of its own as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coachkist.document.blocks import Aside, Block, Document, Heading, Part
from coachkist.markup.inline import Paragraph, plain
from coachkist.writers.html import PageContext, block_html, escape, inlines_html, render
from coachkist.writers.pictograms import sprite

_USED_PICTOGRAM = re.compile(r'href="#ck-([a-z_-]+)"')
_LIST_START = re.compile(r"(\d+)([.)])")


def write_markdown(document: Document, context: PageContext) -> str:
    """The whole page: title, summary and blocks, with the pictograms it uses."""
    pieces = [title_markdown(document.title)]
    if document.summary:
        pieces.append(lead_html(document.summary))
    pieces.append(blocks_markdown(document.blocks, context))
    return with_pictograms("\n\n".join(pieces) + "\n")


def title_markdown(title: str) -> str:
    """A page's own heading."""
    return f"# {_block_start(escape(title))}"


def lead_html(summary: str) -> str:
    """The line under the title that says what the page is about."""
    return f'<p class="ck-lead">{escape(summary)}</p>'


def blocks_markdown(blocks: tuple[Block, ...], context: PageContext) -> str:
    """Blocks as Markdown, with a blank line between them."""
    return "\n\n".join(filter(None, (_block(block, context) for block in _without_echoes(blocks))))


def demoted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` with their headings one level down, to stand under a heading of the page."""
    return tuple(replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in blocks)


def _without_echoes(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """`blocks`, where a passage set apart does not repeat the heading just above it."""
    heading = ""
    for block in blocks:
        if isinstance(block, Aside) and block.title == heading:
            yield replace(block, title="")
        else:
            yield block
        heading = plain(block.text) if isinstance(block, Heading) else ""


def with_pictograms(page: str) -> str:
    """`page` with the drawings it refers to in front of it; a page without pictograms stays as it is."""
    used = _USED_PICTOGRAM.findall(page)
    return f"{sprite(used)}\n\n{page}" if used else page


def _block(block: Block, context: PageContext) -> str:
    match block:
        case Heading(level, text, anchor):
            return heading_markdown(level, inlines_html(text, context), anchor)
        case Paragraph(children):
            return _block_start(inlines_html(children, context))
        case Part():
            pieces = [
                heading_markdown(2, escape(block.title), block.anchor),
                blocks_markdown(demoted(block.body), context),
                str(render("part", context, block=block)) if block.chapters else "",
            ]
            return "\n\n".join(filter(None, pieces))
        case _:
            return str(block_html(block, context))


def heading_markdown(level: int, words: str, anchor: str) -> str:
    """A heading with a stable anchor; `words` are escaped already."""
    name = f" {{#{anchor}}}" if anchor else ""
    return f"{'#' * level} {_block_start(words)}{name}"


def _block_start(line: str) -> str:
    """`line` without what would make a list, a rule or an indent of a paragraph, and without outer spaces."""
    line = str(line)  # Joining text to Markup would escape the text once more.
    stripped = line.strip(" ")
    before = len(line) - len(line.lstrip(" "))
    after = len(line) - before - len(stripped)
    if found := _LIST_START.match(stripped):
        stripped = f"{found[1]}&#{ord(found[2])};{stripped[found.end() :]}"
    elif stripped[:1] in {"-", "+", "!", ":", "."}:
        stripped = f"&#{ord(stripped[0])};{stripped[1:]}"
    return "&#32;" * before + stripped + "&#32;" * after

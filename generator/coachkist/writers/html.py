"""Blocks as HTML, for pages that a Markdown engine passes through.

All that comes from an author goes through `escape`: what Markdown or HTML could take for markup becomes a
numeric character reference, so that a text is safe in raw HTML, in Markdown and in an attribute alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coachkist.document.blocks import (
    Advice,
    Aside,
    Block,
    Board,
    Box,
    Checklist,
    Choices,
    Columns,
    Criteria,
    Deck,
    Discs,
    Drawing,
    Facts,
    Fields,
    Grid,
    Heading,
    Index,
    Inlines,
    PageBreak,
    Pairs,
    Part,
    Poster,
    References,
    Related,
    Score,
    Signature,
    Steps,
    Table,
    Terms,
    WritingLines,
)
from coachkist.figures.draw import has_two_widths
from coachkist.markup.inline import Emphasis, Inline, Link, List, Paragraph, Ref, Strong, Term, Text, Token, plain
from coachkist.writers.addresses import FOLDERS, GLOSSARY_URL, page_url, relative
from coachkist.writers.figures import figure_svg
from coachkist.writers.pictograms import pictogram

_TEMPLATES = Path(__file__).parent / "templates" / "html"
# Markup of Markdown and of extensions that other engines switch on (`==`, `^^`, `~~`, `:name:`, tables), and
# every space but the ordinary one: Markdown expands tabs and splits at line ends.
_SPECIAL = re.compile(r"""[\\`*_{}\[\]<>&"#|~^=]|:(?=\S)|[^\S ]""")
_SAFE_URL = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a page knows of its surroundings: its address, and which ids have a page to link to, by kind.

    Without `pages` every reference is taken to have a page.
    """

    url: str = ""
    pages: Mapping[str, frozenset[str]] | None = field(default=None)

    def link_to(self, kind: str, entry: str) -> str | None:
        """The link from this page to an entry's page; None where there is none."""
        if kind not in FOLDERS or (self.pages is not None and entry not in self.pages.get(kind, ())):
            return None
        return relative(page_url(kind, entry), self.url)


def escape(text: str) -> Markup:
    """`text` as characters that neither Markdown nor HTML reads as anything else."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text))  # noqa: S704


def inlines_html(inlines: Inlines, context: PageContext) -> Markup:
    """Running text as inline HTML on one line.

    Tags rather than asterisks: those do not always work in the middle of a word or beside punctuation.
    """
    return Markup("").join(_inline(inline, context) for inline in inlines)


def _inline(inline: Inline, context: PageContext) -> Markup:
    match inline:
        case Text(value):
            return escape(value)
        case Token(name):
            return escape("{" + name + "}")
        case Strong(children):
            return Markup("<strong>{}</strong>").format(inlines_html(children, context))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(inlines_html(children, context))
        case Link(url, children):
            return _anchor(url if _SAFE_URL.match(url) else None, inlines_html(children, context))
        case Ref(target, children, kind):
            words = inlines_html(children, context) if children else escape(target)
            return _anchor(context.link_to(kind, target), words)
        case Term():
            return _term(inline, context)
    assert_never(inline)


def _term(term: Term, context: PageContext) -> Markup:
    """A link to the glossary, with the meaning beside it, to be shown on hover and focus."""
    name = escape(f"begrip-{term.id}")
    return Markup(
        '<span class="ck-term"><a class="ck-term__word" href="{}" aria-describedby="{}">{}</a>'
        '<span class="ck-term__meaning" role="tooltip" id="{}">{}</span></span>'
    ).format(
        escape(relative(f"{GLOSSARY_URL}#{term.id}", context.url)),
        name,
        inlines_html(term.children, context),
        name,
        escape(term.meaning),
    )


def _anchor(url: str | None, words: Markup) -> Markup:
    return words if url is None else Markup('<a href="{}">{}</a>').format(escape(url), words)


def blocks_html(blocks: tuple[Block, ...], context: PageContext) -> Markup:
    """Blocks as HTML, one after another."""
    return Markup("\n").join(filter(None, (block_html(block, context) for block in blocks)))


def block_html(block: Block, context: PageContext) -> Markup:
    """One block as HTML without a blank line in it, so that Markdown sees one piece."""
    match block:
        case Heading(level, text, anchor):
            return _heading(level, inlines_html(text, context), anchor)
        case Paragraph(children):
            return Markup("<p>{}</p>").format(inlines_html(children, context))
        case List(items, ordered):
            return _list(items, ordered, context)
        case Columns(items):
            return render("columns", context, block=block, items=items)
        case Drawing():
            svg = figure_svg(block, context.link_to)
            return render("drawing", context, block=block, svg=svg, two_widths=has_two_widths(block))
        case Part():
            return _part(block, context)
        case PageBreak() | Index() | Terms():
            return Markup("")  # Paper only: a page on the web has no pages, a search box, and a page of terms.
        case (
            Facts()
            | Steps()
            | Checklist()
            | Pairs()
            | Advice()
            | Aside()
            | Table()
            | Related()
            | References()
            | Fields()
            | Criteria()
            | WritingLines()
            | Grid()
            | Score()
            | Box()
            | Choices()
            | Signature()
            | Deck()
            | Discs()
            | Board()
            | Poster()
        ):
            return render(_TEMPLATE_NAMES[type(block)], context, block=block)
    assert_never(block)


_TEMPLATE_NAMES: Mapping[type, str] = {
    Facts: "facts",
    Steps: "steps",
    Checklist: "checklist",
    Pairs: "pairs",
    Advice: "advice",
    Aside: "aside",
    Table: "table",
    Related: "related",
    References: "references",
    Fields: "fields",
    Criteria: "criteria",
    WritingLines: "lines",
    Grid: "grid",
    Score: "score",
    Box: "box",
    Choices: "choices",
    Signature: "signature",
    Deck: "deck",
    Discs: "discs",
    Board: "board",
    Poster: "poster",
}


def _heading(level: int, words: Markup, anchor: str) -> Markup:
    name = Markup(' id="{}"').format(escape(anchor)) if anchor else Markup("")
    return Markup("<h{0}{1}>{2}</h{0}>").format(level, name, words)


def _list(items: tuple[tuple[Paragraph | List, ...], ...], ordered: bool, context: PageContext) -> Markup:
    tag = Markup("ol") if ordered else Markup("ul")
    rows = (Markup("<li>{}</li>").format(_item(item, context)) for item in items)
    return Markup("<{0}>\n{1}\n</{0}>").format(tag, Markup("\n").join(rows))


def _item(item: tuple[Paragraph | List, ...], context: PageContext) -> Markup:
    """A list item; one paragraph needs no tag of its own, which keeps lists tight."""
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return inlines_html(item[0].children, context)
    return blocks_html(item, context)


def _part(part: Part, context: PageContext) -> Markup:
    """A part of a workbook: its text and links to its chapters, which have pages of their own."""
    heading = _heading(2, escape(part.title), part.anchor)
    chapters = render("part", context, block=part) if part.chapters else Markup("")
    return Markup("\n").join(filter(None, (heading, blocks_html(part.body, context), chapters)))


def render(name: str, context: PageContext, /, **values: Any) -> Markup:
    """The template `name` filled in; lines are moved to the margin, as Markdown takes an indent for code."""

    def entry_link(kind: str, entry: str, title: str) -> Markup:
        return _anchor(context.link_to(kind, entry), escape(title))

    text = (
        _environment()
        .get_template(f"{name}.j2")
        .render(
            values,
            inlines=lambda inlines: inlines_html(inlines, context),
            blocks=lambda blocks: blocks_html(blocks, context),
            entry_link=entry_link,
            link=lambda url: relative(url, context.url),
        )
    )
    return Markup(to_margin(text))  # noqa: S704


def to_margin(text: str, at_once: int = 500_000) -> str:
    """`text` with its lines at the margin, and without empty ones.

    So many characters are taken apart `at_once`, because all lines of a page that lists thousands of entries take
    several times the room of the page.
    """
    pieces, start = [], 0
    while start < len(text):
        end = text.find("\n", start + at_once) + 1 or len(text)
        lines = (line.strip(" ") for line in text[start:end].splitlines())
        pieces.append("\n".join(line for line in lines if line))
        start = end
    return "\n".join(filter(None, pieces))


def _finalize(value: object) -> object:
    return value if isinstance(value, Markup) else escape(str(value))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(icon=pictogram, plain=plain)
    return environment

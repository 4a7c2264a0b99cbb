"""Running text as runs: bold, italic, links, references with their page, and terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from coachkist.markup.inline import Emphasis, Inline, Link, Ref, Strong, Term, Text, Token, plain
from coachkist.writers.docx.text import run
from coachkist.writers.docx.xml import Xml, join, tag, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Inlines
    from coachkist.writers.docx.pen import Pen

# Word refuses addresses that are longer.
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Voice:
    """How text is said: a character style, bold, italic; `linked`: whether it may hold links and page numbers."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    linked: bool = True
    size: int = 0
    """In half points; 0: as the style has it."""
    own: str = ""
    """The entry we are in, to which nothing refers."""


PLAIN = Voice(linked=False)


def inlines(children: Inlines, pen: Pen, voice: Voice = Voice()) -> Xml:
    """`children` as runs."""
    return join(_inline(inline, pen, voice) for inline in children)


def _inline(inline: Inline, pen: Pen, voice: Voice) -> Xml:
    match inline:
        case Text(value):
            return run(value, voice.style, bold=voice.bold, italic=voice.italic, size=voice.size)
        case Strong(children):
            return inlines(children, pen, replace(voice, bold=True))
        case Emphasis(children):
            return inlines(children, pen, replace(voice, italic=not voice.italic))
        case Link():
            return _link(inline, pen, voice)
        case Ref():
            return _reference(inline, pen, voice)
        case Term(name, children):
            return _term(name, children, pen, voice)
        case Token(name):
            raise ValueError(f"a token that was not resolved: {name}")
        case _:
            assert_never(inline)


def _link(link: Link, pen: Pen, voice: Voice) -> Xml:
    body = inlines(link.children, pen, replace(voice, linked=False))
    if not voice.linked or not link.url or len(link.url) > _LONGEST_ADDRESS:
        return body
    body = inlines(link.children, pen, replace(voice, style="Hyperlink", linked=False))
    # Who prints the file cannot click: the address is there, unless the words already say it.
    shown = link.url.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").removesuffix("/")
    said = plain(link.children).strip().removesuffix("/").endswith(shown)
    address = tag("w:hyperlink", {"r:id": pen.link(link.url)}, body)
    return address if said else join((address, run(f" ({shown})", "Gedempt")))


def _reference(ref: Ref, pen: Pen, voice: Voice) -> Xml:
    children: Inlines = ref.children or (Text(ref.target),)
    name = pen.bookmarks.name(ref.target)
    if name is None or not voice.linked or ref.target == voice.own:
        return inlines(children, pen, voice)
    words = inlines(children, pen, replace(voice, linked=False))
    return join(
        (
            w("hyperlink", words, anchor=name, history=1),
            run(" (", "Gedempt"),
            page_of(ref.target, pen),
            run(")", "Gedempt"),
        )
    )


def page_of(anchor: str, pen: Pen) -> Xml:
    """On which page a place stands, in the words of the edition; nothing where it is not in this file."""
    before, _, after = pen.words["see"].replace(" {page}", "\N{NO-BREAK SPACE}{page}").partition("{page}")
    return join(
        (run(before, "Gedempt"), page_number(anchor, pen, "Gedempt"), run(after, "Gedempt") if after else Xml(""))
    )


def page_number(anchor: str, pen: Pen, style: str = "", prefix: str = "at") -> Xml:
    """The number of the page of a place, as a field that Word keeps right."""
    name = pen.bookmarks.name(anchor, prefix) or ""
    return field(f"PAGEREF {name} \\h", str(pen.pages.get(f"{prefix}:{anchor}", "")) or "…", style)


def field(instruction: str, shown: str, style: str = "") -> Xml:
    """A field, and what it shows until Word works it out."""
    return w("fldSimple", run(shown, style), instr=f" {instruction} ")


def _term(name: str, children: Inlines, pen: Pen, voice: Voice) -> Xml:
    place = pen.bookmarks.name(name, "term")
    if place is None or not voice.linked:
        return inlines(children, pen, voice)
    words = inlines(children, pen, replace(voice, style=voice.style or "Vakterm", linked=False))
    return w("hyperlink", words, anchor=place, history=1)

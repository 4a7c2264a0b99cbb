"""Inlines as plain data for the Typst templates: strings stay strings, so that nothing is read as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from coachkist.markup.inline import Emphasis, Inline, Link, Ref, Strong, Term, Text, Token, plain

if TYPE_CHECKING:
    from coachkist.document.blocks import Inlines

Data: TypeAlias = dict[str, Any]

# A line break inside a text is white space to its author, but a forced break to Typst.
_WHITE_SPACE = str.maketrans("\t\n\r", "   ")
# Typst refuses addresses longer than this; nobody types them over from paper either.
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document we are.

    `anchors`: the places it has; `terms`: the terms that its list explains; `own`: the entry we are in; `level`: the
    heading level above us;
    `outlined`: whether headings here stand in the contents, where those of a part's own text would pass for
    chapters; `ink`: the colour that figures are drawn in, readable on white;
    `paper`: what it is laid out for; `large`: whether in large print.
    """

    anchors: frozenset[str]
    own: str = ""
    level: int = 1
    outlined: bool = True
    terms: frozenset[str] = frozenset()
    ink: str = "#000000"
    paper: str = "a4"
    large: bool = False


def clean(text: str) -> str:
    """`text` on one line: what is white space to its author is a space on paper."""
    return text.translate(_WHITE_SPACE)


def inlines(children: Inlines, place: Place) -> list[Any]:
    """`children` as data: plain strings, and mappings with a kind `k`."""
    return [piece for inline in children for piece in _inline(inline, place)]


def _inline(inline: Inline, place: Place) -> list[Any]:
    match inline:
        case Text(value):
            return [clean(value)]
        case Strong(children):
            return [{"k": "strong", "body": inlines(children, place)}]
        case Emphasis(children):
            return [{"k": "emph", "body": inlines(children, place)}]
        case Link(url, children):
            return _link(url, children, place)
        case Ref(target, children):
            body = inlines(children, place) or [target]
            if target in place.anchors and target != place.own:
                return [{"k": "ref", "to": target, "body": body}]
            return body
        case Term(name, children):
            body = inlines(children, place)
            return [{"k": "term", "to": name, "body": body}] if name in place.terms else body
        case Token(name):
            raise ValueError(f"a token that was not resolved: {name}")
        case _:
            assert_never(inline)


def _link(url: str, children: Inlines, place: Place) -> list[Any]:
    body = inlines(children, place)
    if not url or len(url) > _LONGEST_ADDRESS:
        return body
    # On paper nobody can click: the address is printed, unless the words already say it.
    shown = url.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").removesuffix("/")
    said = plain(children).strip().removesuffix("/").endswith(shown)
    return [{"k": "link", "url": url, "shown": "" if said else clean(shown), "body": body}]

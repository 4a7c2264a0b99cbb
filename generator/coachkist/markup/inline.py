"""The tree a text field is parsed into: inlines, and the few blocks a text may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters; whoever writes them escapes them."""

    value: str


@dataclass(frozen=True, slots=True)
class Token:
    """A wording token as the author wrote it between braces, such as `de leerkracht`; resolved when composing."""

    name: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text of strong importance (bold)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text (italic)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address on the web (http, https or mailto)."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an entry of the catalogue, `[[id]]` or `[[id|words]]`.

    `children` is empty where the author gave no words: the entry's title is filled in when composing.
    `kind` is the target's kind (`method`, `sheet` …), known only after composing.
    """

    target: str
    children: tuple[Inline, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field that explains itself; made when composing, where a text first uses the term.

    `id` is the term's in the glossary, `meaning` plain text.
    """

    id: str
    children: tuple[Inline, ...]
    meaning: str


Inline: TypeAlias = Text | Token | Strong | Emphasis | Link | Ref | Term


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list; each item is a tuple of blocks."""

    items: tuple[tuple[TextBlock, ...], ...]
    ordered: bool = False


TextBlock: TypeAlias = Paragraph | List


def plain(inlines: tuple[Inline, ...]) -> str:
    """The characters of `inlines` without their markup; tokens keep their braces, unnamed references their id."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(value):
                parts.append(value)
            case Token(name):
                parts.append("{" + name + "}")
            case Ref(target, children):
                parts.append(plain(children) or target)
            case Strong(children) | Emphasis(children) | Link(_, children) | Term(_, children):
                parts.append(plain(children))
    return "".join(parts)

"""Wording tokens: which words stand for `{de leerkracht}`, and `{Leerkracht}` with its capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coachkist.markup.inline import (
    Emphasis,
    Inline,
    Link,
    List,
    Paragraph,
    Ref,
    Strong,
    Term,
    Text,
    TextBlock,
    Token,
)

_IN_BRACES = re.compile(r"\{([^{}\n]+)\}")


class Wording:
    """Resolves tokens to the words an edition uses."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = dict(forms)

    @property
    def tokens(self) -> list[str]:
        """Every token, in alphabetical order."""
        return sorted(self._forms)

    def __contains__(self, token: str) -> bool:
        return self.find(token) is not None

    def find(self, token: str) -> str | None:
        """The words for `token`, with a capital where the token has one; None for an unknown token."""
        if (words := self._forms.get(token)) is not None:
            return words
        words = self._forms.get(token[:1].lower() + token[1:])
        return None if words is None else words[:1].upper() + words[1:]

    def fill(self, text: str) -> str:
        """`text`, a plain string, with its tokens replaced; unknown ones stay as they are."""
        return _IN_BRACES.sub(lambda found: self.find(found[1]) or found[0], text)

    def resolve(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """`inlines` with every token replaced by text, neighbouring texts joined."""
        if all(type(inline) is Text for inline in inlines):
            return inlines
        result: list[Inline] = []
        for inline in inlines:
            resolved = self._resolve_one(inline)
            if isinstance(resolved, Text) and result and isinstance(result[-1], Text):
                resolved = Text(result.pop().value + resolved.value)  # type: ignore[union-attr]
            result.append(resolved)
        return tuple(result)

    def _resolve_one(self, inline: Inline) -> Inline:
        match inline:
            case Token(name):
                return Text(self.find(name) or "{" + name + "}")
            case Strong(children):
                return Strong(self.resolve(children))
            case Emphasis(children):
                return Emphasis(self.resolve(children))
            case Link(url, children):
                return Link(url, self.resolve(children))
            case Ref(target, children, kind):
                return Ref(target, self.resolve(children), kind)
            case Text() | Term():
                return inline


def walk(blocks: tuple[TextBlock, ...]) -> Iterator[Inline]:
    """Every inline of `blocks`, nested ones included, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from walk_inlines(block.children)
        elif isinstance(block, List):
            for item in block.items:
                yield from walk(item)


def walk_inlines(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline of `inlines`, nested ones included, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Ref | Term):
            yield from walk_inlines(inline.children)

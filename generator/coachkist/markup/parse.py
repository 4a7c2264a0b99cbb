"""Text of a field → inlines and blocks, with markdown-it-py and two rules of our own.

The subset: paragraphs, lists, **strong**, *emphasis*, links with words, `[[id]]` and `[[id|words]]` for entries, and
`{wording tokens}`. Whatever else Markdown knows is refused, so that a text looks the same in every output.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from coachkist.markup.inline import Emphasis, Inline, Link, List, Paragraph, Ref, Strong, Text, TextBlock, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token as MarkdownToken

MAX_LENGTH = 20_000
"""Characters in one text field; more is surely a mistake, and keeps parsing time bounded."""

_SIMPLE = re.compile(r"(?:[^\\`*_\[\]<>&{}\n\r\t]|\{[^\\`*_\[\]<>&{}\n\r\t]+\})+")
_BRACES = re.compile(r"\{([^{}]*)\}")
_BLOCK_START = re.compile(r"\s|[#+\-=~:|!]|\d+[.)]")
_TOKEN = re.compile(r"\{([^{}\n]*)\}")
_REF = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_URL = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_REFUSED_BLOCKS = {
    "heading_open": "heading",
    "fence": "code",
    "code_block": "code",
    "blockquote_open": "blockquote",
    "hr": "rule",
    "html_block": "html",
}


class MarkupError(ValueError):
    """Markup that a text field may not hold.

    `code` names the problem (`markup-<code>` in the strings file), `snippet` is the piece of text to point at.
    """

    def __init__(self, code: str, snippet: str) -> None:
        super().__init__(f"{code}: {snippet}")
        self.code = code
        self.snippet = snippet


def is_simple_line(source: str) -> bool:
    """Whether a text is nothing but words and tokens, as most are: `parse_line` has hardly any work with it."""
    return _SIMPLE.fullmatch(source.strip()) is not None


def is_simple_text(source: str) -> bool:
    """The same for `parse_blocks`."""
    text = source.strip()
    return _SIMPLE.fullmatch(text) is not None and not _BLOCK_START.match(text)


def parse_line(source: str) -> tuple[Inline, ...]:
    """The inlines of a text that must be a single line; raises MarkupError.

    What only has a meaning at the start of a block, such as `1.` or `#`, is text here.
    """
    text = source.strip()
    _check_length(text)
    if "\n" in text:
        raise MarkupError("one-line", text.splitlines()[0][:30])
    if _SIMPLE.fullmatch(text):
        return _simple(text)
    return _inlines(_Cursor(_parser().parseInline(text)[0].children or ()))


def parse_blocks(source: str) -> tuple[TextBlock, ...]:
    """The paragraphs and lists of a text; raises MarkupError."""
    text = source.strip()
    _check_length(text)
    if _SIMPLE.fullmatch(text) and not _BLOCK_START.match(text):
        return (Paragraph(_simple(text)),)
    tokens = _parser().parse(text)
    return tuple(_blocks(_Cursor(tokens, text.splitlines())))


def _simple(text: str) -> tuple[Inline, ...]:
    """The inlines of a text that holds nothing but words and tokens: most texts, and much faster than markdown-it."""
    if "{" not in text:
        return (Text(text),)
    parts = _BRACES.split(text)
    if not all(token.strip() for token in parts[1::2]):
        raise MarkupError("stray-brace", next("{" + token + "}" for token in parts[1::2] if not token.strip()))
    return tuple(
        Token(part) if position % 2 else Text(part) for position, part in enumerate(parts) if position % 2 or part
    )


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise MarkupError("too-long", text[:20])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["entity", "autolink", "html_block", "html_inline", "reference", "lheading"])
    parser.inline.ruler.before("escape", "wording", _wording_rule)
    parser.inline.ruler.before("link", "entry_ref", _ref_rule)
    return parser


def _wording_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    found = _TOKEN.match(state.src, state.pos)
    if not found:
        raise MarkupError("stray-brace", state.src[state.pos : state.pos + 12])
    if not silent:
        state.push("wording", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _ref_rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    found = _REF.match(state.src, state.pos)
    if not found:
        raise MarkupError("reference", state.src[state.pos : state.pos + 20])
    if not silent:
        token = state.push("entry_ref", "", 0)
        token.content = found[1].strip()
        token.meta["words"] = (found[2] or "").strip()
    state.pos = found.end()
    return True


class _Cursor:
    """Reads markdown-it's flat token list from left to right."""

    def __init__(self, tokens: Sequence[MarkdownToken], lines: Sequence[str] = ()) -> None:
        self._tokens = tokens
        self._lines = lines
        self._at = 0

    def source_of(self, token: MarkdownToken) -> str:
        """The beginning of the source line at which a block token starts."""
        return self._lines[token.map[0]].strip()[:30] if token.map else token.markup

    def peek(self) -> MarkdownToken | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def next(self) -> MarkdownToken:
        token = self._tokens[self._at]
        self._at += 1
        return token


def _blocks(cursor: _Cursor, until: str = "") -> Iterator[TextBlock]:
    while (token := cursor.peek()) is not None:
        cursor.next()
        if token.type == until:
            return
        if token.type == "paragraph_open":
            yield Paragraph(_inlines(_Cursor(cursor.next().children or ())))
            cursor.next()
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            if token.attrs.get("start", 1) != 1:
                raise MarkupError("list-start", cursor.source_of(token))
            yield _list(cursor, ordered=token.type == "ordered_list_open")
        else:
            raise MarkupError(_REFUSED_BLOCKS.get(token.type, "other"), cursor.source_of(token))


def _list(cursor: _Cursor, *, ordered: bool) -> List:
    items: list[tuple[TextBlock, ...]] = []
    close = "ordered_list_close" if ordered else "bullet_list_close"
    while cursor.next().type != close:
        item = tuple(_blocks(cursor, "list_item_close"))
        if item:
            items.append(item)
    if not items:
        raise MarkupError("empty-list", "-")
    return List(tuple(items), ordered)


def _inlines(cursor: _Cursor, until: str = "") -> tuple[Inline, ...]:
    """The inlines up to the closing token `until`, neighbouring texts joined."""
    result: list[Inline] = []
    while (token := cursor.peek()) is not None:
        cursor.next()
        if token.type == until:
            break
        inline = _inline(token, cursor)
        if isinstance(inline, Text) and result and isinstance(result[-1], Text):
            inline = Text(result.pop().value + inline.value)  # type: ignore[union-attr]
        if inline != Text(""):
            result.append(inline)
    for text in result:
        if isinstance(text, Text) and (html := _HTML.search(text.value)):
            raise MarkupError("html", html[0])
    return tuple(result)


def _inline(token: MarkdownToken, cursor: _Cursor) -> Inline:
    match token.type:
        case "text" | "text_special":
            return Text(token.content)
        case "softbreak":
            return Text(" ")
        case "strong_open":
            return Strong(_inlines(cursor, "strong_close"))
        case "em_open":
            return Emphasis(_inlines(cursor, "em_close"))
        case "link_open":
            return _link(token, cursor)
        case "wording":
            return _token(token)
        case "entry_ref":
            words = token.meta["words"]
            return Ref(token.content, parse_line(words) if words else ())
        case _:
            raise _refused(token)


def _refused(token: MarkdownToken) -> MarkupError:
    """What is wrong with an inline that a text may not hold."""
    match token.type:
        case "code_inline":
            return MarkupError("code", "`" + token.content)
        case "image":
            return MarkupError("image", "![")
        case "hardbreak":
            return MarkupError("line-break", "\\" if token.markup == "\\" else " ")
        case other:
            return MarkupError("other", other)


def _token(token: MarkdownToken) -> Token:
    if not token.content.strip():
        raise MarkupError("stray-brace", "{" + token.content + "}")
    return Token(token.content)


def _link(token: MarkdownToken, cursor: _Cursor) -> Link:
    url = str(token.attrs.get("href", ""))
    children = _inlines(cursor, "link_close")
    if not _URL.fullmatch(url):
        raise MarkupError("link", f"]({url}")
    if not children:
        raise MarkupError("link", f"[]({url}")
    return Link(url, children)

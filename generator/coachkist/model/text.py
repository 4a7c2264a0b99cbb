"""Text fields: a string in YAML, parsed on the way in to the tree of `coachkist.markup`."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from coachkist.markup.inline import Inline, TextBlock
from coachkist.markup.parse import MarkupError, is_simple_line, is_simple_text, parse_blocks, parse_line


class Line:
    """One line of text with inline markup: no paragraphs, no lists.

    A catalogue has hundreds of thousands of them, so little is kept: the text as UTF-8 (one curly quote doubles the
    room of a string), and its tree only where making it again would be work, as it is for few texts.
    """

    __slots__ = ("_parsed", "_utf8")

    def __init__(self, source: str) -> None:
        self._utf8 = source.encode()
        parsed = parse_line(source)
        self._parsed: tuple[Inline, ...] | None = None if is_simple_line(source) else parsed

    @property
    def source(self) -> str:
        """The text as the author wrote it."""
        return self._utf8.decode()

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """What the line consists of."""
        return parse_line(self.source) if self._parsed is None else self._parsed

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.source!r})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._utf8 == self._utf8

    def __hash__(self) -> int:
        return hash((type(self), self._utf8))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(min_length=1, strip_whitespace=True)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "contentMediaType": "text/markdown"}

    @classmethod
    def _checked(cls, source: str) -> Line:
        try:
            return cls(source)
        except MarkupError as error:
            context = {"code": error.code, "snippet": error.snippet}
            raise PydanticCustomError("markup", "{code}: {snippet}", context) from error


class RichText(Line):
    """Running text: paragraphs and lists with inline markup."""

    __slots__ = ("_blocks",)

    def __init__(self, source: str) -> None:
        self._utf8 = source.encode()
        self._parsed = ()
        parsed = parse_blocks(source)
        self._blocks: tuple[TextBlock, ...] | None = None if is_simple_text(source) else parsed

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """What the text consists of."""
        return parse_blocks(self.source) if self._blocks is None else self._blocks

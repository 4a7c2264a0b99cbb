"""New files to fill in: a commented skeleton, made from the model's own schema so that it cannot go stale.

What an author must fill in stands there as an empty text, which `coachkist check` reports as long as it is
empty. What may be left out stands behind a `#` without a space; an explanation stands behind a `#` with one.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from coachkist.schema import JsonSchema, schema_file, schema_for
from coachkist.source.only import ONLY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coachkist.strings import Strings

WIDTH = 100
"""Columns after which an explanation goes on to the next line."""

FOLDERS_BY_KIND = {
    "method": "methods",
    "model": "content/models",
    "tip": "content/tips",
    "chapter": "content/chapters",
}
"""The kinds that have a skeleton, and where their files stand below the root."""

_POINTLESS = {"formerly", ONLY}
"""Fields that a new entry cannot have yet, or hardly ever has."""


def new_file(kind: str, entry_id: str) -> str:
    """Where the file of a new entry comes, relative to the root."""
    return f"{FOLDERS_BY_KIND[kind]}/{entry_id}.yml"


def create_entry(root: Path, kind: str, entry_id: str, title: str, strings: Strings) -> Path:
    """Write the skeleton of an entry below `root`; raises FileExistsError, or OSError if that fails."""
    path = root / new_file(kind, entry_id)
    text = skeleton(kind, entry_id, title, strings)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path


def skeleton(kind: str, entry_id: str, title: str, strings: Strings) -> str:
    """Make the text of a new file; an empty `title` is left to fill in."""
    schema = schema_for(kind, strings)
    writer = _Writer(schema, strings, {"id": entry_id, "title": title})
    up = "../" * (FOLDERS_BY_KIND[kind].count("/") + 1)
    modeline = f"# yaml-language-server: $schema={up}{schema_file(kind)}"
    intro = [line for part in strings("cli.scaffold.intro").splitlines() for line in _comment(part)]
    return "\n".join([modeline, *intro, "", *writer.fields(schema)]) + "\n"


class _Writer:
    """Writes a schema as YAML with explanations; `given` holds the top-level values already known."""

    def __init__(self, schema: JsonSchema, strings: Strings, given: dict[str, str]) -> None:
        self.definitions: dict[str, JsonSchema] = schema.get("$defs", {})
        self.strings = strings
        self.given = given

    def fields(self, schema: JsonSchema) -> Iterator[str]:
        """Every field of the whole file, with an empty line between them."""
        for count, (name, part) in enumerate(_worth_asking(schema)):
            if count:
                yield ""
            value = json.dumps(self.given[name], ensure_ascii=False) if name in self.given else None
            yield from self._field(name, part, schema, value)

    def _field(
        self, name: str, part: JsonSchema, owner: JsonSchema, value: str | None = None, inside: bool = False
    ) -> Iterator[str]:
        """One field with its explanation; `inside` tells that all around it is commented out already."""
        part = self._resolved(part)
        optional = name not in owner.get("required", []) and "default" not in part
        yield from self._explanation(part, optional)
        hidden = optional and not inside
        code = self._code(name, part, value, inside or hidden)
        yield from (f"#{line}" for line in code) if hidden else code

    def _code(self, name: str, part: JsonSchema, value: str | None, inside: bool) -> Iterator[str]:
        if part.get("type") == "array":
            yield f"{name}:"
            yield from _indented(self._items(part, inside))
        elif "properties" in part:
            yield f"{name}:"
            yield from _indented(self._object(part, inside))
        else:
            default = json.dumps(part.get("default", ""), ensure_ascii=False)
            yield f"{name}: {default if value is None else value}"

    def _object(self, schema: JsonSchema, inside: bool) -> Iterator[str]:
        for name, part in _worth_asking(schema):
            yield from self._field(name, part, schema, inside=inside)

    def _items(self, part: JsonSchema, inside: bool) -> Iterator[str]:
        item = self._resolved(part["items"])
        for _ in range(part.get("minItems", 1)):
            yield from _as_item(self._object(item, inside)) if "properties" in item else ['- ""']

    def _explanation(self, part: JsonSchema, optional: bool) -> Iterator[str]:
        text = part.get("description", "")
        yield from _comment(f"{text} ({self.strings('cli.scaffold.optional')})" if optional else text)
        listed = self._resolved(part["items"]) if part.get("type") == "array" else part
        if descriptions := listed.get("enumDescriptions"):
            several = "choose_many" if listed is not part else "choose"
            yield f"# {self.strings(f'cli.scaffold.{several}')}"
            for value, label in zip(listed["enum"], descriptions, strict=True):
                yield f"#   {value}: {label}"

    def _resolved(self, part: JsonSchema) -> JsonSchema:
        """Follow a reference; what stands beside it, such as the explanation, wins."""
        if "$ref" not in part:
            return part
        target: dict[str, Any] = self.definitions[part["$ref"].rsplit("/", 1)[1]]
        return {**target, **{key: value for key, value in part.items() if key != "$ref"}}


def _worth_asking(schema: JsonSchema) -> list[tuple[str, JsonSchema]]:
    return [(name, part) for name, part in schema["properties"].items() if name not in _POINTLESS]


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _as_item(lines: Iterator[str]) -> Iterator[str]:
    """Turn the lines of a mapping into a list item: the dash goes before its first key, not its comment."""
    begun = False
    for line in lines:
        if begun:
            yield f"  {line}"
        else:
            begun = not line.startswith("#")
            yield f"- {line}" if begun else line


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in textwrap.wrap(text, WIDTH - 2))

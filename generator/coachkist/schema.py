"""JSON Schemas of the YAML files, with which editors complete and explain keys in Dutch.

pydantic knows the shape; the explanations come from `fields` and `enum` in the strings file. What differs
from pydantic's own schema follows from how the YAML is read: every scalar arrives as text, so a number may
stand in quotes, and a version such as 1.2 may stand without.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from coachkist.model import enums
from coachkist.model.method import Method
from coachkist.model.reference import Edition, Sources, Vocabulary
from coachkist.model.school import School
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.source.only import ONLY

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from coachkist.strings import Strings

JsonSchema: TypeAlias = dict[str, Any]

SCHEMAS: dict[str, type[BaseModel]] = {
    "method": Method,
    "model": CoachingModel,
    "tip": Tip,
    "chapter": Chapter,
    "sheet": Sheet,
    "workbook": Workbook,
    "vocabulary": Vocabulary,
    "sources": Sources,
    "edition": Edition,
    "school": School,
}
"""The kinds of YAML files, and the model each must fit."""

_OF_AN_EDITION = frozenset({"edition", "school"})
"""Kinds that belong to one edition, so that nothing in them is for one country."""

SCHEMA_FOLDER = "docs/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DIGITS = r"^\s*[0-9]+\s*$"
_TOKEN = re.compile(r"\{([^{}]+)\}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def schema_file(kind: str) -> str:
    """Where the schema of `kind` stands, relative to the project's root."""
    return f"{SCHEMA_FOLDER}/{kind}.schema.json"


def schema_for(kind: str, strings: Strings) -> JsonSchema:
    """Make the schema of the YAML files of `kind`, in Dutch; raises KeyError for an unknown kind."""
    raw = SCHEMAS[kind].model_json_schema()
    definitions = {name: _definition(name, part, strings) for name, part in raw.pop("$defs", {}).items()}
    body = _converted(raw, strings)
    if kind not in _OF_AN_EDITION:
        definitions = {name: _for_a_country(part, strings) for name, part in definitions.items()}
        body = _for_a_country(body, strings)
    schema = {"$schema": DIALECT, "title": strings(f"cli.schemas.{kind}"), **body}
    if definitions:
        schema["$defs"] = definitions
    return schema


def _for_a_country(part: JsonSchema, strings: Strings) -> JsonSchema:
    """Let an object say `only`, and a list of plain texts hold items that do."""
    if "properties" not in part:
        return part
    only = {
        "description": strings("fields.only"),
        "type": "string",
        "enum": list(enums.Country),
        "enumDescriptions": [strings(f"enum.country.{country}") for country in enums.Country],
    }
    properties = {name: _with_country_items(field, only) for name, field in part["properties"].items()}
    return {**part, "properties": {**properties, ONLY: only}}


def _with_country_items(field: JsonSchema, only: JsonSchema) -> JsonSchema:
    items = field.get("items", {})
    if items.get("contentMediaType") != "text/markdown":
        return field
    keys = {ONLY: only, "text": {"description": only["description"], **items}}
    item = {"type": "object", "additionalProperties": False, "properties": keys, "required": list(keys)}
    return {**field, "items": {"anyOf": [items, item]}}


def schema_text(kind: str, strings: Strings) -> str:
    """Make the text of the schema file of `kind`."""
    return json.dumps(schema_for(kind, strings), ensure_ascii=False, indent=2) + "\n"


def write_schemas(root: Path, strings: Strings) -> list[Path]:
    """Write all schemas below `root`; returns their paths. Raises OSError where that cannot be done."""
    written = []
    for kind in SCHEMAS:
        path = root / schema_file(kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(schema_text(kind, strings), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _definition(name: str, part: JsonSchema, strings: Strings) -> JsonSchema:
    """Convert a nested model, or an enumeration with the Dutch label of each of its values."""
    if "enum" not in part:
        return _converted(part, strings)
    key = _CAMEL.sub("_", getattr(enums, name).__name__).lower()
    labels = [_TOKEN.sub(r"\1", strings(f"enum.{key}.{value}")) for value in part["enum"]]
    return {"type": "string", "enum": part["enum"], "enumDescriptions": labels}


def _converted(part: JsonSchema, strings: Strings) -> JsonSchema:
    """One schema object without pydantic's English, and with what our reading of YAML allows."""
    part = _without_null(part)
    kept = {key: value for key, value in part.items() if key not in {"title", "description", "discriminator"}}
    if not isinstance(kept.get("default"), (str, int)):  # nothing, an empty list: what leaving it out gives
        kept.pop("default", None)
    result = _scalar({key: _nested(key, value, strings) for key, value in kept.items()})
    explanation = part.get("description", "")
    if f"fields.{explanation}" in strings:
        result = {"description": strings(f"fields.{explanation}"), **result}
    return result


def _nested(key: str, value: Any, strings: Strings) -> Any:
    match key, value:
        case "properties", dict():
            return {name: _converted(part, strings) for name, part in value.items()}
        case "items", dict():
            # What an item is, the list's own explanation tells.
            return {name: part for name, part in _converted(value, strings).items() if name != "description"}
        case (("additionalProperties" | "propertyNames"), dict()):
            return _converted(value, strings)
        case (("anyOf" | "oneOf" | "allOf" | "prefixItems"), list()):
            return [_converted(part, strings) for part in value]
        case _:
            return value


def _without_null(part: JsonSchema) -> JsonSchema:
    """Fold `X or null` into X: YAML knows leaving out a key, not writing nothing behind it."""
    choices = [choice for choice in part.get("anyOf", []) if choice.get("type") != "null"]
    if len(choices) != 1:
        return part
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    return {**choices[0], **rest}


def _scalar(part: JsonSchema) -> JsonSchema:
    match part.get("type"):
        case "integer":
            return {**part, "type": ["integer", "string"], "pattern": _DIGITS}
        case "boolean":
            return {"enum": [True, False, "true", "false"]} | _default(part)
        case "string" if _may_look_like_number(part):
            return {**part, "type": ["string", "number"]}
        case _:
            return part


def _may_look_like_number(part: JsonSchema) -> bool:
    """Whether authors may leave out the quotes around a year, a version or a number of people."""
    if any(key in part for key in ("contentMediaType", "format", "enum", "const")):
        return False
    return any(re.fullmatch(part.get("pattern", ".*"), sample) for sample in ("1", "1.2"))


def _default(part: JsonSchema) -> JsonSchema:
    return {"default": part["default"]} if "default" in part else {}

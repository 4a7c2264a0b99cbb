"""Nodes → models: pydantic's errors told as problems, each at the place in the YAML it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from coachkist.diagnostics import Problem, near
from coachkist.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, find, place_of, to_data
from coachkist.source.traps import wrong_structure

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

_SIMPLE_CODES = {
    "list_type": "type-list",
    "tuple_type": "type-list",
    "model_type": "type-mapping",
    "model_attributes_type": "type-mapping",
    "dict_type": "type-mapping",
    "int_parsing": "type-int",
    "int_type": "type-int",
    "int_from_float": "type-int",
    "int_parsing_size": "type-int",
    "bool_parsing": "type-bool",
    "bool_type": "type-bool",
    "string_too_short": "text-empty",
    "string_too_long": "text-too-long",
    "date_from_datetime_parsing": "type-date",
    "date_parsing": "type-date",
    "date_type": "type-date",
    "too_short": "list-too-short",
    "too_long": "list-too-long",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "people_format": "people-format",
    "word_form": "wording-characters",
    "union_tag_not_found": "block-type-missing",
}
_PATTERN_CODES = {
    "version": "version-format",
    "colour": "colour-format",
    "website": "url-format",
    "site_url": "url-format",
    "logo": "logo-format",
    "email": "email-format",
}
_LIMITS = ("min_length", "max_length", "ge", "le", "actual_length", "given")


def validate(node: Node, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The `model` in `node`; None with all its problems where it does not fit."""
    try:
        return model.model_validate(to_data(node)), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [_problem(node, model, details) for details in errors if not _is_echo(node, details)]


def _is_echo(root: Node, details: ErrorDetails) -> bool:
    """Whether a list is called too short only because items of it have problems of their own."""
    here = find(root, node_path(root, details["loc"]))
    least = details.get("ctx", {}).get("min_length", 0)
    return details["type"] == "too_short" and isinstance(here, SequenceNode) and len(here.items) >= least


def node_path(node: Node, loc: Sequence[str | int]) -> tuple[str | int, ...]:
    """Pydantic's location as a path of nodes: without the tags of unions and the markers of its own validators."""
    path: list[str | int] = []
    for before, step in zip(("", *loc), loc, strict=False):
        if isinstance(step, str) and _is_marker(node, path, step, in_list=isinstance(before, int)):
            continue
        path.append(step)
    return tuple(path)


def _is_marker(node: Node, path: list[str | int], step: str, *, in_list: bool) -> bool:
    here = find(node, path)
    if step == "[key]" or "[" in step or ("-" in step and not isinstance(here, MappingNode)):
        return True
    if in_list and isinstance(here, MappingNode):
        # Right behind a position comes the tag, even where the item has a key of that name too, as `fields` has.
        tag = here.items.get("type")
        return isinstance(tag, ScalarNode) and tag.value == step
    return False


def _problem(root: Node, model: type[BaseModel], details: ErrorDetails) -> Problem:
    path = node_path(root, details["loc"])
    kind = details["type"]
    context: dict[str, Any] = dict(details.get("ctx", {}))
    field = str(path[-1]) if path and isinstance(path[-1], str) else str(path[-2]) if len(path) > 1 else ""
    place = place_of(root, path)
    here = find(root, path)
    if kind == "missing":
        return _missing(root, path)
    if kind == "extra_forbidden":
        return _extra_key(root, path, model)
    if kind == "markup":
        return place.within(context["snippet"]).problem(f"markup-{context['code']}", snippet=context["snippet"])
    if kind in {"string_type", "enum", "literal_error"} and here is not None and (trap := wrong_structure(here)):
        return place.problem(trap, field=field)
    if kind in {"enum", "literal_error"}:
        return _choice(root, path, context)
    if kind == "union_tag_invalid":
        at = place_of(root, (*path, "type"))
        given, known = str(context["tag"]), _quoted(str(context["expected_tags"]))
        return at.problem("block-type-unknown", given=given, known=", ".join(known), **near(given, known))
    if kind == "string_pattern_mismatch":
        code = _PATTERN_CODES.get(field, "id-format")
        return place.problem(code, given=str(details["input"])[:60])
    if kind == "string_type":
        return place.problem("type-text", field=field)
    limits = {name: context[name] for name in _LIMITS if name in context}
    return place.problem(_SIMPLE_CODES.get(kind, "value-wrong"), field=field, **limits)


def _missing(root: Node, path: Sequence[str | int]) -> Problem:
    """A required key that is not there, or has nothing behind it; points at the mapping that lacks it, or the key."""
    parent = find(root, path[:-1])
    if isinstance(parent, MappingNode) and (place := parent.keys.get(str(path[-1]))):
        return place.problem("key-empty", key=str(path[-1]))
    return place_of(root, path[:-1]).problem("key-missing", key=str(path[-1]))


def _extra_key(root: Node, path: Sequence[str | int], model: type[BaseModel]) -> Problem:
    parent = find(root, path[:-1])
    key = str(path[-1])
    if not isinstance(parent, MappingNode):
        return place_of(root, path).problem("key-unknown", key=key)
    place = parent.keys[key]
    if parent.flow:
        return place.problem("trap-flow", key=key)
    known = sorted(set(_keys_at(model, path[:-1], root)) - set(parent.items))
    return place.problem("key-unknown", key=key, **near(key, known))


def _keys_at(model: type[BaseModel], path: Sequence[str | int], root: Node) -> list[str]:
    """The keys that the mapping at `path` may have, read off the model's JSON schema."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    node: Node | None = root

    def resolved(part: dict[str, Any], here: Node | None) -> dict[str, Any]:
        while True:
            if "$ref" in part:
                part = definitions[part["$ref"].rsplit("/", 1)[1]]
            elif "oneOf" in part and isinstance(here, MappingNode):
                tag = here.items.get("type")
                mapping = part.get("discriminator", {}).get("mapping", {})
                if not isinstance(tag, ScalarNode) or tag.value not in mapping:
                    return {}
                part = {"$ref": mapping[tag.value]}
            elif "anyOf" in part:
                part = next((option for option in part["anyOf"] if option.get("type") != "null"), {})
            elif len(part.get("allOf", [])) == 1:
                part = part["allOf"][0]
            else:
                return part

    for step in path:
        schema = resolved(schema, node)
        node = find(node, [step]) if node is not None else None
        schema = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return list(resolved(schema, node).get("properties", {}))


def _choice(root: Node, path: Sequence[str | int], context: dict[str, Any]) -> Problem:
    here = find(root, path)
    given = here.value if isinstance(here, ScalarNode) else ""
    known = _quoted(str(context.get("expected", "")))
    if not given:
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        return place_of(root, path).problem("choice-empty", field=field, known=", ".join(known))
    return place_of(root, path).problem("choice-unknown", given=given, known=", ".join(known), **near(given, known))


def _quoted(expected: str) -> list[str]:
    """The values that pydantic lists as `'a', 'b' or 'c'`."""
    return expected.split("'")[1::2]

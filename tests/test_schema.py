"""JSON Schemas: in Dutch, complete, and the same as the committed files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pydantic import BaseModel

from coachkist.schema import DIALECT, SCHEMAS, schema_file, schema_for, schema_text, write_schemas
from coachkist.source.only import ONLY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coachkist.strings import Strings
    from tests.conftest import Golden

FILES = {
    "method": "methods/*.yml",
    "model": "content/models/*.yml",
    "tip": "content/tips/*.yml",
    "chapter": "content/chapters/*.yml",
    "sheet": "content/sheets/*.yml",
    "workbook": "content/workbooks/*.yml",
    "vocabulary": "content/vocabulary.yml",
    "sources": "content/sources.yml",
    "edition": "content/edition.yml",
    "school": "content/schools/*/school.yml",
}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema object inside `schema`."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from parts(value)


def models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """`model` and all models inside it, by name."""
    found: dict[str, type[BaseModel]] = {}
    queue: list[Any] = [model]
    while queue:
        kind = queue.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__ not in found:
            found[kind.__name__] = kind
            queue += [field.annotation for field in kind.model_fields.values()]
        queue += getattr(kind, "__args__", ())
    return found


ALL_MODELS = {name: model for kind in SCHEMAS.values() for name, model in models(kind).items()}
DESCRIPTIONS = {
    f"{name}.{field}": info.description
    for name, model in ALL_MODELS.items()
    for field, info in model.model_fields.items()
}


def test_every_field_names_its_explanation() -> None:
    assert len(DESCRIPTIONS) > 100, "the scan found too little"
    internal = {"People.least", "People.most"}  # a range such as 4-8 is written as one text
    assert {field for field, key in DESCRIPTIONS.items() if not key} == internal


def test_no_explanation_is_missing_and_none_is_unused(strings: Strings) -> None:
    used = {key for key in DESCRIPTIONS.values() if key}
    assert used | {ONLY} == set(strings.section("fields"))


def test_explanations_are_whole_sentences(strings: Strings) -> None:
    for key, text in strings.section("fields").items():
        assert re.fullmatch(r"[A-ZÉ].*[.?]", text), f"fields.{key}: {text}"
        assert len(text) <= 160, f"fields.{key}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_committed_file_is_up_to_date(kind: str, root: Path, strings: Strings, golden: Golden) -> None:
    golden(root / schema_file(kind), schema_text(kind, strings))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_closed_and_dutch(kind: str, strings: Strings) -> None:
    schema = schema_for(kind, strings)
    assert schema["$schema"] == DIALECT
    dutch = set(strings.section("fields").values())
    for part in parts(schema):
        if part.get("type") == "object" and "properties" in part:
            assert part["additionalProperties"] is False
            assert all("description" in field for field in part["properties"].values())
        if isinstance(part.get("description"), str):
            assert part["description"] in dutch
        assert not isinstance(part.get("title"), str) or part is schema, "a title of pydantic's, in English"
        if "enumDescriptions" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])
            assert not any("{" in label for label in part["enumDescriptions"])


def test_numbers_may_be_quoted_and_years_need_not_be(strings: Strings) -> None:
    step = schema_for("method", strings)["$defs"]["Step"]["properties"]
    assert accepts(step["minutes"], 15) and accepts(step["minutes"], "15")
    assert not accepts(step["minutes"], "een kwartier") and not accepts(step["minutes"], 0)
    year = schema_for("sources", strings)["$defs"]["Source"]["properties"]["year"]
    assert accepts(year, 2019) and accepts(year, "z.j.")
    people = schema_for("method", strings)["$defs"]["Variant"]["properties"]["people"]
    assert accepts(people, 2) and accepts(people, "4-8")
    grow = schema_for("sheet", strings)["$defs"]["LinesBlock"]["properties"]["grow"]
    assert accepts(grow, True) and accepts(grow, "true") and not accepts(grow, "misschien")


def test_writes_all_files(tmp_path: Path, strings: Strings) -> None:
    written = write_schemas(tmp_path, strings)
    assert sorted(path.name for path in written) == sorted(f"{kind}.schema.json" for kind in SCHEMAS)
    assert all(b"\r" not in path.read_bytes() for path in written)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_real_files_fit_their_schema_and_name_it(kind: str, root: Path, strings: Strings) -> None:
    files = sorted(root.glob(FILES[kind]))
    assert files, "the scan found nothing"
    schema = schema_for(kind, strings)
    for path in files:
        text = path.read_text(encoding="utf-8")
        modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert modeline, f"{path.name} has no modeline"
        assert (path.parent / modeline[1]).resolve() == root / schema_file(kind)
        assert accepts(schema, yaml.safe_load(text), schema), path.name


def accepts(part: dict[str, Any], value: Any, whole: dict[str, Any] | None = None) -> bool:
    """Whether `value` fits `part`, by as much of JSON Schema as our schemas use."""
    if "$ref" in part:
        assert whole is not None
        part = {**whole["$defs"][part["$ref"].rsplit("/", 1)[1]], **part}
    if "anyOf" in part:
        return any(accepts(choice, value, whole) for choice in part["anyOf"])
    if "oneOf" in part:
        return sum(accepts(choice, value, whole) for choice in part["oneOf"]) == 1
    if "enum" in part and value not in part["enum"]:
        return False
    if "const" in part and value != part["const"]:
        return False
    return _type_fits(part, value) and _size_fits(part, value) and _contents_fit(part, value, whole)


def _type_fits(part: dict[str, Any], value: Any) -> bool:
    named = part.get("type", [])
    kinds = [named] if isinstance(named, str) else named
    if isinstance(value, bool):
        return "boolean" in kinds or not kinds
    if hasattr(value, "isoformat"):  # YAML 1.1 makes a date of it; YAML 1.2, which editors use, does not
        return "string" in kinds
    known: dict[str, tuple[type, ...]] = {
        "string": (str,),
        "integer": (int,),
        "number": (int, float),
        "array": (list,),
        "object": (dict,),
    }
    return not kinds or any(isinstance(value, known[kind]) for kind in kinds)


def _size_fits(part: dict[str, Any], value: Any) -> bool:
    if isinstance(value, str):
        longest = part.get("maxLength", len(value))
        return part.get("minLength", 0) <= len(value) <= longest and bool(re.search(part.get("pattern", ""), value))
    if isinstance(value, list):
        return bool(part.get("minItems", 0) <= len(value) <= part.get("maxItems", len(value)))
    if isinstance(value, int):
        return bool(part.get("minimum", value) <= value <= part.get("maximum", value))
    return True


def _contents_fit(part: dict[str, Any], value: Any, whole: dict[str, Any] | None) -> bool:
    if isinstance(value, list):
        return all(accepts(part.get("items", {}), item, whole) for item in value)
    if isinstance(value, dict) and "properties" in part:
        known = part["properties"]
        complete = set(part.get("required", [])) <= set(value) <= set(known)
        return complete and all(accepts(known[key], item, whole) for key, item in value.items())
    return True

"""catalogue.json says what the catalogue holds, as its schema promises, and points to what is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose
from coachkist.site.catalogue_json import CatalogueFile, catalogue_json, schema_json
from coachkist.site.contents import SiteContents
from coachkist.site.plan import plan
from coachkist.site.prints import Print

ROOT = Path(__file__).parents[2]
PRINT = Print(pdf=b"%PDF-1.7", pages=3, preview=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x20")


@pytest.fixture(scope="module")
def site(catalogue: Catalogue) -> SiteContents:
    documents = {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}
    papers = {entry: PRINT for entry, document in documents.items() if document.kind != "method"}
    return SiteContents(catalogue, documents, papers)


@pytest.fixture(scope="module")
def data(site: SiteContents) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(catalogue_json(site))
    return loaded


def test_committed_schema_is_current(golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "docs" / "schemas" / "catalogue.schema.json", schema_json().decode())


def test_fits_its_own_models(data: dict[str, Any]) -> None:
    assert CatalogueFile.model_validate_json(json.dumps(data)).model_dump(mode="json") == data


def test_schema_forbids_what_is_not_promised() -> None:
    schema = json.loads(schema_json())
    objects = [schema, *schema["$defs"].values()]
    closed = [part for part in objects if part.get("type") == "object"]
    assert len(closed) == 6
    assert all(part["additionalProperties"] is False for part in closed)


def test_every_entry_is_there(data: dict[str, Any], catalogue: Catalogue) -> None:
    assert [entry["id"] for entry in data["entries"]] == [entry.value.id for entry in catalogue.entries()]
    assert data["version"] == catalogue.edition.version


def test_addresses_exist(data: dict[str, Any], site: SiteContents) -> None:
    files = {file.path: file.content for file in plan(site, sorted((ROOT / "content" / "pages").glob("*.md")))}
    for entry in data["entries"]:
        page = files[entry["url"].rstrip("/") + ".md"].decode()
        for variant in entry["variants"]:
            url, _, anchor = variant["anchor"].partition("#")
            assert url == entry["url"]
            assert f"{{#{anchor}}}" in page
        for download in entry["downloads"]:
            assert len(files[download["url"]]) == download["bytes"]
            assert download["pages"] == PRINT.pages


def test_relations_point_to_entries(data: dict[str, Any]) -> None:
    ids = {entry["id"] for entry in data["entries"]}
    relations = [relation for entry in data["entries"] for relation in entry["relations"]]
    assert len(relations) > 10
    assert {relation["id"] for relation in relations} <= ids


def test_facets_are_those_of_the_variants(data: dict[str, Any]) -> None:
    methods = [entry for entry in data["entries"] if entry["kind"] == "method"]
    assert len(methods) >= 8
    for method in methods:
        assert method["facets"]["setting"] == list(dict.fromkeys(one["setting"] for one in method["variants"]))
        assert set(method["facets"]["minutes"]) == {one["minutes"] for one in method["variants"]}


def test_texts_have_no_tokens_left(site: SiteContents) -> None:
    text = catalogue_json(site).decode()
    tokens = [token for token in site.catalogue.wording.tokens if "{" + token + "}" in text]
    assert tokens == []

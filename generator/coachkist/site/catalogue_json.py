"""`catalogue.json`: the catalogue for other programs. Addresses are relative to the site's root."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache, partial
from textwrap import indent
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.web import AFTER, ALTERNATIVE, BEFORE
from coachkist.document.compose_method import variant_label
from coachkist.document.context import Context
from coachkist.model.enums import Kind, LedBy, Planned, Purpose, Requires, Safety, Setting
from coachkist.model.method import Method, Variant
from coachkist.site.contents import Download, SiteContents

FORMAT = 1
"""Raised when a program that reads the file would have to change."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class VariantPart(_Part):
    """One way of doing a method."""

    id: str
    title: str
    setting: Setting
    led_by: LedBy
    planned: Planned
    people: tuple[int, int] = Field(description="Fewest and most people, everyone counted.")
    minutes: int = Field(ge=0, description="Preparation, doing and follow-up together.")
    anchor: str = Field(description="Address of the variant on its method's page.")


class DownloadPart(_Part):
    """A file to download."""

    format: str = Field(
        description="`pdf-grey` (in shades of grey), `pdf` (in colour), `form` (a PDF to fill in), `docx`, "
        "`booklet` (pages of A5 on A4, to fold), `large` (in large print) or `tiles` (A3 in sheets of A4 to glue)."
    )
    url: str
    bytes: int = Field(ge=1)
    pages: int = Field(ge=1)


class RelationPart(_Part):
    """A relation to another entry, and the reason for it."""

    id: str
    relation: str = Field(description="`before`, `after` or `alternative`; else the kind of the other entry.")
    why: str = Field(description="The reason, in words that suit both ends; empty where none is written.")


class FacetsPart(_Part):
    """Values to filter on; an entry matches a facet when one of its values does."""

    setting: tuple[Setting, ...] = ()
    led_by: tuple[LedBy, ...] = ()
    planned: tuple[Planned, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    requires: tuple[Requires, ...] = ()
    safety: tuple[Safety, ...] = ()
    minutes: tuple[int, ...] = Field(default=(), description="Of each variant, in ascending order.")


class EntryPart(_Part):
    """An entry of the catalogue."""

    id: str
    kind: Kind
    title: str
    summary: str
    url: str
    formerly: tuple[str, ...] = ()
    facets: FacetsPart = FacetsPart()
    variants: tuple[VariantPart, ...] = ()
    keywords: tuple[str, ...] = ()
    relations: tuple[RelationPart, ...] = ()
    downloads: tuple[DownloadPart, ...] = ()


class CatalogueFile(_Part):
    """The whole file."""

    format: int = Field(ge=1, description="Version of this format.")
    version: str = Field(description="Edition of the catalogue.")
    date: str = Field(description="Date of the edition, YYYY-MM-DD.")
    title: str
    licence: str
    entries: tuple[EntryPart, ...]


def _catalogue_file(site: SiteContents, entries: tuple[EntryPart, ...]) -> CatalogueFile:
    edition = site.catalogue.edition
    return CatalogueFile(
        format=FORMAT,
        version=edition.version,
        date=edition.date.isoformat(),
        title=edition.title,
        licence=edition.licence,
        entries=entries,
    )


def catalogue_json(site: SiteContents) -> bytes:
    """The file itself; entries that did not change since `site.memory` last saw them are not worked out again."""
    entries = site.each("json", site.catalogue.entries(), partial(_entry_json, site))
    head = _json(_catalogue_file(site, ()).model_dump(mode="json"))
    listed = "[\n" + ",\n".join(entries) + "\n ]" if entries else "[]"
    return (head.removesuffix("[]\n}") + listed + "\n}\n").encode()


@cache
def schema_json() -> bytes:
    """Its JSON Schema."""
    schema = CatalogueFile.model_json_schema()
    return (_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}) + "\n").encode()


def _entry_json(site: SiteContents, entry: AnyLoaded) -> str:
    """An entry as it stands in the list: JSON has no line ends but its own, so lines can be indented."""
    return indent(_json(_entry(site, entry.value.id).model_dump(mode="json")), "  ")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _entry(site: SiteContents, entry_id: str) -> EntryPart:
    entry, document = site.catalogue.by_id[entry_id], site.documents[entry_id]
    context, wording, value = Context(site.catalogue), site.catalogue.wording, entry.value
    return EntryPart(
        id=entry_id,
        kind=entry.kind,
        title=document.title,
        summary=document.summary,
        url=site.url(entry_id),
        formerly=value.formerly,
        facets=_facets(value) if isinstance(value, Method) else FacetsPart(),
        variants=_variants(value, site, context) if isinstance(value, Method) else (),
        keywords=tuple(wording.fill(word) for word in value.keywords),
        relations=tuple(_relations(entry_id, context)),
        downloads=tuple(_download(download) for download in site.downloads_of(entry_id)),
    )


def _facets(method: Method) -> FacetsPart:
    variants = method.variants
    return FacetsPart(
        setting=_unique(variant.setting for variant in variants),
        led_by=_unique(variant.led_by for variant in variants),
        planned=_unique(variant.planned for variant in variants),
        purposes=method.purposes,
        requires=method.requires,
        safety=(method.safety,),
        minutes=tuple(sorted({variant.minutes.total for variant in variants})),
    )


def _unique(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _variants(method: Method, site: SiteContents, context: Context) -> tuple[VariantPart, ...]:
    def part(variant: Variant) -> VariantPart:
        return VariantPart(
            id=variant.id,
            title=variant_label(variant, context),
            setting=variant.setting,
            led_by=variant.led_by,
            planned=variant.planned,
            people=(variant.people.least, variant.people.most),
            minutes=variant.minutes.total,
            anchor=f"{site.url(method.id)}#{variant.id}",
        )

    return tuple(part(variant) for variant in method.variants)


def _relations(entry_id: str, context: Context) -> Iterable[RelationPart]:
    """Every relation of an entry, whichever end wrote it."""
    for link in context.links(entry_id):
        among_methods = link.relation in (BEFORE, AFTER, ALTERNATIVE)
        relation = link.relation if among_methods else context.catalogue.by_id[link.other].kind
        yield RelationPart(id=link.other, relation=relation, why=context.plain(link.why))


def _download(download: Download) -> DownloadPart:
    return DownloadPart(format=download.format, url=download.url, bytes=download.size, pages=download.pages)

"""The whole site as a list of files, planned without writing any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from coachkist.site.catalogue_json import catalogue_json, schema_json
from coachkist.site.catalogue_page import catalogue_page
from coachkist.site.colours import colour_css
from coachkist.site.contents import SiteContents
from coachkist.site.entries import entry_files
from coachkist.site.finder_page import finder_files
from coachkist.site.glossary import glossary_page
from coachkist.site.instruments import instrument_files
from coachkist.site.lists import list_pages
from coachkist.site.page import Asset, Page
from coachkist.site.reading import reading_pages
from coachkist.site.search_index import search_json
from coachkist.site.sources import sources_page
from coachkist.site.web_page import map_page
from coachkist.source.logo import Logo

_NOT_INDEXED = re.compile(r"\A(---\n)")
"""Where a page's front matter says that the engine's own search index may leave it out: ours has it."""

WEB = Path(__file__).parent.parent / "web"
"""Style sheets and scripts; they go along as they are."""


def plan(site: SiteContents, pages: Sequence[Path]) -> Iterator[Page | Asset]:
    """Every file of the site; `pages` are the hand-written ones."""
    around = list(overviews(site))
    yield from around
    yield from entry_files(site)
    yield from written_pages(site, pages)
    yield Asset("assets/search-index.json", search_json(site, around, pages))
    yield Asset("catalogue.json", catalogue_json(site))
    yield Asset("catalogue.schema.json", schema_json())
    yield from instrument_files(site)
    yield from school_assets(site)
    for path in sorted(WEB.rglob("*.*")):
        yield Asset(f"assets/{path.relative_to(WEB).as_posix()}", path.read_bytes())


def logo_path(logo: Logo) -> str:
    """Where a school's logo stands, relative to the site's root."""
    return f"assets/logo.{logo.format}"


def school_assets(site: SiteContents) -> Iterator[Asset]:
    """The colour of the edition, and the logo of a school that has one."""
    school = site.catalogue.school
    yield Asset("assets/edition.css", colour_css(school.value.colour if school else site.catalogue.edition.colour))
    if school is not None and school.logo is not None:
        yield Asset(logo_path(school.logo), school.logo.content)


def overviews(site: SiteContents) -> Iterator[Page | Asset]:
    """The pages that are about many entries, with what belongs to them."""
    yield from list_pages(site)
    yield catalogue_page(site)
    yield from finder_files(site)
    yield from reading_pages(site)
    yield glossary_page(site)
    yield map_page(site)
    yield sources_page(site)


def written_pages(site: SiteContents, pages: Sequence[Path]) -> Iterator[Asset]:
    """The hand-written pages, in this edition's wording."""
    for path in pages:
        text = site.catalogue.wording.fill(path.read_text(encoding="utf-8"))
        yield Asset(path.name, _NOT_INDEXED.sub(r"\1search: {exclude: true}\n", text).encode())

"""The whole site as a list of files, planned without writing any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coachkist.site.catalogue_json import catalogue_json, schema_json
from coachkist.site.colours import colour_css
from coachkist.site.contents import SiteContents
from coachkist.site.entries import entry_files
from coachkist.site.lists import list_pages
from coachkist.site.page import Asset, Page
from coachkist.site.sources import sources_page

WEB = Path(__file__).parent.parent / "web"
"""Style sheets and scripts; they go along as they are."""


def plan(site: SiteContents, pages: Path) -> Iterator[Page | Asset]:
    """Every file of the site; `pages` is the folder with hand-written pages."""
    yield from list_pages(site)
    yield sources_page(site)
    yield from entry_files(site)
    yield from written_pages(site, pages)
    yield Asset("catalogue.json", catalogue_json(site))
    yield Asset("catalogue.schema.json", schema_json())
    yield Asset("assets/edition.css", colour_css(site.catalogue.edition.colour))
    for path in sorted(WEB.glob("*.*")):
        yield Asset(f"assets/{path.name}", path.read_bytes())


def written_pages(site: SiteContents, folder: Path) -> Iterator[Asset]:
    """The hand-written pages, in this edition's wording."""
    for path in sorted(folder.glob("*.md")):
        text = site.catalogue.wording.fill(path.read_text(encoding="utf-8"))
        yield Asset(path.name, text.encode())

"""The whole site as a list of files, planned without writing any."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from coachkist.site.catalogue_json import catalogue_json, schema_json
from coachkist.site.catalogue_page import catalogue_page
from coachkist.site.contents import SiteContents
from coachkist.site.entries import files_of_entry
from coachkist.site.finder_page import finder_files
from coachkist.site.glossary import glossary_page, terms_of_entry
from coachkist.site.home import home
from coachkist.site.instruments import instrument_files
from coachkist.site.lists import list_pages
from coachkist.site.news_page import news_page
from coachkist.site.page import Asset, Page
from coachkist.site.reading import reading_pages
from coachkist.site.school_files import school_files
from coachkist.site.search_index import found_entry, search_json
from coachkist.site.sources import sources_page
from coachkist.site.web_page import map_page
from coachkist.writers.addresses import page_url, source_file

_NOT_INDEXED = re.compile(r"\A(---\n)")
"""Where a page's front matter says that the engine's own search index may leave it out: ours has it."""

_PAGE_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)")
"""A link in Markdown from one page to another."""

WEB = Path(__file__).parent.parent / "web"
"""Style sheets and scripts; they go along as they are."""


def plan(site: SiteContents, pages: Sequence[Path]) -> Iterator[Page | Asset]:
    """Every file of the site; `pages` are the hand-written ones."""
    around: list[Page] = []
    # The largest pages first, while little else is held.
    yield from _noted(_lists(site), around)
    for entry in site.catalogue.entries():
        # Together, while the entry's document is there; what else is made of it is little.
        yield from files_of_entry(site, entry)
        terms_of_entry(site, entry)
        found_entry(site, entry)
    yield from _noted((glossary_page(site),), around)
    yield from written_pages(site, pages)
    yield Asset("assets/search-index.json", search_json(site, around, pages))
    yield Asset("catalogue.json", catalogue_json(site))
    yield Asset("catalogue.schema.json", schema_json())
    yield from instrument_files(site)
    yield from school_files(site)
    for path in sorted(WEB.rglob("*.*")):
        yield Asset(f"assets/{path.relative_to(WEB).as_posix()}", path.read_bytes())


def overviews(site: SiteContents) -> Iterator[Page | Asset]:
    """The pages that are about many entries, with what belongs to them; none that would list nothing."""
    yield from _lists(site)
    yield glossary_page(site)


def _noted(files: Iterable[Page | Asset], around: list[Page]) -> Iterator[Page | Asset]:
    """`files`, of which the pages are added to `around`, without what stands on them."""
    for file in files:
        yield file
        if isinstance(file, Page):
            around.append(replace(file, body=""))


def _lists(site: SiteContents) -> Iterator[Page | Asset]:
    """The overviews that need not know what the entries' documents say."""
    for file in _all_lists(site):
        if not (isinstance(file, Page) and file.url in site.absent):
            yield file


def _all_lists(site: SiteContents) -> Iterator[Page | Asset]:
    yield home(site)
    yield from list_pages(site)
    yield catalogue_page(site)
    yield from finder_files(site)
    yield from reading_pages(site)
    yield map_page(site)
    yield sources_page(site)
    yield from news_page(site)


def written_pages(site: SiteContents, pages: Sequence[Path]) -> Iterator[Asset]:
    """The hand-written pages, in this edition's wording."""
    left_out = (page_url(entry.kind.value, name) for name, entry in site.catalogue.left_out.items())
    gone = {source_file(url) for url in (*left_out, *site.absent)}
    for path in pages:
        text = without_links(site.catalogue.wording.fill(path.read_text(encoding="utf-8")), gone)
        yield Asset(path.name, _NOT_INDEXED.sub(r"\1search: {exclude: true}\n", text).encode())


def without_links(text: str, gone: Container[str]) -> str:
    """Markdown `text` with links to pages that are `gone` turned into their words."""
    return _PAGE_LINK.sub(lambda found: found[1] if found[2] in gone else found[0], text)

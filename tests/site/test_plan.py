"""The plan: every page there is, unique addresses, links that lead somewhere, former addresses that still work."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from coachkist.catalogue.catalogue import Catalogue, Loaded
from coachkist.document.compose import compose
from coachkist.edition import PRINTED
from coachkist.model.enums import Setting
from coachkist.site.contents import SiteContents
from coachkist.site.facets import SETTING_SLUGS
from coachkist.site.page import Asset, Page
from coachkist.site.plan import plan, without_links
from coachkist.site.prints import BOOKLET, GREY, Print, PrintFile

ROOT = Path(__file__).parents[2]
PRINT = Print(pdf=b"%PDF-1.7", pages=1, preview=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x20")
BASE = "https://site.invalid/"


def contents(catalogue: Catalogue) -> SiteContents:
    documents = {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}
    papers = {entry: PRINT for entry, document in documents.items() if document.kind in PRINTED}
    return SiteContents(catalogue, documents, papers)


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> list[Page | Asset]:
    return list(plan(contents(catalogue), sorted((ROOT / "content" / "pages").glob("*.md"))))


def addresses(files: list[Page | Asset]) -> set[str]:
    """Every address of the site: of pages, of hand-written pages, and of other files."""
    pages = {file.url for file in files if isinstance(file, Page)}
    written = {file.path.removesuffix(".md") + "/" for file in files if file.path.endswith(".md")}
    return {BASE + path for path in pages | written | {file.path for file in files}}


def test_addresses_are_unique(files: list[Page | Asset]) -> None:
    paths = [file.path for file in files]
    assert len(paths) == len(set(paths))


def test_every_entry_and_setting_has_a_page(files: list[Page | Asset], catalogue: Catalogue) -> None:
    urls = {file.url for file in files if isinstance(file, Page)}
    assert {f"werkvormen/{entry}/" for entry in catalogue.methods} <= urls
    assert {f"modellen/{entry}/" for entry in catalogue.models} <= urls
    assert {f"tips/{entry}/" for entry in catalogue.tips} <= urls
    assert {f"lezen/{entry}/" for entry in catalogue.chapters} <= urls
    assert {f"bladen/{entry}/" for entry in catalogue.sheets} <= urls
    assert {f"werkboeken/{entry}/" for entry in catalogue.workbooks} <= urls
    assert {f"werkvormen/met/{SETTING_SLUGS[setting]}/" for setting in Setting} <= urls
    assert {"", "werkvormen/", "bladen/", "werkboeken/"} <= urls
    assert {"lezen/", "modellen/", "tips/", "begrippen/", "kaart/"} <= urls


def test_every_page_describes_itself(files: list[Page | Asset]) -> None:
    pages = [file for file in files if isinstance(file, Page)]
    assert len(pages) > 15
    assert all(20 <= len(page.description) <= 180 for page in pages), [page.url for page in pages]


def test_links_lead_somewhere(files: list[Page | Asset]) -> None:
    known = addresses(files)
    count = 0
    for page in files:
        if not isinstance(page, Page):
            continue
        for link in re.findall(r'(?:href|src)="([^"#?][^"]*)"', page.body):
            target = urljoin(BASE + page.url, unescape(link).partition("#")[0])
            assert target in known or not target.startswith(BASE), f"{page.url}: {link}"
            count += 1
    assert count > 100


def test_anchors_exist(files: list[Page | Asset]) -> None:
    bodies = {BASE + file.url: file.body for file in files if isinstance(file, Page)}
    count = 0
    for url, body in bodies.items():
        for link in re.findall(r'href="([^"]*(?:(?<!&)#(?!ck-)|&#35;)[^"]+)"', body):
            target, _, anchor = urljoin(url, unescape(link)).partition("#")
            if not target.startswith(BASE):
                continue
            assert f"{{#{anchor}}}" in bodies[target] or f'id="{anchor}"' in bodies[target], f"{url}: {link}"
            count += 1
    assert count > 10


def test_former_address_sends_the_reader_on(catalogue: Catalogue) -> None:
    from dataclasses import replace

    loaded = catalogue.methods["kijkwijzer"]
    renamed: Loaded = replace(loaded, value=loaded.value.model_copy(update={"formerly": ("observatielijst",)}))  # type: ignore[type-arg]
    changed = replace(catalogue, methods={**catalogue.methods, "kijkwijzer": renamed})
    pages = {
        file.url: file
        for file in plan(contents(changed), sorted((ROOT / "content" / "pages").glob("*.md")))
        if isinstance(file, Page)
    }
    old = pages["werkvormen/observatielijst/"]
    assert old.front["redirect"] == "../kijkwijzer/"
    assert old.front["search"] == {"exclude": True}
    assert 'href="../kijkwijzer/"' in old.body


def test_written_pages_have_this_editions_words(files: list[Page | Asset]) -> None:
    written = {
        file.path: file.content.decode() for file in files if isinstance(file, Asset) and file.path.endswith(".md")
    }
    assert {"over.md", "gids.md", "catalogus-json.md"} <= set(written)
    assert "{leerkrachten}" not in written["over.md"]
    assert "leerkrachten" in written["over.md"]
    assert all("description:" in text for text in written.values())


def test_a_workbook_that_folds_says_how_and_which_file_a_screen_reader_reads(catalogue: Catalogue) -> None:
    more = {GREY: PrintFile(b"%PDF", 12), BOOKLET: PrintFile(b"%PDF", 10)}
    whole = contents(catalogue)
    prints = {**whole.prints, "werkboek-coachee": Print(PRINT.pdf, 12, PRINT.preview, more)}
    site = SiteContents(catalogue, whole.documents, prints)
    pages = {file.url: file.body for file in plan(site, []) if isinstance(file, Page)}
    folds, plain = pages["werkboeken/werkboek-coachee/"], pages["werkboeken/coachingsbundel/"]
    names = ("werkboek-coachee-grijs.pdf", "werkboek-coachee.pdf", "werkboek-coachee-katern.pdf")
    places = [folds.index(f'"{name}"') for name in names]
    assert places == sorted(places)
    assert "5 vellen, 1 kB" in folds
    assert catalogue.strings("site.booklet_note") in unescape(folds)
    assert catalogue.strings("site.booklet_note") not in unescape(plain)


def test_links_to_pages_that_are_gone_become_their_words() -> None:
    text = "Zie [de tip](tips/wachten.md#nu), [werkvormen](werkvormen/index.md) en [weg](https://a.example/x.md)."
    assert without_links(text, {"tips/wachten.md"}) == (
        "Zie de tip, [werkvormen](werkvormen/index.md) en [weg](https://a.example/x.md)."
    )

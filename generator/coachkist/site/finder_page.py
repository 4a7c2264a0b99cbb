"""The page "Kies je werkvorm": its questions, the table for who has no scripts, and the data that the browser ranks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from coachkist.document.context import Context, capital
from coachkist.model.enums import LedBy, Planned, Setting
from coachkist.model.method import Method, Variant
from coachkist.site.contents import SiteContents
from coachkist.site.finder import QUESTIONS, questions, ways
from coachkist.site.lists import overview_page
from coachkist.site.page import Asset, Page
from coachkist.writers.addresses import FINDER_URL as URL
from coachkist.writers.html import render

DATA = "assets/data/finder.json"


@dataclass(frozen=True, slots=True)
class Cell:
    """A method in the table, with how long it takes that way."""

    url: str
    title: str
    duration: str


@dataclass(frozen=True, slots=True)
class Row:
    """A combination that some method offers."""

    icon: str
    setting: str
    led_by: str
    planned: str
    cells: tuple[Cell, ...]


def finder_files(site: SiteContents) -> Iterator[Page | Asset]:
    """The page and its data."""
    yield finder_page(site)
    yield Asset(DATA, finder_json(site))


def finder_page(site: SiteContents) -> Page:
    """The page itself."""
    strings, own = site.catalogue.strings, "site.finder"
    body = render(
        "pages/finder",
        site.context(URL),
        questions=questions(site),
        total=len(QUESTIONS),
        data=DATA,
        rows=tuple(_rows(site)),
        words=strings.section(own),
    )
    title, lead = strings(f"{own}.title"), strings(f"{own}.lead")
    page = overview_page(URL, title, strings(f"{own}.description"), lead, [str(body)])
    return page.with_front(styles=["catalogue", "finder"], modules=["finder/main"])


def finder_json(site: SiteContents) -> bytes:
    """Questions, ways and words for the browser; addresses are relative to the site's root."""
    data = {
        "questions": [asdict(question) for question in questions(site)],
        "ways": [asdict(way) for way in ways(site)],
        "words": site.catalogue.strings.section("site.finder"),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _rows(site: SiteContents) -> Iterator[Row]:
    """Setting by leader by planned or not; combinations that no method offers are left out."""
    context, strings = Context(site.catalogue), site.catalogue.strings
    for setting in Setting:
        for led_by in LedBy:
            for planned in Planned:
                found = list(_variants(site, setting, led_by, planned))
                if found:
                    yield Row(
                        icon=str(setting),
                        setting=capital(strings(f"enum.setting.{setting}")),
                        led_by=capital(strings(f"enum.led_by.{led_by}")),
                        planned=capital(strings(f"enum.planned.{planned}")),
                        cells=tuple(_cell(site, method, variant, context) for method, variant in found),
                    )


def _variants(
    site: SiteContents, setting: Setting, led_by: LedBy, planned: Planned
) -> Iterator[tuple[Method, Variant]]:
    for loaded in site.catalogue.methods.values():
        for variant in loaded.value.variants:
            if (variant.setting, variant.led_by, variant.planned) == (setting, led_by, planned):
                yield loaded.value, variant


def _cell(site: SiteContents, method: Method, variant: Variant, context: Context) -> Cell:
    title = site.documents[method.id].title
    return Cell(f"{site.url(method.id)}#{variant.id}", title, context.duration(variant.minutes.total))

"""The page "Kies je werkvorm": its questions, the table for who has no scripts, and the data that the browser ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import product
from typing import Any, TypeAlias

from coachkist.catalogue.catalogue import Loaded
from coachkist.document.context import Context, capital
from coachkist.model.enums import LedBy, Planned, Setting
from coachkist.model.method import Method
from coachkist.site.contents import SiteContents
from coachkist.site.finder import QUESTIONS, questions, ways_of
from coachkist.site.lists import overview_page
from coachkist.site.page import Asset, Page, compact_json
from coachkist.writers.addresses import FINDER_URL as URL

DATA = "assets/data/finder.json"

Sort: TypeAlias = tuple[Setting, LedBy, Planned]


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
    body = site.render(
        "pages/finder",
        URL,
        questions=questions(site),
        total=len(QUESTIONS),
        data=DATA,
        rows=tuple(_rows(site)),
        words=strings.section(own),
    )
    title, lead = strings(f"{own}.title"), strings(f"{own}.lead")
    page = overview_page(URL, title, strings(f"{own}.description"), lead, [body])
    return page.with_front(styles=["catalogue", "compare", "finder"], modules=["finder/main"])


def finder_json(site: SiteContents) -> bytes:
    """Questions, ways and words for the browser; addresses are relative to the site's root."""

    def as_data(method: Loaded[Method]) -> list[dict[str, Any]]:
        return [asdict(way) for way in ways_of(site, method)]

    data = {
        "questions": [asdict(question) for question in questions(site)],
        "ways": [way for found in site.each("ways as data", site.catalogue.methods.values(), as_data) for way in found],
        "words": site.catalogue.strings.section("site.finder"),
    }
    return site.memory.recall_next_time("finder.json", lambda: data, partial(compact_json, data))


def _rows(site: SiteContents) -> Iterator[Row]:
    """Setting by leader by planned or not; combinations that no method offers are left out."""
    strings, cells = site.catalogue.strings, _cells(site)
    for sort in product(Setting, LedBy, Planned):
        if found := cells.get(sort):
            setting, led_by, planned = sort
            yield Row(
                icon=str(setting),
                setting=capital(strings(f"enum.setting.{setting}")),
                led_by=capital(strings(f"enum.led_by.{led_by}")),
                planned=capital(strings(f"enum.planned.{planned}")),
                cells=tuple(found),
            )


def _cells(site: SiteContents) -> dict[Sort, list[Cell]]:
    """The variants of all methods, by sort."""
    cells: dict[Sort, list[Cell]] = {}
    for of_method in site.each("in the table", site.catalogue.methods.values(), partial(_cells_of, site)):
        for sort, cell in of_method:
            cells.setdefault(sort, []).append(cell)
    return cells


def _cells_of(site: SiteContents, method: Loaded[Method]) -> list[tuple[Sort, Cell]]:
    context, name = Context(site.catalogue), method.value.id
    title = site.documents[name].title
    return [
        (
            (variant.setting, variant.led_by, variant.planned),
            Cell(f"{site.url(name)}#{variant.id}", title, context.duration(variant.minutes.total)),
        )
        for variant in method.value.variants
    ]

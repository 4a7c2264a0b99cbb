"""The page with all work forms: a plain list that the browser can filter and sort, and that reads well without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from coachkist.catalogue.catalogue import Loaded
from coachkist.document.context import MINUTES_PER_HOUR, Context, capital
from coachkist.model.enums import Planned
from coachkist.model.method import Method, People, Variant
from coachkist.site.contents import SiteContents
from coachkist.site.facets import facets, method_values, variant_values
from coachkist.site.lists import overview_page, setting_nav, surprise
from coachkist.site.page import Page
from coachkist.strings import Strings
from coachkist.writers.addresses import FOLDERS

URL = f"{FOLDERS['method']}/"


@dataclass(frozen=True, slots=True)
class Way:
    """A variant on a card: its pictogram, what it is called, and what there is to compare."""

    url: str
    icon: str
    label: str
    duration: str
    duration_label: str
    minutes: int
    people: str
    people_label: str
    values: str


@dataclass(frozen=True, slots=True)
class Item:
    """A work form in the list. `words` are what else it is found by; `values` hold for each of its ways."""

    id: str
    url: str
    title: str
    summary: str
    ways: tuple[Way, ...]
    requires: str
    words: str
    values: str


def catalogue_page(site: SiteContents) -> Page:
    """All methods, with the filter."""
    strings = site.catalogue.strings
    title, count = strings("site.methods_title"), len(site.catalogue.methods)
    methods = [loaded.value for loaded in site.catalogue.methods.values()]
    body = site.render(
        "pages/catalogue",
        URL,
        items=site.each("in catalogue", site.catalogue.methods.values(), partial(_item, site)),
        facets=facets(strings, methods),
        words=strings.section("site.catalogue"),
        all_label=strings.plural("site.catalogue.all", count),
        surprise=Markup(surprise(site, URL)),  # noqa: S704
    )
    pieces = (setting_nav(site, URL, None), body)
    page = overview_page(URL, title, strings("site.methods_description"), strings("site.methods_lead"), pieces)
    return page.with_front(styles=["catalogue", "compare"], modules=["catalogue/main"])


def _item(site: SiteContents, loaded: Loaded[Method]) -> Item:
    method = loaded.value
    context, document = Context(site.catalogue), site.documents[method.id]
    requires = [context.strings(f"enum.requires.{one}") for one in method.requires]
    return Item(
        id=method.id,
        url=site.url(method.id),
        title=document.title,
        summary=document.summary,
        ways=tuple(_way(site, method, variant, context) for variant in method.variants),
        requires=capital(context.listed(requires)) or context.strings("site.catalogue.nothing_needed"),
        words=" ".join(site.catalogue.wording.fill(word) for word in method.keywords),
        values=" ".join(method_values(method)),
    )


def _way(site: SiteContents, method: Method, variant: Variant, context: Context) -> Way:
    return Way(
        url=f"{site.url(method.id)}#{variant.id}",
        icon=str(variant.setting),
        label=", ".join(way_words(variant, context.strings)),
        duration=duration_short(variant.minutes.total, context),
        duration_label=context.duration(variant.minutes.total),
        minutes=variant.minutes.total,
        people=people_short(variant.people),
        people_label=people_label(variant.people, context.strings),
        values=" ".join(variant_values(variant)),
    )


def way_words(variant: Variant, strings: Strings) -> Iterator[str]:
    """With whom, who leads, and that it needs no appointment, in as few words as can be."""
    yield strings(f"site.setting_short.{variant.setting}")
    yield strings(f"site.catalogue.led_by.{variant.led_by}")
    if variant.planned is Planned.UNPLANNED:
        yield strings(f"enum.planned.{variant.planned}")


def duration_short(minutes: int, context: Context) -> str:
    """`45 min`, `1 u 20`: durations that stand under one another."""
    if minutes < MINUTES_PER_HOUR:
        return context.strings("site.catalogue.duration", n=minutes)
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    key = "document.hours" if rest else "document.hours_whole"
    return context.strings(key, hours=hours, minutes=f"{rest:02d}")


def people_short(people: People) -> str:
    """`2`, `4–6`."""
    return str(people.least) if people.least == people.most else f"{people.least}–{people.most}"


def people_label(people: People, strings: Strings) -> str:
    """`2 mensen`, `4 tot 6 mensen`."""
    if people.least == people.most:
        return strings.plural("document.people", people.least)
    return strings("document.people_range", least=people.least, most=people.most)

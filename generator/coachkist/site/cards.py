"""Entries as cards on an overview: what stands on each, as data for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coachkist.document.context import Context
from coachkist.model.enums import Setting
from coachkist.model.method import Method, Variant
from coachkist.site.contents import SiteContents
from coachkist.strings import Strings
from coachkist.writers.addresses import asset_url

KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """A short fact on a card, with its pictogram."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image; its address is relative to the site's root, its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Card:
    """An entry on an overview."""

    kind: str
    url: str
    title: str
    summary: str
    marks: tuple[Mark, ...] = ()
    picture: Picture | None = None


def method_card(site: SiteContents, entry: str, variants: Sequence[Variant] | None = None) -> Card:
    """The card of a method; with `variants`, of those only, and leading to the first of them."""
    method = site.catalogue.methods[entry].value
    document = site.documents[entry]
    url = site.url(entry)
    if variants is not None and len(variants) < len(method.variants):
        url += f"#{variants[0].id}"
    return Card("method", url, document.title, document.summary, _marks(site, method, variants))


def _marks(site: SiteContents, method: Method, variants: Sequence[Variant] | None) -> tuple[Mark, ...]:
    shown = method.variants if variants is None else variants
    settings = dict.fromkeys(variant.setting for variant in shown)
    context = Context(site.catalogue)
    totals = sorted(variant.minutes.total for variant in shown)
    marks = [Mark("minutes", _duration(context, totals[0], totals[-1]))]
    if variants is None:
        marks = [setting_mark(setting, context.strings) for setting in Setting if setting in settings] + marks
    return tuple(marks)


def setting_mark(setting: Setting, strings: Strings) -> Mark:
    """A setting by its pictogram and its name."""
    return Mark(setting, strings(f"site.setting_short.{setting}"))


def _duration(context: Context, least: int, most: int) -> str:
    if least == most:
        return context.duration(least)
    return context.strings("document.range", least=context.duration(least), most=context.duration(most))


def paper_card(site: SiteContents, entry: str) -> Card:
    """The card of a sheet or workbook, with a picture of its first page."""
    document = site.documents[entry]
    marks = [Mark("sheet", pages_label(site.catalogue.strings, file.pages)) for file in site.downloads_of(entry)[:1]]
    picture = preview(site, entry)
    return Card(document.kind, site.url(entry), document.title, document.summary, tuple(marks), picture)


def preview(site: SiteContents, entry: str) -> Picture | None:
    """The picture of an entry's first page."""
    if (paper := site.prints.get(entry)) is None:
        return None
    width, height = paper.preview_size
    return Picture(asset_url(site.documents[entry].kind, entry, ".png"), width, height)


def paper_cards(site: SiteContents, entries: Iterable[str]) -> list[Card]:
    """Sheets or workbooks, in the given order."""
    return [paper_card(site, entry) for entry in entries]


def pages_label(strings: Strings, pages: int) -> str:
    """`1 bladzijde`, `12 bladzijden`."""
    return strings.plural("site.pages", pages)


def size_label(strings: Strings, size: int) -> str:
    """A size in bytes as Dutch readers write it: `84 kB`, `1,2 MB`."""
    if size < KILOBYTE**2:
        return strings("site.kilobytes", n=max(1, round(size / KILOBYTE)))
    return strings("site.megabytes", n=f"{size / KILOBYTE**2:.1f}".replace(".", ","))

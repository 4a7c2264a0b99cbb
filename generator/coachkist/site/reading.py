"""What there is to read: the chapters in their order, and the overviews of chapters, models and tips."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.model.enums import Kind
from coachkist.site.cards import Card
from coachkist.site.contents import SiteContents
from coachkist.site.page import FrontValue, Page
from coachkist.writers.addresses import FOLDERS
from coachkist.writers.html import render
from coachkist.writers.markdown import lead_html, title_markdown, with_pictograms

READING_URL = f"{FOLDERS[Kind.CHAPTER]}/"


def reading_pages(site: SiteContents) -> Iterator[Page]:
    """The overviews of chapters, models and tips."""
    yield _overview(site, READING_URL, "chapters", _chapter_list(site))
    yield _overview(site, f"{FOLDERS[Kind.MODEL]}/", "models", _cards(site, Kind.MODEL, list(site.catalogue.models)))
    yield _overview(site, f"{FOLDERS[Kind.TIP]}/", "tips", _cards(site, Kind.TIP, list(site.catalogue.tips)))


def _overview(site: SiteContents, url: str, key: str, body: str) -> Page:
    strings = site.catalogue.strings
    title = strings(f"site.{key}_title")
    pieces = (title_markdown(title), lead_html(strings(f"site.{key}_lead")), _also(site, url), body)
    front: dict[str, FrontValue] = {"hide": ["navigation", "toc"]}
    description = strings(f"site.{key}_description")
    return Page(url, title, description, with_pictograms("\n\n".join(filter(None, pieces))), front)


def _also(site: SiteContents, url: str) -> str:
    """Links to what else there is to read."""
    strings = site.catalogue.strings
    pages = {
        READING_URL: "chapters_title",
        f"{FOLDERS[Kind.MODEL]}/": "models_title",
        f"{FOLDERS[Kind.TIP]}/": "tips_title",
        "begrippen/": "glossary.title",
        "kaart/": "map.title",
    }
    items = [
        {"url": page, "icon": "", "title": strings(f"site.{key}"), "current": page == url}
        for page, key in pages.items()
        if page not in site.absent
    ]
    return str(site.render("pages/settings", url, items=items, label=strings("site.reading_nav")))


def _cards(site: SiteContents, kind: Kind, entries: list[str]) -> str:
    documents = [site.documents[entry] for entry in entries]
    cards = [Card(kind.value, site.url(one.id), one.title, one.summary) for one in documents]
    return str(site.render("pages/cards", f"{FOLDERS[kind]}/", cards=cards))


def _chapter_list(site: SiteContents) -> str:
    chapters = [site.documents[entry] for entry in site.catalogue.chapters]
    items = [{"url": site.url(one.id), "title": one.title, "summary": one.summary} for one in chapters]
    return str(site.render("pages/chapters", READING_URL, items=items))


def chapter_place(site: SiteContents, chapter: str) -> str:
    """Which chapter this is, of how many."""
    order = list(site.catalogue.chapters)
    words = site.catalogue.strings("site.chapter_place", number=order.index(chapter) + 1, count=len(order))
    return f'<p class="ck-place">{words}</p>'


def chapter_neighbours(site: SiteContents, chapter: str) -> str:
    """Links to the chapters before and after this one."""
    order = [None, *site.catalogue.chapters, None]
    at = order.index(chapter)
    beside = (order[at - 1], order[at + 1])
    if beside == (None, None):
        return ""
    strings = site.catalogue.strings
    words = {key: strings(f"site.neighbours.{key}") for key in ("label", "previous", "next")}
    previous, following = (
        {"url": site.url(name), "title": site.documents[name].title} if name else None for name in beside
    )
    label = strings("site.chapters_title")
    row = {"icon": "", "label": label, "url": READING_URL, "previous": previous, "next": following}
    return str(render("pages/neighbours", site.context(site.url(chapter)), rows=[row], words=words))

"""The page "Wat is nieuw" of a school's site: for trainers, what the base did since the school last looked."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from coachkist.catalogue.news import Event, NewsItem
from coachkist.site.contents import SiteContents
from coachkist.site.lists import overview_page
from coachkist.site.page import Page
from coachkist.writers.addresses import NEWS_URL
from coachkist.writers.html import escape
from coachkist.writers.markdown import heading_markdown


def news_page(site: SiteContents) -> Iterator[Page]:
    """The page; none in an edition that is no school's, or of a school that never accepted a base."""
    if (news := site.news) is None:
        return
    strings = site.catalogue.strings
    key = "lead" if news.items else "nothing"
    lead = strings(f"news.page.{key}", since=news.since, version=news.version)
    pieces = [piece for event in Event for piece in _event(site, event)]
    title = strings("news.page.title")
    yield overview_page(NEWS_URL, title, strings("news.page.description"), lead, pieces)


def _event(site: SiteContents, event: Event) -> Iterator[str]:
    items = [item for item in site.news.items if item.event is event] if site.news is not None else []
    if items:
        yield heading_markdown(2, str(escape(site.catalogue.strings(f"news.{event}"))), event.value)
        yield str(Markup("<ul>{}</ul>").format(Markup("").join(_item(site, item) for item in items)))


def _item(site: SiteContents, item: NewsItem) -> Markup:
    strings, title = site.catalogue.strings, site.catalogue.wording.fill(item.title)
    link = site.context(NEWS_URL).link_to(item.kind.value, item.id)
    name = Markup('<a href="{}">{}</a>').format(link, title) if link else escape(title)
    touch = Markup(" <em>({})</em>").format(strings(f"news.{item.touch}")) if item.touch else Markup("")
    return Markup("<li>{}: {}{}</li>").format(strings(f"enum.kind.{item.kind}"), name, touch)

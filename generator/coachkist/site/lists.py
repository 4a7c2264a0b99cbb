"""The overviews: methods by setting, sheets, workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from coachkist.catalogue.catalogue import Loaded
from coachkist.markup.inline import Text
from coachkist.model.enums import LedBy, Setting
from coachkist.model.method import Method
from coachkist.site.cards import Card, method_card, paper_cards
from coachkist.site.contents import SiteContents
from coachkist.site.facets import setting_url
from coachkist.site.page import FrontValue, Page
from coachkist.writers.addresses import FOLDERS
from coachkist.writers.html import escape, inlines_html
from coachkist.writers.markdown import heading_markdown, lead_html, title_markdown, with_pictograms


def list_pages(site: SiteContents) -> Iterator[Page]:
    """The overviews, but for the one of all methods."""
    for setting in Setting:
        yield _setting(site, setting)
    yield _papers(site, "sheet", "sheets", list(site.catalogue.sheets))
    yield _papers(site, "workbook", "workbooks", list(site.catalogue.workbooks))


def plain_page(url: str, title: str, description: str, pieces: Sequence[str], *, toc: bool = False) -> Page:
    """A page across the whole width."""
    hidden = ["navigation"] if toc else ["navigation", "toc"]
    front: dict[str, FrontValue] = {"hide": hidden}
    return Page(url, title, description, with_pictograms("\n\n".join(filter(None, pieces))), front)


def overview_page(url: str, title: str, description: str, lead: str, pieces: Sequence[str]) -> Page:
    """A page across the whole width, with its title and lead above `pieces`."""
    return plain_page(url, title, description, (title_markdown(title), lead_html(lead), *pieces))


def setting_links(site: SiteContents, current: Setting | None = None) -> list[dict[str, str | bool]]:
    """Links to the methods for each setting that has any."""
    strings = site.catalogue.strings
    return [
        {
            "url": setting_url(setting),
            "icon": str(setting),
            "title": strings(f"site.setting_short.{setting}"),
            "current": setting is current,
        }
        for setting in Setting
        if setting_url(setting) not in site.absent
    ]


def setting_nav(site: SiteContents, url: str, current: Setting | None) -> str:
    """Links to the methods for each setting, and to all of them."""
    strings = site.catalogue.strings
    everything = {
        "url": "werkvormen/",
        "icon": "choose",
        "title": strings("site.all_methods"),
        "current": current is None,
    }
    items = [everything, *setting_links(site, current)]
    return str(site.render("pages/settings", url, items=items, label=strings("site.setting_nav")))


def surprise(site: SiteContents, url: str) -> str:
    """A link to one of the page's methods, picked by the browser; without scripts, to one that many others refer to."""
    if not site.catalogue.methods:
        return ""
    values = {"url": site.url(_hubs(site)[0]), "label": site.catalogue.strings("site.surprise")}
    return str(site.render("pages/surprise", url, **values))


def _cards(site: SiteContents, url: str, cards: Sequence[Card], key: str = "") -> str:
    return str(site.render("pages/cards", url, key, cards=cards))


def _setting(site: SiteContents, setting: Setting) -> Page:
    strings, url = site.catalogue.strings, setting_url(setting)
    title = strings(f"site.setting_title.{setting}")
    groups = [piece for led_by in LedBy for piece in _led_by(site, setting, led_by)]
    pieces = (
        title_markdown(title),
        lead_html(strings(f"site.setting_lead.{setting}")),
        setting_nav(site, url, setting),
        surprise(site, url) if groups else "",
        *(groups or [f"<p>{escape(strings('site.setting_none'))}</p>"]),
    )
    return plain_page(url, title, strings(f"site.setting_description.{setting}"), pieces)


def _led_by(site: SiteContents, setting: Setting, led_by: LedBy) -> Iterator[str]:
    """The methods for `setting` that `led_by` can lead, under their heading."""
    url, methods = setting_url(setting), site.catalogue.methods.values()
    found = site.each(f"card {setting} {led_by}", methods, partial(_card, site, setting, led_by))
    if cards := [card for card in found if card is not None]:
        words = inlines_html((Text(site.catalogue.strings(f"site.led_by_title.{led_by}")),), site.context(url))
        yield heading_markdown(2, words, str(led_by))
        yield _cards(site, url, cards, str(led_by))


def _card(site: SiteContents, setting: Setting, led_by: LedBy, method: Loaded[Method]) -> Card | None:
    """The card of a method for its variants of one sort; None where it has none."""
    variants = [one for one in method.value.variants if one.setting is setting and one.led_by is led_by]
    return method_card(site, method.value.id, variants) if variants else None


def _papers(site: SiteContents, kind: str, key: str, entries: Sequence[str]) -> Page:
    strings, url = site.catalogue.strings, f"{FOLDERS[kind]}/"
    title = strings(f"site.{key}_title")
    pieces = (
        title_markdown(title),
        lead_html(strings(f"site.{key}_lead")),
        _cards(site, url, paper_cards(site, entries)),
    )
    return plain_page(url, title, strings(f"site.{key}_description"), pieces)


def _hubs(site: SiteContents) -> list[str]:
    """The methods, those first that most others refer to: good places to begin reading."""
    counts = dict.fromkeys(site.catalogue.methods, 0)
    for loaded in site.catalogue.methods.values():
        relations = loaded.value.relations
        for relation in (*relations.before, *relations.after, *relations.alternative):
            if relation.id in counts:
                counts[relation.id] += 1
    return sorted(counts, key=lambda entry: -counts[entry])

"""The method before and the one after, in each setting that a method is for, by title."""

from __future__ import annotations

from dataclasses import dataclass

from coachkist.model.enums import Setting
from coachkist.model.method import Method
from coachkist.site.contents import SiteContents
from coachkist.site.facets import setting_url
from coachkist.writers.html import render


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to a method beside this one."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A setting, with the methods on either side; None at the ends of the list."""

    icon: str
    label: str
    url: str
    previous: Neighbour | None
    next: Neighbour | None


def neighbours(site: SiteContents, method: Method) -> str:
    """Links to the previous and the next method in each setting of `method`."""
    settings = dict.fromkeys(variant.setting for variant in method.variants)
    rows = [row for setting in settings if (row := _row(site, method.id, setting)) is not None]
    if not rows:
        return ""
    strings = site.catalogue.strings
    words = {key: strings(f"site.neighbours.{key}") for key in ("label", "previous", "next")}
    return str(render("pages/neighbours", site.context(site.url(method.id)), rows=rows, words=words))


def _row(site: SiteContents, method: str, setting: Setting) -> Row | None:
    previous, following = (_neighbour(site, name) for name in site.beside[setting][method])
    if previous is None and following is None:
        return None
    label = site.catalogue.strings(f"site.setting_short.{setting}")
    return Row(str(setting), label, setting_url(setting), previous, following)


def _neighbour(site: SiteContents, name: str | None) -> Neighbour | None:
    return Neighbour(site.url(name), site.documents[name].title) if name else None

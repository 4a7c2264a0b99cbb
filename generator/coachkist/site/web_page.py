"""The map: the web of relations as a drawing, and as a list for who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from coachkist.catalogue.web import SHEET
from coachkist.model.enums import Kind
from coachkist.site.contents import SiteContents
from coachkist.site.page import FrontValue, Page
from coachkist.site.web_layout import RADIUS, SIZE, laid_out
from coachkist.writers.markdown import lead_html, title_markdown

MAP_URL = "kaart/"
LONGEST = 34
"""Characters of a title on the map."""

KINDS = (Kind.CHAPTER, Kind.MODEL, Kind.METHOD, Kind.TIP)
"""What stands on the map, clockwise. Sheets are left out: they hang on a single work form or two."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entry on the map; its place is an angle, on a circle of a fixed radius."""

    id: str
    kind: str
    url: str
    title: str
    angle: float
    turned: bool


@dataclass(frozen=True, slots=True)
class Other:
    """A link in the list."""

    id: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A line of the list: an entry, and all it relates to."""

    id: str
    kind: str
    title: str
    others: tuple[Other, ...]


def map_page(site: SiteContents) -> Page:
    """The page with the drawing and the list."""
    strings = site.catalogue.strings
    groups = {kind.value: _entries(site, kind) for kind in KINDS}
    pairs = _pairs(site, groups)
    layout = site.memory.recall("map", (groups, pairs), partial(laid_out, groups, pairs, Kind.CHAPTER.value))
    documents = site.documents
    nodes = {
        spot.entry: Node(
            spot.entry,
            documents[spot.entry].kind,
            site.url(spot.entry),
            short(documents[spot.entry].title),
            spot.angle,
            spot.turned,
        )
        for spot in layout.spots
    }
    values: dict[str, Any] = {
        "nodes": nodes,
        "curves": layout.curves,
        "arcs": layout.arcs,
        "radius": RADIUS,
        "size": SIZE,
        "kinds": {kind.value: strings(f"enum.kinds.{kind}") for kind in KINDS if groups[kind.value]},
        "lists": {
            kind: [Neighbourhood(name, kind, documents[name].title, _others(site, name, nodes)) for name in names]
            for kind, names in groups.items()
            if names
        },
        "words": {
            key: strings(f"site.map.{key}") for key in ("title", "description", "region", "hint", "list", "legend")
        },
    }
    body = site.render("pages/map", MAP_URL, **values)
    title = strings("site.map.title")
    pieces = (title_markdown(title), lead_html(strings("site.map.lead")), str(body))
    front: dict[str, FrontValue] = {"hide": ["navigation", "toc"]}
    return Page(MAP_URL, title, strings("site.map.page_description"), "\n\n".join(pieces), front)


def short(title: str) -> str:
    """A title that fits beside the circle: without what is behind a colon or in brackets, or cut after a word."""
    if len(title) <= LONGEST:
        return title
    bare = re.split(r": | \(", title)[0]
    if len(bare) <= LONGEST:
        return bare
    return bare[: bare.rfind(" ", 0, LONGEST)] + " …"


def _entries(site: SiteContents, kind: Kind) -> list[str]:
    return [entry.value.id for entry in site.catalogue.entries() if entry.kind is kind]


def _pairs(site: SiteContents, groups: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Each two entries that relate, once."""
    shown = {name for names in groups.values() for name in names}
    pairs = {tuple(sorted((name, other))) for name in shown for other in _related(site, name) if other in shown}
    return [(first, second) for first, second in sorted(pairs)]


def _related(site: SiteContents, name: str) -> Iterator[str]:
    yield from dict.fromkeys(link.other for link in site.catalogue.web[name] if link.relation != SHEET)


def _others(site: SiteContents, name: str, nodes: dict[str, Node]) -> tuple[Other, ...]:
    found = (site.documents[other] for other in _related(site, name) if other in nodes)
    return tuple(Other(document.id, document.kind, document.title) for document in found)

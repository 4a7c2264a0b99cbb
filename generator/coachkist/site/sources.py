"""The page that lists the works cited, and where each is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coachkist.model.alphabet import alphabetical
from coachkist.model.reference import Source
from coachkist.model.workbook import Workbook
from coachkist.site.contents import SiteContents
from coachkist.site.page import FrontValue, Page
from coachkist.strings import Strings
from coachkist.writers.markdown import lead_html, title_markdown

SOURCES_URL = "bronnen/"
MANY = 15
"""More uses than this are folded away, so that the next work is not screens further."""


@dataclass(frozen=True, slots=True)
class Use:
    """An entry that draws on a work."""

    kind: str
    entry: str
    title: str


def sources_page(site: SiteContents) -> Page:
    """Every work by author and year, with links to the entries that draw on it."""
    strings = site.catalogue.strings
    works = sorted(site.catalogue.sources.values(), key=lambda work: (alphabetical(work.author), work.year))
    uses = _uses(site)
    items = [_item(work, uses.get(work.id, []), strings) for work in works]
    if site.catalogue.school is not None:  # what only entries draw on that the school leaves out, is left out too
        items = [item for item in items if item["uses"]]
    words = {key: strings(f"site.sources.{key}") for key in ("used_in", "unused")}
    body = site.render("pages/sources", SOURCES_URL, items=items, words=words)
    title = strings("site.sources.title")
    pieces = (title_markdown(title), lead_html(strings("site.sources.lead")), str(body))
    front: dict[str, FrontValue] = {"hide": ["navigation", "toc"]}
    return Page(SOURCES_URL, title, strings("site.sources.description"), "\n\n".join(pieces), front)


def _item(work: Source, uses: Sequence[Use], strings: Strings) -> dict[str, object]:
    summary = strings("site.glossary.used_often", n=len(uses)) if len(uses) > MANY else ""
    return {"work": work, "uses": uses, "summary": summary}


def _uses(site: SiteContents) -> dict[str, list[Use]]:
    """The entries that draw on each work, by its id."""
    uses: dict[str, list[Use]] = {}
    for entry in site.catalogue.entries():
        if not isinstance(entry.value, Workbook):
            for work in dict.fromkeys(entry.value.sources):
                use = Use(entry.kind, entry.value.id, site.documents[entry.value.id].title)
                uses.setdefault(work, []).append(use)
    return uses

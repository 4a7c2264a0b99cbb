"""Home: an invitation to search, and three acts; a school's begins with the school itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coachkist.document.compose_school import contact
from coachkist.document.context import Context
from coachkist.site.cards import paper_cards
from coachkist.site.contents import SiteContents
from coachkist.site.lists import plain_page, setting_links
from coachkist.site.page import Page
from coachkist.site.school_files import logo_path
from coachkist.writers.html import blocks_html

MARK = Path(__file__).parent.parent / "theme" / "assets" / "mark.svg"
_PAPERS, _READS = 2, 3


def home(site: SiteContents) -> Page:
    """The first page."""
    strings, catalogue = site.catalogue.strings, site.catalogue
    papers = paper_cards(site, [*list(catalogue.sheets)[:_PAPERS], *list(catalogue.workbooks)[:1]])
    body = site.render(
        "pages/home",
        "",
        words={key: strings(f"site.{key}") for key in _WORDS},
        examples=[example.strip() for example in strings("site.home.search_examples").split(",")],
        mark=Markup(MARK.read_text(encoding="utf-8")),  # noqa: S704
        settings=setting_links(site),
        papers=papers,
        reads=[_chapter(site, entry) for entry in list(catalogue.chapters)[:_READS]],
        absent=site.absent,
        school=_school(site),
    )
    title = catalogue.school.value.name if catalogue.school is not None else catalogue.edition.title
    return plain_page("", title, strings("site.home.description"), [str(body)])


def _chapter(site: SiteContents, entry: str) -> Mapping[str, str]:
    document = site.documents[entry]
    return {"kind": document.kind, "id": document.id, "title": document.title, "summary": document.summary}


def _school(site: SiteContents) -> Mapping[str, Any] | None:
    """What a school's first page says of its own."""
    school = site.catalogue.school
    if school is None:
        return None
    context, page, start = Context(site.catalogue), site.context(""), school.value.start
    return {
        "name": school.value.name,
        "logo": logo_path(school.logo) if school.logo is not None else "",
        "title": context.plain(start.title) if start is not None else "",
        "text": blocks_html(context.blocks(start.text), page) if start is not None else "",
        "contact": blocks_html(tuple(contact(context)), page),
        "website": school.value.website or "",
    }


_WORDS = (
    "home.title",
    "home.lead",
    "home.search_label",
    "home.search_placeholder",
    "home.search_button",
    "home.search_examples_label",
    "home.choose_title",
    "home.choose_text",
    "home.choose_help",
    "home.choose_more",
    "home.print_title",
    "home.print_text",
    "home.print_more",
    "home.print_books",
    "home.read_title",
    "home.read_text",
    "home.read_all",
    "home.read_models",
    "home.read_more",
)

"""The page that explains the terms of the field, and says where each is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from coachkist.document.blocks import Block, Document
from coachkist.document.context import Context
from coachkist.document.terms import terms_used
from coachkist.memory import Same
from coachkist.model.alphabet import alphabetical
from coachkist.model.reference import Term
from coachkist.site.contents import SiteContents
from coachkist.site.page import FrontValue, Page
from coachkist.writers.addresses import GLOSSARY_URL
from coachkist.writers.markdown import lead_html, title_markdown

FEW = 4
"""Uses that may stand in the open; more of them are folded away."""


@dataclass(frozen=True, slots=True)
class Use:
    """An entry that uses a term."""

    kind: str
    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A term with its meaning and its uses; `summary` is what unfolds them, empty where they stand in the open."""

    id: str
    term: str
    meaning: tuple[Block, ...]
    uses: Sequence[Use]
    summary: str


def glossary_page(site: SiteContents) -> Page:
    """Every term in alphabetical order, under its first letter."""
    strings, glossary = site.catalogue.strings, site.catalogue.glossary
    uses = _uses(site)
    letters: dict[str, list[Line]] = {}
    for term in sorted(glossary.terms, key=lambda term: alphabetical(glossary.name(term))):
        line = _line(site, term, uses.get(term.id, []))
        letters.setdefault(alphabetical(line.term)[:1].upper(), []).append(line)
    words = {"letters": strings("site.glossary.letters"), "used_in": strings("site.glossary.used_in")}
    body = site.render("pages/glossary", GLOSSARY_URL, letters=letters, words=words)
    title = strings("site.glossary.title")
    pieces = (title_markdown(title), lead_html(strings("site.glossary.lead")), str(body))
    front: dict[str, FrontValue] = {"hide": ["navigation", "toc"]}
    return Page(GLOSSARY_URL, title, strings("site.glossary.description"), "\n\n".join(pieces), front)


def _line(site: SiteContents, term: Term, uses: Sequence[Use]) -> Line:
    catalogue = site.catalogue
    summary = catalogue.strings("site.glossary.used_often", n=len(uses)) if len(uses) > FEW else ""
    meaning = Context(catalogue).blocks(term.meaning)
    return Line(term.id, catalogue.glossary.name(term), meaning, uses, summary)


def _uses(site: SiteContents) -> Mapping[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for name, document in site.documents.items():
        if name in site.catalogue.workbooks:
            continue
        found = site.memory.recall(("terms", name), Same(document), partial(_terms_of, document))
        for term in found:
            uses.setdefault(term, []).append(Use(document.kind, name, document.title))
    return uses


def _terms_of(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms_used(document.blocks)))

"""What can be found: entries of every kind, and pages, as search sees them.

A new kind of entry needs nothing here: its document, keywords and summary say it all. What deserves an address of its
own within a page is one row in `_anchors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.document.blocks import Block, Heading, Part
from coachkist.document.context import Context
from coachkist.markup.inline import plain
from coachkist.model.method import Method
from coachkist.model.reference import Term
from coachkist.site.contents import SiteContents
from coachkist.site.page import Page
from coachkist.site.search_words import texts_of
from coachkist.writers.addresses import GLOSSARY_URL

PAGE = "page"
"""The kind of a page that is no entry: an overview, or written by hand."""
TERM = "term"
"""The kind of a term of the glossary."""


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A part of an entry with an anchor of its own; an entry's first section has none and no title."""

    anchor: str = ""
    title: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something to find. `url` is relative to the site's root; texts are plain, without markup."""

    id: str
    kind: str
    url: str
    title: str
    summary: str
    keywords: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    sections: tuple[SearchSection, ...] = field(default=(SearchSection(),))

    def without_texts(self) -> SearchEntry:
        """What is shown of it, without its running text."""
        return replace(self, sections=tuple(replace(section, texts=()) for section in self.sections))


def others_to_find(site: SiteContents, pages: Iterable[Page], written: Sequence[Path]) -> Iterator[SearchEntry]:
    """The glossary, the overviews among `pages`, and the hand-written pages in `written`."""
    yield from site.memory.recall("search terms", site.around, partial(_terms, site.catalogue))
    yield from _overviews(pages)
    yield from _written(site, written)


def entry_to_find(site: SiteContents, entry: AnyLoaded) -> SearchEntry:
    """An entry as search sees it, with all its words."""
    fill, document = site.catalogue.wording.fill, site.documents[entry.value.id]
    return SearchEntry(
        id=document.id,
        kind=document.kind,
        url=site.url(document.id),
        title=document.title,
        summary=f"{document.subtitle.rstrip('.')}. {document.summary}" if document.subtitle else document.summary,
        keywords=tuple(fill(word) for word in (*entry.value.keywords, *entry.value.asked)),
        headings=tuple(_headings(document.blocks)),
        sections=tuple(_sections(document.blocks, _anchors(entry))),
    )


def _anchors(entry: AnyLoaded) -> frozenset[str]:
    """The headings of an entry's page that can be found by themselves."""
    if isinstance(entry.value, Method):
        return frozenset(variant.id for variant in entry.value.variants)
    return frozenset()


def _headings(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield plain(block.text)
        elif isinstance(block, Part):
            yield block.title
            yield from _headings(block.body)


def _sections(blocks: Sequence[Block], anchors: frozenset[str]) -> Iterator[SearchSection]:
    """The entry's own texts, then each section with one of `anchors`; the next heading ends a section."""
    opened: list[tuple[str, str, list[str]]] = [("", "", [])]
    texts = opened[0][2]
    for block in blocks:
        if isinstance(block, Heading):
            texts = opened[0][2]
            if block.anchor in anchors:
                texts = []
                opened.append((block.anchor, plain(block.text), texts))
        texts.extend(texts_of(block))
    for anchor, title, found in opened:
        yield SearchSection(anchor, title, tuple(found))


def _terms(catalogue: Catalogue) -> list[SearchEntry]:
    """The glossary: each term stands on one page, under its id."""
    return [_term(term, Context(catalogue)) for term in catalogue.vocabulary.terms]


def _term(term: Term, context: Context) -> SearchEntry:
    meaning = " ".join(" ".join(texts_of(context.blocks(term.meaning))).split())
    keywords = tuple(context.catalogue.wording.fill(form) for form in term.also)
    url = f"{GLOSSARY_URL}#{term.id}"  # and its id too: a term and a work form may share their own
    return SearchEntry(url, TERM, url, context.plain(term.term), meaning, keywords)


def _overviews(pages: Iterable[Page]) -> Iterator[SearchEntry]:
    """The pages that list entries; home lists everything and is no answer to anything."""
    for page in pages:
        if page.url:
            yield SearchEntry(page.url.strip("/"), PAGE, page.url, page.title, page.description)


def _written(site: SiteContents, pages: Sequence[Path]) -> Iterator[SearchEntry]:
    for path in pages:
        text = site.catalogue.wording.fill(path.read_text(encoding="utf-8"))
        yield site.memory.recall(("search", path.name), text, partial(_of_markdown, path.stem, text))


_FRONT = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{2,6} +(.+?) *(?:\{#([\w-]+)\})? *$", re.MULTILINE)
_LINK = re.compile(r"\]\([^)\s]*\)|\{[^{}]*\}|<[^<>]*>")


def _of_markdown(name: str, text: str) -> SearchEntry:
    """A hand-written page, from its front matter and Markdown."""
    front = _FRONT.match(text)
    known = dict(re.findall(r'^(\w+): *"?(.*?)"? *$', front[1], re.MULTILINE)) if front else {}
    body = text[front.end() :] if front else text
    pieces = _HEADING.split(body)
    parts = list(zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True))
    sections = tuple(SearchSection(anchor, title, (_LINK.sub(" ", part),)) for title, anchor, part in parts if anchor)
    own = tuple(_LINK.sub(" ", part) for part in (pieces[0], *(part for _, anchor, part in parts if not anchor)))
    return SearchEntry(
        id=name,
        kind=PAGE,
        url=f"{name}/",
        title=known.get("title", name),
        summary=known.get("description", ""),
        keywords=tuple(filter(None, re.split(r"\s*;\s*", known.get("keywords", "")))),
        headings=tuple(title for title, _, _ in parts),
        sections=(SearchSection(texts=own), *sections),
    )

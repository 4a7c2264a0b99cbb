"""Everything the pages are planned from: the catalogue, its documents and what can be downloaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

from markupsafe import Markup

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.catalogue.news import News
from coachkist.catalogue.school import LoadedSchool
from coachkist.document.blocks import Document
from coachkist.memory import Memory, Same
from coachkist.model.enums import Kind, Setting
from coachkist.site.facets import setting_url
from coachkist.site.prints import BOOKLET, DOCX, FORM, GREY, LARGE, TILES, Print, PrintFile
from coachkist.writers.addresses import FINDER_URL, FOLDERS, asset_url, page_url
from coachkist.writers.html import PageContext, render

_SHOWN_WHOLE = frozenset({Kind.METHOD, Kind.MODEL, Kind.TIP})
"""Kinds whose documents name all the other entries that their pages name, but for those that stand beside them."""

T = TypeVar("T")
E = TypeVar("E", bound=AnyLoaded)

SUFFIXES: Mapping[str, str] = {
    GREY: "-grijs.pdf",
    TILES: "-plakken-grijs.pdf",
    "pdf": ".pdf",
    FORM: "-invulbaar.pdf",
    DOCX: ".docx",
    LARGE: "-groot-grijs.pdf",
    BOOKLET: "-katern.pdf",
}
"""How the file of each format ends; in the order in which they are offered, as most printers are black and white."""


def _offered(school: LoadedSchool | None) -> tuple[str, ...]:
    """The formats in the order in which they are offered: first what a school can print, in the ink it prints with."""
    first: tuple[str, ...] = ()
    if school is not None:
        wish = school.value.paper
        first = (*((TILES,) if wish.largest == "a4" else ()), *(("pdf",) if wish.ink == "colour" else ()))
    return (*first, *(name for name in SUFFIXES if name not in first))


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download; `url` relative to the site's root, `size` in bytes."""

    format: str
    url: str
    size: int
    pages: int


@dataclass(frozen=True)
class SiteContents:
    """The catalogue, each entry's document by id, and the paper of those that have any.

    `news` is what changed in the base since a school last looked.
    """

    catalogue: Catalogue
    documents: Mapping[str, Document]
    prints: Mapping[str, Print]
    memory: Memory = field(default_factory=Memory)
    news: News | None = None

    def paper(self, entry: str, name: str) -> bytes:
        """The file of an entry in one format; raises KeyError where there is none."""
        return self.prints[entry].pdf if name == "pdf" else self.prints[entry].more[name].content

    def url(self, entry: str) -> str:
        """The address of an entry's page."""
        return page_url(self.documents[entry].kind, entry)

    def context(self, url: str) -> PageContext:
        """What the page at `url` may link to."""
        return PageContext(url, self._pages)

    def downloads_of(self, entry: str) -> tuple[Download, ...]:
        """What can be downloaded from an entry's own page."""
        if (paper := self.prints.get(entry)) is None:
            return ()
        files = {"pdf": PrintFile(paper.pdf, paper.pages), **paper.more}
        return tuple(
            Download(name, asset_url(self.documents[entry].kind, entry, SUFFIXES[name]), len(file.content), file.pages)
            for name in _offered(self.catalogue.school)
            if (file := files.get(name)) is not None
        )

    def render(self, name: str, url: str, /, key: str = "", **values: Any) -> Markup:
        """The template `name` on the page at `url`, filled in; as long as the values stay the same, it is remembered.

        Where a page has the template twice, `key` tells the one from the other. Values must not be changed afterwards.
        """
        make = partial(render, name, self.context(url), **values)
        return self.memory.recall(("rendered", name, url, key), (self._pages, values), make)

    def each(self, name: str, entries: Iterable[E], make: Callable[[E], T]) -> list[T]:
        """What `make` gives for each of `entries`; asked again only where the entry or what is around it changed.

        It may look at the entry, its document, paper and relations, and at all that `around` stands for.
        """
        return [
            self.memory.recall_equal((name, entry.value.id), self.stamps[entry.value.id], partial(make, entry))
            for entry in entries
        ]

    @cached_property
    def stamps(self) -> Mapping[str, object]:
        """For each entry a stamp of itself, its document, its paper, its relations and all that `around` stands for."""
        stamps = {}
        for entry in self.catalogue.entries():
            key = entry.value.id
            own = (Same(entry), Same(self.documents[key]), self.downloads_of(key), self.catalogue.web[key])
            stamps[key] = Same(self.memory.recall(("stamp", key), (self._outside[entry.kind], *own), object))
        return stamps

    @cached_property
    def _outside(self) -> Mapping[Kind, object]:
        """For each kind a stamp of what its entries take from outside that their documents do not show already."""
        without_names = Same(self.memory.recall("around", self.catalogue.around, object))
        return {kind: without_names if kind in _SHOWN_WHOLE else self.around for kind in Kind}

    @cached_property
    def around(self) -> object:
        """A stamp of all that entries take from outside: the words, the works, and what other entries are called."""
        return Same(self.memory.recall("surroundings", self.catalogue.surroundings, object))

    @cached_property
    def methods_by_setting(self) -> Mapping[Setting, tuple[str, ...]]:
        """For each setting, the ids of the methods that have a variant for it, by title."""
        return {
            setting: tuple(
                name
                for name, loaded in self.catalogue.methods.items()
                if any(variant.setting is setting for variant in loaded.value.variants)
            )
            for setting in Setting
        }

    @cached_property
    def beside(self) -> Mapping[Setting, Mapping[str, tuple[str | None, str | None]]]:
        """For each setting and each method in it, the ids of the methods before and after it; None at the ends."""
        return {
            setting: dict(zip(names, zip((None, *names[:-1]), (*names[1:], None), strict=True), strict=True))
            for setting, names in self.methods_by_setting.items()
            if names
        }

    @cached_property
    def absent(self) -> frozenset[str]:
        """Addresses of overviews that a school's site does without, because they would list nothing."""
        if self.catalogue.school is None:
            return frozenset()
        kinds = {entry.kind.value for entry in self.catalogue.entries()}
        gone = {f"{folder}/" for kind, folder in FOLDERS.items() if kind not in kinds}
        gone |= {setting_url(setting) for setting, methods in self.methods_by_setting.items() if not methods}
        return frozenset(gone | ({FINDER_URL} if not self.catalogue.methods else set()))

    @cached_property
    def _pages(self) -> Mapping[str, frozenset[str]]:
        kinds: dict[str, set[str]] = {}
        for entry, document in self.documents.items():
            kinds.setdefault(document.kind, set()).add(entry)
        return {kind: frozenset(entries) for kind, entries in kinds.items()}

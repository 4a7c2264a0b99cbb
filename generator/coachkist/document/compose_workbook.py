"""A workbook → its document: parts with chapters, sources and an index at the back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.select import emptied, matches, selected
from coachkist.document import blocks
from coachkist.document.blocks import (
    Block,
    Chapter,
    Document,
    Heading,
    Index,
    IndexEntry,
    TermLine,
    Terms,
    WritingLines,
)
from coachkist.document.compose_chapter import chapter_blocks
from coachkist.document.compose_method import method_blocks
from coachkist.document.compose_model import model_blocks
from coachkist.document.compose_pieces import references
from coachkist.document.compose_school import school_notes
from coachkist.document.compose_sheet import sheet_blocks
from coachkist.document.compose_tip import tip_blocks
from coachkist.document.context import Context
from coachkist.document.on_paper import on_paper
from coachkist.document.terms import explained, terms_used
from coachkist.markup.inline import List, Paragraph, Ref, Text
from coachkist.model.alphabet import alphabetical
from coachkist.model.enums import Kind, Setting
from coachkist.model.method import Method, Variant
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter as ReadingChapter
from coachkist.model.theory import CoachingModel, Tip
from coachkist.model.workbook import Part, Workbook

_LONGEST_TERM = 2
"""Words of a keyword that stands in the index: longer ones are questions, for who types them in a search box."""

_WORTH_AN_INDEX = 8
"""With fewer chapters the contents say where everything is."""


def compose_workbook(workbook: Workbook, context: Context) -> Document:
    """The document of `workbook`. A method that two parts select has its chapter in the first of them."""
    composer = _Composer(workbook, context)
    front, back = composer.parts()
    return Document(
        id=workbook.id,
        kind="workbook",
        title=context.plain(workbook.title),
        subtitle=context.plain(workbook.subtitle),
        summary=context.plain(workbook.summary),
        language="nl",
        paper="a4",
        pages=None,
        blocks=(
            *context.blocks(workbook.intro),
            *school_notes(context),
            *front,
            *composer.back_matter([*front, *back]),
            *back,
        ),
        furniture=context.furniture(),
    )


class _Composer:
    """Remembers, from part to part, which entries have their chapter already."""

    def __init__(self, workbook: Workbook, context: Context) -> None:
        self.workbook = workbook
        self.context = context
        self.placed: dict[str, AnyLoaded] = {}
        chosen = (selected(context.catalogue, part) for part in workbook.parts)
        every = (entry.value for entries in chosen for entry in entries)
        self.within = {value.id: context.line(value.summary) for value in every}

    def parts(self) -> tuple[list[blocks.Part], list[blocks.Part]]:
        """The numbered parts, and those at the back."""
        front: list[blocks.Part] = []
        back: list[blocks.Part] = []
        kept = (part for part in self.workbook.parts if not emptied(self.context.catalogue, part))
        for part in kept:
            composed = self._part(part)
            if part.at_the_back:
                back.append(composed)
            else:
                front.append(replace(composed, number=len(front) + 1))
        return front, back

    def _part(self, part: Part) -> blocks.Part:
        entries = [entry for entry in selected(self.context.catalogue, part) if entry.kind is not Kind.WORKBOOK]
        earlier = [entry for entry in entries if entry.value.id in self.placed]
        new = [entry for entry in entries if entry.value.id not in self.placed]
        self.placed.update({entry.value.id: entry for entry in new})
        return blocks.Part(
            anchor=f"deel-{part.id}",
            title=self.context.plain(part.title),
            body=(*self.context.blocks(part.intro), *self._earlier(earlier)),
            chapters=tuple(self._chapter(entry, part) for entry in new),
        )

    def _earlier(self, entries: Sequence[AnyLoaded]) -> Iterator[Block]:
        """Refers to chapters of this part's entries that an earlier part has."""
        if entries:
            context = self.context
            yield Heading(2, (Text(context.strings("document.more_variants")),))
            refs = [Ref(entry.value.id, (Text(context.title(entry.value.id)),), entry.kind) for entry in entries]
            yield List(tuple((Paragraph((ref,)),) for ref in refs))

    def _chapter(self, entry: AnyLoaded, part: Part) -> Chapter:
        context, value = self.context, entry.value
        chapter = Chapter(value.id, entry.kind, context.plain(value.title), context.line(value.summary), ())
        if isinstance(value, Sheet):
            subtitle = context.plain(value.subtitle)
            body = sheet_blocks(value, context)
            return replace(chapter, body=body, subtitle=subtitle, paper=value.paper, pages=value.pages)
        shorter = on_paper(self._body(entry), entry.kind, part.depth, self.within)
        body = explained(shorter, context, value.id)
        if part.notes:
            label = (Text(context.strings("document.notes")),)
            body = (*body, WritingLines(f"{value.id}.notes", label, (), part.notes))
        return replace(chapter, body=body, notes=part.notes > 0)

    def _body(self, entry: AnyLoaded) -> Iterable[Block]:
        context = self.context
        match entry.value:
            case Method() as method:
                return method_blocks(method, context, self._variants(method))
            case CoachingModel() as model:
                return model_blocks(model, context)
            case Tip() as tip:
                return tip_blocks(tip, context)
            case ReadingChapter() as chapter:
                return chapter_blocks(chapter, context)
            case Sheet() | Workbook():
                return ()
            case _ as never:
                assert_never(never)

    def _variants(self, method: Method) -> list[Variant]:
        """The variants that any part of this workbook asks for; all of them where the method was named."""
        selects = [part.select for part in self.workbook.parts if part.select]
        wanted = [variant for variant in method.variants if any(matches(select, variant) for select in selects)]
        return wanted or list(method.variants)

    def back_matter(self, parts: Sequence[blocks.Part]) -> Iterator[Block]:
        """The terms that `parts` use, the works, and the index."""
        yield from self._terms(set(terms_used(tuple(parts))))
        used = dict.fromkeys(source for entry in self.placed.values() for source in _sources(entry))
        works = self.context.catalogue.sources
        in_order = sorted(
            (source for source in used if source in works), key=lambda source: alphabetical(works[source].author)
        )
        yield from references(in_order, self.context)
        if len(self.placed) >= _WORTH_AN_INDEX:
            yield from self._methods_by_setting()
            yield Index(self.context.strings("document.index"), tuple(self._index()))

    def _terms(self, used: set[str]) -> Iterator[Terms]:
        context, glossary = self.context, self.context.catalogue.glossary
        lines = [
            TermLine(term.id, glossary.name(term), context.blocks(term.meaning))
            for term in sorted(glossary.terms, key=lambda term: alphabetical(glossary.name(term)))
            if term.id in used
        ]
        if lines:
            yield Terms(context.strings("document.terms"), tuple(lines))

    def _methods_by_setting(self) -> Iterator[Index]:
        """For each setting, where the methods for it stand."""
        methods = [entry.value for entry in self.placed.values() if isinstance(entry.value, Method)]
        for setting in Setting:
            found = [
                method for method in methods if any(variant.setting is setting for variant in self._variants(method))
            ]
            titles = sorted(((self.context.plain(method.title), method.id) for method in found), key=_by_title)
            if titles:
                label = self.context.strings(f"enum.setting.{setting}")
                title = self.context.strings("document.index_setting", setting=label)
                yield Index(title, tuple(IndexEntry(title, (anchor,)) for title, anchor in titles))

    def _index(self) -> Iterator[IndexEntry]:
        places: dict[str, list[str]] = {}
        for entry_id, entry in self.placed.items():
            terms = (word for word in entry.value.keywords if len(word.split()) <= _LONGEST_TERM)
            for term in (self.context.title(entry_id), *terms):
                anchors = places.setdefault(self.context.catalogue.wording.fill(term), [])
                if entry_id not in anchors:
                    anchors.append(entry_id)
        for term in sorted(places, key=alphabetical):
            yield IndexEntry(term, tuple(places[term]))


def _sources(entry: AnyLoaded) -> Sequence[str]:
    return () if isinstance(entry.value, Workbook) else entry.value.sources


def _by_title(entry: tuple[str, str]) -> str:
    return alphabetical(entry[0])

"""What entries of several kinds are laid out with: headings, checklists, tables, pitfalls, relations, works cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from coachkist.catalogue.web import RELATED, Link
from coachkist.document.blocks import (
    Aside,
    Block,
    Checklist,
    Document,
    Heading,
    Pair,
    Pairs,
    References,
    Related,
    RelatedGroup,
    RelatedItem,
    Table,
)
from coachkist.document.context import Context
from coachkist.markup.inline import Text
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.pieces import DataTable, Pitfall
from coachkist.model.reference import Source
from coachkist.model.text import Line, RichText

Style: TypeAlias = Literal["use", "avoid", "question", "tip", "material"]

_KINDS = (Kind.METHOD, Kind.MODEL, Kind.TIP, Kind.CHAPTER, Kind.SHEET)


def entry_document(entry: Entry, kind: Kind, blocks: Iterable[Block], context: Context) -> Document:
    """The document of an entry that has no paper of its own: it is read on the web, or in a workbook."""
    return Document(
        id=entry.id,
        kind=kind.value,
        title=context.plain(entry.title),
        subtitle="",
        summary=context.plain(entry.summary),
        language="nl",
        paper="a4",
        pages=None,
        blocks=tuple(blocks),
        furniture=context.furniture(),
    )


def heading(context: Context, key: str) -> Heading:
    """A fixed heading, `document.<key>` of the strings file."""
    return Heading(2, (Text(context.strings(f"document.{key}")),), key.replace("_", "-"))


def checklist(context: Context, key: str, style: Style, lines: Sequence[Line]) -> Iterator[Block]:
    """Short points under a fixed heading; nothing where there are none."""
    if lines:
        yield heading(context, key)
        yield points(context, style, lines)


def points(context: Context, style: Style, lines: Sequence[Line]) -> Checklist:
    """Short points of one meaning."""
    return Checklist(style, tuple(context.line(line) for line in lines))


def table(data: DataTable, context: Context, level: int = 2) -> Iterator[Block]:
    """A table under its title."""
    yield Heading(level, context.line(data.title), data.id)
    header = tuple(context.line(cell) for cell in data.header)
    rows = tuple(tuple(context.line(cell) for cell in row.cells) for row in data.rows)
    yield Table(context.line(data.title), header, rows)


def pitfalls(items: Sequence[Pitfall], context: Context) -> Iterator[Block]:
    """What goes wrong and what to do instead, under its heading."""
    if items:
        yield heading(context, "pitfalls")
        yield Pairs(
            context.strings("document.pitfall_what"),
            context.strings("document.pitfall_instead"),
            tuple(Pair(context.line(item.what), context.line(item.instead)) for item in items),
        )


def example(text: RichText | None, context: Context) -> Iterator[Block]:
    """A story from practice, under its heading."""
    if text is not None:
        yield heading(context, "example")
        yield Aside("example", context.strings("document.example"), context.blocks(text))


def related(groups: Iterable[RelatedGroup], context: Context) -> Iterator[Block]:
    """The groups that hold something, under their heading."""
    filled = tuple(group for group in groups if group.items)
    if filled:
        yield heading(context, "related")
        yield Related(filled)


def related_by_kind(links: Sequence[Link], context: Context, kinds: Sequence[Kind] = _KINDS) -> list[RelatedGroup]:
    """The entries at the other end of `links`, a group for each of `kinds`, in that order."""
    return [related_group(kind, [link for link in links if _kind(link, context) is kind], context) for kind in kinds]


def related_group(relation: str, links: Sequence[Link], context: Context) -> RelatedGroup:
    """The entries at the other end of `links`, each once; one without a reason shows its summary."""
    unique: dict[str, Link] = {}
    for link in sorted(links, key=lambda one: one.relation != RELATED):  # a stable sort: with a reason goes first
        unique.setdefault(link.other, link)
    items = tuple(related_item(link.other, link.why, context) for link in unique.values())
    return RelatedGroup(str(relation), context.strings(f"document.relation.{relation}"), items)


def related_item(target: str, why: Line | None, context: Context) -> RelatedItem:
    """The entry `target`, with the reason or else its summary."""
    entry = context.known(target)
    return RelatedItem(target, entry.kind.value, context.title(target), context.line(why or entry.value.summary))


def _kind(link: Link, context: Context) -> Kind:
    return context.known(link.other).kind


def references(ids: Sequence[str], context: Context) -> Iterator[Block]:
    """The works `ids`, under their heading; nothing where there are none."""
    works = [context.catalogue.sources[source] for source in ids if source in context.catalogue.sources]
    if works:
        yield heading(context, "sources")
        yield References(tuple(_reference(work) for work in works))


def _reference(work: Source) -> str:
    """Author, year and title; what else we know of a work stands behind a dash, so that it never reads as its title."""
    name = ". ".join(part for part in (f"{work.author} ({work.year})", work.title) if part)
    return f"{name} – {work.details}" if work.details else name

"""What composing needs everywhere: texts resolved to an edition's words, references named, durations told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.web import Link as WebLink
from coachkist.document.blocks import Block, Furniture, Inlines
from coachkist.markup.inline import Emphasis, Inline, Link, List, Paragraph, Ref, Strong, Text, TextBlock, plain
from coachkist.model.reference import Edition
from coachkist.model.text import Line, RichText
from coachkist.strings import Strings

MINUTES_PER_HOUR = 60


@dataclass(frozen=True)
class Context:
    """The catalogue being composed, with the helpers that every composer uses.

    `asked`, where it is given, gathers the ids of the entries of which something is said.
    """

    catalogue: Catalogue
    asked: set[str] | None = None

    @property
    def strings(self) -> Strings:
        """The interface's words, in this edition's wording."""
        return self.catalogue.strings

    def line(self, text: Line | None) -> Inlines:
        """The inlines of `text` with its tokens resolved and its references named."""
        return self._named(self.catalogue.wording.resolve(text.inlines)) if text is not None else ()

    def plain(self, text: Line | None) -> str:
        """The characters of `text`, without markup."""
        return plain(self.line(text))

    def blocks(self, text: RichText | None) -> tuple[Block, ...]:
        """The paragraphs and lists of `text`, as blocks of a document."""
        return self.paragraphs(text)

    def paragraphs(self, text: RichText | None) -> tuple[TextBlock, ...]:
        """The paragraphs and lists of `text`."""
        return tuple(self._block(block) for block in text.blocks) if text is not None else ()

    def entry(self, entry_id: str) -> AnyLoaded | None:
        """Another entry, to say what it is called or is about; None where there is none in this edition."""
        if self.asked is not None:
            self.asked.add(entry_id)
        return self.catalogue.by_id.get(entry_id)

    def known(self, entry_id: str) -> AnyLoaded:
        """As `entry`, for one that exists; raises KeyError."""
        if (entry := self.entry(entry_id)) is None:
            raise KeyError(entry_id)
        return entry

    def title(self, entry_id: str) -> str:
        """The title of an entry, in this edition's words."""
        return self.plain(self.known(entry_id).value.title)

    def links(self, entry_id: str) -> tuple[WebLink, ...]:
        """The relations of an entry, whichever side wrote them."""
        return self.catalogue.web.get(entry_id, ())

    def _block(self, block: TextBlock) -> TextBlock:
        if isinstance(block, Paragraph):
            return Paragraph(self._named(self.catalogue.wording.resolve(block.children)))
        items = tuple(tuple(self._block(inner) for inner in item) for item in block.items)
        return List(items, block.ordered)

    def _named(self, inlines: Inlines) -> Inlines:
        if all(type(inline) is Text for inline in inlines):
            return inlines
        return tuple(self._name(inline) for inline in inlines)

    def _name(self, inline: Inline) -> Inline:
        match inline:
            case Ref(target, children):
                if (entry := self.entry(target)) is None:
                    return Text(plain(children) or self._left_out(target))
                return Ref(target, children or (Text(self.title(target)),), entry.kind.value)
            case Strong(children):
                return Strong(self._named(children))
            case Emphasis(children):
                return Emphasis(self._named(children))
            case Link(url, children):
                return Link(url, self._named(children))
            case _:
                return inline

    def _left_out(self, target: str) -> str:
        """What an entry that is not in this edition is called; its id where even that is unknown."""
        entry = self.catalogue.left_out.get(target)
        return plain(self.catalogue.wording.resolve(entry.value.title.inlines)) if entry is not None else target

    def duration(self, minutes: int) -> str:
        """A number of minutes as people say it: `45 minuten`, `1 u 20`."""
        if minutes < MINUTES_PER_HOUR * 2:
            return self.strings.plural("document.minutes", minutes)
        hours, rest = divmod(minutes, MINUTES_PER_HOUR)
        key = "document.hours" if rest else "document.hours_whole"
        return self.strings(key, hours=hours, minutes=f"{rest:02d}")

    def listed(self, words: Sequence[str], joiner: str = "and") -> str:
        """`a, b en c`."""
        if len(words) < 2:
            return "".join(words)
        return self.strings(f"document.list_{joiner}", first=", ".join(words[:-1]), last=words[-1])

    def furniture(self) -> Furniture:
        """What surrounds the content of every document of this edition."""
        edition = self.catalogue.edition
        midnight = datetime.datetime.combine(edition.date, datetime.time(), datetime.UTC)
        school = self.catalogue.school
        return Furniture(
            brand=school.value.name if school is not None else edition.title,
            publisher=edition.publisher,
            version=edition.version,
            date=self.date(edition.date),
            timestamp=int(midnight.timestamp()),
            licence=edition.licence,
            colour=school.value.colour if school is not None else edition.colour,
            words=self.strings.section("paper"),
            school=school is not None,
            site_url=_site_url(edition, school),
            logo=school.logo.svg if school is not None and school.logo is not None else "",
            address=school.value.where if school is not None else (),
        )

    def date(self, date: datetime.date) -> str:
        """A date as Dutch readers write it: `22 november 2026`."""
        month = self.strings(f"document.month.{date.month}")
        return self.strings("document.date", day=date.day, month=month, year=date.year)


def _site_url(edition: Edition, school: LoadedSchool | None) -> str:
    """Where the site stands, with a slash at the end: the school's own site before that of the catalogue."""
    address = (school.value.site_url if school is not None else None) or edition.site_url or ""
    return f"{address.rstrip('/')}/" if address else ""


def capital(text: str) -> str:
    """`text` with a capital at the start."""
    return text[:1].upper() + text[1:]

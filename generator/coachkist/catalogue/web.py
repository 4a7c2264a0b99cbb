"""The web of relations: who stands in touch with whom, seen from either side.

A relation is written once, at one of its ends, with the reason in words that suit both; here it is found at both ends.
Where both ends wrote it, each keeps its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from coachkist.markup.inline import Ref
from coachkist.markup.wording import walk
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.text import Line
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook

AnyEntry: TypeAlias = Method | CoachingModel | Tip | Chapter | Sheet | Workbook
Web: TypeAlias = Mapping[str, tuple["Link", ...]]

BEFORE, AFTER, ALTERNATIVE = "before", "after", "alternative"
RELATED, SHEET, SECTION = "related", "sheet", "section"
_OPPOSITE = {BEFORE: AFTER, AFTER: BEFORE}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as one of its ends sees it.

    `relation` is `before`, `after` or `alternative` among methods, `sheet` between a method and a sheet, `section`
    between a chapter and what a section of it lists, and `related` for all others, such as a model that the directions
    of a sheet name. `why` is None where none is
    written. `written` tells whether this end wrote it, and not the other.
    """

    other: str
    relation: str
    why: Line | None
    written: bool


def web_of(entries: Iterable[AnyEntry]) -> Web:
    """Every link of every entry by id; those that the entry wrote come first, each in its own order.

    A link to something that does not exist is left out: a rule tells of it.
    """
    values = list(entries)
    links: dict[str, dict[tuple[str, str], Link]] = {value.id: {} for value in values}
    for value in values:
        for link in _written(value):
            if link.other in links and link.other != value.id:
                links[value.id].setdefault((link.other, link.relation), link)
    for value in values:
        for link in list(links[value.id].values()):
            if link.written:
                relation = _OPPOSITE.get(link.relation, link.relation)
                links[link.other].setdefault((value.id, relation), Link(value.id, relation, link.why, written=False))
    return {name: tuple(found.values()) for name, found in links.items()}


def _written(value: AnyEntry) -> Iterator[Link]:
    match value:
        case Method(relations=relations):
            for relation in (BEFORE, AFTER, ALTERNATIVE):
                for item in getattr(relations, relation):
                    yield Link(item.id, relation, item.why, written=True)
            yield from (Link(item.id, RELATED, item.why, written=True) for item in relations.model)
            yield from (Link(sheet, SHEET, None, written=True) for sheet in value.sheets)
        case CoachingModel(relations=related) | Tip(relations=related):
            yield from (Link(item.id, RELATED, item.why, written=True) for item in related)
        case Chapter(relations=related):
            yield from (Link(item.id, RELATED, item.why, written=True) for item in related)
            for section in value.sections:
                yield from (Link(name, SECTION, None, written=True) for name in (*section.entries, *section.figures))
        case Sheet():
            yield from (Link(method, SHEET, None, written=True) for method in value.methods)
            named = (inline.target for inline in walk(value.how_to_use.blocks) if isinstance(inline, Ref))
            yield from (Link(name, RELATED, None, written=True) for name in named if name not in value.methods)
        case Workbook():
            return

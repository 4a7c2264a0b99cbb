"""What a school takes and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from coachkist.catalogue.select import matches
from coachkist.model.enums import Kind
from coachkist.model.method import Method, Variant
from coachkist.model.school import EntryChoice, MethodChoice, MethodPick, Pick, School, SheetChoice, SheetPick
from coachkist.model.sheet import Sheet
from coachkist.model.workbook import Workbook

if TYPE_CHECKING:
    from coachkist.model.base import Entry

CHOICES: Mapping[Kind, str] = {
    Kind.METHOD: "methods",
    Kind.MODEL: "models",
    Kind.TIP: "tips",
    Kind.CHAPTER: "chapters",
    Kind.SHEET: "sheets",
    Kind.WORKBOOK: "workbooks",
}
"""Under which key of `choices` a school chooses among the entries of a kind."""

AnyChoice: TypeAlias = EntryChoice | MethodChoice | SheetChoice
"""What a school says about the entries of one kind."""

_BY_VARIANT = ("setting", "led_by", "planned")
_BY_METHOD = ("purposes", "requires", "safety")


def left_out(entries: Iterable[tuple[Kind, Entry]], school: School) -> set[str]:
    """The ids of the `entries` that `school` does without.

    A sheet that only goes with methods left out goes too, unless the school names it; and a workbook of which nothing
    is left.
    """
    by_kind: dict[Kind, list[Entry]] = {}
    for kind, entry in entries:
        by_kind.setdefault(kind, []).append(entry)
    gone = {
        entry.id for kind, found in by_kind.items() for entry in found if not _takes(choice_of(school, kind), entry)
    }
    only = school.choices.sheets.only
    named = set(only.ids) if only is not None else set()
    for sheet in by_kind.get(Kind.SHEET, []):
        if isinstance(sheet, Sheet) and sheet.methods and gone.issuperset(sheet.methods) and sheet.id not in named:
            gone.add(sheet.id)
    gone |= {workbook.id for workbook in by_kind.get(Kind.WORKBOOK, []) if _emptied(workbook, by_kind, gone)}
    return gone


def _emptied(workbook: Entry, by_kind: Mapping[Kind, Sequence[Entry]], gone: set[str]) -> bool:
    """Whether nothing is left of all that a workbook names or selects."""
    assert isinstance(workbook, Workbook)
    kept = [method for method in by_kind.get(Kind.METHOD, []) if method.id not in gone and isinstance(method, Method)]
    holding = [part for part in workbook.parts if part.entries or part.select]
    return bool(holding) and not any(
        any(name not in gone for name in part.entries)
        or (part.select and any(matches(part.select, variant) for method in kept for variant in method.variants))
        for part in holding
    )


def choice_of(school: School, kind: Kind) -> AnyChoice:
    """What `school` says about entries of `kind`."""
    choice: AnyChoice = getattr(school.choices, CHOICES[kind])
    return choice


def _takes(choice: AnyChoice, entry: Entry) -> bool:
    if choice.only is not None and not _meant(choice.only, entry, any):
        return False
    return choice.without is None or not _meant(choice.without, entry, all)


def _meant(pick: Pick, entry: Entry, of: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether `pick` means `entry`: by its id, or, of a method, by `any` or `all` of its variants."""
    if entry.id in pick.ids:
        return True
    if isinstance(pick, SheetPick):
        return isinstance(entry, Sheet) and entry.paper in pick.paper
    if not isinstance(pick, MethodPick) or not isinstance(entry, Method) or not _asks(pick):
        return False
    return _method(pick, entry) and of(_variant(pick, variant) for variant in entry.variants)


def _asks(pick: MethodPick) -> bool:
    return any(getattr(pick, facet) for facet in (*_BY_VARIANT, *_BY_METHOD))


def _method(pick: MethodPick, method: Method) -> bool:
    has: dict[str, Sequence[str]] = {
        "purposes": method.purposes,
        "requires": method.requires,
        "safety": (method.safety,),
    }
    return all(not getattr(pick, facet) or set(getattr(pick, facet)) & set(has[facet]) for facet in _BY_METHOD)


def _variant(pick: MethodPick, variant: Variant) -> bool:
    return all(not getattr(pick, facet) or getattr(variant, facet) in getattr(pick, facet) for facet in _BY_VARIANT)

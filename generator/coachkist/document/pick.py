"""A kijkwijzer with a few picked criteria, its own or those of another sheet; numbers stay what they were."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from coachkist.document.blocks import Block, Criteria, CriterionGroup, CriterionRow, Document

Found = tuple[CriterionGroup, CriterionRow]


class PickError(ValueError):
    """A criterion that cannot be picked. `near` is the one that was probably meant, or empty."""

    def __init__(self, wanted: str, near: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.near = near


def pick(document: Document, wanted: Sequence[str], sheets: Mapping[str, Document]) -> Document:
    """`document` with only the `wanted` criteria, in that order within their groups.

    A criterion is named by its id, or by `<sheet>.<criterion>` where it is that of one of `sheets`. Raises PickError
    where there is no such criterion, and where `document` has no criteria to replace.
    """
    if not any(isinstance(block, Criteria) for block in document.blocks):
        raise PickError(document.id)
    own = dict(_criteria(document))
    found = [_found(name, own, sheets) for name in dict.fromkeys(wanted)]
    groups: dict[str, tuple[CriterionGroup, list[CriterionRow]]] = {}
    for group, row in found:
        groups.setdefault(f"{group.name} {group.number}", (group, []))[1].append(row)
    picked = tuple(replace(group, rows=tuple(rows)) for group, rows in groups.values())
    return replace(document, blocks=tuple(_replaced(document.blocks, picked)))


def _replaced(blocks: Iterable[Block], groups: tuple[CriterionGroup, ...]) -> Iterator[Block]:
    """The first table of criteria gets `groups`; others go."""
    done = False
    for block in blocks:
        if not isinstance(block, Criteria):
            yield block
        elif not done:
            done = True
            yield replace(block, groups=groups)


def _found(name: str, own: Mapping[str, Found], sheets: Mapping[str, Document]) -> Found:
    sheet, _, criterion = name.rpartition(".")
    known = own if not sheet else dict(_criteria(sheets[sheet])) if sheet in sheets else {}
    if criterion in known:
        return known[criterion]
    near = difflib.get_close_matches(criterion, known, n=1)
    raise PickError(name, ".".join(filter(None, (sheet, near[0]))) if near else "")


def _criteria(document: Document) -> Iterator[tuple[str, Found]]:
    for block in document.blocks:
        if isinstance(block, Criteria):
            for group in block.groups:
                yield from ((row.name.rpartition(".")[2], (group, row)) for row in group.rows)

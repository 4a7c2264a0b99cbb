"""Picking criteria: only those, in that order, with the numbers and names they had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coachkist.document.blocks import Criteria, Document
from coachkist.document.pick import PickError, pick
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from coachkist.strings import Strings


def picked(document: Document) -> list[list[str]]:
    (criteria,) = (block for block in document.blocks if isinstance(block, Criteria))
    return [[row.number for row in group.rows] for group in criteria.groups]


@pytest.fixture
def sheet(strings: Strings) -> Document:
    return samples.sheet(strings)


def test_own_criteria(sheet: Document) -> None:
    # The sample's groups have criteria with the same ids; the last ones count.
    assert picked(pick(sheet, ["3", "1", "3"], {})) == [["2.3", "2.1"]]


def test_criteria_of_another_sheet(sheet: Document, strings: Strings) -> None:
    other = samples.document("sheet", (samples.criteria(2),), strings)
    assert picked(pick(sheet, ["1", "ander.2"], {"ander": other})) == [["2.1", "2.2"]]


def test_what_cannot_be_picked(sheet: Document, strings: Strings) -> None:
    with pytest.raises(PickError) as unknown:
        pick(sheet, ["elders.1"], {})
    assert unknown.value.wanted == "elders.1"
    with pytest.raises(PickError) as none:
        pick(samples.answers(strings), ["1"], {})
    assert none.value.wanted == "proef"

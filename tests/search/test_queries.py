"""What people type finds what they look for: the real engine on the real catalogue, in two halves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

HALVES = ("tune", "hold-out")
PHONE = ("phone", "phone-hold-out")
FRESH = "fresh"
FIELD = ("field", "field-unopened")
BLIND = "blind"
GOALS = {
    "tune": (0.9, 0.95),
    "hold-out": (0.9, 0.95),
    FRESH: (0.9, 0.95),
    "phone": (0.9, 0.95),
    "phone-hold-out": (0.86, 0.94),
    "field": (0.87, 0.95),
    "field-unopened": (0.67, 0.8),
    BLIND: (0.6, 0.8),
}
"""Hit@1 and hit@3: a little below what was measured."""
CLOSED = {"phone-hold-out", "field-unopened", BLIND}
"""Sets that have not been opened, and are not to be: they measure what was never tuned on."""


@dataclass(frozen=True)
class Query:
    text: str
    expect: frozenset[str]
    needs: str | None
    half: str


def queries() -> list[Query]:
    data = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
    halves = [_query(row, HALVES[place % 2]) for place, row in enumerate(data["queries"])]
    phone = [_query(row, PHONE[place % 2]) for place, row in enumerate(data["phone"])]
    return [*halves, *phone, *(_query(row, half) for half in (FRESH, *FIELD, BLIND) for row in data[half])]


def _query(row: dict[str, Any], half: str) -> Query:
    return Query(row["query"], frozenset(row["expect"]) | frozenset(row.get("also", ())), row.get("needs"), half)


def entry_ids(engine: Page) -> set[str]:
    """The ids of real entries: a term or a page is not what a query waits for."""
    rows: list[list[str]] = engine.evaluate("engine.entries.map(({ kind, id }) => [kind, id])")
    return {name for kind, name in rows if kind not in {"term", "page"}}


def test_the_set_is_what_it_says() -> None:
    every = queries()
    now = [one for one in every if one.needs is None]
    assert len([one for one in now if one.half in HALVES]) >= 80
    assert len(every) - len(now) >= 20
    twice = len(every) - len({one.text for one in every})
    assert twice == 0  # a number, so that a failure prints no query of a closed set
    assert all(one.needs in one.expect for one in every if one.needs)


def test_what_is_expected_exists(engine: Page) -> None:
    known = set(engine.evaluate("engine.entries.map(({ id }) => id)"))
    lost = [one.text for one in queries() if one.needs is None and one.half in HALVES and not one.expect & known]
    assert lost == []


@pytest.mark.parametrize("half", GOALS)
def test_what_people_type_is_found(engine: Page, half: str) -> None:
    ids = entry_ids(engine)
    asked = [one for one in queries() if one.half == half and (one.needs is None or one.needs in ids)]
    found: list[list[str]] = engine.evaluate(
        "(asked) => asked.map((query) => engine.search(query, 3).map(({ id }) => id))", [one.text for one in asked]
    )
    ranked = list(zip(asked, found, strict=True))
    first = [one.text for one, ids in ranked if ids and ids[0] in one.expect]
    three = [one.text for one, ids in ranked if one.expect & set(ids)]
    missed = [(one.text, ids) for one, ids in ranked if one.text not in first]
    share_1, share_3 = len(first) / len(asked), len(three) / len(asked)
    print(f"{half}: {len(asked)} queries, hit@1 {share_1:.3f}, hit@3 {share_3:.3f}")
    at_1, at_3 = GOALS[half]
    told = "this set stays closed" if half in CLOSED else missed
    assert share_1 >= at_1, told  # numbers, so that a failure prints no query of a closed set
    assert share_3 >= at_3, told

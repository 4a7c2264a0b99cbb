"""Postings mended after an edit are those made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coachkist.site.search_postings import Counted, postings

WORDS = st.sampled_from(["aap", "noot", "mies", "wim", "zus"])
SECTIONS = st.lists(st.dictionaries(WORDS, st.booleans()), max_size=3).map(tuple)
ENTRIES = st.lists(SECTIONS, max_size=5).map(tuple)


@given(st.lists(ENTRIES, min_size=2, max_size=6))
def test_mended_as_if_made_anew(edits: list[tuple[Counted, ...]]) -> None:
    found = None
    for counted in edits:
        found, fresh = postings(counted, found), postings(counted)
        assert (found.counted, found.places, found.codes) == (fresh.counted, fresh.places, fresh.codes)
        assert dict(found.spread) == dict(fresh.spread)


@given(ENTRIES, st.data())
def test_mended_where_one_entry_changed(counted: tuple[Counted, ...], data: st.DataObject) -> None:
    before = postings(counted)
    changed = tuple(
        tuple(data.draw(st.dictionaries(WORDS, st.booleans())) if data.draw(st.booleans()) else one for one in sections)
        for sections in counted
    )
    found, fresh = postings(changed, before), postings(changed)
    assert (found.places, found.codes, dict(found.spread)) == (fresh.places, fresh.codes, dict(fresh.spread))
    assert before == postings(counted), "what was remembered was changed"


def test_how_many_entries_have_a_word() -> None:
    found = postings((({"aap": False}, {"aap": True, "noot": False}), ({"noot": False},)))
    assert found.spread == {"aap": 1, "noot": 2}
    assert list(found.places["aap"]) == [0, 3]

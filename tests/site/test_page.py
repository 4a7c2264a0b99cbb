"""Front matter keeps any title and description, and makes them safe for the theme."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from coachkist.site.page import Page

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(title=TEXTS, description=TEXTS)
def test_front_matter_round_trip(title: str, description: str) -> None:
    page = Page("werkvormen/a/", title, description, "Tekst.", {"hide": ["toc"], "search": {"exclude": True}})
    body, front = get_data(page.content.decode())
    assert html.unescape(front["title"]) == html.unescape(html.escape(title))
    assert html.unescape(front["description"]) == description
    assert front["hide"] == ["toc"]
    assert front["search"] == {"exclude": True}
    assert body.strip() == "Tekst."


def test_front_matter_cannot_leave_its_attribute() -> None:
    page = Page("a/", "A", 'x"><script>alert(1)</script>', "Tekst.")
    assert b"<script>" not in page.content
    assert b'x\\"' not in page.content


def test_paths() -> None:
    assert Page("", "", "", "").path == "index.md"
    assert Page("bladen/a/", "", "", "").path == "bladen/a.md"

"""Titles stand where a reader looks for them."""

from __future__ import annotations

from coachkist.model.alphabet import alphabetical


def test_marks_capitals_and_accents_do_not_count() -> None:
    titles = ["Vlekje", "(Video)dagboek", "één vraag", "Eind", "Aanpak", "‘Ik wil dit niet’", "40 vragen", "…"]

    assert sorted(titles, key=alphabetical) == [
        "40 vragen",
        "Aanpak",
        "één vraag",
        "Eind",
        "‘Ik wil dit niet’",
        "(Video)dagboek",
        "Vlekje",
        "…",
    ]

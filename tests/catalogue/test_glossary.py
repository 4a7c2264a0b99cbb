"""Terms in running text: found in every form, and only as whole words."""

from __future__ import annotations

import pytest

from coachkist.catalogue.glossary import Glossary
from coachkist.markup.wording import Wording
from coachkist.model.reference import Term


def term(name: str, words: str, *also: str) -> Term:
    return Term.model_validate({"id": name, "term": words, "also": also, "meaning": "Uitleg."})


GLOSSARY = Glossary(
    (
        term("coachee", "{Coachee}", "{coachees}"),
        term("gok", "GOK"),
        term("oma", "OMA"),
        term("peer-coaching", "Peer coaching"),
        term("coaching", "Coaching"),
    ),
    Wording({"coachee": "gecoachte", "coachees": "gecoachten"}),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De gecoachte kiest.", ["coachee"]),
        ("Gecoachten kiezen samen.", ["coachee"]),
        ("Een GOK-plan is geen GOK.", ["gok"]),
        ("Oma speelt geen OMA, oma wel.", ["oma"]),
        ("Peer coaching is coaching.", ["peer-coaching", "coaching"]),
        ("Coachings en precoaching.", []),
        ("", []),
    ],
)
def test_uses(text: str, found: list[str]) -> None:
    assert [term.id for _, _, term in GLOSSARY.uses(text)] == found


def test_uses_say_where() -> None:
    text = "Wat is peer coaching?"
    assert [text[start:end] for start, end, _ in GLOSSARY.uses(text)] == ["peer coaching"]


def test_no_terms_no_uses() -> None:
    assert list(Glossary((), Wording({})).uses("Coaching.")) == []

"""Syllables of Dutch words."""

from __future__ import annotations

import pytest

from coachkist.language.syllables import count_syllables

WORDS = {
    1: "huis boom school één leeuw nieuw sneeuw blauw vrouw team teams coach hoi fruit jíj dóén 's zo'n blz heet",
    2: """leerkracht kijken nieuwe eeuwen draaien mooie groeien buiten geuren keuze reuzen uien ieder bijeen vrije actie
        station pensioen visioen milieu niveau bureau quotum systeem yoga baby teacher beamer coachen coachee chaos
        feedback trainer essay naïef skiën tweeën loopbaan viool dieet muziek voorbeeld""",
    3: """leerlingen kijkwijzer eieren theater creatief ideaal ideeën reünie theorie video radio nationaal dialoog
        actueel visueel serieus museum kwaliteit onderwijs poëzie patiënt geoefend oase beamen variant relatie reflectie
        stationsplein discussie""",
    4: """reageren geïnspireerd beïnvloeden zoölogie officieel financieel emotioneel professioneel aquarium coalitie
        observatie beoordelen samenwerking intervisie scenario museumgids""",
    5: "coördinator geëvalueerd evaluatie initiatief individueel",
    6: "verantwoordelijkheid",
}
CASES = [(word, count) for count, words in WORDS.items() for word in words.split()]


def test_there_are_cases_enough() -> None:
    assert len({word for word, _ in CASES}) == len(CASES) > 100


@pytest.mark.parametrize(("word", "count"), CASES)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_capitals_make_no_difference() -> None:
    assert count_syllables("MUSEUM") == count_syllables("Museum") == 3

"""Wording tokens: the right word, with its capital where the token has one."""

from __future__ import annotations

from coachkist.markup.inline import Strong, Text, Token
from coachkist.markup.parse import parse_line
from coachkist.markup.wording import Wording

WORDING = Wording({"leerkracht": "docent", "de leerkracht": "de docent", "leerkracht-": "docenten"})


def test_words_and_capitals() -> None:
    resolved = WORDING.resolve(parse_line("{De leerkracht} en {een leerkracht}: {leerkracht-}team, {Leerkracht}."))
    assert resolved == (Text("De docent en {een leerkracht}: docententeam, Docent."),)


def test_nested() -> None:
    assert WORDING.resolve((Strong((Token("leerkracht"),)),)) == (Strong((Text("docent"),)),)


def test_plain_strings() -> None:
    assert WORDING.fill("Vraag {de leerkracht} en {n} anderen") == "Vraag de docent en {n} anderen"
    assert "leerkracht" in WORDING
    assert "leerling" not in WORDING

"""Long sentences are told at their first word, with a limit that depends on the field."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Severity
from coachkist.language.prose import INTERFACE_FIELD, PAGE_FIELD, catalogue_prose
from coachkist.language.sentences import DEFAULT_LIMIT, LIMITS, check, limit_of
from tests.language.conftest import Spoil

LONG = " ".join(["woord"] * (DEFAULT_LIMIT + 1))


def test_a_long_sentence_is_told_where_it_begins(spoil: Spoil) -> None:
    catalogue = spoil("methods/oefening.yml", 'say: "Wat zag je?"', f'say: "Wat zag je? ‘{LONG.capitalize()}.’ Dag."')
    (problem,) = check(catalogue_prose(catalogue))
    assert (problem.code, problem.severity) == ("sentence-too-long", Severity.WARNING)
    assert problem.values == {"words": DEFAULT_LIMIT + 1, "limit": DEFAULT_LIMIT}
    assert (problem.span.file, problem.span.line) == ("methods/oefening.yml", 24)
    assert problem.quote[problem.span.column - 1 :].startswith("Woord woord")


def test_a_token_counts_as_the_words_it_stands_for(spoil: Spoil) -> None:
    words = " ".join(["woord"] * (DEFAULT_LIMIT - 1))
    assert not list(check(catalogue_prose(spoil("methods/oefening.yml", "Wat zag je?", f"{words} {{leerkracht}}."))))
    (problem,) = check(catalogue_prose(spoil("methods/oefening.yml", f"{words} {{", f"{words} woord {{")))
    assert problem.values["words"] == DEFAULT_LIMIT + 1


def test_items_of_a_list_count_apart(spoil: Spoil) -> None:
    half = " ".join(["woord"] * 15)
    text = f"goal: |\n  {half}:\n\n  - {half}\n  - {half}\n"
    old = "goal: >\n  De {leerkracht} ziet wat er misgaat.\n"
    assert not list(check(catalogue_prose(spoil("methods/oefening.yml", old, text))))


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("goal", 28),
        ("variants.steps.do", 28),
        ("variants.intro", 28),
        ("example", 28),
        (PAGE_FIELD, 28),
        ("variants.steps.say", 25),
        ("questions", 25),
        ("pitfalls.instead", 25),
        ("relations.after.why", 25),
        (INTERFACE_FIELD, 25),
    ],
)
def test_the_limit_depends_on_the_field(field: str, limit: int) -> None:
    assert limit_of(field) == limit


def test_every_field_in_the_table_exists(catalogue: Catalogue) -> None:
    fields = {prose.field.rpartition(".")[2] for prose in catalogue_prose(catalogue)} | {PAGE_FIELD}
    assert set(LIMITS) <= fields

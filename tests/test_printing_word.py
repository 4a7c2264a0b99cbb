"""Word files on demand."""

from __future__ import annotations

import dataclasses

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.print_order import CardOrder, Order, PrintFormat
from coachkist.printing import CannotPrintError, document_for, print_document
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES
from tests.writers.docx.reading import controls, parts

WORD = Order(PrintFormat.DOCX)
KIJKWIJZER = "kijkwijzer-krachtige-leeromgeving"


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


def test_a_word_file_is_in_colour_unless_grey_is_asked_for(catalogue: Catalogue, typesetter: Typesetter) -> None:
    colour = catalogue.edition.colour.removeprefix("#").upper().encode()
    for order, name in (
        (WORD, f"{KIJKWIJZER}.docx"),
        (dataclasses.replace(WORD, grey=True), f"{KIJKWIJZER}-grijs.docx"),
    ):
        ((made, content),) = print_document(document_for(catalogue, KIJKWIJZER, order), order, typesetter).files
        assert made == name
        assert (colour in b"".join(parts(content).values())) is (order is WORD)


def test_picked_criteria_keep_their_names(catalogue: Catalogue, typesetter: Typesetter) -> None:
    order = dataclasses.replace(WORD, pick=("doorvragen-op-antwoord",))
    ((_, content),) = print_document(document_for(catalogue, KIJKWIJZER, order), order, typesetter).files
    asked = [name for name, _ in controls(content) if name.startswith("criteria.")]
    assert asked
    assert all("doorvragen-op-antwoord" in name for name in asked)


@pytest.mark.parametrize(
    "order",
    [
        dataclasses.replace(WORD, large=True),
        dataclasses.replace(WORD, cards=CardOrder(fold=True)),
        dataclasses.replace(WORD, cards=CardOrder(bleed=True)),
    ],
)
def test_what_word_cannot_do_is_refused(order: Order, catalogue: Catalogue) -> None:
    with pytest.raises(CannotPrintError, match="not_in_word"):
        document_for(catalogue, "vragenkaarten", order)

"""Printing on demand, tried on everything there is to print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coachkist.catalogue.load import load_catalogue
from coachkist.print_order import Order, PrintFormat
from coachkist.printing import document_for, print_document
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, fit_problems

if TYPE_CHECKING:
    from pathlib import Path

    from coachkist.catalogue.catalogue import Catalogue

BOARDS = {"vlekjes-bord"}
"""Boards with places of a fixed size: their words cannot grow."""


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    loaded = load_catalogue(root).catalogue
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


def misfits(catalogue: Catalogue, typesetter: Typesetter, order: Order) -> set[str]:
    """The sheets that do not fit on their paper."""
    documents = [document_for(catalogue, name, order) for name in catalogue.sheets]
    return {document.id for document in documents if fit_problems(document, typesetter, order.options)}


def test_every_sheet_fits_in_large_print(catalogue: Catalogue, typesetter: Typesetter) -> None:
    assert len(catalogue.sheets) > 50
    assert misfits(catalogue, typesetter, Order(large=True)) == BOARDS


def test_every_sheet_keeps_its_promise_with_a_code_on_it(catalogue: Catalogue, typesetter: Typesetter) -> None:
    """A school that says where its site stands gets no sheet that is longer for it."""
    for name in catalogue.sheets:
        document = document_for(catalogue, name, Order())
        furniture = replace(document.furniture, site_url="https://coachkist.scholengroep-de-windroos.be/")
        assert fit_problems(replace(document, furniture=furniture), typesetter) == [], name


def test_a_large_form_asks_what_an_ordinary_one_asks(catalogue: Catalogue, typesetter: Typesetter) -> None:
    """A form refuses places without a question and the other way round: making one is the test."""
    for name in ("kijkwijzer-coachgesprek", "turfblad", "mediationblad", "videotoestemming"):
        order = Order(PrintFormat.FORM, large=True)
        assert print_document(document_for(catalogue, name, order), order, typesetter).files

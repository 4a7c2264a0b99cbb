"""Facets: values that stand for what a method and each of its variants really are."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.site.facets import MINUTE_BANDS, FacetName, band, facets, method_values, variant_values


@pytest.mark.parametrize(
    ("minutes", "name"),
    [
        (0, "tot-30"),
        (30, "tot-30"),
        (31, "tot-60"),
        (60, "tot-60"),
        (180, "tot-180"),
        (181, "langer"),
        (9999, "langer"),
    ],
)
def test_minutes_fall_in_one_band(minutes: int, name: str) -> None:
    assert band(minutes, MINUTE_BANDS) == name


def test_every_value_that_occurs_can_be_chosen_and_no_other(catalogue: Catalogue) -> None:
    methods = [loaded.value for loaded in catalogue.methods.values()]
    found = facets(catalogue.strings, methods)
    offered = {f"{facet.name}:{choice.value}" for facet in found for choice in facet.choices}
    occurring = {value for method in methods for value in method_values(method)}
    occurring |= {value for method in methods for variant in method.variants for value in variant_values(variant)}
    assert {facet.name for facet in found} >= {
        FacetName.SETTING,
        FacetName.LED_BY,
        FacetName.MINUTES,
        FacetName.PURPOSES,
    }
    assert offered == {value for value in occurring if value.partition(":")[0] in {facet.name for facet in found}}


def test_a_facet_with_a_single_value_is_left_out(catalogue: Catalogue) -> None:
    method = catalogue.methods["vlekjesmethode"].value
    names = {facet.name for facet in facets(catalogue.strings, [method])}
    assert FacetName.SETTING not in names
    assert FacetName.PURPOSES in names


def test_values_belong_to_their_own_variant(catalogue: Catalogue) -> None:
    variants = {variant.id: set(variant_values(variant)) for variant in catalogue.methods["kijkwijzer"].value.variants}
    assert {"met:individueel", "leiding:coach", "wanneer:gepland"} <= variants["individueel"]
    assert {"met:kleine-groep", "leiding:collegas"} <= variants["kleine-groep-collega"]
    assert "leiding:coach" not in variants["kleine-groep-collega"]

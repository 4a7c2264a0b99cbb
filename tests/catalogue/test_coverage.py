"""Nothing that the sources hold is missing from the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coachkist.catalogue.catalogue import Catalogue

OWED: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "owed_methods.yml").read_text(encoding="utf-8"))


def test_the_list_itself_is_whole() -> None:
    assert len(OWED) == 37
    assert sum(len(variants) for variants in OWED.values()) == 47


@pytest.mark.parametrize("method", list(OWED))
def test_method_and_its_variants(method: str, catalogue: Catalogue) -> None:
    assert method in catalogue.methods
    variants = catalogue.methods[method].value.variants
    assert {f"{variant.setting} {variant.led_by}" for variant in variants} >= set(OWED[method])


def test_each_method_can_be_reached_from_another(catalogue: Catalogue) -> None:
    alone = [
        name
        for name, method in catalogue.methods.items()
        if not any(getattr(method.value.relations, relation) for relation in ("before", "after", "alternative"))
    ]
    assert alone == []

"""Nothing that the sources hold is missing from the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coachkist.catalogue.catalogue import Catalogue

HERE = Path(__file__).parent
READ: dict[str, list[str]] = yaml.safe_load((HERE / "owed_theory.yml").read_text(encoding="utf-8"))
OWED: dict[str, list[str]] = yaml.safe_load((HERE / "owed_methods.yml").read_text(encoding="utf-8"))


def test_the_list_itself_is_whole() -> None:
    assert len(OWED) == 37
    assert sum(len(variants) for variants in OWED.values()) == 47


def test_the_list_of_what_to_read_is_whole() -> None:
    assert {kind: len(ids) for kind, ids in READ.items()} == {"models": 28, "tips": 16, "chapters": 16}


@pytest.mark.parametrize("kind", list(READ))
def test_what_there_is_to_read(kind: str, catalogue: Catalogue) -> None:
    assert set(READ[kind]) - set(getattr(catalogue, kind)) == set()


def test_chapters_stand_in_their_order(catalogue: Catalogue) -> None:
    assert list(catalogue.chapters) == READ["chapters"]


def test_every_figure_says_in_words_what_it_shows(catalogue: Catalogue) -> None:
    descriptions = [figure.description.source for model in catalogue.models.values() for figure in model.value.figures]
    assert len(descriptions) >= 15
    assert [text for text in descriptions if not text.endswith(".") or len(text.split()) < 6] == []


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

"""What a coach may count on in the sheets: enough cards, criteria one can see or hear, nothing that ranks people."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest
import yaml

from coachkist.catalogue.catalogue import Catalogue
from coachkist.model.sheet import CriteriaBlock, DeckBlock
from coachkist.model.sheet_answers import SignatureBlock
from coachkist.model.sheet_pieces import DiscsBlock
from coachkist.model.sheet_reading import DiagramBlock

OWED: list[str] = yaml.safe_load((Path(__file__).parent / "owed_sheets.yml").read_text(encoding="utf-8"))
HOW_OFTEN = ["nooit", "soms", "vaak", "bijna altijd"]
OF_A_PLAN = "kijkwijzer-lesvoorbereiding"
"""A plan is read, not seen: there the scale says in how many places something stands."""

Block = TypeVar("Block")


def blocks(catalogue: Catalogue, kind: type[Block], sheet: str | None = None) -> list[tuple[str, Block]]:
    names = [sheet] if sheet else list(catalogue.sheets)
    found = [(name, block) for name in names for block in catalogue.sheets[name].value.blocks]
    return [(name, block) for name, block in found if isinstance(block, kind)]


def deck(catalogue: Catalogue, sheet: str) -> DeckBlock:
    ((_, found),) = blocks(catalogue, DeckBlock, sheet)
    return found


def test_every_sheet_is_there(catalogue: Catalogue) -> None:
    assert len(OWED) == 53
    assert set(OWED) - set(catalogue.sheets) == set()


def test_every_method_has_a_sheet_and_every_sheet_is_used(catalogue: Catalogue) -> None:
    assert [name for name, method in catalogue.methods.items() if not method.value.sheets] == []
    assert [name for name in catalogue.sheets if not catalogue.web.get(name)] == []


@pytest.mark.parametrize(
    ("sheet", "count"),
    [("talentenkaarten", 30), ("profielkaarten", 24), ("vragenkaarten", 40), ("vlekjes-kaarten", 30)],
)
def test_decks_have_their_cards_and_blank_ones(catalogue: Catalogue, sheet: str, count: int) -> None:
    found = deck(catalogue, sheet)
    assert len({card.front.source for card in found.cards}) == count
    assert found.blank >= 2
    sizes = Counter(card.group for card in found.cards)
    assert set(sizes) == {group.id for group in found.groups}
    assert min(sizes.values()) >= 4


def test_key_words_cover_every_circle_on_every_level(catalogue: Catalogue) -> None:
    cards = deck(catalogue, "vlekjes-kaarten").cards
    found = {(card.group, card.corner.source) for card in cards if card.corner}
    assert found == set(product(["klimaat", "taken", "ondersteuning"], ["{leerling}", "taak", "klas"]))


def test_a_kijkwijzer_asks_how_often_and_keeps_not_seen_apart(catalogue: Catalogue) -> None:
    found = blocks(catalogue, CriteriaBlock)
    assert len(found) >= 7
    for name, block in found:
        assert block.unseen is not None, name
        if name != OF_A_PLAN:
            assert [point.label.source for point in block.scale] == HOW_OFTEN, name


def test_people_sign_agreements_only(catalogue: Catalogue) -> None:
    assert {name for name, _ in blocks(catalogue, SignatureBlock)} == {"afsprakenblad"}


def test_discs_can_be_told_apart_without_colour(catalogue: Catalogue) -> None:
    ((_, found),) = blocks(catalogue, DiscsBlock)
    assert {disc.letter for disc in found.discs} == {"R", "O", "G"}


def test_what_is_drawn_to_write_in(catalogue: Catalogue) -> None:
    drawn = {name: (block.kind, len(block.parts)) for name, block in blocks(catalogue, DiagramBlock)}
    assert drawn == {"diamantblad": ("diamond", 3), "webschema": ("web", 9)}

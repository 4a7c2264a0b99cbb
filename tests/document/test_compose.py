"""Entry → document: what writers get."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document import blocks
from coachkist.document.compose import compose
from coachkist.document.context import Context
from coachkist.markup.inline import Ref, Token, plain
from coachkist.markup.wording import walk_inlines

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue(BASE).catalogue
    assert catalogue is not None
    return catalogue


def all_inlines(value: object) -> list[object]:
    """Every inline anywhere below a block or document."""
    if isinstance(value, tuple):
        return [inline for item in value for inline in all_inlines(item)]
    if type(value).__module__ == "coachkist.markup.inline" and type(value).__name__ not in {"Paragraph", "List"}:
        return list(walk_inlines((value,)))  # type: ignore[arg-type]
    fields = getattr(value, "__dataclass_fields__", {})
    return [inline for name in fields for inline in all_inlines(getattr(value, name))]


def test_no_token_and_no_nameless_reference_is_left(catalogue: Catalogue) -> None:
    count = 0
    for entry in catalogue.entries():
        for inline in all_inlines(compose(entry, catalogue)):
            count += 1
            assert not isinstance(inline, Token)
            if isinstance(inline, Ref):
                assert inline.children
                assert inline.kind
    assert count > 1000


def test_headings_have_their_own_anchors(catalogue: Catalogue) -> None:
    for entry in catalogue.methods.values():
        headings = [block for block in compose(entry, catalogue).blocks if isinstance(block, blocks.Heading)]
        anchors = [heading.anchor for heading in headings]
        assert len(anchors) >= 6
        assert len(set(anchors)) == len(anchors)
        assert all(anchors)


def test_a_method(small: Catalogue) -> None:
    document = compose(small.methods["oefening"], small)
    assert (document.id, document.kind, document.title) == ("oefening", "method", "Oefening")
    facts = next(block for block in document.blocks if isinstance(block, blocks.Facts))
    assert [(fact.key, fact.value) for fact in facts.items] == [
        ("setting", "Individueel"),
        ("led_by", "Met een getrainde coach"),
        ("minutes", "25 minuten"),
        ("safety", "Vraagt wat vertrouwen"),
        ("purposes", "Sterke punten zien"),
    ]
    steps = next(block for block in document.blocks if isinstance(block, blocks.Steps))
    assert [(phase.phase, phase.minutes) for phase in steps.phases] == [("preparation", 5), ("doing", 20)]
    assert [step.number for phase in steps.phases for step in phase.steps] == [1, 2]
    assert plain(steps.phases[1].steps[0].say) == "Wat zag je?"
    related = next(block for block in document.blocks if isinstance(block, blocks.Related))
    assert [(group.relation, [item.target for item in group.items]) for group in related.groups] == [
        ("after", ["vervolg"]),
        ("sheet", ["oefenblad"]),
    ]


def test_a_sheet_names_its_fields_by_their_ids(small: Catalogue) -> None:
    document = compose(small.sheets["oefenblad"], small)
    criteria = next(block for block in document.blocks if isinstance(block, blocks.Criteria))
    assert [(row.name, row.number) for row in criteria.groups[0].rows] == [
        ("kijk.klimaat.rust", "1.1"),
        ("kijk.klimaat.lachen", "1.2"),
    ]
    assert criteria.unseen is not None
    assert criteria.unseen.id not in {point.id for point in criteria.scale}


def test_cells_scores_and_places_are_named_by_their_ids(catalogue: Catalogue) -> None:
    plan, scale, board = (
        compose(catalogue.sheets[name], catalogue) for name in ("actieplan", "schaalblad", "vlekjes-bord")
    )
    grid = next(block for block in plan.blocks if isinstance(block, blocks.Grid))
    assert [row.name for row in grid.rows] == [f"stappen.{number}" for number in range(1, len(grid.rows) + 1)]
    assert not grid.labelled
    scores = [block for block in scale.blocks if isinstance(block, blocks.Score)]
    assert [line.name for score in scores for line in score.items] == ["vandaag", "zeker"]
    circles = next(block for block in board.blocks if isinstance(block, blocks.Board)).circles
    assert circles[0].words[0].name == "bord.klimaat.warm-onthaal"
    assert [circle.blank_label for circle in circles] == ["1 lege plaats"] * 3


def test_the_boards_key_words_are_those_of_the_cards(catalogue: Catalogue) -> None:
    board, cards = (compose(catalogue.sheets[name], catalogue) for name in ("vlekjes-bord", "vlekjes-kaarten"))
    deck = next(block for block in cards.blocks if isinstance(block, blocks.Deck))
    known = {(card.group.id, plain(card.front)) for card in deck.cards}
    circles = next(block for block in board.blocks if isinstance(block, blocks.Board)).circles
    words = {(circle.name.removeprefix("bord."), plain(word.text)) for circle in circles for word in circle.words}
    assert len(words) == 12
    assert words <= known


def test_a_workbook_gives_each_entry_one_chapter(catalogue: Catalogue) -> None:
    document = compose(catalogue.workbooks["werkboek-coach"], catalogue)
    parts = [block for block in document.blocks if isinstance(block, blocks.Part)]
    anchors = [chapter.anchor for part in parts for chapter in part.chapters]
    assert len(anchors) == len(set(anchors))
    coached = {
        method.value.id
        for method in catalogue.methods.values()
        if any(variant.led_by == "coach" for variant in method.value.variants)
    }
    assert coached <= set(anchors)
    index = next(block for block in document.blocks if isinstance(block, blocks.Index))
    assert {anchor for entry in index.entries for anchor in entry.anchors} <= set(anchors)
    titles = {plain(entry.value.title.inlines) for entry in catalogue.entries()}
    longer = [entry.term for entry in index.entries if len(entry.term.split()) > 2]
    assert {term for term in longer if "?" in term} <= titles  # what people type in a search box is no term


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, "1 minuut"), (45, "45 minuten"), (90, "90 minuten"), (120, "2 u"), (125, "2 u 05")]
)
def test_durations(small: Catalogue, minutes: int, words: str) -> None:
    assert Context(small).duration(minutes) == words


def test_lists_of_words(small: Catalogue) -> None:
    context = Context(small)
    assert context.listed([]) == ""
    assert context.listed(["a"]) == "a"
    assert context.listed(["a", "b", "c"], "or") == "a, b of c"

"""A workbook of what somebody chose."""

from __future__ import annotations

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Index, Part
from coachkist.document.selection import compose_selection

CHOSEN = ("schaalblad", "vlekjesmethode", "vlekjes-kaarten", "oen", "schaalvragen", "actieplan", "basishouding")


def test_parts_by_kind_in_the_order_that_was_asked_for(catalogue: Catalogue) -> None:
    document = compose_selection(CHOSEN, "", catalogue)
    parts = [block for block in document.blocks if isinstance(block, Part)]
    assert [(part.title, part.number, [chapter.anchor for chapter in part.chapters]) for part in parts] == [
        ("Lezen", 1, ["basishouding"]),
        ("Modellen", 2, ["oen"]),
        ("Werkvormen", 3, ["vlekjesmethode", "schaalvragen"]),
        ("Bladen", 4, ["schaalblad", "actieplan"]),
        ("Om uit te knippen", None, ["vlekjes-kaarten"]),
    ]
    assert (document.id, document.title, document.kind) == ("mijn-keuze", "Mijn keuze", "workbook")
    assert not any(isinstance(block, Index) for block in document.blocks)


def test_a_title_is_no_markup(catalogue: Catalogue) -> None:
    document = compose_selection(("oen",), "Start *nu* {met} Şeyma", catalogue)
    assert (document.id, document.title) == ("start-nu-met-seyma", "Start *nu* {met} Şeyma")


def test_a_title_without_letters_leaves_the_file_its_name(catalogue: Catalogue) -> None:
    assert compose_selection(("oen",), "…", catalogue).id == "mijn-keuze"

"""What is filled in or ticked in a Word file: its controls carry the names of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.document.instrument import questions
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.docx.controls import LONGEST, fitting
from tests.writers import paper_samples as samples
from tests.writers.docx.reading import W14, W, controls, tree, value

if TYPE_CHECKING:
    from coachkist.strings import Strings


def test_controls_carry_the_names_and_words_of_the_instrument(strings: Strings, typesetter: Typesetter) -> None:
    for make in (samples.sheet, samples.two_page_sheet, samples.answers, samples.choosing):
        document = make(strings)
        wanted = [
            (f"{one.name}={answer}" if answer else one.name)
            for one in questions(document)
            for answer in ([each.id for each in one.answers] if one.kind == "choice" else [""])
        ]
        found = controls(write_docx(document, typesetter))
        assert sorted(name for name, _ in found) == sorted(wanted)
        assert all(title for _, title in found)


def test_check_boxes_are_round_where_one_answer_counts(strings: Strings, typesetter: Typesetter) -> None:
    boxes = {
        value(sdt, "sdtPr/tag"): state.get(f"{W14}val")
        for sdt in tree(write_docx(samples.choosing(strings), typesetter)).iter(f"{W}sdt")
        for state in sdt.iter(f"{W14}uncheckedState")
    }
    assert boxes["rol=open"] == "25CB"
    assert boxes["gehoord.open"] == "2610"


def test_fields_in_a_book_begin_with_their_sheet(strings: Strings, typesetter: Typesetter) -> None:
    names = [name for name, _ in controls(write_docx(samples.workbook(strings), typesetter))]
    assert "blad.leerkracht" in names
    assert "plan.schets" in names


def test_long_names_fit_and_stay_apart() -> None:
    names = ["x" * LONGEST, "x" * (LONGEST + 1), "x" * (LONGEST + 2), f"{'x' * 80}.a", f"{'x' * 80}.b"]
    made = [fitting(name) for name in names]
    assert made[0] == names[0]
    assert max(map(len, made)) == LONGEST
    assert len(set(made)) == len(names)

"""Cards on paper: one cut grid on every page, backs behind fronts however they are laid out, and what a shop needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import fit_problems, write_pdf
from tests.writers import paper_samples as samples
from tests.writers.paper_marks import MM, marks, pages_of, texts

if TYPE_CHECKING:
    from pypdf import PageObject

    from coachkist.document.blocks import Deck
    from coachkist.strings import Strings

SIZES = {"a8": (52, 74), "poker": (63, 88), "a7": (74, 105), "a6": (105, 148), "a6 on its side": (148, 105)}
PER_PAGE_OF_A3 = {"a7": 9, "a6": 4, "a6 on its side": 4}
PER_PAGE = {"a8": 9, "poker": 9, "a7": 4, "a6": 2, "a6 on its side": 2}


def sized(count: int, size: tuple[int, int], **changes: object) -> Deck:
    width, height = size
    return replace(samples.deck(count), width=width, height=height, blank=0, **changes)  # type: ignore[arg-type]


def printed(deck: Deck, strings: Strings, typesetter: Typesetter, pages: int | None = None) -> list[PageObject]:
    return pages_of(write_pdf(samples.cards(strings, deck, pages=pages), typesetter))


@pytest.mark.parametrize("gap", [0, 4])
@pytest.mark.parametrize("size", SIZES)
def test_the_same_cut_grid_on_every_page(size: str, gap: int, strings: Strings, typesetter: Typesetter) -> None:
    pages = printed(sized(10, SIZES[size], gap=gap), strings, typesetter)
    assert len(pages) == 2 * -(-10 // PER_PAGE[size])
    grids = [marks(page) for page in pages]
    assert len(grids[0]) > 7
    assert all(grid == grids[0] for grid in grids)
    left, top, right, bottom = around(grids[0])
    assert min(left, top, 210 - right, 297 - bottom) >= 10


@pytest.mark.parametrize("size", PER_PAGE_OF_A3)
def test_larger_paper_holds_more_turned_or_not(size: str, strings: Strings, typesetter: Typesetter) -> None:
    deck = sized(PER_PAGE_OF_A3[size] + 1, SIZES[size], backs=False)
    document = replace(samples.cards(strings, deck), paper="a3")
    assert len(pages_of(write_pdf(document, typesetter))) == 2
    exact = replace(document, blocks=(replace(deck, cards=deck.cards[1:]),))
    assert len(pages_of(write_pdf(exact, typesetter))) == 1


def around(grid: set[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    """Where cards are: what the marks stand around."""
    across = sorted({x1 for x1, _, x2, _ in grid if x1 == x2})
    down = sorted({y1 for _, y1, _, y2 in grid if y1 == y2})
    return across[0], down[0], across[-1], down[-1]


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("size", ["a7", "a6"])
def test_a_card_turns_like_a_page_whichever_way_the_paper_turns(
    size: str, flip: str, strings: Strings, typesetter: Typesetter
) -> None:
    """Seen through the paper, the back's words run against those of the front, on the same line of sight."""
    front, back = printed(sized(2, SIZES[size], flip=flip), strings, typesetter)
    turned = 270 if size == "a6" else 0  # two of this size lie on their side
    (front_angle,) = {angle % 360 for text, _, _, angle in texts(front) if text.startswith("Denktijd")}
    (back_angle,) = {angle % 360 for text, _, _, angle in texts(back) if "vraag" in text}
    assert front_angle == turned
    mirrored = (-back_angle if flip == "short" else 180 - back_angle) % 360
    assert mirrored == (front_angle + 180) % 360


def test_an_offset_moves_backs_and_their_marks_alone(strings: Strings, typesetter: Typesetter) -> None:
    plain = printed(sized(4, SIZES["a7"]), strings, typesetter)
    moved = printed(sized(4, SIZES["a7"], offset=(1.5, -0.5)), strings, typesetter)
    assert marks(plain[0]) == marks(moved[0])
    shifted = {(x1 + 1.5, y1 - 0.5, x2 + 1.5, y2 - 0.5) for x1, y1, x2, y2 in marks(plain[1])}
    assert near(marks(moved[1]), shifted)
    assert not near(marks(moved[1]), marks(plain[1]))


def near(one: set[tuple[float, float, float, float]], other: set[tuple[float, float, float, float]]) -> bool:
    return len(one) == len(other) and all(
        max(abs(a - b) for a, b in zip(first, second, strict=True)) < 0.15
        for first, second in zip(sorted(one), sorted(other), strict=True)
    )


@pytest.mark.parametrize(("size", "beside"), [((90, 62), True), ((63, 88), True), ((148, 105), False)])
def test_folded_cards_have_both_sides_on_one(
    size: tuple[int, int], beside: bool, strings: Strings, typesetter: Typesetter
) -> None:
    (page, *_) = pages = printed(sized(4, size, fold=True), strings, typesetter)
    assert sum(text.startswith("Denktijd") for one in pages for text, *_ in texts(one)) == 4
    assert len({frozenset(marks(one)) for one in pages}) == 1
    front = next(one for one in texts(page) if one[0].startswith("Denktijd"))
    back = next(one for one in texts(page) if "vraag" in one[0])
    assert (back[3] - front[3]) % 360 == (0 if beside else 180)
    across, down = back[1] - front[1], back[2] - front[2]
    if front[3]:  # four of these fit where they lie on their side, three where they stand
        across, down = down, -across
    assert abs(across - size[0]) < 10 if beside else down > size[1] / 2


def test_a_print_shop_gets_one_card_a_page_with_bleed(strings: Strings, typesetter: Typesetter) -> None:
    pages = printed(sized(3, SIZES["poker"], bleed=3), strings, typesetter)
    assert len(pages) == 6
    for page in pages:
        assert [round(float(length) * MM, 1) for length in page.mediabox] == [0, 0, 69, 94]
        assert page.bleedbox == page.mediabox
        assert [round(float(length) * MM, 1) for length in page.trimbox] == [3, 3, 66, 91]
    assert len(printed(sized(3, SIZES["poker"], bleed=3, backs=False), strings, typesetter)) == 3


@pytest.mark.parametrize(
    ("deck", "by"), [(sized(1, (190, 277), fold=True), 190.0), (sized(1, (148, 150), fold=True), 106.0)]
)
def test_what_is_larger_than_the_paper_says_so(deck: Deck, by: float, strings: Strings, typesetter: Typesetter) -> None:
    problems = fit_problems(samples.cards(strings, deck), typesetter)
    assert [(one.name, one.field) for one in problems if one.name == "kaarten"] == [("kaarten", "width")]
    assert problems[0].by_mm == pytest.approx(by, abs=0.1)

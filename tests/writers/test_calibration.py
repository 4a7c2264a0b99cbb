"""The page that shows a printer's offset: its numbers are what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from coachkist.typeset.compiler import Typesetter
from coachkist.writers.calibration import write_calibration
from tests.writers import paper_samples as samples
from tests.writers.paper_marks import lines, pages_of, texts

if TYPE_CHECKING:
    from pypdf import PageObject

    from coachkist.strings import Strings

MIDDLE = (105.0, 148.5)


def made(
    strings: Strings, typesetter: Typesetter, flip: Literal["long", "short"], offset: tuple[float, float] = (0.0, 0.0)
) -> list[PageObject]:
    document = samples.document("sheet", (), strings)
    return pages_of(write_calibration(document, flip, offset, typesetter))


def rulers(page: PageObject) -> tuple[dict[int, float], dict[int, float]]:
    """What both rulers say, and how far right of the middle, and below it, they say so."""
    across, down = {}, {}
    for text, x, y, _ in texts(page):
        if text.lstrip("−") not in ("5", "10"):
            continue
        number, right, below = int(text.replace("−", "-")), x - MIDDLE[0], y - MIDDLE[1]
        if below > 26:
            across[number] = right + 0.8 * len(text)  # where its middle is
        else:
            down[number] = below - 1
    return across, down


@pytest.mark.parametrize("flip", ["long", "short"])
def test_the_rulers_say_what_undoes_what_one_sees(
    flip: Literal["long", "short"], strings: Strings, typesetter: Typesetter
) -> None:
    """Seen through the paper, left and right change places where it turned on its long edge, else above and below."""
    across, down = rulers(made(strings, typesetter, flip)[0])
    assert sorted(across) == sorted(down) == [-10, -5, 5, 10]
    for value, seen_right in across.items():
        on_the_back = -seen_right if flip == "long" else seen_right
        assert value + on_the_back == pytest.approx(0, abs=0.8)
    for value, seen_below in down.items():
        on_the_back = seen_below if flip == "long" else -seen_below
        assert value + on_the_back == pytest.approx(0, abs=0.8)


def test_the_cross_on_the_back_moves_along(strings: Strings, typesetter: Typesetter) -> None:
    for offset in ((0.0, 0.0), (2.0, -1.5)):
        back = made(strings, typesetter, "long", offset)[1]
        long_lines = [one for one in lines(back) if one[2] - one[0] > 70 or one[3] - one[1] > 70]
        (level,) = {y1 for _, y1, _, y2 in long_lines if y1 == y2}
        (upright,) = {x1 for x1, _, x2, _ in long_lines if x1 == x2}
        assert (upright, level) == pytest.approx((MIDDLE[0] + offset[0], MIDDLE[1] + offset[1]), abs=0.1)


def test_a_line_of_ten_centimetres(strings: Strings, typesetter: Typesetter) -> None:
    front = made(strings, typesetter, "long")[0]
    assert 100.0 in {round(x2 - x1, 1) for x1, _, x2, _ in lines(front)}

"""A school's logo in shades of grey, whatever it is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coachkist.contrast import grey_of
from coachkist.source.logo import Logo
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx.pictures import Picture, draw
from coachkist.writers.typst import TEMPLATES
from coachkist.writers.typst_data import document_data
from tests.source.pictures import colour_png, svg
from tests.writers import paper_samples as samples
from tests.writers.ink import rows

RED = (216, 67, 59)
LOGOS = {
    "png": Logo("png", colour_png(*RED)),
    "svg": Logo("svg", svg('<rect width="10" height="10" fill="#d8433b"/>')),
    "png in svg": Logo("svg", svg(f'<g transform="scale(5)">{Logo("png", colour_png(*RED)).svg}</g>')),
}


def middle(logo: Logo, strings: Strings, *, grey: bool) -> tuple[int, ...]:
    """Red, green and blue in the middle of the logo as it is drawn."""
    document = samples.document("sheet", (), strings)
    document = replace(document, furniture=replace(document.furniture, logo=logo.svg))
    picture: Picture = draw(Typesetter(TEMPLATES), document_data(document, grey=grey), {"kind": "badge", "size": 14})
    width = int.from_bytes(picture.png[16:20], "big")
    channels = ([*rows(picture.png, width, channel)] for channel in range(3))
    return tuple(found[len(found) // 2][width // 2] for found in channels)


@pytest.mark.parametrize("kind", list(LOGOS))
def test_in_grey_a_logo_is_as_light_and_without_colour(kind: str, strings: Strings) -> None:
    assert middle(LOGOS[kind], strings, grey=False) == RED
    shade = int(grey_of("#d8433b")[1:3], 16)
    assert middle(LOGOS[kind], strings, grey=True) == pytest.approx((shade,) * 3, abs=1)

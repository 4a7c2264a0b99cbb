"""The accent is readable on both schemes, whatever a school chose."""

from __future__ import annotations

import pytest

from coachkist.contrast import contrast_on_white, luminance, readable_on_white
from coachkist.site.colours import DARK_PAGE, colour_css, readable_on_dark


@pytest.mark.parametrize("colour", ["#14606b", "#000000", "#ffffff", "#ffdd00", "#ff0000", "#0000ff"])
def test_contrast(colour: str) -> None:
    dark = (luminance(readable_on_dark(colour)) + 0.05) / (luminance(DARK_PAGE) + 0.05)
    assert dark >= 4.5
    assert contrast_on_white(readable_on_white(colour)) >= 4.5
    css = colour_css(colour).decode()
    assert readable_on_dark(colour) in css
    assert readable_on_white(colour) in css


def test_dark_page_is_the_style_sheets(root: object) -> None:
    from coachkist.site.plan import WEB

    assert f"--ck-paper: {DARK_PAGE};" in (WEB / "coachkist.css").read_text(encoding="utf-8")

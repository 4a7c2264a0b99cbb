"""The accent is readable on both schemes and on paper, whatever a school chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.contrast import luminance, readable_on_white
from coachkist.site.colours import DARK_PAGE, colour_css, readable_on_dark

LEAST = 4.5
ON_ACCENT = {"light": "#ffffff", "dark": "#16191b"}
TINTED = {"light": "#f8f5f0", "dark": "#25272a"}
"""What the style sheet calls `--ck-on-accent` and `--ck-tint`."""

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, page: str, share: float) -> str:
    """`share` of `colour` on `page`."""
    pairs = ((int(colour[at : at + 2], 16), int(page[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def pairs_of(colour: str) -> Iterator[tuple[str, str]]:
    """Text and ground, wherever the accent meets the other."""
    light, dark = readable_on_white(colour), readable_on_dark(colour)
    yield light, "#ffffff"
    yield light, TINTED["light"]
    yield light, mixed(light, "#ffffff", 0.10)
    yield light, mixed(colour, "#ffffff", 0.09)  # paper: ink on the tint of the school's own colour
    yield ON_ACCENT["light"], light
    yield dark, DARK_PAGE
    yield dark, TINTED["dark"]
    yield dark, mixed(dark, DARK_PAGE, 0.10)
    yield ON_ACCENT["dark"], dark


@given(COLOURS)
def test_every_colour_can_be_read_wherever_it_stands(colour: str) -> None:
    for text, ground in pairs_of(colour):
        assert contrast(text, ground) >= LEAST, (colour, text, ground)


def test_the_whole_cube_can_be_read() -> None:
    steps = range(0, 256, 51)
    worst = min(
        contrast(text, ground)
        for red in steps
        for green in steps
        for blue in steps
        for text, ground in pairs_of(f"#{red:02x}{green:02x}{blue:02x}")
    )
    assert worst >= LEAST


@pytest.mark.parametrize("colour", ["#14606b", "#000000", "#ffffff", "#ffdd00", "#ff0000", "#0000ff"])
def test_both_shades_stand_in_the_style_sheet(colour: str) -> None:
    css = colour_css(colour).decode()
    assert readable_on_dark(colour) in css
    assert readable_on_white(colour) in css


def test_a_colour_that_can_be_read_is_kept() -> None:
    assert readable_on_white("#14606b") == "#14606b"


def test_grounds_are_the_style_sheets() -> None:
    from coachkist.site.plan import WEB

    css = (Path(WEB) / "coachkist.css").read_text(encoding="utf-8")
    assert f"--ck-paper: {DARK_PAGE};" in css
    for scheme in ("light", "dark"):
        assert f"--ck-on-accent: {ON_ACCENT[scheme]};" in css
        assert f"--ck-tint: {TINTED[scheme]};" in css

"""Colours that can be read: an accent chosen by a school, darkened until text in it is legible on white."""

from __future__ import annotations

import re

# WCAG 2.2 AA asks 4.5 for running text. Text in the accent also stands on tints of it, on paper and on a screen, and a
# tired copier takes its share: this on white leaves 4.5 there, for every colour.
READABLE = 5.6
_STEP = 0.97
_HEX = re.compile(r"(?<![&\w(])(?<!href=[\"'])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_IMAGE = re.compile(r"<image\b[^<>]*(?:/>|>\s*</image>)")
# In linear light, `saturate` weighs the channels as WCAG does.
_GREYED_IMAGE = (
    r'<g><filter id="coachkist-grey" x="0" y="0" width="1" height="1" color-interpolation-filters="linearRGB">'
    r'<feColorMatrix type="saturate" values="0"/></filter><g filter="url(#coachkist-grey)">\g<0></g></g>'
)


def luminance(colour: str) -> float:
    """Weigh `#rrggbb` as WCAG defines relative luminance: 0 is black, 1 white; raises ValueError."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_white(colour: str) -> float:
    """Compute the WCAG contrast ratio of text in `colour` on white: 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def readable_on_white(colour: str) -> str:
    """Keep `colour` where text in it is readable on white, and darken it otherwise."""
    channels: tuple[float, ...] = _channels(colour)
    while contrast_on_white(_hexadecimal(channels)) < READABLE:
        channels = tuple(channel * _STEP for channel in channels)
    return _hexadecimal(channels)


def grey_of(colour: str) -> str:
    """Find the grey that is as light as `colour`, for printers and copiers without colour."""
    linear = luminance(colour)
    level = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return _hexadecimal((level * 255,) * 3)


def grey_svg(text: str) -> str:
    """The SVG `text` with its pictures, and colours written as `#rrggbb` or `#rgb`, made the grey that is as light."""
    greyed = _HEX.sub(lambda found: grey_of(_six_digits(found[0])), text)
    return _IMAGE.sub(_GREYED_IMAGE, greyed)


def _six_digits(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


def _channels(colour: str) -> tuple[int, int, int]:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hexadecimal(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

"""The accent colour of an edition on a screen: readable on a light page and on a dark one."""

from __future__ import annotations

from coachkist.contrast import luminance, readable_on_white

DARK_PAGE = "#1b1c1e"
"""The background of the dark scheme, as in the style sheet."""

_STEPS = 40
_IN_THE_DARK = 6.0


def colour_css(colour: str) -> bytes:
    """A style sheet that sets the accent `colour` (`#rrggbb`) for both schemes."""
    light, dark = readable_on_white(colour), readable_on_dark(colour)
    return (
        f'[data-md-color-scheme="default"] {{ --ck-accent: {light}; }}\n'
        f'[data-md-color-scheme="slate"] {{ --ck-accent: {dark}; }}\n'
    ).encode()


def readable_on_dark(colour: str) -> str:
    """`colour`, mixed with white until text in it is readable on the dark page."""
    channels = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    page = luminance(DARK_PAGE)
    for step in range(_STEPS + 1):
        mixed = "#" + "".join(f"{round(channel + (255 - channel) * step / _STEPS):02x}" for channel in channels)
        if (luminance(mixed) + 0.05) / (page + 0.05) >= _IN_THE_DARK:
            return mixed
    return "#ffffff"

"""The two skins: what a role in a figure looks like, by class on the web and by literal colour on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

WEB_SLACK = 1.12
"""A reader's own font may be wider than ours: Segoe UI and Noto Sans are, by about this much."""

PRINT_SLACK = 1.02
"""Paper has our font; this leaves room for rounding."""

FONT = "Source Sans 3"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a role is painted, in names of colours; `width` in units, `dash` as SVG wants it."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: str = ""
    opacity: float = 1.0


ROLES: Mapping[str, Paint] = {
    "ink": Paint("ink"),
    "soft": Paint("soft"),
    "name": Paint("accent"),
    "inverse": Paint("paper"),
    "paper": Paint("paper"),
    "tint": Paint("tint"),
    "accent": Paint("accent"),
    "card": Paint("paper", "line", 1),
    "outline": Paint("paper", "accent", 1.5),
    "person": Paint("paper", "ink", 1.5),
    "pupil": Paint("muted"),
    "veil": Paint("accent", "accent", 1.8, opacity=0.18),
    "layer": Paint("accent", "accent", 1, opacity=0.07),
    "hairline": Paint(None, "line", 1),
    "line": Paint(None, "muted", 1.2),
    "dashed": Paint(None, "muted", 1.2, "4 4"),
    "arrow": Paint(None, "accent", 2),
    "thread": Paint(None, "accent", 1.5),
    "road": Paint(None, "tint", 26),
    "hatch": Paint(None, "accent", 2.4),
    "edge": Paint(None, "accent", 1),
}
"""Every way a shape or text is painted."""


@dataclass(frozen=True, slots=True)
class WebSkin:
    """Classes only: the style sheet `figures.css` colours them, in light and dark.

    `link` gives the address of an entry's page by kind and id; None where it has no page. `blank` leaves words out.
    """

    link: Callable[[str, str], str | None]
    blank: bool = False

    slack = WEB_SLACK
    font = None

    def paint(self, role: str) -> Markup:
        """The attributes of a shape with `role`."""
        return Markup(' class="ck-f-{}"{}').format(role, _strokes(ROLES[role]))


@dataclass(frozen=True, slots=True)
class PrintSkin:
    """Literal colours (`#rrggbb`) as attributes: Typst paints variables and `currentColor` black without a warning.

    `accent` must be readable on white. `blank` leaves words out, to be written in.
    """

    accent: str
    link: Callable[[str, str], str | None] = lambda _kind, _entry: None
    blank: bool = False

    slack = PRINT_SLACK
    font = FONT

    def paint(self, role: str) -> Markup:
        """The attributes of a shape with `role`."""
        paint = ROLES[role]
        fill = Markup(' fill="{}"').format(self._colour(paint.fill) if paint.fill else "none")
        stroke = Markup(' stroke="{}"').format(self._colour(paint.stroke)) if paint.stroke else Markup("")
        # Layers that lie over one another would grow too dark to write on.
        return (
            fill + stroke + _strokes(replace(paint, opacity=paint.opacity / 3) if self._to_write_on(paint) else paint)
        )

    def _to_write_on(self, paint: Paint) -> bool:
        return self.blank and paint.opacity < 1

    def _colour(self, name: str) -> str:
        match name:
            case "accent":
                return self.accent
            case "tint":
                return mixed(self.accent, 0.09)
            case _:
                return (_FOR_COPIERS if _is_grey(self.accent) else _GREYS)[name]


Skin = WebSkin | PrintSkin

_FOR_COPIERS = {"ink": "#191919", "soft": "#4a4a4a", "muted": "#555555", "line": "#606060", "paper": "#ffffff"}
"""Where there is no colour, paper goes through a copier, and light lines do not."""
_GREYS = {"ink": "#191919", "soft": "#585858", "muted": "#8c8c8c", "line": "#cfcfcf", "paper": "#ffffff"}


def _is_grey(colour: str) -> bool:
    return len({colour[1:3], colour[3:5], colour[5:7]}) == 1


def mixed(colour: str, share: float) -> str:
    """`colour` on white, as a wash of which `share` is colour."""
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)


def _strokes(paint: Paint) -> Markup:
    attributes = Markup("")
    if paint.stroke:
        attributes += Markup(' stroke-width="{:g}" stroke-linecap="round" stroke-linejoin="round"').format(paint.width)
    if paint.dash:
        attributes += Markup(' stroke-dasharray="{}"').format(paint.dash)
    if paint.opacity < 1:
        attributes += Markup(' fill-opacity="{:g}"').format(paint.opacity)
    return attributes

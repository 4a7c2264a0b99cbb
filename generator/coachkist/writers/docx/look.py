"""The look that all Word files share: colours, sizes and papers, as those of `templates/typst/style.typ`.

Arial is on every computer and wider than the typeface of our PDFs: at nine tenths of the size, texts are as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from coachkist.contrast import readable_on_white
from coachkist.figures.skin import mixed

FONT = "Arial"
SYMBOLS = "Segoe UI Symbol"
"""The font of marks that Arial lacks."""
BOXES = "MS Gothic"
"""The font in which Word draws its own check boxes."""
DARK, MUTED, RULE, HAIRLINE = "191919", "585858", "969696", "BEBEBE"
PITCH = 8.0
"""Millimetres between lines to write on."""
_SHRINK = 0.9


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in millimetres."""

    width: float
    height: float

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def growth(self) -> float:
        """How much larger type is than on A4: what hangs on a wall is read from where one stands."""
        return sqrt(self.width * self.height / (210 * 297))


PAPERS = {
    "a4": Paper(210, 297),
    "a4-landscape": Paper(297, 210),
    "a3": Paper(297, 420),
    "a3-landscape": Paper(420, 297),
}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as Word writes them (`RRGGBB`): the edition's own, one readable on white, and a wash."""

    accent: str
    ink: str
    tint: str
    growth: float = 1.0

    @classmethod
    def of(cls, colour: str, growth: float = 1.0) -> Look:
        """The look in `colour` (`#rrggbb`)."""
        ink = readable_on_white(colour)
        return cls(_bare(colour), _bare(ink), _bare(mixed(colour, 0.09)), growth)


def half_points(size: float) -> int:
    """The size in Arial of what stands at `size` points in our PDFs, in half points."""
    return round(size * _SHRINK * 2)


def _bare(colour: str) -> str:
    return colour.removeprefix("#").upper()

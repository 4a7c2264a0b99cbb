"""The outline of a diamond, and how wide it is at any height."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rhombus:
    """A square on its point, stretched: `x` is its middle, `top` its upper point."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower point."""
        return self.top + self.height

    @property
    def outline(self) -> str:
        """All of it, as the `d` of an SVG path."""
        half, rise = self.width / 2, self.height / 2
        return f"M{self.x:g} {self.top:g}l{half:g} {rise:g}l-{half:g} {rise:g}l-{half:g} -{rise:g}z"

    def half_at(self, y: float) -> float:
        """Half its width at `y`."""
        return self.width / 2 * (1 - abs(2 * (y - self.top) / self.height - 1))

    def band(self, begin: float, end: float) -> str:
        """The outline of the part between two heights, its widest place included."""
        middle = self.top + self.height / 2
        heights = [begin, *([middle] if begin < middle < end else []), end]
        widths = [self.half_at(y) for y in heights]
        right = [f"{self.x + half:g} {y:g}" for y, half in zip(heights, widths, strict=True)]
        left = [f"{self.x - half:g} {y:g}" for y, half in zip(heights, widths, strict=True)]
        return "M" + "L".join([*right, *reversed(left)]) + "z"

"""What a figure is made of once its geometry is known. The unit is the SVG's own; y grows downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from coachkist.figures.lettering import BASELINE, LEADING, Lettering

NAME = 14.0
"""The size of names of parts."""

BODY = 12.5
"""The size of what is said about them."""

SMALL = 12.0
"""The size of what is said in passing; nothing is smaller, but names that would not fit otherwise."""

SIZES = (NAME, 13.0, 12.0, 11.0)
"""The sizes a name may take in a shape that cannot grow."""

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, with rounded corners or without."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    def holds(self, other: Box) -> bool:
        """Whether `other` lies inside, a rounding error aside."""
        inside = self.x - 0.01 <= other.x and other.x + other.width <= self.x + self.width + 0.01
        return inside and self.y - 0.01 <= other.y and other.bottom <= self.bottom + 0.01


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Trace:
    """A line or outline, as the `d` of an SVG path."""

    d: str


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text. `x` is their left edge, middle or right edge, as `anchor` says; `y` is the top of the first line.

    `room` is where they must stay, `width` how wide the widest is, `link` the (kind, id) of what they name.
    """

    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    bold: bool
    anchor: str
    width: float
    room: Box
    link: tuple[str, str] | None = None

    @property
    def baselines(self) -> tuple[tuple[float, str], ...]:
        """Each line with the height of its baseline."""
        step = self.size * LEADING
        return tuple((self.y + self.size * BASELINE + step * at, line) for at, line in enumerate(self.lines))

    @property
    def box(self) -> Box:
        """The space the text takes."""
        left = self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return Box(left, self.y, self.width, text_height(self.lines, self.size))


Shape: TypeAlias = Box | Disc | Trace | Label


@dataclass(frozen=True, slots=True)
class Layout:
    """A figure whose every line has its place: shapes by group, which the template of its kind paints."""

    width: float
    height: float
    groups: Mapping[str, tuple[Shape, ...]]

    @property
    def places(self) -> tuple[Box, ...]:
        """Where one writes, in the order of the parts."""
        return tuple(shape for shape in self.groups.get("places", ()) if isinstance(shape, Box))

    @property
    def rules(self) -> tuple[Box, ...]:
        """Lines to write on by hand: the lower edges of these."""
        return tuple(shape for shape in self.groups.get("rules", ()) if isinstance(shape, Box))

    @property
    def labels(self) -> tuple[Label, ...]:
        """All texts."""
        return tuple(shape for shapes in self.groups.values() for shape in shapes if isinstance(shape, Label))


def text_height(lines: tuple[str, ...], size: float) -> float:
    """How high these lines are together."""
    return len(lines) * size * LEADING


@dataclass(slots=True)
class Plan:
    """A layout in the making: shapes are put in groups, texts are wrapped on the way."""

    lettering: Lettering
    width: float
    groups: dict[str, list[Shape]] = field(default_factory=dict)
    _wrapped: dict[tuple[str, float, float, bool], tuple[str, ...]] = field(default_factory=dict)

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """The lines of `text`; asked for again and again while heights are weighed, so remembered."""
        key = (text, width, size, bold)
        if key not in self._wrapped:
            self._wrapped[key] = self.lettering.wrap(text, width, size, bold=bold)
        return self._wrapped[key]

    def put(self, group: str, *shapes: Shape) -> None:
        """Add `shapes` to `group`."""
        self.groups.setdefault(group, []).extend(shapes)

    def height_of(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        """How high `text` will be in a column of `width`; nothing for no text."""
        return text_height(self.wrap(text, width, size, bold=bold), size) if text else 0.0

    def text(
        self,
        group: str,
        text: str,
        at: Point,
        width: float,
        size: float,
        *,
        bold: bool = False,
        anchor: str = "start",
        link: tuple[str, str] | None = None,
    ) -> float:
        """Set `text` in a column of `width` that begins at `at` (left, top); gives the bottom of the text."""
        if not text:
            return at[1]
        lines = self.wrap(text, width, size, bold=bold)
        room = Box(*at, width, text_height(lines, size))
        self.put(group, self._label(text, room, at[1], size, bold, anchor, link))
        return room.bottom

    def size_for(self, texts: Sequence[tuple[str, Box]], sizes: tuple[float, ...] = SIZES) -> float:
        """The largest of `sizes` at which every text fits in its room without parting a word, or else the smallest."""
        return next(
            (size for size in sizes if all(self._fits(text, room, size, bold=True) for text, room in texts)), sizes[-1]
        )

    def fitted(
        self,
        group: str,
        text: str,
        room: Box,
        *,
        anchor: str = "middle",
        stand: float = 0.5,
        bold: bool = True,
        sizes: tuple[float, ...] = SIZES,
    ) -> Box:
        """Set `text` in a shape that cannot grow, at the largest of `sizes` that fits without parting a word.

        `stand` places it between the top (0) and the bottom (1) of `room`. Gives the space it takes.
        """
        if not text:
            return Box(room.x, room.y, 0, 0)
        size = next((size for size in sizes if self._fits(text, room, size, bold=bold)), sizes[-1])
        lines = self.wrap(text, room.width, size, bold=bold)
        top = room.y + (room.height - text_height(lines, size)) * stand
        label = self._label(text, room, top, size, bold, anchor, None)
        self.put(group, label)
        return label.box

    def badge(self, number: int, x: float, y: float, radius: float = 11, group: str = "badges") -> None:
        """Put a numbered disc at its centre; the number stands in the group `<group>_text`."""
        self.put(group, Disc(x, y, radius))
        self.fitted(f"{group}_text", str(number), Box(x - radius, y - radius, 2 * radius, 2 * radius), sizes=(BODY,))

    def layout(self, height: float) -> Layout:
        """The finished layout."""
        return Layout(self.width, height, {name: tuple(shapes) for name, shapes in self.groups.items()})

    def _fits(self, text: str, room: Box, size: float, *, bold: bool) -> bool:
        if self.lettering.splits_words(text, room.width, size, bold=bold):
            return False
        return text_height(self.wrap(text, room.width, size, bold=bold), size) <= room.height

    def _label(
        self,
        text: str,
        room: Box,
        top: float,
        size: float,
        bold: bool,
        anchor: str,
        link: tuple[str, str] | None,
    ) -> Label:
        lines = self.wrap(text, room.width, size, bold=bold)
        x = room.x + room.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        widest = max(self.lettering.width(line, size, bold=bold) for line in lines)
        return Label(text, lines, x, top, size, bold, anchor, widest, room, link)

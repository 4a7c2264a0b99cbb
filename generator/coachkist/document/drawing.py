"""A figure as data: what is drawn, with its words resolved; where and how is up to `figures/`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawingEntry:
    """An entry of the catalogue that stands in a figure, and is a link where links work."""

    id: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class DrawingAxis:
    """A line between two opposites; `low` stands on the left or at the bottom."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class DrawingPart:
    """A phase, ring, card, cell …: its name in the figure, and what the figure says about it.

    `title` is empty where the label says it all; only some kinds draw it, and the points and entries.
    """

    id: str
    label: str
    title: str = ""
    points: tuple[str, ...] = ()
    entries: tuple[DrawingEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure. `kind` is a value of `coachkist.model.enums.FigureKind`; `description` is the text alternative.

    `id` is unique among the figures of a page. `parts` are in order; `profile` has a value from 0 to 10
    a part, or is empty, and `profile_label` says that it is an example. `header` and `rows` are the table that is
    drawn, if any: the first cell of a row names it. `blank`: words are left out, to be written in; `height` in
    millimetres is the most that it takes on paper, None for what suits a page of text. `name` is what the fields in a
    figure to write in are called after: each of its parts is a place to write. Other figures have no name.
    """

    id: str
    kind: str
    title: str
    description: str
    centre: str = ""
    axes: tuple[DrawingAxis, ...] = ()
    parts: tuple[DrawingPart, ...] = ()
    profile: tuple[int, ...] = ()
    profile_label: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    blank: bool = False
    height: int | None = None
    name: str = ""

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """What is written in this figure, in order: the name of each field, and what belongs there."""
        return tuple((f"{self.name}.{part.id}", part.label) for part in self.parts) if self.name else ()

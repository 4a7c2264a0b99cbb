"""What is too long for a figure: a text past its limit, or one that does not fit in a shape that cannot grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from coachkist.document.drawing import Drawing
from coachkist.figures.draw import NARROW, WIDE, has_two_widths, lay_out, lettering
from coachkist.figures.shapes import Label, text_height
from coachkist.figures.skin import WEB_SLACK

Path: TypeAlias = tuple[str | int, ...]

LONGEST = {"label": 40, "title": 120, "points": 120, "low": 28, "high": 28, "centre": 20, "header": 40, "rows": 160}
"""The most characters that a text of each field may have, whatever the kind: a figure is to be seen at a glance."""

LONGEST_NAME = {
    "axis": 28,
    "circles": 28,
    "cycle": 28,
    "quadrants": 28,
    "rings": 18,
    "spiral": 28,
    "web": 18,
}
"""The most characters of a part's name where it stands in or beside a shape that cannot grow."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text of a drawing that is too long: where in the `Drawing` it stands, and by how many characters."""

    path: Path
    text: str
    by: int


def fits(drawing: Drawing) -> list[TooLong]:
    """Everything in `drawing` that is too long; in what passes no text overlaps another, on paper or on a screen.

    That holds for as many parts as a figure has room for: at most six in a spiral, five in a cycle.
    """
    texts = list(_texts(drawing))
    found = {path: over for path, text in texts if (over := len(text) - longest(drawing, path)) > 0}
    for width in (NARROW, WIDE) if has_two_widths(drawing) else (NARROW,):
        for label in lay_out(drawing, WEB_SLACK, width).labels:
            if not label.room.holds(label.box):
                paths = [path for path, text in texts if text == label.text]
                found.update((path, max(found.get(path, 0), _excess(label))) for path in paths)
    return [TooLong(path, text, found[path]) for path, text in texts if path in found]


def longest(drawing: Drawing, path: Path) -> int:
    """The most characters that the text at `path` of `drawing` may have."""
    field = next(str(step) for step in reversed(path) if isinstance(step, str))
    # What is written in needs room for the words of others more than for its own.
    by_kind = {} if drawing.name else LONGEST_NAME
    return by_kind.get(drawing.kind, LONGEST[field]) if field == "label" else LONGEST[field]


def _texts(drawing: Drawing) -> Iterator[tuple[Path, str]]:
    for at, axis in enumerate(drawing.axes):
        yield ("axes", at, "low"), axis.low
        yield ("axes", at, "high"), axis.high
    for at, part in enumerate(drawing.parts):
        yield ("parts", at, "label"), part.label
        yield ("parts", at, "title"), part.title
        yield from ((("parts", at, "points", number), point) for number, point in enumerate(part.points))
    yield ("centre",), drawing.centre
    yield from ((("header", at), cell) for at, cell in enumerate(drawing.header))
    for number, row in enumerate(drawing.rows):
        yield from ((("rows", number, at), cell) for at, cell in enumerate(row))


def _excess(label: Label) -> int:
    """How many characters `label` must lose to fit where it stands, at least one."""
    wrap = lettering(WEB_SLACK).wrap
    for by in range(1, len(label.text)):
        lines = wrap(label.text[:-by], label.room.width, label.size, bold=label.bold)
        if text_height(lines, label.size) <= label.room.height:
            return by
    return len(label.text)

"""Nothing in a figure overlaps, however long the words, as long as the figure passes its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkist.document.drawing import Drawing, DrawingAxis, DrawingPart
from coachkist.figures.draw import NARROW, WIDE, lay_out
from coachkist.figures.limits import fits, longest
from coachkist.figures.shapes import Box, Layout
from coachkist.figures.skin import PRINT_SLACK, WEB_SLACK
from tests.figures.samples import SAMPLES, WRITTEN

SYLLABLES = (
    "ver ant woor de lijk heids ge voel kwal i teit en school ont wik kel ing be geleid er op schaal re flec tie"
)
KINDS = pytest.mark.parametrize("kind", sorted(SAMPLES))


def wordy(most: int) -> st.SearchStrategy[str]:
    """Long Dutch-looking words, up to `most` characters and often exactly that."""
    pieces = st.lists(st.sampled_from([*SYLLABLES.split(), " "]), min_size=1, max_size=most)
    return pieces.map(lambda chosen: "".join(chosen)[:most].strip() or "en")


def meet(one: Box, other: Box) -> bool:
    """Whether the two share more than an edge."""
    beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
    return not beside and one.bottom > other.y + 0.01 and other.bottom > one.y + 0.01


def meetings(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Which boxes share more than an edge, by their numbers."""
    return [(at, to) for (at, a), (to, b) in combinations(enumerate(boxes), 2) if meet(a, b)]


def problems(layout: Layout) -> list[str]:
    """Texts that stand on each other, or outside the figure."""
    labels = layout.labels
    canvas = replace(labels[0].box, x=0, y=0, width=layout.width, height=layout.height)
    outside = [f"outside: {label.lines}" for label in labels if not canvas.holds(label.box)]
    met = meetings([label.box for label in labels])
    return outside + [f"{labels[at].lines} meets {labels[to].lines}" for at, to in met]


def texts(draw: st.DrawFn, sample: Drawing) -> Drawing:
    def text(*path: str | int) -> str:
        return draw(wordy(longest(sample, path)))

    return replace(
        sample,
        centre=text("centre") if sample.centre else "",
        axes=tuple(DrawingAxis(text("low"), text("high")) for _ in sample.axes),
        parts=tuple(
            DrawingPart(
                part.id,
                text("label"),
                text("title"),
                tuple(text("points") for _ in part.points),
                tuple(replace(entry, title=text("title")) for entry in part.entries),
            )
            for part in sample.parts
        ),
        header=tuple(text("header") for _ in sample.header),
        rows=tuple((text("rows"), *row[1:]) for row in sample.rows),
    )


@KINDS
@settings(max_examples=8)
@given(data=st.data())
def test_long_words_fit_up_to_the_limits(kind: str, data: st.DataObject) -> None:
    drawing = data.draw(st.composite(texts)(SAMPLES[kind]))
    assert fits(drawing) == []
    for slack in (PRINT_SLACK, WEB_SLACK):
        for width in (NARROW, WIDE):
            assert problems(lay_out(drawing, slack, width)) == []


@pytest.mark.parametrize("kind", sorted(WRITTEN))
@settings(max_examples=10)
@given(data=st.data())
def test_where_one_writes_nothing_else_stands(kind: str, data: st.DataObject) -> None:
    sample = WRITTEN[kind]
    hints = [data.draw(wordy(24)) if part.title else "" for part in sample.parts]
    drawing = replace(
        sample,
        parts=tuple(
            replace(part, label=data.draw(wordy(14)), title=hint)
            for part, hint in zip(sample.parts, hints, strict=True)
        ),
    )
    layout = lay_out(drawing, PRINT_SLACK, WIDE)
    canvas = Box(0, 0, layout.width, layout.height)
    assert len(layout.places) == len(drawing.parts)
    assert all(canvas.holds(place) and place.width > 80 and place.height > 24 for place in layout.places)
    assert all(canvas.holds(line) and line.width > 80 for line in layout.rules)
    boxes = [*layout.places, *(label.box for label in layout.labels)]
    assert fits(drawing) or not meetings(boxes)


@pytest.mark.parametrize("count", range(3, 11))
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_places_of_a_web_stand_apart_however_many(count: int, width: float) -> None:
    parts = tuple(DrawingPart(f"woord-{number}", f"Woord {number}") for number in range(count + 1))
    layout = lay_out(replace(WRITTEN["web"], parts=parts), PRINT_SLACK, width)
    boxes = [shape for group in ("centre", "shapes") for shape in layout.groups[group] if isinstance(shape, Box)]
    assert len(boxes) == count + 1
    assert not meetings(boxes)


@KINDS
def test_the_samples_fit(kind: str) -> None:
    assert fits(SAMPLES[kind]) == []
    assert problems(lay_out(SAMPLES[kind], WEB_SLACK)) == []


@pytest.mark.parametrize(
    ("kind", "path", "by"),
    [("rings", ("parts", 1, "label"), 3), ("spiral", ("parts", 1, "label"), 2), ("steps", ("parts", 1, "label"), 5)],
)
def test_a_name_past_its_limit_is_told_with_the_number_of_characters(
    kind: str, path: tuple[str | int, ...], by: int
) -> None:
    sample = SAMPLES[kind]
    name = ("lang genoeg om niet te passen in een figuur als deze")[: longest(sample, path)] + "x" * by
    found = fits(replace(sample, parts=(sample.parts[0], replace(sample.parts[1], label=name), *sample.parts[2:])))
    assert [(one.path, one.by) for one in found] == [(path, by)]


def test_a_name_that_is_too_wide_for_its_place_is_told_too() -> None:
    sample = replace(SAMPLES["circles"], centre="W" * 20)
    found = fits(sample)
    assert [one.path for one in found] == [("centre",)]
    assert fits(replace(sample, centre="W" * (20 - found[0].by))) == []


def test_points_cells_and_ends_are_found_at_their_place() -> None:
    columns = SAMPLES["columns"]
    part = replace(columns.parts[0], points=("kort", "lang " * 30))
    assert [one.path for one in fits(replace(columns, parts=(part, *columns.parts[1:])))] == [("parts", 0, "points", 1)]
    table = SAMPLES["table"]
    rows = (table.rows[0], ("Veenman", "lang " * 40, "Coach"))
    assert [one.path for one in fits(replace(table, rows=rows))] == [("rows", 1, 1)]
    axis = SAMPLES["axis"]
    assert [one.path for one in fits(replace(axis, axes=(DrawingAxis("Push", "P" * 29),)))] == [("axes", 0, "high")]

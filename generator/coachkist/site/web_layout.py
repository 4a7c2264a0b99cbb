"""The web of relations on a circle: entries along it, grouped by kind, and their relations as curves across.

Pure geometry, in units of the drawing; angles in degrees, clockwise from three o'clock.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RADIUS = 372
"""Of the circle on which the entries stand."""

ROOM = 262
"""For a title outside the circle."""

SIZE = 2 * (RADIUS + ROOM)
"""Width and height of the drawing; its origin is the middle."""

_GAP = 3.0
"""Empty places between two groups."""

_START = -128.0
_SWEEPS = 12
# Curves between two groups gather in a bundle: so far from their own angle to their group's middle, at this radius.
_GATHER = 0.72
_WAIST = 0.36


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry stands; `turned` in the left half, where titles would hang upside down."""

    entry: str
    angle: float
    turned: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A relation: the two entries, and the curve as an SVG path."""

    first: str
    second: str
    path: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed; `arcs` has for each group the path of its stretch of the circle."""

    spots: tuple[Spot, ...]
    curves: tuple[Curve, ...]
    arcs: Mapping[str, str]


def laid_out(groups: Mapping[str, Sequence[str]], pairs: Sequence[tuple[str, str]], fixed: str) -> Layout:
    """Places the entries of `groups` and draws `pairs` of them.

    Within a group, entries stand near those that they relate to, so that curves cross less; the group `fixed` keeps its
    own order.
    """
    filled = {name: list(entries) for name, entries in groups.items() if entries}
    near: dict[str, list[str]] = {entry: [] for entries in filled.values() for entry in entries}
    for first, second in pairs:
        near[first].append(second)
        near[second].append(first)
    for _ in range(_SWEEPS):
        for name, entries in filled.items():
            if name != fixed:
                angles = _angles(filled)
                middle = _middle(entries, angles)
                entries.sort(key=lambda entry: (_pull(entry, near, angles, middle), entry))
    angles = _angles(filled)
    spots = tuple(Spot(entry, round(angle, 2), 90 < angle % 360 < 270) for entry, angle in angles.items())
    middles = {entry: _middle(entries, angles) for entries in filled.values() for entry in entries}
    curves = tuple(Curve(*pair, _curve(*((angles[entry], middles[entry]) for entry in pair))) for pair in pairs)
    arcs = {name: _arc(angles[entries[0]], angles[entries[-1]], _step(filled)) for name, entries in filled.items()}
    return Layout(spots, curves, arcs)


def _step(groups: Mapping[str, Sequence[str]]) -> float:
    return 360 / (sum(map(len, groups.values())) + _GAP * len(groups))


def _angles(groups: Mapping[str, Sequence[str]]) -> dict[str, float]:
    angles: dict[str, float] = {}
    place, step = 0.0, _step(groups)
    for entries in groups.values():
        for entry in entries:
            angles[entry] = _START + place * step
            place += 1
        place += _GAP
    return angles


def _middle(entries: Sequence[str], angles: Mapping[str, float]) -> float:
    return sum(angles[entry] for entry in entries) / len(entries)


def _pull(entry: str, near: Mapping[str, Sequence[str]], angles: Mapping[str, float], middle: float) -> float:
    """How far from the middle of its group an entry is drawn by what it relates to: seen across, left is right."""
    turns = [math.remainder(angles[other] - middle - 180, 360) for other in near[entry]]
    outside = [turn for other, turn in zip(near[entry], turns, strict=True) if abs(angles[other] - middle) > 1]
    return -round(sum(outside) / len(outside), 6) if outside else 0.0


def _point(angle: float, radius: float) -> tuple[float, float]:
    return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))


def _curve(first: tuple[float, float], second: tuple[float, float]) -> str:
    """From one entry to another; each as its angle and the middle of its group."""
    controls = []
    for (angle, middle), (other, other_middle) in ((first, second), (second, first)):
        if middle == other_middle:
            # Within a group, curves stay near the rim, the deeper the further they go.
            depth = 0.9 - 0.75 * abs(math.remainder(other - angle, 360)) / 180
            controls.append(_point(angle, RADIUS * max(_WAIST, depth)))
        else:
            controls.append(_point(angle + _GATHER * (middle - angle), RADIUS * _WAIST))
    ends = [_point(first[0], RADIUS - 12), *controls, _point(second[0], RADIUS - 12)]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = ends
    return f"M{x1:.1f} {y1:.1f}C{x2:.1f} {y2:.1f} {x3:.1f} {y3:.1f} {x4:.1f} {y4:.1f}"


def _arc(first: float, last: float, step: float) -> str:
    (x1, y1), (x2, y2) = _point(first - step / 2, RADIUS - 7), _point(last + step / 2, RADIUS - 7)
    large = int(last - first + step > 180)
    return f"M{x1:.1f} {y1:.1f}A{RADIUS - 7} {RADIUS - 7} 0 {large} 1 {x2:.1f} {y2:.1f}"

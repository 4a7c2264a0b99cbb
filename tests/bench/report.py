"""How figures are shown: a ratio, the goal, and the measurements behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. `goal` is the largest ratio we are content with; `figures` are what was measured."""

    name: str
    ratio: float
    goal: float
    figures: str

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio <= self.goal


def table(rows: Sequence[Row]) -> str:
    """`rows` as a Markdown table."""
    lines = ["| what | ratio | goal | measured |", "| --- | --- | --- | --- |"]
    for row in rows:
        verdict = "" if row.met else " **missed**"
        lines.append(f"| {row.name} | {row.ratio:.2f}{verdict} | ≤ {row.goal:.1f} | {row.figures} |")
    return "\n".join(lines)

"""HTML at the margin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coachkist.writers.html import to_margin

LINES = st.text("ab \n\r\x0b\x1d\x85\N{LINE SEPARATOR}\N{NO-BREAK SPACE}<", max_size=30)


@given(LINES, st.integers(0, 30))
def test_lines_stand_at_the_margin_and_none_is_empty(text: str, at_once: int) -> None:
    stripped = (line.strip(" ") for line in text.splitlines())
    assert to_margin(text, at_once) == "\n".join(line for line in stripped if line)

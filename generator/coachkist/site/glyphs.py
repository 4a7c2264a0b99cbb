"""Characters that our typeface lacks: told at their place, before the typesetter stumbles over them."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.catalogue.catalogue import Loaded
from coachkist.diagnostics import Problem
from coachkist.memory import Memory, Same
from coachkist.model.base import Entry
from coachkist.typeset.glyphs import Coverage


def glyph_problems(entry: Loaded[Entry], coverage: Coverage, memory: Memory) -> list[Problem]:
    """A problem for each text of `entry` with a character that cannot be printed."""
    return memory.recall_next_time(
        ("glyphs", entry.path), lambda: Same(entry), lambda: list(_unprintable(entry, coverage))
    )


def _unprintable(entry: Loaded[Entry], coverage: Coverage) -> Iterator[Problem]:
    # Nearly always the whole file is fine, and then there is no need to go through its texts.
    if not coverage.missing(entry.gist.characters.replace("\n", " ")):
        return
    for item in entry.texts:
        for character in sorted(coverage.missing(item.text.source.replace("\n", " "))):
            place = item.place.within(character)
            yield place.problem("character-no-glyph", character=character, code=f"U+{ord(character):04X}")

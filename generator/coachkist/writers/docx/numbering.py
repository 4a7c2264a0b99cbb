"""Bullets and numbers. Every numbered list is a list of its own, so that each begins at 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from coachkist.writers.docx.look import FONT, SYMBOLS, Look
from coachkist.writers.docx.xml import NOTHING, Xml, part, twips, w

_DEPTH = 6


class Marker(IntEnum):
    """What stands before an item; the value is the number of the abstract list."""

    BULLET = 1
    NUMBER = 2
    USE = 3
    AVOID = 4
    QUESTION = 5
    TIP = 6
    MATERIAL = 7
    STEP = 8


_SIGNS = {
    Marker.BULLET: ("•", FONT),
    Marker.USE: ("✓", SYMBOLS),
    Marker.AVOID: ("×", FONT),
    Marker.QUESTION: ("?", FONT),
    Marker.TIP: ("→", FONT),
    Marker.MATERIAL: ("□", SYMBOLS),
}
_COUNTED = frozenset({Marker.NUMBER, Marker.STEP})


@dataclass
class Lists:
    """The lists of a file, in order; `list_of` gives the number to refer to one by."""

    _made: list[Marker] = field(default_factory=list)

    def list_of(self, marker: Marker) -> int:
        """A list with `marker`: a new one where items are counted, else the one that there is."""
        if marker not in _COUNTED and marker in self._made:
            return self._made.index(marker) + 1
        self._made.append(marker)
        return len(self._made)

    def part(self, look: Look) -> bytes:
        """The file that defines the lists."""
        abstract = [_abstract(marker, look) for marker in Marker]
        return part("numbering", *abstract, *(_list(n, marker) for n, marker in enumerate(self._made, 1)))


def _list(number: int, marker: Marker) -> Xml:
    restart = w("lvlOverride", w("startOverride", val=1), ilvl=0) if marker in _COUNTED else NOTHING
    return w("num", w("abstractNumId", val=int(marker)), restart, numId=number)


def _abstract(marker: Marker, look: Look) -> Xml:
    levels = (_level(marker, depth, look) for depth in range(_DEPTH))
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=int(marker))


def _level(marker: Marker, depth: int, look: Look) -> Xml:
    indent = 5.0 * (depth + 1)
    sign, font = _SIGNS.get(marker, ("%" + str(depth + 1) + ("" if marker is Marker.STEP else "."), FONT))
    bold = NOTHING if marker in {Marker.BULLET, Marker.TIP, Marker.MATERIAL, Marker.USE} else w("b")
    fonts = w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, hint="default")
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if marker in _COUNTED else "bullet"),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(indent), hanging=twips(5))),
        w("rPr", fonts, bold, w("i", val=0), w("color", val=look.ink)),
        ilvl=depth,
    )

"""What is remembered while a Word file is written: numbers given out, pictures, links, lists and places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from coachkist.document.blocks import Furniture
from coachkist.writers.docx.look import Look
from coachkist.writers.docx.numbering import Lists
from coachkist.writers.docx.pictures import Picture
from coachkist.writers.docx.xml import Xml, w

_LONGEST_NAME = 40
"""Word takes no longer names of bookmarks."""


@dataclass
class Bookmarks:
    """Names of places that Word takes, for our anchors; what has none is not in this file."""

    _names: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def add(self, anchors: Iterable[str], prefix: str) -> None:
        """Give each of `anchors` a name that no other place has."""
        for anchor in anchors:
            name = f"{prefix}_{re.sub('[^A-Za-z0-9]', '_', anchor)}"[:_LONGEST_NAME]
            number = 2
            while name in self._taken:
                name = f"{name[: _LONGEST_NAME - 4]}_{number}"
                number += 1
            self._taken.add(name)
            self._names[f"{prefix}:{anchor}"] = name

    def name(self, anchor: str, prefix: str = "at") -> str | None:
        """The name of a place, or None."""
        return self._names.get(f"{prefix}:{anchor}")


@dataclass
class Pen:
    """The state of a file that is being written.

    `titles`: what each field is called in full, by name; `pages`: on which page a place
    stands in the PDF, shown until Word has counted; `spare`: millimetres that growing blocks may fill, in order.
    """

    look: Look
    language: str
    furniture: Furniture
    draw: Callable[[Mapping[str, Any]], Picture]
    titles: Mapping[str, str]
    pages: Mapping[str, int] = field(default_factory=dict)
    spare: list[float] = field(default_factory=list)
    hues: Sequence[str] = ()
    """The colours of groups of cards."""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    lists: Lists = field(default_factory=Lists)
    pictures: dict[bytes, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    """The titles of a book's parts, for their heads."""
    thin: bool = False
    """Whether it is a book of few pages."""
    prefix: str = ""
    """What stands before the names of fields: in a book, the id of the sheet and a dot."""
    _last: int = 0
    _drawn: dict[str, Picture] = field(default_factory=dict)

    @property
    def words(self) -> Mapping[str, str]:
        """Printed words by key."""
        return self.furniture.words

    def number(self) -> int:
        """A number that nothing else in the file has."""
        self._last += 1
        return self._last

    def title(self, name: str) -> str:
        """What the field `name` is called, by itself."""
        return self.titles.get(self.prefix + name, name)

    def picture(self, what: Mapping[str, Any]) -> Picture:
        """The picture `what`; the same is drawn once."""
        key = repr(sorted(what.items()))
        if key not in self._drawn:
            self._drawn[key] = self.draw(what)
        return self._drawn[key]

    def relation(self, picture: Picture) -> str:
        """By what `picture` is referred to."""
        return self.pictures.setdefault(picture.png, f"beeld{len(self.pictures) + 1}")

    def link(self, url: str) -> str:
        """By what the address `url` is referred to."""
        # Word refuses a whole file for one address that is none.
        address = quote(url, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    @contextmanager
    def inside(self, anchor: str) -> Iterator[None]:
        """Within the chapter `anchor`, whose id stands before the names of its fields."""
        self.prefix = f"{anchor}."
        yield
        self.prefix = ""

    def rest(self) -> float:
        """How many millimetres the next growing block may fill."""
        return self.spare.pop(0) if self.spare else 0.0

    def marked(self, content: Xml, anchor: str, prefix: str = "at") -> Xml:
        """`content` as the place `anchor`, where that has a name."""
        name = self.bookmarks.name(anchor, prefix)
        if name is None:
            return content
        number = self.number()
        return Xml(w("bookmarkStart", id=number, name=name) + content + w("bookmarkEnd", id=number))

"""What surrounds the content of a document. Writers import it from `coachkist.document.blocks`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds the content: names, edition and the words printed in heads and feet."""

    brand: str
    publisher: str
    version: str
    date: str
    """The edition's date, as Dutch readers write it."""
    timestamp: int
    """The edition's date in Unix seconds, for reproducible files."""
    licence: str
    colour: str
    """The accent colour, `#rrggbb`."""
    words: dict[str, str]
    """Printed words by key (`paper.*` of the strings file), such as `page` and `contents`."""
    school: bool = False
    """Whether this is a school's own edition; `brand` is then its name."""
    logo: str = ""
    """The school's logo as SVG; empty where there is none."""
    address: tuple[str, ...] = ()
    """Where the school is, line by line, and its website."""
    site_url: str = ""
    """Where this edition's site stands, with a slash at the end; empty where that is not known."""

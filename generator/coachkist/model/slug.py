"""Ids made of words."""

from __future__ import annotations

import re
import unicodedata

from coachkist.model.base import LONGEST_ID

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that no file may have on Windows."""


def slug(text: str) -> str:
    """Make the id that `text` most resembles, or nothing where no id can be made of it."""
    bare = unicodedata.normalize("NFKD", text.removesuffix(".yml").casefold())
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", letters.replace("'", "").replace("’", ""))
    found = "-".join(words).lstrip("0123456789-")[:LONGEST_ID].rstrip("-")
    return found if not RESERVED.fullmatch(found) else ""

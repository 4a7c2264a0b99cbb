"""The order of the alphabet, as a reader looks for a word."""

from __future__ import annotations

import unicodedata


def alphabetical(text: str) -> str:
    """What `text` is sorted by: without capitals, accents, and what stands before its first letter or figure."""
    bare = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    first = next((place for place, char in enumerate(letters) if char.isalnum()), 0)
    return letters[first:]

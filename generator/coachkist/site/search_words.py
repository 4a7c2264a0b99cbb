"""Words as search sees them, and the running text of a document.

`words` is the twin of `words()` in `web/search/words.js`; a test holds them together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

from coachkist.document.blocks import Chapter, Heading, Index, References, Related
from coachkist.markup.inline import Inline, plain

_IN_WORDS = re.compile("['’ʼ\u00ad\u200b-\u200d]")
"""What stands inside words and is left out: `collega's` becomes `collegas`."""
_WORD = re.compile(r"[^\W_]+")
_LABELS = frozenset({"label", "value", "title"})
"""Plain strings of blocks that a reader sees; the others are names, anchors and pictograms."""
_SKIPPED = (Chapter, Index, Related, Heading)
"""What repeats or names other entries, which have pages of their own; and headings, which count for more."""
_INLINE = get_args(Inline)


def words(text: str) -> list[str]:
    """The words of `text`: without capitals, accents and apostrophes, split at all that is no letter or digit."""
    plain = _IN_WORDS.sub("", text)
    if not plain.isascii():  # most texts are, and taking accents off letter by letter is slow
        spread = unicodedata.normalize("NFKD", plain)
        plain = _IN_WORDS.sub("", "".join(one for one in spread if unicodedata.category(one)[0] != "M"))
    return _WORD.findall(plain.lower())


def texts_of(block: object) -> Iterator[str]:
    """Every text below `block` that a reader sees, headings excluded."""
    if isinstance(block, tuple):
        yield from _texts_of_items(block)
    elif isinstance(block, References):
        yield from block.items
    elif is_dataclass(block) and not isinstance(block, (*_SKIPPED, type)):
        for field in fields(block):
            value = getattr(block, field.name)
            if not isinstance(value, str):
                yield from texts_of(value)
            elif field.name in _LABELS:
                yield value


def _texts_of_items(items: tuple[object, ...]) -> Iterator[str]:
    """The texts of a tuple; inlines side by side are one text, so that a word half in bold stays one word."""
    if items and all(isinstance(item, _INLINE) for item in items):
        yield plain(items)  # type: ignore[arg-type]
        return
    for item in items:
        yield from texts_of(item)

"""The words of the interface, by key. Every text a coach or trainer reads comes from `content/strings/nl.yml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_PLACE = re.compile(r"\{(\w+)\}")


class MissingStringError(KeyError):
    """A key without a text: a mistake of ours, never of an author."""


class Strings:
    """Texts by dotted key, such as `enum.setting.team`, with `{name}` placeholders."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._texts = dict(_flatten(tree, ""))

    def mapped(self, change: Callable[[str], str]) -> Strings:
        """These texts, each passed through `change`; how an edition puts its own words in."""
        return Strings({key: change(text) for key, text in self._texts.items()})

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key` with its placeholders filled from `values`; raises MissingStringError."""
        try:
            text = self._texts[key]
        except KeyError:
            raise MissingStringError(key) from None
        # In one pass: a value that itself holds braces, quoted from an author's text, stays as it is.
        return _PLACE.sub(lambda found: str(values.get(found[1], found[0])), text)

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """The text `<key>.one` or `<key>.other`, with `{n}` filled in."""
        return self(f"{key}.{'one' if count == 1 else 'other'}", n=count, **values)

    def section(self, prefix: str) -> dict[str, str]:
        """All texts under `prefix`, by the rest of their key."""
        start = prefix + "."
        return {key[len(start) :]: text for key, text in self._texts.items() if key.startswith(start)}


def _flatten(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value).strip()

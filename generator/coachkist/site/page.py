"""What the site consists of: pages and files, as pure data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from coachkist.writers.addresses import source_file

_UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]")

FrontValue: TypeAlias = str | bool | list[str] | dict[str, bool]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `url` relative to the site's root, plain `title` and `description`, and a body in Markdown.

    `front` holds what else the theme should know, such as the YAML file a page was made from.
    """

    url: str
    title: str
    description: str
    body: str
    front: Mapping[str, FrontValue] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The page's file, relative to the folder of pages."""
        return source_file(self.url)

    def with_front(self, **front: FrontValue) -> Page:
        """The same page, with more for the theme to know."""
        return replace(self, front={**self.front, **front})

    @property
    def content(self) -> bytes:
        """The file: front matter and body."""
        # MkDocs pastes these two into its templates as they are, so they are made safe here.
        front: dict[str, FrontValue] = {
            "title": html.escape(self.title),
            "description": html.escape(self.description),
            # The search index is ours (search_index.py); the engine's own stays empty.
            "search": {"exclude": True},
            **self.front,
        }
        lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in front.items())
        # In pieces: a page that lists thousands of entries is one of the largest things that a build holds.
        return b"---\n%s---\n\n%s\n" % (lines.encode(), self.body.strip().encode())


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes along as it is; `path` relative to the site's root."""

    path: str
    content: bytes


def compact_json(value: object) -> bytes:
    """`value` as a file for the browser, without a space or line end too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _yaml(value: FrontValue) -> str:
    """`value` as YAML on one line: JSON, with what YAML does not print written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: _escaped(ord(found[0])), text)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

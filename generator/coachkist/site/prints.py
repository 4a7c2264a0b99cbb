"""What is printed: each document's PDF and a picture of its first page, made once and kept."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from pypdf import PdfReader

from coachkist.document.blocks import Document
from coachkist.model.enums import Kind
from coachkist.site.cache import Cache, key_of
from coachkist.typeset.compiler import FONTS, Typesetter
from coachkist.writers.typst import TEMPLATES, Overflow, fit_problems, write_pdf, write_pngs
from coachkist.writers.typst_data import document_data

PREVIEW_PPI = 96
_PNG_SIZE = slice(16, 24)


@dataclass(frozen=True, slots=True)
class Print:
    """A document on paper: the PDF and its number of pages, and a PNG of page one with its size in pixels."""

    pdf: bytes
    pages: int
    preview: bytes

    @property
    def preview_size(self) -> tuple[int, int]:
        """Width and height of the picture, from its header."""
        header = self.preview[_PNG_SIZE]
        return int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")


class Printer:
    """Prints documents, from the cache where nothing changed. Typst starts only when something did."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def print(self, document: Document) -> Print:
        """The document on paper; raises TypesetError."""
        key = self._key(document)
        if (kept := self._kept(key)) is not None:
            return kept
        pdf = write_pdf(document, self._typesetter)
        # A workbook begins with its cover: no need to draw all the pages behind it.
        drawn = replace(document, blocks=()) if document.kind == Kind.WORKBOOK else document
        preview = write_pngs(drawn, self._typesetter, PREVIEW_PPI)[0]
        made = Print(pdf, len(PdfReader(io.BytesIO(pdf)).pages), preview)
        self._cache.put(f"{key}.pdf", made.pdf)
        self._cache.put(f"{key}.png", made.preview)
        self._cache.put(f"{key}.pages", str(made.pages).encode())
        return made

    def overflows(self, document: Document) -> list[Overflow]:
        """What does not fit on `document`'s paper; asked once for the same document."""
        key = f"{self._key(document)}.fit"
        if (kept := self._cache.get(key)) is not None:
            return [Overflow(**values) for values in json.loads(kept)]
        found = fit_problems(document, self._typesetter)
        values = [{"name": one.name, "field": one.field, "by_mm": one.by_mm} for one in found]
        self._cache.put(key, json.dumps(values).encode())
        return found

    def _kept(self, key: str) -> Print | None:
        pdf, preview, pages = (self._cache.get(f"{key}.{part}") for part in ("pdf", "png", "pages"))
        return Print(pdf, int(pages), preview) if pdf and preview and pages else None

    def _key(self, document: Document) -> str:
        data = json.dumps(document_data(document), ensure_ascii=False, sort_keys=True).encode()
        return key_of(self._tools, str(document.furniture.timestamp).encode(), data)

    @cached_property
    def _tools(self) -> bytes:
        """Everything but the document that decides what its paper looks like."""
        files = [path for folder in (TEMPLATES, FONTS) for path in sorted(folder.rglob("*")) if path.is_file()]
        parts = [part for path in files for part in (path.name.encode(), path.read_bytes())]
        return key_of(version("typst").encode(), str(PREVIEW_PPI).encode(), *parts).encode()

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(TEMPLATES)


def cache_at(root: Path) -> Cache:
    """The cache of the project at `root`."""
    return Cache(root / ".cache" / "prints")

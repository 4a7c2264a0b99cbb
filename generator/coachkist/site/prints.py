"""What is printed: each document's PDFs and a picture of its first page, made once and kept."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from pypdf import PdfReader

from coachkist.document.blocks import Board, Deck, Discs, Document, Poster
from coachkist.document.booklet import booklet
from coachkist.document.instrument import questions
from coachkist.model.enums import Kind, Paper
from coachkist.pdf.booklet import impose
from coachkist.pdf.form import write_form
from coachkist.pdf.tiles import write_tiles
from coachkist.site.cache import Cache, key_of
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.typst import TEMPLATES, Overflow, PdfOptions, fit_problems, write_pdf, write_pngs
from coachkist.writers.typst_data import document_data

PREVIEW_PPI = 96
_PNG_SIZE = slice(16, 24)

GREY, FORM, DOCX, BOOKLET, LARGE, TILES = "pdf-grey", "form", "docx", "booklet", "large", "tiles"
"""What a document may have besides its plain PDF: shades of grey, fields to fill in on a screen, a Word file, pages to
fold, large print, and A3 in sheets of A4 to glue."""

_SHOWN = (Deck, Discs, Board, Poster)
"""What is cut out or hung up: large already, or as large as its card."""

_GREY = PdfOptions(grey=True)

_PACKAGE = Path(__file__).parent.parent
_CODE = tuple(_PACKAGE / name for name in ("document", "figures", "typeset", "writers", "pdf"))
"""Where everything is that decides what paper looks like: templates, fonts and code."""


def _large_print(document: Document, typesetter: Typesetter) -> bytes:
    """In large print; nothing where that does not fit, which is no mistake of the author."""
    options = replace(_GREY, large=True)
    return b"" if fit_problems(document, typesetter, options) else write_pdf(document, typesetter, options)


def _folded(document: Document, typesetter: Typesetter) -> bytes:
    """Whoever folds paper has a printer, and most are black and white."""
    return impose(write_pdf(booklet(document), typesetter, _GREY)).content


_MAKERS: Mapping[str, Callable[[Document, Typesetter], bytes]] = {
    "pdf": write_pdf,
    GREY: lambda document, typesetter: write_pdf(document, typesetter, _GREY),
    FORM: write_form,
    DOCX: write_docx,
    LARGE: _large_print,
    TILES: lambda document, typesetter: write_tiles(document, typesetter, _GREY),
    BOOKLET: _folded,
}


def formats_by_nature(document: Document) -> tuple[str, ...]:
    """The formats that a sheet has without anybody asking: large print of what is read, tiles of what is on A3."""
    read = not any(isinstance(block, _SHOWN) for block in document.blocks)
    large = document.paper in (Paper.A3, Paper.A3_LANDSCAPE)
    return (*((LARGE,) if read else ()), *((TILES,) if large else ()))


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file, and its number of pages on paper."""

    content: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Print:
    """A document on paper: the PDF and its number of pages, and a PNG of page one with its size in pixels.

    `more`: other files of the same document, by format.
    """

    pdf: bytes
    pages: int
    preview: bytes
    more: Mapping[str, PrintFile] = field(default_factory=dict)

    @property
    def preview_size(self) -> tuple[int, int]:
        """Width and height of the picture, from its header."""
        header = self.preview[_PNG_SIZE]
        return int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")


class Printer:
    """Prints documents, from the cache where nothing changed. Typst starts only when something did."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def print(self, document: Document, more: Sequence[str] = ()) -> Print:
        """The document on paper, in the formats `more` besides; raises TypesetError and FormError."""
        key = self._key(document)
        pdf = self._file(key, "pdf", document)
        others = {name: self._file(key, name, document) for name in more}
        if (preview := self._cache.get(f"{key}.png")) is None:
            # A workbook begins with its cover: no need to draw all the pages behind it.
            drawn = replace(document, blocks=()) if document.kind == Kind.WORKBOOK else document
            preview = write_pngs(drawn, self._typesetter, PREVIEW_PPI)[0]
            self._cache.put(f"{key}.png", preview)
        return Print(pdf.content, pdf.pages, preview, {name: file for name, file in others.items() if file.content})

    def make(self, document: Document, name: str) -> bytes:
        """The document in one format, made anew; raises TypesetError and FormError."""
        content = _MAKERS[name](document, self._typesetter)
        if document.kind == Kind.WORKBOOK:
            self._typesetter.forget()
        return content

    def has(self, document: Document, more: Sequence[str] = ()) -> bool:
        """Whether all that `print` would give is kept."""
        key = self._key(document)
        return all(self._cache.has(f"{key}.{name}") for name in ("pdf", *more, "png"))

    def _file(self, key: str, name: str, document: Document) -> PrintFile:
        """The file in format `name`, made if it was not kept."""
        content, pages = self._cache.get(f"{key}.{name}"), self._cache.get(f"{key}.{name}.pages")
        if content is not None and pages is not None:
            return PrintFile(content, int(pages))
        content = self.make(document, name)
        made = PrintFile(content, self._pages(key, name, content, document))
        self._cache.put(f"{key}.{name}", made.content)
        self._cache.put(f"{key}.{name}.pages", str(made.pages).encode())
        return made

    def _pages(self, key: str, name: str, content: bytes, document: Document) -> int:
        """How many pages a file has; a Word file is laid out to have as many as the PDF."""
        if name == DOCX:
            return self._file(key, "pdf", document).pages
        return len(PdfReader(io.BytesIO(content)).pages) if content else 0

    def overflows(self, document: Document) -> list[Overflow]:
        """What does not fit on `document`'s paper; asked once for the same document."""
        key = f"{self._key(document)}.fit"
        if (kept := self._cache.get(key)) is not None:
            return [Overflow(**values) for values in json.loads(kept)]
        found = fit_problems(document, self._typesetter)
        values = [{"name": one.name, "field": one.field, "by_mm": one.by_mm} for one in found]
        self._cache.put(key, json.dumps(values).encode())
        return found

    def _key(self, document: Document) -> str:
        asked = [asdict(question) for question in questions(document)]
        made_of = {"paper": document_data(document), "asked": asked}
        data = json.dumps(made_of, ensure_ascii=False, sort_keys=True).encode()
        return key_of(self._tools, str(document.furniture.timestamp).encode(), data)

    @cached_property
    def _tools(self) -> bytes:
        """Everything but the document that decides what its paper looks like."""
        files = [path for folder in _CODE for path in sorted(folder.rglob("*.*")) if path.suffix != ".pyc"]
        parts = [part for path in files for part in (path.name.encode(), path.read_bytes())]
        return key_of(
            version("typst").encode(), version("python-docx").encode(), str(PREVIEW_PPI).encode(), *parts
        ).encode()

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(TEMPLATES)


def cache_at(root: Path) -> Cache:
    """The cache of the project at `root`."""
    return Cache(root / ".cache" / "prints")

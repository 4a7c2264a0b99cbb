"""Everything an edition has on paper, in folders and under names that a person understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Document
from coachkist.model.enums import Form, Kind
from coachkist.model.sheet import CriteriaBlock, DeckBlock, Sheet
from coachkist.model.sheet_pieces import BoardBlock, DiscsBlock
from coachkist.model.sheet_reading import PosterBlock
from coachkist.site.prints import BOOKLET, DOCX, FORM, GREY, TILES, formats_by_nature

PDF = "pdf"
LONGEST_NAME = 90
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
ENDINGS = {PDF: "pdf", GREY: "pdf", FORM: "pdf", BOOKLET: "pdf", TILES: "pdf", DOCX: "docx"}
"""What is in the set. Large print is not: whoever needs it finds it on the page of a sheet."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file of the print set: where it comes, and which document it is in which format."""

    path: str
    document: Document
    format: str

    @property
    def folder(self) -> str:
        """The folder it is in."""
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.partition("/")[2]


def print_set(catalogue: Catalogue, documents: Mapping[str, Document], only: Iterable[str] = ()) -> list[PaperFile]:
    """Every file, by folder and title; with `only`, those of the entries with these ids."""
    wanted = set(only)
    papers = [*catalogue.workbooks, *catalogue.sheets]
    files = [file for name in papers if not wanted or name in wanted for file in _files(catalogue, documents[name])]
    return list(_told_apart(files))


def formats_of(catalogue: Catalogue, document: Document) -> tuple[str, ...]:
    """What is made of a sheet or workbook besides its PDF in colour."""
    if (workbook := catalogue.workbooks.get(document.id)) is not None:
        return (GREY, BOOKLET, DOCX) if workbook.value.booklet else (GREY, DOCX)
    sheet = catalogue.sheets.get(document.id)
    if sheet is None:
        return ()
    asked = {Form.FORM: FORM, Form.DOCX: DOCX}
    forms = (format_ for form, format_ in asked.items() if form in sheet.value.forms)
    return (GREY, *forms, *formats_by_nature(document))


def safe_name(text: str) -> str:
    """`text` as the name of a file or folder on any system."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(". ")[:LONGEST_NAME].rstrip(". ")
    return f"_{name}" if not name or _RESERVED.match(name) else name


def _files(catalogue: Catalogue, document: Document) -> Iterator[PaperFile]:
    strings = catalogue.strings
    folder = safe_name(strings(f"pack.folder.{_folder(catalogue, document)}"))
    formats = (PDF, *(format_ for format_ in formats_of(catalogue, document) if format_ in ENDINGS))
    # What a school prints on carries the plain name, the other says how it differs.
    ink = catalogue.school.value.paper.ink if catalogue.school is not None else "grey"
    plain = GREY if ink == "grey" and GREY in formats else PDF
    for format_ in sorted(formats, key=lambda one: one != plain):
        mark = "" if format_ in {plain, DOCX} else f" ({strings(f'pack.format.{format_}')})"
        yield PaperFile(f"{folder}/{safe_name(document.title)}{mark}.{ENDINGS[format_]}", document, format_)


def _folder(catalogue: Catalogue, document: Document) -> str:
    if document.kind == Kind.WORKBOOK:
        return "workbooks"
    return _sheet_folder(catalogue.sheets[document.id].value)


def _sheet_folder(sheet: Sheet) -> str:
    """What a sheet is called by who looks for it."""
    for folder, kinds in _FOLDERS.items():
        if any(isinstance(block, kinds) for block in sheet.blocks):
            return folder
    return "sheets"


_FOLDERS: Mapping[str, tuple[type, ...]] = {
    "criteria": (CriteriaBlock,),
    "cards": (DeckBlock,),
    "table": (BoardBlock, DiscsBlock),
    "posters": (PosterBlock,),
}


def _told_apart(files: Iterable[PaperFile]) -> Iterator[PaperFile]:
    """The same files; where two would have one name, on a system without capitals, the later is numbered."""
    taken: set[str] = set()
    for file in files:
        stem, dot, ending = file.path.rpartition(".")
        path, number = file.path, 2
        while path.casefold() in taken:
            path = f"{stem} {number}{dot}{ending}"
            number += 1
        taken.add(path.casefold())
        yield PaperFile(path, file.document, file.format)

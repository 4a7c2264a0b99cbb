"""The file itself: parts and how they are related, zipped so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from coachkist.writers.docx.xml import NOTHING, part, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Document

_CONTENTS = "[Content_Types].xml"
_EARLIEST = 315_532_800
"""Zip knows no dates before 1980; in Unix seconds."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a file is made of. `furniture`: heads and feet by the id that sections refer to; `pictures` likewise."""

    body: bytes
    styles: bytes
    numbering: bytes
    settings: bytes
    furniture: Mapping[str, bytes]
    pictures: Mapping[str, bytes]
    links: Mapping[str, str] = field(default_factory=dict)


def settings_part(language: str, *, book: bool) -> bytes:
    """How Word treats the file: no hyphens of its own; in a `book`, facing pages, and fields that it works out."""
    compatible = w(
        "compat",
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
    return part(
        "settings",
        w("mirrorMargins") if book else NOTHING,
        w("defaultTabStop", val=twips(10)),
        w("autoHyphenation", val=0),
        w("evenAndOddHeaders") if book else NOTHING,
        w("updateFields", val=1) if book else NOTHING,
        compatible,
        w("themeFontLang", val=language),
    )


def pack(document: Document, parts: Parts, language: str) -> bytes:
    """The bytes of the file."""
    package = Package()
    main = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN, parts.body)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    for name, kind, relation, content in (
        ("styles", CT.WML_STYLES, RT.STYLES, parts.styles),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, parts.numbering),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, parts.settings),
    ):
        main.load_rel(relation, _part(f"/word/{name}.xml", kind, content), name)
    for name, content in parts.furniture.items():
        kinds = (CT.WML_HEADER, RT.HEADER) if name.startswith("kop") else (CT.WML_FOOTER, RT.FOOTER)
        main.load_rel(kinds[1], _part(f"/word/{name}.xml", kinds[0], content), name)
    for name, content in parts.pictures.items():
        main.load_rel(RT.IMAGE, _part(f"/word/media/{name}.png", CT.PNG, content), name)
    for name, url in parts.links.items():
        main.load_rel(RT.HYPERLINK, url, name, is_external=True)
    _describe(package, document, language)
    written = io.BytesIO()
    package.save(written)
    return _dated(written, document.furniture.timestamp)


def _part(name: str, kind: str, content: bytes) -> Part:
    return Part(PackURI(name), kind, content)


def _describe(package: Package, document: Document, language: str) -> None:
    properties, furniture = package.core_properties, document.furniture
    when = datetime.fromtimestamp(furniture.timestamp, UTC).replace(tzinfo=None)
    properties.title = _short(document.title)
    properties.subject = _short(document.summary)
    properties.author = _short(furniture.publisher or furniture.brand)
    properties.last_modified_by = _short(furniture.brand)
    properties.comments = _short(furniture.licence)
    properties.version = _short(furniture.version)
    properties.language = language
    properties.created = properties.modified = when


def _short(text: str) -> str:
    """As much as a property takes, of characters that it takes."""
    return "".join(character if character.isprintable() else " " for character in text)[:255]


def _dated(written: io.BytesIO, timestamp: int) -> bytes:
    """The same entries in a fixed order, all dated `timestamp`; what a reader wants first stands first."""
    when = datetime.fromtimestamp(max(timestamp, _EARLIEST), UTC).timetuple()[:6]
    result = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENTS, name)):
            entry = zipfile.ZipInfo(name, when)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            stored = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name), stored, compresslevel=9)
    return result.getvalue()

"""Word files, read back: their parts, and an outline of what they hold that a person can check."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(file: bytes, name: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(parts(file)[name])


def text_of(element: ET.Element) -> str:
    """The characters that somebody reads: with tabs and line breaks, without the codes of fields."""
    found = []
    for one in element.iter():
        if one.tag == f"{W}t":
            found.append(one.text or "")
        elif one.tag in {f"{W}tab", f"{W}br"} and one.get(f"{W}val") is None:
            found.append("\t" if one.tag == f"{W}tab" else "\n")
    return "".join(found)


def value(element: ET.Element, path: str) -> str:
    """The `w:val` of the first element at `path`, or an empty string."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def controls(file: bytes) -> list[tuple[str, str]]:
    """Tag and title of each content control, in order."""
    found = [one.find(f"{W}sdtPr") for one in tree(file).iter(f"{W}sdt")]
    return [(value(one, "tag"), value(one, "alias")) for one in found if one is not None and value(one, "tag")]


def outline(file: bytes) -> str:
    """A line a paragraph: its style between brackets, its text, its controls between braces; tables are indented."""
    body = tree(file).find(f"{W}body")
    assert body is not None
    return "\n".join(_blocks(body, "")) + "\n"


def _blocks(parent: ET.Element, indent: str) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, indent)
        elif child.tag == f"{W}tbl":
            yield from _table(child, indent)
        elif child.tag == f"{W}sdt":
            yield f"{indent}{{{value(child, 'sdtPr/tag') or 'inhoud'}}}"
            content = child.find(f"{W}sdtContent")
            assert content is not None
            yield from _squeezed(list(_blocks(content, indent + "  ")))
        elif child.tag == f"{W}sectPr":
            yield indent + _section(child)


def _paragraph(paragraph: ET.Element, indent: str) -> Iterator[str]:
    style = value(paragraph, "pPr/pStyle") or "Normal"
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    new_page = " ⏎" if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None else ""
    if style != "Ruimte" or new_page or _pictures(paragraph):
        listed = f" #{value(paragraph, 'pPr/numPr/numId')}" if paragraph.find(f"{W}pPr/{W}numPr") is not None else ""
        inline = "".join(f" {{{value(one, 'sdtPr/tag')}}}" for one in paragraph.iter(f"{W}sdt"))
        fields = "".join(f" <{one.get(f'{W}instr', '').strip()}>" for one in paragraph.iter(f"{W}fldSimple"))
        codes = "".join(f" <{(one.text or '').strip()}>" for one in paragraph.iter(f"{W}instrText"))
        places = "".join(f" @{one.get(f'{W}name')}" for one in paragraph.iter(f"{W}bookmarkStart"))
        words = " ".join(text_of(paragraph).replace("\N{NO-BREAK SPACE}", " ").split())
        line = f"[{style}{listed}{new_page}] {words}{inline}{fields}{codes}{places}{_pictures(paragraph)}"
        yield indent + line.rstrip()
    if section is not None:
        yield indent + _section(section)


def _pictures(paragraph: ET.Element) -> str:
    return "".join(f" (beeld: {one.get('descr')})" for one in paragraph.iter(f"{WP}docPr"))


def _table(table: ET.Element, indent: str) -> Iterator[str]:
    widths = [round(int(one.get(f"{W}w", "0")) * 25.4 / 1440) for one in table.iter(f"{W}gridCol")]
    yield f"{indent}tabel {' '.join(map(str, widths))}"
    for row in table.findall(f"{W}tr"):
        again = " (herhaald)" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
        yield f"{indent}  rij{again}"
        for cell in row.findall(f"{W}tc"):
            span = value(cell, "tcPr/gridSpan")
            yield f"{indent}    cel{f' over {span}' if span else ''}"
            yield from _blocks(cell, indent + "      ")


def _section(section: ET.Element) -> str:
    size, kind = section.find(f"{W}pgSz"), value(section, "type")
    assert size is not None
    width, height = (round(int(size.get(f"{W}{side}", "0")) * 25.4 / 1440) for side in "wh")
    columns = section.find(f"{W}cols")
    count = f", {columns.get(f'{W}num')} kolommen" if columns is not None else ""
    return f"--- sectie {width} x {height} mm, {kind}{count}"


def _squeezed(lines: list[str]) -> Iterator[str]:
    """Lines to write on as one line of the outline."""
    ruled = [line for line in lines if line.strip().startswith("[Schrijflijn") and line.strip().endswith("]")]
    if len(ruled) == len(lines) and lines:
        yield f"{lines[0].split('[')[0]}{len(lines)} schrijflijnen"
    else:
        yield from lines

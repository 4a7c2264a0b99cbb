"""What Word asks of a file, and what we promise of ours: order, names, pictures, and the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest

import coachkist
from coachkist.document.blocks import Document, Heading, Part
from coachkist.markup.inline import List, Paragraph
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.docx.pen import Bookmarks
from tests.writers import paper_samples as samples
from tests.writers.docx.reading import WP, W, parts, tree, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachkist.strings import Strings

SAMPLES = (
    samples.sheet,
    samples.two_page_sheet,
    samples.answers,
    samples.choosing,
    samples.posters,
    samples.table_top,
    samples.cards,
    samples.method,
    samples.workbook,
)
# Word refuses a file whose elements stand in another order; as ECMA-376 has them, those that we write.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl "
        "sectPr"
    ),
    "rPr": "rStyle rFonts b i color position sz szCs u lang",
    "tblPr": "tblStyle tblpPr tblW tblInd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "tcBorders": "top left bottom right",
    "tcMar": "top left bottom right",
    "sdtPr": "alias tag id docPartObj text date richText checkbox",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "settings": "mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders updateFields compat themeFontLang",
}


@pytest.fixture(scope="module")
def files(strings: Strings, typesetter: Typesetter) -> list[bytes]:
    return [write_docx(make(strings), typesetter) for make in SAMPLES]


def elements(file: bytes) -> list[ET.Element]:
    return [one for name, part in parts(file).items() if name.endswith(".xml") for one in ET.fromstring(part).iter()]


def test_elements_stand_in_the_order_that_word_wants(files: list[bytes]) -> None:
    seen = set()
    for element in (one for file in files for one in elements(file)):
        name = element.tag.rpartition("}")[2]
        if element.tag.startswith(W) and name in ORDER:
            known = ORDER[name].split()
            places = [known.index(child.tag.rpartition("}")[2]) for child in element]
            assert places == sorted(places), ET.tostring(element, "unicode")
            seen.add(name)
    assert seen == set(ORDER)


def test_cells_end_in_a_paragraph_and_tables_do_not_touch(files: list[bytes]) -> None:
    for file in files:
        for cell in tree(file).iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p"
        for parent in tree(file).iter():
            names = [child.tag for child in parent]
            assert (f"{W}tbl", f"{W}tbl") not in set(pairwise(names))


def test_rows_fill_their_columns(files: list[bytes]) -> None:
    tables = [table for file in files for table in tree(file).iter(f"{W}tbl")]
    assert len(tables) > 50
    for table in tables:
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            assert sum(int(value(cell, "tcPr/gridSpan") or 1) for cell in row.findall(f"{W}tc")) == columns


def test_every_style_that_is_used_exists_and_ours_have_dutch_names(files: list[bytes]) -> None:
    for file in files:
        styles = tree(file, "word/styles.xml").findall(f"{W}style")
        ids = {style.get(f"{W}styleId") for style in styles}
        used = {
            one.get(f"{W}val")
            for part in parts(file)
            if part.startswith("word/") and part.endswith(".xml")
            for one in tree(file, part).iter()
            if one.tag in {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"}
        }
        assert used <= ids
        own = {value(style, "name") for style in styles if style.get(f"{W}customStyle")}
        assert own
        assert all(name.startswith("Coachkist ") for name in own)


def test_word_finds_its_navigation(strings: Strings, typesetter: Typesetter) -> None:
    """As python-docx, which others read our files with, and Word see them: built-in headings with their levels."""
    read = docx.Document(io.BytesIO(write_docx(samples.method(strings), typesetter)))
    headings = [
        (one.style.name, one.text) for one in read.paragraphs if one.style and one.style.name.startswith("Head")
    ]
    assert headings[:3] == [
        ("Heading 1", "Kijken naar een les"),
        ("Heading 2", "Waarvoor dient het"),
        ("Heading 2", "Kies dit als"),
    ]
    assert read.core_properties.title == "Kijken naar een les"
    assert read.core_properties.language == "nl-BE"


def test_names_of_places_fit_and_stay_apart() -> None:
    bookmarks = Bookmarks()
    anchors = ["a" * 60, "a" * 61, "met-streep", "met_streep", "Ünïcode"]
    bookmarks.add(anchors, "at")
    names = [bookmarks.name(anchor) for anchor in anchors]
    assert len(set(names)) == len(anchors)
    assert all(name and len(name) <= 40 and name.replace("_", "").isalnum() and name.isascii() for name in names)
    assert bookmarks.name("nergens") is None


def test_numbers_are_given_out_once(files: list[bytes]) -> None:
    for file in files:
        body = tree(file)
        for tag in (f"{W}bookmarkStart", f"{WP}docPr"):
            ids = [one.get(f"{W}id") or one.get("id") for one in body.iter(tag)]
            assert len(ids) == len(set(ids))
        ids = [one.get(f"{W}val") for one in body.iter(f"{W}id")]
        assert len(ids) == len(set(ids))


def test_pictures_say_what_they_show_or_stand_beside_words_that_do(files: list[bytes]) -> None:
    for file in files:
        for paragraph in tree(file).iter(f"{W}p"):
            for picture in paragraph.iter(f"{WP}docPr"):
                assert picture.get("descr") or "".join(one.text or "" for one in paragraph.iter(f"{W}t")).strip()


def test_numbering_begins_anew_in_each_list(strings: Strings, typesetter: Typesetter) -> None:
    items = ((Paragraph(samples.text("een")),), (Paragraph(samples.text("twee")),))
    blocks = (List(items, ordered=True), Heading(2, samples.text("Kop")), List(items, ordered=True), samples.steps())
    file = write_docx(samples.document("method", blocks, strings), typesetter)
    used = [one.get(f"{W}val") for one in tree(file).iter(f"{W}numId")]
    counted = list(dict.fromkeys(used))
    restarted = {
        one.get(f"{W}numId"): value(one, "lvlOverride/startOverride")
        for one in tree(file, "word/numbering.xml").findall(f"{W}num")
    }
    assert [restarted[number] for number in counted if number] == ["1", "1", "1", ""]  # the last is a bullet of a step


def test_heads_of_tables_return_on_each_page(files: list[bytes]) -> None:
    repeated = [
        row for file in files for row in tree(file).iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert len(repeated) > 10


def test_only_a_book_asks_word_to_work_out_its_fields(strings: Strings, typesetter: Typesetter) -> None:
    sheet, book = (write_docx(make(strings), typesetter) for make in (samples.sheet, samples.workbook))
    assert b"updateFields" not in parts(sheet)["word/settings.xml"]
    assert b"updateFields" in parts(book)["word/settings.xml"]


def test_page_references_name_a_place_and_show_the_page_of_the_pdf(strings: Strings, typesetter: Typesetter) -> None:
    body = tree(write_docx(samples.workbook(strings), typesetter))
    places = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    fields = [one for one in body.iter(f"{W}fldSimple") if "PAGEREF" in one.get(f"{W}instr", "")]
    assert len(fields) > 12
    for one in fields:
        assert one.get(f"{W}instr", "").split()[1] in places
        assert "".join(part.text or "" for part in one.iter(f"{W}t")).isdigit()
    anchors = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= places


def test_what_is_not_in_the_book_gets_no_page(strings: Strings, typesetter: Typesetter) -> None:
    book = samples.workbook(strings)
    part = next(block for block in book.blocks if isinstance(block, Part))
    book = replace(book, blocks=(replace(part, chapters=part.chapters[:1]),))
    file = write_docx(book, typesetter)
    assert "Lees ook het andere stuk." in "".join(one.text or "" for one in tree(file).iter(f"{W}t"))


def test_grey_files_have_no_colour(strings: Strings, typesetter: Typesetter) -> None:
    def coloured(*, grey: bool) -> int:
        file = write_docx(samples.method(strings), typesetter, grey=grey)
        values = [
            text
            for element in elements(file)
            for key, text in element.attrib.items()
            if key in {f"{W}fill", f"{W}color"} or (element.tag == f"{W}color" and key == f"{W}val")
        ]
        return sum(len({text[at : at + 2] for at in (0, 2, 4)}) > 1 for text in values if text != "auto")

    assert coloured(grey=False) > 10
    assert coloured(grey=True) == 0


# --- the same every time -------------------------------------------------------------------------------------------

_OTHER_PROCESS = """
import hashlib, json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from tests.writers import paper_samples
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.typst import TEMPLATES
strings = Strings({"paper": json.loads(sys.argv[3])})
typesetter = Typesetter(TEMPLATES)
for make in (paper_samples.sheet, paper_samples.cards, paper_samples.workbook):
    print(hashlib.sha256(write_docx(make(strings), typesetter)).hexdigest())
"""


def in_another_process(words: str, seed: str) -> list[str]:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", _OTHER_PROCESS, str(Path(coachkist.__file__).parents[1]), str(root), words]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_the_same_bytes_twice_and_with_another_hash_seed(strings: Strings, typesetter: Typesetter) -> None:
    makers: list[Callable[[Strings], Document]] = [samples.sheet, samples.cards, samples.workbook]
    here = [hashlib.sha256(write_docx(make(strings), typesetter)).hexdigest() for make in makers]
    assert len(set(here)) == 3
    words = json.dumps(strings.section("paper"))
    assert in_another_process(words, "1") == in_another_process(words, "2") == here


def test_entries_have_the_date_of_the_edition_and_a_fixed_order(files: list[bytes]) -> None:
    for file in files:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            names = archive.namelist()
            assert names[0] == "[Content_Types].xml"
            assert names[1:] == sorted(names[1:])
            assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}

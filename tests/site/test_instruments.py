"""`instruments/<id>.json`: every question with its id and words; and the files a sheet offers, in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose
from coachkist.site.contents import SiteContents
from coachkist.site.instruments import InstrumentFile, instrument_files, schema_text
from coachkist.site.prints import FORM, GREY, Print, PrintFile
from tests.conftest import ROOT, Golden

BASE = ROOT / "tests" / "broken" / "base"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x20"


@pytest.fixture(scope="module")
def site() -> SiteContents:
    catalogue = load_catalogue(BASE).catalogue
    assert catalogue is not None
    documents = {entry.value.id: compose(entry, catalogue) for entry in catalogue.entries()}
    more = {FORM: PrintFile(b"form", 2), GREY: PrintFile(b"grey", 1)}
    return SiteContents(catalogue, documents, {"oefenblad": Print(b"%PDF", 1, PICTURE, more)})


def test_committed_schema_is_current(golden: Golden) -> None:
    golden(ROOT / "docs" / "schemas" / "instrument.schema.json", schema_text())


def test_a_sheet_that_asks_something_has_an_instrument(site: SiteContents) -> None:
    files = {Path(file.path).name: file.content for file in instrument_files(site)}
    assert sorted(files) == ["instrument.schema.json", "oefenblad.json"]
    made = InstrumentFile.model_validate_json(files["oefenblad.json"])
    assert made.version == site.catalogue.edition.version
    asked = {question.id: question for question in made.questions}
    assert len(asked) == len(made.questions)
    rust = asked["kijk.klimaat.rust"]
    assert (rust.kind, rust.number) == ("choice", "1.1")
    assert [(answer.id, answer.mark, answer.apart) for answer in rust.answers] == [
        ("nooit", "N", False),
        ("vaak", "V", False),
        ("niet-gezien", "?", True),
    ]
    assert asked["kijk.klimaat.rust.opmerking"].kind == "lines"
    assert json.loads(files["oefenblad.json"])["url"] == "bladen/oefenblad/"


def test_grey_comes_first_and_the_form_last(site: SiteContents) -> None:
    found = [
        (file.format, file.url.rpartition("/")[2], file.size, file.pages) for file in site.downloads_of("oefenblad")
    ]
    assert found == [
        ("pdf-grey", "oefenblad-grijs.pdf", 4, 1),
        ("pdf", "oefenblad.pdf", 4, 1),
        ("form", "oefenblad-invulbaar.pdf", 4, 2),
    ]

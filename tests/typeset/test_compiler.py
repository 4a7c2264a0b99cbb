"""The compiler stays inside its folder, and takes a warning for a failure."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coachkist.typeset.compiler import TypesetError, Typesetter

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '#set text(font: "Source Sans 3")\n#set document(title: "Proef")\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "templates"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    return root


def template(folder: Path, body: str) -> Typesetter:
    (folder / "a.typ").write_text(HEAD + body, encoding="utf-8")
    return Typesetter(folder)


def test_data_arrive_as_text_and_the_file_says_it_is_accessible(folder: Path) -> None:
    setter = template(folder, "#json(bytes(sys.inputs.data)).text")
    reader = PdfReader(io.BytesIO(setter.pdf("a.typ", {"text": "*niet* #vet $x$"}, 0)))
    assert reader.pages[0].extract_text().strip() == "*niet* #vet $x$"
    assert reader.xmp_metadata is not None
    assert b"pdfuaid:part>1" in reader.xmp_metadata.stream.get_data()


def test_the_date_is_the_one_given(folder: Path) -> None:
    setter = template(folder, "x")
    reader = PdfReader(io.BytesIO(setter.pdf("a.typ", {}, 1_000_000_000)))
    assert reader.metadata is not None
    assert str(reader.metadata["/CreationDate"]).startswith("D:20010909014640")


def test_one_picture_a_page(folder: Path) -> None:
    pictures = template(folder, "een #pagebreak() twee").png("a.typ", {}, 20)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_measurements_are_of_the_data_given(folder: Path) -> None:
    setter = template(folder, "#metadata(json(bytes(sys.inputs.data)))<fit>")
    assert setter.measurements("a.typ", {"by_mm": 1.5}) == [{"by_mm": 1.5}]
    assert setter.measurements("a.typ", {"by_mm": 2}) == [{"by_mm": 2}]


@pytest.mark.parametrize(
    "body",
    [
        '#set text(font: "Onbekend Lettertype")\nx',
        '#read("../secret.txt")',
        '#read("/../secret.txt")',
        '#import "@preview/cetz:0.3.0"',
        "#panic()",
        "= Kop\n=== Te diep",
        "#sys.inputs.nothing",
    ],
)
def test_what_must_not_happen_fails(folder: Path, body: str) -> None:
    with pytest.raises(TypesetError, match=r"a\.typ"):
        template(folder, body).pdf("a.typ", {}, 0)


def test_after_a_failure_the_next_document_is_fine(folder: Path) -> None:
    setter = template(folder, '#if "bad" in json(bytes(sys.inputs.data)) { panic() }\ngoed')
    with pytest.raises(TypesetError):
        setter.pdf("a.typ", {"bad": 1}, 0)
    assert setter.pdf("a.typ", {}, 0).startswith(b"%PDF")

"""Fillable PDF: every widget is named, explained and tagged, and what is filled in can be read back."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter

from coachkist.document.blocks import Block, Columns, Document, Fields, InputField
from coachkist.document.compose import compose
from coachkist.document.instrument import Question, questions
from coachkist.model.enums import Form
from coachkist.pdf.form import FormError, make_form, write_form
from coachkist.pdf.form_fields import ON, field_name
from coachkist.pdf.form_font import LAST, form_font
from coachkist.typeset.compiler import FONTS, Typesetter
from coachkist.typeset.glyphs import glyphs
from coachkist.typeset.widths import Widths
from coachkist.writers.typst import ENTRY, TEMPLATES
from coachkist.writers.typst_data import document_data
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.strings import Strings

PDF_JS = Path(__file__).parent / "node_modules" / "pdfjs-dist"
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
"""The one among the packages of the tests."""
TYPED = "Zoë zei: “kijk” …"


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


def everything(strings: Strings) -> Document:
    """Every kind of field, on more pages than one."""
    blocks: tuple[Block, ...] = (
        Fields((*samples.fields().items, InputField("plan", "Plan", "text", 12, 3))),
        samples.criteria(),
        Columns((samples.lines("sterk", "Sterk punt", grow=True), samples.lines("werk", "Werkpunt"))),
        samples.lines("vraag", "Vraag", 4),
        samples.grid(grow=True),
        samples.score(),
        samples.box(grow=True),
        samples.choices(),
        samples.choices(many=True),
        samples.tally(),
        samples.signature(),
        samples.diagram(),
    )
    return samples.document("sheet", blocks, strings)


@pytest.fixture(scope="module")
def form(strings: Strings, typesetter: Typesetter) -> bytes:
    return write_form(everything(strings), typesetter)


@pytest.fixture(scope="module")
def forms(catalogue: Catalogue, typesetter: Typesetter) -> list[tuple[Document, bytes]]:
    """Every sheet of the catalogue that can be filled in."""
    sheets = [loaded for loaded in catalogue.sheets.values() if Form.FORM in loaded.value.forms]
    assert len(sheets) > 35
    return [(document, write_form(document, typesetter)) for document in (compose(one, catalogue) for one in sheets)]


def widgets(reader: PdfReader) -> list[Any]:
    return [annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())]


def tags_of(reader: PdfReader) -> dict[int, Any]:
    """The structure elements by the number that a widget names."""
    root: Any = reader.trailer["/Root"]
    return dict(numbered(root["/StructTreeRoot"]["/ParentTree"]))


def numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = tree.get("/Nums", ())
    yield from ((int(numbers[at]), numbers[at + 1].get_object()) for at in range(0, len(numbers), 2))
    for kid in tree.get("/Kids", ()):
        yield from numbered(kid.get_object())


def test_every_question_has_its_widgets(form: bytes, strings: Strings) -> None:
    asked = {field_name(question.name): question for question in questions(everything(strings))}
    fields = PdfReader(io.BytesIO(form)).get_fields() or {}
    assert list(fields) == list(asked)
    assert {question.kind for question in asked.values()} == {"text", "lines", "date", "tick", "choice"}
    answers = {name: [kid.get_object() for kid in field["/Kids"]] for name, field in fields.items() if "/Kids" in field}
    for name, kids in answers.items():
        states = [next(state for state in kid["/AP"]["/N"] if state != "/Off") for kid in kids]
        assert states == [f"/{answer.id}" for answer in asked[name].answers]
        assert all(kid["/Parent"].get_object()["/T"] == name and "/T" not in kid for kid in kids)


def test_every_widget_is_explained_drawn_and_tagged_as_a_form(
    form: bytes, forms: list[tuple[Document, bytes]], strings: Strings
) -> None:
    seen = 0
    for document, pdf in [(everything(strings), form), *forms]:
        asked = {field_name(question.name): question for question in questions(document)}
        reader = PdfReader(io.BytesIO(pdf))
        tags = tags_of(reader)
        named = {name for widget in widgets(reader) for name in [check_widget(widget, asked, tags)]}
        assert named == set(asked), document.id
        seen += len(named)
    assert seen > 800


def check_widget(widget: Any, asked: dict[str, Question], tags: dict[int, Any]) -> str:
    """What holds for every widget: its name, its words, its parent and its structure element; gives the name."""
    parent = widget["/Parent"].get_object() if "/Parent" in widget else None
    name = str(parent["/T"] if parent is not None else widget["/T"])
    question = asked[name]
    assert (widget["/Subtype"], widget["/F"], "/N" in widget["/AP"]) == ("/Widget", 4, True)
    assert not {"/A", "/Contents", "/QuadPoints"} & set(widget)
    assert widget["/TU"].startswith(question.wording)
    assert (parent is not None) == (question.kind == "choice")
    if parent is not None:
        assert "/T" not in widget
        assert parent["/TU"] == question.wording
        assert any(kid.get_object()["/Rect"] == widget["/Rect"] for kid in parent["/Kids"])
    tag = tags[int(widget["/StructParent"])]
    role = {"tick": "/cb", "choice": "/rb"}.get(question.kind, "/tv")
    assert (tag["/S"], tag["/A"]["/O"], tag["/A"]["/Role"]) == ("/Form", "/PrintField", role)
    assert [kid["/Obj"].get_object()["/Rect"] for kid in tag["/K"]] == [widget["/Rect"]]
    return name


def test_the_file_stays_accessible_pdf(form: bytes) -> None:
    reader = PdfReader(io.BytesIO(form))
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/Lang"]
    assert root["/MarkInfo"]["/Marked"]
    assert all(str(page["/Tabs"]) == "/S" for page in reader.pages)
    assert "/FontFile2" in root["/AcroForm"]["/DR"]["/Font"]["/Tekst"]["/FontDescriptor"]


def test_places_lie_on_the_page_and_not_over_one_another(form: bytes) -> None:
    for page in PdfReader(io.BytesIO(form)).pages:
        places = [[float(edge) for edge in one.get_object()["/Rect"]] for one in page.get("/Annots", ())]
        for number, (left, bottom, right, top) in enumerate(places):
            assert 28 < left < right < 568
            assert 28 < bottom < top < 815
            assert right - left > 10
            assert top - bottom > 10
            for other in places[:number]:
                across = min(right, other[2]) - max(left, other[0])
                up = min(top, other[3]) - max(bottom, other[1])
                assert min(across, up) < 0.5


def test_the_same_bytes_again(form: bytes, strings: Strings) -> None:
    assert write_form(everything(strings), Typesetter(TEMPLATES)) == form


def test_places_and_questions_must_be_the_same(strings: Strings, typesetter: Typesetter) -> None:
    document = everything(strings)
    pdf = typesetter.pdf(ENTRY, document_data(document, form=True), 0)
    with pytest.raises(FormError, match="naam-te-veel"):
        make_form(pdf, (*questions(document), replace(questions(document)[0], name="naam-te-veel")))
    with pytest.raises(FormError, match="leerkracht"):
        make_form(pdf, questions(document)[1:])


def test_paper_has_no_places(strings: Strings, typesetter: Typesetter) -> None:
    pdf = typesetter.pdf(ENTRY, document_data(everything(strings)), 0)
    assert widgets(PdfReader(io.BytesIO(pdf))) == []


def values_for(pdf: bytes) -> dict[str, str]:
    """Something to fill in everywhere: a text, a tick, and one of the answers, each time another."""
    values = {}
    for number, (name, field) in enumerate((PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()):
        if field["/FT"] == "/Tx":
            values[name] = TYPED
        elif "/Kids" in field:
            kid = field["/Kids"][number % len(field["/Kids"])].get_object()
            values[name] = next(state for state in kid["/AP"]["/N"] if state != "/Off")[1:]
        else:
            values[name] = ON
    return values


def read_back(pdf: bytes) -> dict[str, str]:
    fields = PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")).removeprefix("/") for name, field in fields.items()}


def test_what_is_filled_in_without_a_browser_can_be_read_back(forms: list[tuple[Document, bytes]]) -> None:
    for document, pdf in forms[::6]:
        values = values_for(pdf)
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
        states = {name: f"/{value}" if value != TYPED else value for name, value in values.items()}
        for page in writer.pages:
            if "/Annots" in page:
                writer.update_page_form_field_values(page, states, auto_regenerate=False)
        filled = io.BytesIO()
        writer.write(filled)
        assert read_back(filled.getvalue()) == values, document.id


def test_pdf_js_fills_and_saves(forms: list[tuple[Document, bytes]], tmp_path: Path) -> None:
    if not PDF_JS.is_dir():
        pytest.fail("pdf.js is not there: `make test` installs it")
    jobs = []
    for document, pdf in forms:
        source, target = tmp_path / f"{document.id}.pdf", tmp_path / f"{document.id}-filled.pdf"
        source.write_bytes(pdf)
        jobs.append({"source": str(source), "target": str(target), "values": values_for(pdf)})
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    # One process for all sheets: starting it takes longer than filling a form.
    run = [NODE, str(Path(__file__).parent / "fill.mjs"), str(tmp_path / "jobs.json")]
    subprocess.run(run, check=True, capture_output=True)
    for job in jobs:
        assert read_back(Path(str(job["target"])).read_bytes()) == job["values"], job["source"]


def test_the_font_holds_what_can_be_typed_and_little_else() -> None:
    font, whole = form_font(), (FONTS / "SourceSans3_400Regular.ttf").read_bytes()
    own, all_glyphs = glyphs(font.file), glyphs(whole)
    assert len(font.file) < len(whole) / 4
    assert {ord(character) for character in "AZaz09ëïéèç€“”…’ß"} <= set(own)
    assert own == {point: all_glyphs[point] for point in own}
    widths = Widths.of_file(FONTS / "SourceSans3_400Regular.ttf")
    assert font.widths[ord("w") - 32] == round(widths.width("w", 1000))
    assert len(font.widths) == LAST - 31

"""Fillable PDF: every widget is named, explained and tagged, and what is filled in can be read back."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter

from coachkist.document.blocks import Block, Columns, Document, Fields, InputField
from coachkist.document.compose import compose
from coachkist.document.instrument import questions
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
    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.strings import Strings

PDF_JS = Path(__file__).parent / "node_modules" / "pdfjs-dist"
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


def widgets(pdf: bytes) -> list[Any]:
    reader = PdfReader(io.BytesIO(pdf))
    return [annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())]


def tag_of(pdf: bytes, widget: Any) -> Any:
    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tags = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    return tags[int(widget["/StructParent"])].get_object()


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


def test_every_widget_is_explained_drawn_and_tagged_as_a_form(form: bytes, strings: Strings) -> None:
    asked = {field_name(question.name): question for question in questions(everything(strings))}
    found = widgets(form)
    assert len(found) > 60
    roles = {"tick": "/cb", "choice": "/rb"}
    for widget in found:
        assert widget["/Subtype"] == "/Widget"
        assert widget["/F"] == 4
        assert not {"/A", "/Contents", "/QuadPoints"} & set(widget)
        name = widget.get("/T") or widget["/Parent"].get_object()["/T"]
        question = asked[name]
        assert widget["/TU"].startswith(question.wording)
        assert "/N" in widget["/AP"]
        tag = tag_of(form, widget)
        assert (tag["/S"], tag["/A"]["/O"]) == ("/Form", "/PrintField")
        assert tag["/A"]["/Role"] == roles.get(question.kind, "/tv")
        assert [kid["/Obj"].get_object()["/Rect"] for kid in tag["/K"]] == [widget["/Rect"]]


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
    assert widgets(pdf) == []


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


def fillable(catalogue: Catalogue) -> list[Document]:
    sheets = [loaded for loaded in catalogue.sheets.values() if Form.FORM in loaded.value.forms]
    assert sheets
    return [compose(sheet, catalogue) for sheet in sheets]


def test_what_is_filled_in_can_be_read_back(catalogue: Catalogue, typesetter: Typesetter) -> None:
    for document in fillable(catalogue):
        pdf = write_form(document, typesetter)
        values = values_for(pdf)
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
        states = {name: f"/{value}" if value != TYPED else value for name, value in values.items()}
        for page in writer.pages:
            if "/Annots" in page:
                writer.update_page_form_field_values(page, states, auto_regenerate=False)
        filled = io.BytesIO()
        writer.write(filled)
        assert read_back(filled.getvalue()) == values, document.id


@pytest.mark.skipif(
    not PDF_JS.is_dir() or shutil.which("node") is None, reason="needs node, and npm install in tests/pdf"
)
def test_pdf_js_fills_and_saves(catalogue: Catalogue, typesetter: Typesetter, tmp_path: Path) -> None:
    jobs = []
    for document in fillable(catalogue):
        pdf = write_form(document, typesetter)
        source, target = tmp_path / f"{document.id}.pdf", tmp_path / f"{document.id}-filled.pdf"
        source.write_bytes(pdf)
        jobs.append({"source": str(source), "target": str(target), "values": values_for(pdf)})
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    script = Path(__file__).parent / "fill.mjs"
    subprocess.run(["node", str(script), str(tmp_path / "jobs.json")], check=True, capture_output=True)
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

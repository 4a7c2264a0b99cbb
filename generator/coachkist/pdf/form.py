"""Fillable PDF: the places that the templates reserve become form fields.

Typst 0.15 has no form fields. In a document made for a screen, `form.typ` puts a link to `field:<name>` around each
place to fill in (`field:<name>=<answer>` for one of several answers). Typst then knows the rectangle, the reading order
and the tag; here each of those links becomes a widget, with the name, words and answers of the instrument, and its tag
that of a form. PDF/UA-1 holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from coachkist.document.instrument import Question, questions
from coachkist.pdf.form_fields import Fields, dictionary
from coachkist.pdf.update import Update
from coachkist.writers.typst import ENTRY, PdfOptions, paper_data

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.typeset.compiler import Typesetter

PREFIX = "field:"


class FormError(RuntimeError):
    """The places on paper and the instrument's questions are not the same: a mistake of ours."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A link of the templates: the annotation, the question it is for, and which of its answers."""

    annotation: IndirectObject
    name: str
    answer: str


def write_form(document: Document, typesetter: Typesetter, options: PdfOptions | None = None) -> bytes:
    """Make the fillable PDF/UA-1 file of `document`; the same document gives the same bytes.

    Raises TypesetError and FormError.
    """
    data = paper_data(document, options, form=True)
    return make_form(typesetter.pdf(ENTRY, data, document.furniture.timestamp), questions(document))


def make_form(pdf: bytes, asked: tuple[Question, ...]) -> bytes:
    """`pdf`, made by our templates, with a form field for each of the questions in it."""
    update = Update(pdf)
    root: Any = update.reader.trailer["/Root"]
    tags = dict(_numbered(root["/StructTreeRoot"]["/ParentTree"]))
    places = [place for page in update.reader.pages for place in _places(page.get("/Annots", ()))]
    _check(places, asked)
    by_name = {question.name: question for question in asked}
    fields = Fields(update)
    for place in places:
        role = fields.widget(place.annotation, by_name[place.name], place.answer)
        link: Any = place.annotation.get_object()
        tag = tags[int(link["/StructParent"])]
        update.change(tag, _form_tag(tag, role, by_name[place.name]))
    catalogue = DictionaryObject({key: root.raw_get(key) for key in root})
    catalogue.update(dictionary(AcroForm=fields.form()))
    update.change(update.reader.trailer.raw_get("/Root"), catalogue)
    return update.apply()


def _places(annotations: Any) -> Iterator[_Place]:
    for reference in annotations:
        address = str(reference.get_object().get("/A", {}).get("/URI", ""))
        if address.startswith(PREFIX):
            name, _, answer = address.removeprefix(PREFIX).partition("=")
            yield _Place(reference, name, answer)


def _check(places: list[_Place], asked: tuple[Question, ...]) -> None:
    """Every question has its places, once each, and nothing else has one."""
    found = [(place.name, place.answer) for place in places]
    meant = [
        (question.name, answer)
        for question in asked
        for answer in ([one.id for one in question.answers] if question.kind == "choice" else [""])
    ]
    if sorted(found) != sorted(meant):
        odd = sorted({*found} ^ {*meant}) or sorted(one for one in {*found} if found.count(one) > 1)
        raise FormError("; ".join("=".join(filter(None, pair)) for pair in odd))


def _numbered(tree: DictionaryObject) -> Iterator[tuple[int, IndirectObject]]:
    """What a number tree holds, by number."""
    numbers = tree.get("/Nums", ArrayObject())
    yield from ((int(numbers[at]), numbers[at + 1]) for at in range(0, len(numbers), 2))
    for kid in tree.get("/Kids", ()):
        yield from _numbered(kid.get_object())


def _form_tag(tag: IndirectObject, role: str, question: Question) -> DictionaryObject:
    """A link's tag as that of a form field."""
    link_tag: Any = tag.get_object()
    changed = DictionaryObject({key: link_tag.raw_get(key) for key in link_tag})
    print_field = dictionary(O="/PrintField", Role=f"/{role}", Desc=TextStringObject(question.wording))
    changed.update(dictionary(S="/Form", A=print_field))
    return changed

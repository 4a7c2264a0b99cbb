"""Models, tips and chapters → documents, alone and in a workbook; and terms that explain themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document import blocks
from coachkist.document.blocks import Block, Document, Heading, Related
from coachkist.document.compose import compose
from coachkist.document.compose_workbook import compose_workbook
from coachkist.document.context import Context
from coachkist.document.terms import explained, terms_used
from coachkist.markup.inline import Link, Paragraph, Ref, Strong, Term, Text, plain
from coachkist.model.workbook import Workbook

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture(scope="module")
def small() -> Catalogue:
    catalogue = load_catalogue(BASE).catalogue
    assert catalogue is not None
    return catalogue


def made(catalogue: Catalogue, name: str) -> Document:
    return compose(catalogue.by_id[name], catalogue)


def headings(found: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(block.level, plain(block.text)) for block in found if isinstance(block, Heading)]


def groups(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (group.relation, [item.target for item in group.items])
        for block in document.blocks
        if isinstance(block, Related)
        for group in block.groups
    ]


def test_a_model(small: Catalogue) -> None:
    document = made(small, "trapje")
    assert headings(document.blocks) == [
        (2, "Drie treden"),
        (3, "Zien"),
        (3, "Proberen"),
        (3, "Volhouden, ook op een drukke dag"),
        (2, "Hoeveel tijd elke trede vraagt"),
        (2, "Zo gebruik je het"),
        (2, "Handig als"),
        (2, "Wat kan er misgaan"),
        (2, "Uit de praktijk"),
        (2, "Verder kijken"),
        (2, "Bronnen"),
    ]
    assert groups(document) == [("method", ["vervolg"]), ("tip", ["wachten"]), ("chapter", ["begin"])]
    (drawing,) = [block for block in document.blocks if isinstance(block, blocks.Drawing)]
    assert [part.label for part in drawing.parts] == ["Zien", "Proberen", "Volhouden"]


def test_a_tip(small: Catalogue) -> None:
    document = made(small, "wachten")
    advice = next(block for block in document.blocks if isinstance(block, blocks.Advice))
    assert [(plain(item.do), len(item.how), plain(item.say)) for item in advice.items] == [
        ("Tel tot tien.", 1, "Neem je tijd."),
        ("Hou je pen vast en zwijg.", 0, ""),
    ]
    assert groups(document) == [("model", ["trapje"]), ("chapter", ["begin"])]


def test_a_chapter_shows_what_its_sections_name_and_nothing_twice(small: Catalogue) -> None:
    document = made(small, "begin")
    assert groups(document) == [("section", ["wachten", "vervolg"]), ("chapter", ["einde"])]
    (figure,) = [block for block in document.blocks if isinstance(block, blocks.Drawing)]
    assert figure.id == "figuur-trapje"
    aside = next(block for block in document.blocks if isinstance(block, blocks.Aside))
    assert (aside.style, aside.title) == ("try", "Probeer het uit")


def test_what_has_no_reason_shows_its_summary(small: Catalogue) -> None:
    section = next(block for block in made(small, "begin").blocks if isinstance(block, Related))
    assert plain(section.groups[0].items[0].why) == "Tel tot tien voor je iets zegt."


def test_a_method_shows_the_models_that_name_it(small: Catalogue) -> None:
    document = made(small, "vervolg")
    assert groups(document) == [("before", ["oefening"]), ("model", ["trapje"]), ("chapter", ["begin"])]


def test_a_workbook_holds_what_there_is_to_read(small: Catalogue) -> None:
    part = {"id": "lezen", "title": "Lezen", "entries": ["begin", "trapje", "wachten"]}
    values = {"id": "boek", "title": "Boek", "summary": "Een boek.", "subtitle": "Om te lezen", "intro": "Begin."}
    workbook = Workbook.model_validate({**values, "parts": [part]})
    document = compose_workbook(workbook, Context(small))
    (lezen,) = [block for block in document.blocks if isinstance(block, blocks.Part)]
    assert [(chapter.kind, chapter.anchor) for chapter in lezen.chapters] == [
        ("chapter", "begin"),
        ("model", "trapje"),
        ("tip", "wachten"),
    ]
    (terms,) = [block for block in document.blocks if isinstance(block, blocks.Terms)]
    assert [(line.anchor, line.term) for line in terms.items] == [("trede", "Trede")]
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds.index("Terms") < kinds.index("References")
    assert "Index" not in kinds  # three chapters: the contents say where they are


def test_a_workbook_without_terms_has_no_list_of_them(small: Catalogue) -> None:
    document = compose_workbook(small.workbooks["oefenboek"].value, Context(small))
    assert not [block for block in document.blocks if isinstance(block, blocks.Terms)]


# --- terms -------------------------------------------------------------------------------------------------------


def terms_in(found: tuple[Block, ...]) -> list[str]:
    return list(terms_used(found))


def test_only_the_first_use_of_a_term_explains_itself(small: Catalogue) -> None:
    before: tuple[Block, ...] = (
        Paragraph((Text("Neem een trede, "), Strong((Text("één trede"),)))),
        Paragraph((Text("Drie treden zijn te veel."),)),
    )
    first, second = explained(before, Context(small), "wachten")
    term = Term("trede", (Text("trede"),), "Een stap van Het trapje. Eén tegelijk is genoeg.")
    assert first == Paragraph((Text("Neem een "), term, Text(", "), Strong((Text("één trede"),))))
    assert second == before[1]


def test_a_term_inside_strong_words_is_found_and_one_in_a_link_is_not(small: Catalogue) -> None:
    words = (Text("trede"),)
    found: tuple[Block, ...] = (Paragraph((Link("https://x.invalid", words), Ref("trapje", words), Strong(words))),)
    (paragraph,) = explained(found, Context(small), "wachten")
    assert isinstance(paragraph, Paragraph)
    assert [type(inline).__name__ for inline in paragraph.children] == ["Link", "Ref", "Strong"]
    assert terms_in((paragraph,)) == ["trede"]


def test_an_entry_that_is_the_term_does_not_explain_it(small: Catalogue) -> None:
    found: tuple[Block, ...] = (Paragraph((Text("Een trede."),)),)
    assert terms_in(explained(found, Context(small), "trede")) == []


def test_headings_tables_and_what_is_said_stay_as_they_are(small: Catalogue) -> None:
    words = (Text("Een trede"),)
    item = blocks.AdviceItem((Text("Wacht."),), (), words)
    found: tuple[Block, ...] = (
        Heading(2, words),
        blocks.Table(words, (words,), ((words,),)),
        blocks.Checklist("question", (words,)),
        blocks.Advice("Zeg", (item,)),
    )
    assert explained(found, Context(small), "wachten") == found
    use = blocks.Checklist("use", (words,))
    assert terms_in(explained((use,), Context(small), "wachten")) == ["trede"]


def test_no_page_explains_a_term_twice(catalogue: Catalogue) -> None:
    count = 0
    for entry in catalogue.entries():
        if entry.value.id not in catalogue.workbooks:
            found = terms_in(compose(entry, catalogue).blocks)
            assert len(found) == len(set(found)), entry.value.id
            count += len(found)
    assert count > 100

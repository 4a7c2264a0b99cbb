"""Documents as data for the templates: nothing dangling, nothing skipped, nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coachkist.contrast import contrast_on_white, grey_of, readable_on_white
from coachkist.document.blocks import Aside, Block, Heading, Part, Table
from coachkist.markup.inline import Link, Paragraph, Ref, Text, Token
from coachkist.writers.typst_data import document_data
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from coachkist.strings import Strings


def body(strings: Strings, *blocks: Block) -> list[dict[str, Any]]:
    return list(document_data(samples.document("method", blocks, strings))["blocks"])


def test_heading_levels_never_skip_one(strings: Strings) -> None:
    data = body(strings, *(Heading(level, samples.text("Kop")) for level in (3, 2, 5, 4, 1)))
    assert [block["level"] for block in data] == [2, 2, 3, 4, 2]


def test_in_a_workbook_chapters_hang_under_their_part(strings: Strings) -> None:
    data = document_data(samples.workbook(strings))
    part = next(block for block in data["blocks"] if block["type"] == "part")
    headings = [block for block in part["chapters"][0]["body"] if block["type"] == "heading"]
    assert {heading["level"] for heading in headings} == {3}
    assert [block["level"] for block in data["blocks"] if block["type"] == "heading"] == [1]


def test_headings_of_a_parts_own_text_stay_out_of_the_contents(strings: Strings) -> None:
    data = document_data(samples.workbook(strings))
    parts = [block for block in data["blocks"] if block["type"] == "part"]
    assert [block["outlined"] for block in parts[1]["body"] if block["type"] == "heading"] == [False]


def test_a_reference_to_what_is_not_in_this_book_is_plain_text(strings: Strings) -> None:
    (paragraph,) = body(strings, Paragraph((Text("zie "), Ref("elders", samples.text("elders")))))
    assert paragraph["body"] == ["zie ", "elders"]


def test_a_reference_within_the_book_keeps_its_target_but_not_to_its_own_chapter(strings: Strings) -> None:
    book = samples.workbook(strings)
    part = next(block for block in book.blocks if isinstance(block, Part))
    sentence = Paragraph((Ref("vlekjes", samples.text("V")), Ref("schaalvragen", samples.text("S"))))
    chapter = replace(part.chapters[0], body=(sentence,))
    book = replace(book, blocks=(replace(part, chapters=(chapter, part.chapters[1])),))
    paragraph = document_data(book)["blocks"][0]["chapters"][0]["body"][0]
    assert paragraph["body"] == ["V", {"k": "ref", "to": "schaalvragen", "body": ["S"]}]


@pytest.mark.parametrize(
    ("url", "words", "shown"),
    [
        ("https://voorbeeld.be/les/", "de site", "voorbeeld.be/les"),
        ("https://voorbeeld.be", "voorbeeld.be", ""),
        ("mailto:info@voorbeeld.be", "mail ons", "info@voorbeeld.be"),
    ],
)
def test_an_address_is_printed_unless_the_words_say_it(strings: Strings, url: str, words: str, shown: str) -> None:
    (paragraph,) = body(strings, Paragraph((Link(url, samples.text(words)),)))
    assert paragraph["body"][0]["shown"] == shown


def test_a_title_right_under_a_heading_with_the_same_words_is_left_out(strings: Strings) -> None:
    heading = Heading(2, samples.text("Uit de praktijk"))
    table = Table(samples.text("Uit de praktijk"), (), ())
    assert body(strings, heading, Aside("example", "Uit de praktijk", ()))[1]["title"] == ""
    assert body(strings, heading, Aside("example", "Een voorbeeld", ()))[1]["title"] == "Een voorbeeld"
    assert body(strings, heading, table)[1]["caption"] == []


def test_line_ends_in_a_text_are_white_space(strings: Strings) -> None:
    (paragraph,) = body(strings, Paragraph(samples.text("een\ntwee\tdrie")))
    assert paragraph["body"] == ["een twee drie"]


def test_a_token_that_was_not_resolved_is_a_mistake_of_ours(strings: Strings) -> None:
    with pytest.raises(ValueError, match="leerkracht"):
        body(strings, Paragraph((Token("leerkracht"),)))


def test_only_the_pictograms_that_are_used_travel_along(strings: Strings) -> None:
    drawings = document_data(samples.method(strings))["pictograms"]
    assert sorted(drawings) == ["individual", "team"]
    assert "currentColor" not in "".join(drawings.values())
    assert document_data(samples.sheet(strings))["pictograms"] == {}


@pytest.mark.parametrize("colour", ["#ffe600", "#1f6f78", "#ffffff", "#000000", "#f08"])
def test_ink_is_readable_whatever_the_school_chose(colour: str) -> None:
    if len(colour) != 7:
        with pytest.raises(ValueError, match="colour"):
            readable_on_white(colour)
        return
    assert contrast_on_white(readable_on_white(colour)) >= 5
    red, green, blue = (grey_of(colour)[i : i + 2] for i in (1, 3, 5))
    assert red == green == blue
    assert contrast_on_white(grey_of(colour)) == pytest.approx(contrast_on_white(colour), rel=0.03)

"""Whatever an author types arrives on paper as text, or is refused before; nothing is ever read as markup."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from coachkist.document.blocks import Document, Heading, Party
from coachkist.markup.inline import Emphasis, Paragraph, Strong
from coachkist.typeset.compiler import FONTS, TypesetError, Typesetter
from coachkist.typeset.glyphs import Coverage
from coachkist.writers.typst import fit_problems, write_pdf
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from coachkist.strings import Strings

COVERAGE = Coverage.of_folder(FONTS)
# Letters, digits, punctuation and symbols: characters that must come back from the PDF as they went in.
VISIBLE = "".join(
    chr(point)
    for point in sorted(COVERAGE.points)
    if unicodedata.category(chr(point))[0] in "LNPS"
    and unicodedata.normalize("NFKC", chr(point)) == chr(point)
    and unicodedata.category(chr(point)) != "Lm"
)
MARKUP = [
    "#",
    "$x$",
    "@ref",
    "<script>",
    "{{ }}",
    "\\",
    "\\u{41}",
    "//",
    "/*",
    "= ",
    "- ",
    "`",
    "*",
    "_",
    "~",
    '"',
    "<fit>",
]

words = st.text(st.sampled_from(VISIBLE), min_size=1, max_size=12) | st.sampled_from(MARKUP)
sentences = st.lists(words, min_size=1, max_size=25).map(" ".join)


def everywhere(sentence: str, strings: Strings) -> Document:
    """A document with `sentence` in running text, a heading, a label, a table and the title."""
    inlines = samples.text(sentence)
    group = replace(samples.criteria(1).groups[0], title=inlines)
    blocks = (
        Heading(2, inlines),
        Paragraph((Strong(inlines), Emphasis(inlines))),
        replace(samples.criteria(1), groups=(group,)),
        replace(samples.lines("vraag", "x"), label=inlines, hint=inlines),
        replace(
            samples.grid(), label=inlines, columns=(replace(samples.grid().columns[0], heading=inlines, hint=inlines),)
        ),
        replace(samples.score(), low=inlines, high=inlines),
        replace(samples.box(), label=inlines),
        replace(samples.choices(), label=inlines, hint=inlines),
        replace(samples.tally(), corner=inlines),
        replace(samples.signature(), parties=(Party("akkoord.coach", inlines),)),
        replace(samples.poster(), title=inlines, panels=(replace(samples.poster().panels[0], title=inlines),)),
        replace(samples.discs(1), items=(replace(samples.discs().items[0], label=inlines),)),
        replace(samples.board(), circles=(replace(samples.board(1).circles[0], title=inlines),)),
    )
    return replace(samples.document("sheet", blocks, strings), title=sentence, summary=sentence)


def letters(text: str) -> str:
    """What stands in `text` but white space; the font draws all hyphens alike, so a PDF cannot tell them apart."""
    return "".join(text.split()).replace("\u2010", "-").replace("\u2011", "-")


@settings(max_examples=60, deadline=None)
@given(sentence=sentences)
@example(sentence='#panic() #import "@preview/x:1.0.0" #read("/etc/passwd") *niet vet* $1 < 2$')
@example(sentence="{{ 7 * 7 }} <script>alert(1)</script> </div> &amp; \\ \\\\ \" ' ` ~ ^ @wie [[kijkwijzer]]")
@example(sentence="fi fl ffi – de officiële affiche: ‘ĳs’ …")
def test_any_printable_text_arrives_as_it_is(sentence: str, strings: Strings, typesetter: Typesetter) -> None:
    assert COVERAGE.missing(sentence) == frozenset()
    document = samples.document("method", (Paragraph(samples.text(sentence)),), strings)
    pages = PdfReader(io.BytesIO(write_pdf(document, typesetter))).pages
    assert letters(sentence) in letters("".join(page.extract_text() for page in pages))
    write_pdf(everywhere(sentence, strings), typesetter)


@settings(max_examples=80, deadline=None)
@given(sentence=st.text(max_size=60).filter(str.strip))
@example(sentence="\u202e omgekeerd \u2066 en \ufeff onzichtbaar")
@example(sentence="e\u0301 a\u0308 \u00ad \u200b \u200d")
@example(sentence="a\r\n\x0b\x0c\x85\u2028\u2029b")
def test_any_text_at_all_is_printed_or_refused_beforehand(
    sentence: str, strings: Strings, typesetter: Typesetter
) -> None:
    try:
        made = write_pdf(everywhere(sentence, strings), typesetter)
    except TypesetError:
        assert COVERAGE.missing(sentence), "Typst refuses what the check beforehand let through"
    else:
        assert made.startswith(b"%PDF")


@pytest.mark.parametrize("sentence", ["lang " * 2_000, "x" * 3_000, "\\" * 3_000, "# " * 1_500])
def test_a_very_long_text_is_printed_whole(sentence: str, strings: Strings, typesetter: Typesetter) -> None:
    document = samples.document("method", (Paragraph(samples.text(sentence)),), strings)
    pages = PdfReader(io.BytesIO(write_pdf(document, typesetter))).pages
    printed = letters("".join(page.extract_text() for page in pages))
    assert printed.count(letters(sentence)[0]) >= len(letters(sentence)) / len(set(letters(sentence)))


@pytest.mark.parametrize("sentence", ["lang " * 600, "x" * 3_000])
def test_a_very_long_text_on_a_card_is_a_problem_and_never_an_error(
    sentence: str, strings: Strings, typesetter: Typesetter
) -> None:
    deck = samples.deck(1)
    card = replace(deck.cards[0], front=samples.text(sentence))
    problems = fit_problems(samples.cards(strings, replace(deck, cards=(card,))), typesetter)
    assert [(problem.name, problem.field) for problem in problems] == [(card.name, "front")]

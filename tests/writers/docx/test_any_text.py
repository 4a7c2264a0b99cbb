"""Whatever an author types arrives in Word as text: nothing is read as XML, nothing makes a file that Word refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachkist.document.blocks import Document, Heading, Party
from coachkist.markup.inline import Emphasis, Link, Paragraph, Strong
from coachkist.typeset.compiler import TypesetError, Typesetter
from coachkist.writers.docx import write_docx
from coachkist.writers.docx.xml import escaped, tag
from tests.writers import paper_samples as samples
from tests.writers.docx.reading import controls, parts, text_of, tree

if TYPE_CHECKING:
    from coachkist.strings import Strings


def everywhere(sentence: str, strings: Strings) -> Document:
    """A document with `sentence` in running text, a heading, labels, a table, a link and the title."""
    inlines = samples.text(sentence)
    group = replace(samples.criteria(1).groups[0], title=inlines)
    blocks = (
        Heading(2, inlines),
        Paragraph((Strong(inlines), Emphasis(inlines), Link(f"https://voorbeeld.be/?q={sentence}", inlines))),
        replace(samples.criteria(1), groups=(group,)),
        replace(samples.lines("vraag", "x"), label=inlines, hint=inlines),
        replace(samples.score(), low=inlines, high=inlines),
        replace(samples.choices(), label=inlines, hint=inlines),
        replace(samples.tally(), corner=inlines),
        replace(samples.signature(), parties=(Party("akkoord.coach", inlines),)),
    )
    document = replace(samples.document("sheet", blocks, strings), title=sentence, summary=sentence)
    return replace(document, furniture=replace(document.furniture, publisher=sentence, licence=sentence))


def writable(character: str) -> bool:
    """Whether XML 1.0 has the character, apart from white space."""
    point = ord(character)
    return 0x20 < point < 0xD800 or 0xE000 <= point < 0xFFFE or point >= 0x10000


@settings(max_examples=200)
@given(text=st.text(max_size=80) | st.text(st.characters(categories=["Cc", "Cs", "Po", "Sm"]), max_size=30))
@example(text="<w:t>]]></w:t> & \" ' \x00\x0b\x1f \ud800 \ufffe \uffff")
def test_any_text_can_be_written(text: str) -> None:
    element = ET.fromstring(tag("x", {"y": text}, escaped(text)))
    assert (element.text or "") == element.get("y", "")
    assert [one for one in element.text or "" if one != " "] == list(filter(writable, text))


@settings(max_examples=25, deadline=None)
@given(sentence=st.text(st.sampled_from("abcé ‘’–…&<>\"'{}[]#$@*_~^`\\/=-:;,.!?0123456789"), min_size=1, max_size=60))
@example(sentence='</w:t></w:r></w:p> &amp; <script>alert(1)</script> {PAGE} \\h TOC "1-2"')
def test_text_arrives_everywhere(sentence: str, strings: Strings, typesetter: Typesetter) -> None:
    file = write_docx(everywhere(sentence, strings), typesetter)
    for name, content in parts(file).items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    squeezed = "".join(sentence.split())
    assert "".join(text_of(tree(file)).split()).count(squeezed) >= 10 or not squeezed
    assert all(len(name) <= 64 and len(title) <= 64 for name, title in controls(file))


@settings(max_examples=25, deadline=None)
@given(sentence=st.text(max_size=40).filter(str.strip))
@example(sentence="a\r\n\x0b\x0c\x85\u2028\u2029b \x00 \u202e \ufeff")
def test_any_text_at_all_is_written_or_refused_by_the_typesetter(
    sentence: str, strings: Strings, typesetter: Typesetter
) -> None:
    """What the typeface cannot print is refused before, with its place; the rest makes a file that can be read."""
    try:
        file = write_docx(everywhere(sentence, strings), typesetter)
    except TypesetError:
        assert typesetter.coverage.missing(sentence)
        return
    for name, content in parts(file).items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)

"""Text fields: what they may hold, and that no text is ever lost or taken for something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.markup import parse as module
from coachkist.markup.inline import Emphasis, Link, List, Paragraph, Ref, Strong, Text, Token, plain
from coachkist.markup.parse import MarkupError, parse_blocks, parse_line
from coachkist.markup.wording import walk


def test_tokens_references_and_emphasis() -> None:
    assert parse_line("{De coachee} kiest **twee** [[kijkwijzer|*criteria*]] uit [[vlekjes-kaarten]].") == (
        Token("De coachee"),
        Text(" kiest "),
        Strong((Text("twee"),)),
        Text(" "),
        Ref("kijkwijzer", (Emphasis((Text("criteria"),)),)),
        Text(" uit "),
        Ref("vlekjes-kaarten"),
        Text("."),
    )


def test_paragraphs_and_lists() -> None:
    blocks = parse_blocks("Doe dit:\n\n1. eerst\n2. dan\n\nEn klaar.")
    assert blocks == (
        Paragraph((Text("Doe dit:"),)),
        List((((Paragraph((Text("eerst"),))),), ((Paragraph((Text("dan"),))),)), ordered=True),
        Paragraph((Text("En klaar."),)),
    )


def test_escapes() -> None:
    assert parse_line(r"\{geen token\} en \*geen nadruk\* en \[\[geen verwijzing\]\]") == (
        Text("{geen token} en *geen nadruk* en [[geen verwijzing]]"),
    )


def test_a_line_starts_as_it_is_written() -> None:
    for text in ("1. Formuleren", "# drie", "- min", "> meer", "2024. Een goed jaar", "  ruimte"):
        assert plain(parse_line(text)) == text.strip()


def test_links() -> None:
    assert parse_line("[hier](https://voorbeeld.be/a?b=1)") == (Link("https://voorbeeld.be/a?b=1", (Text("hier"),)),)


@pytest.mark.parametrize(
    ("source", "code", "snippet"),
    [
        ("# Kop", "heading", "# Kop"),
        ("```\ncode\n```", "code", "```"),
        ("een `stukje` code", "code", "`stukje"),
        ("> citaat", "blockquote", "> citaat"),
        ("een\n\n---\n\ntwee", "rule", "---"),
        ("<b>vet</b>", "html", "<b>"),
        ("<!-- weg -->", "html", "<!--"),
        ("![x](https://a.be/x.png)", "image", "!["),
        ("[x](../boven)", "link", "](../boven"),
        ("een  \ntwee", "line-break", " "),
        ("2024. Een goed jaar", "list-start", "2024. Een goed jaar"),
        ("een {open", "stray-brace", "{open"),
        ("leeg {} hier", "stray-brace", "{}"),
        ("een [[open", "reference", "[[open"),
    ],
)
def test_refused(source: str, code: str, snippet: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_blocks(source)
    assert (caught.value.code, caught.value.snippet) == (code, snippet)
    assert caught.value.snippet in source


def test_too_long() -> None:
    with pytest.raises(MarkupError, match="too-long"):
        parse_line("a" * (module.MAX_LENGTH + 1))


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C"], exclude_characters="\\`*_[]<>&{}\n\r\t"), min_size=1)
        | st.sampled_from(["{leerkracht}", "{De coachee}", "{x}{y}", "{ a }"])
    ).map("".join)
)
def test_the_short_cut_for_plain_text_gives_what_the_parser_gives(text: str) -> None:
    stripped = text.strip()
    if not stripped:
        return
    tokens = module._parser().parseInline(stripped)[0].children or ()
    assert parse_line(stripped) == module._inlines(module._Cursor(tokens))


@given(st.text(st.sampled_from("ab *_[]{}()|\\`<>&#-1.!:/\n\"'€é🙂א"), max_size=60))
def test_every_text_is_read_or_refused_with_a_place(text: str) -> None:
    if not text.strip():
        return
    try:
        blocks = parse_blocks(text)
    except MarkupError as error:
        assert error.code
        assert error.snippet
        return
    letters = "".join(character for character in text if character in "ab€é🙂א")
    shown = "".join(
        inline.value if isinstance(inline, Text) else inline.name if isinstance(inline, Token) else ""
        for inline in walk(blocks)
    )
    hidden = any(isinstance(inline, Ref | Link) for inline in walk(blocks))
    if not hidden:
        assert "".join(character for character in shown if character in "ab€é🙂א") == letters

"""The Markdown writer: golden pages of the real catalogue, and any text arriving as that text."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import (
    Aside,
    Block,
    Board,
    BoardCircle,
    BoardWord,
    Box,
    Checklist,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Deck,
    DeckCard,
    DeckGroup,
    Disc,
    Discs,
    DocumentStep,
    Fact,
    Facts,
    Fields,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    Inlines,
    InputField,
    Pair,
    Pairs,
    References,
    Related,
    RelatedGroup,
    RelatedItem,
    Scale,
    Score,
    ScoreLine,
    StepPhase,
    Steps,
    Table,
    WritingLines,
)
from coachkist.document.compose import compose
from coachkist.markup.inline import Emphasis, Link, List, Paragraph, Ref, Strong, Text
from coachkist.writers.html import PageContext
from coachkist.writers.markdown import blocks_markdown, title_markdown, with_pictograms, write_markdown

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "markdown"
CONTEXT = PageContext("werkvormen/x/")
SHEETS = ("observatieblad", "vlekjes-schijfjes", "vlekjes-bord", "actieplan", "schaalblad")
CASES = ("kijkwijzer", "co-teaching", "kijkwijzer-krachtige-leeromgeving", "vlekjes-kaarten", "werkboek-coach", *SHEETS)


class Page(HTMLParser):
    """The text and the tags of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The tags with the names of their attributes, in order."""
        return [(tag, tuple(attributes)) for tag, attributes in self.tags]


def engine() -> markdown.Markdown:
    """Python-Markdown with the extensions of our own mkdocs.yml, permalinks aside."""
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[])
    options = {**config.mdx_configs, "toc": {"permalink": False}}
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=options)


ENGINE = engine()


def rendered(source: str) -> Page:
    return Page(ENGINE.reset().convert(source))


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, catalogue: Catalogue, golden: Callable[[Path, str], None]) -> None:
    document = compose(catalogue.by_id[case], catalogue)
    golden(GOLDEN / f"{case}.md", write_markdown(document, PageContext(f"werkvormen/{case}/")))


@pytest.mark.parametrize("case", CASES)
def test_no_inline_style_or_script(case: str, catalogue: Catalogue) -> None:
    page = rendered(write_markdown(compose(catalogue.by_id[case], catalogue), PageContext()))
    assert len(page.tags) > 10
    for tag, attributes in page.tags:
        assert tag not in {"script", "style"}
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


# --- any text arrives as that text -------------------------------------------------------------------------------

_NASTY = ["*", "_", "`", "#", "[", "]", "(", ")", "{", "}", "<", ">", "&", "!", "-", "+", ".", ":", "|", "~", "=", "\\"]
_PIECES = [
    "<script>alert(1)</script>",
    "{{ x }}",
    "{% raw %}",
    "1. ",
    "- ",
    "    ",
    "[[a]]",
    "&amp;",
    "-->",
    "]]>",
    "👩🏽‍🏫",
]
_CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cc", "Cs"]),
    st.sampled_from([*_NASTY, *_PIECES, "\n", "\t", " ", '"', "'", "שלום"]),
)
TEXTS = st.lists(_CHARACTERS, min_size=1, max_size=60).map("".join)
LONG = "**a** <b> `c` # {{ d }} " * 420

Maker = Callable[[Inlines, str], Block]


def _card(text: Inlines, plain: str) -> DeckCard:
    return DeckCard("d.c", 1, DeckGroup("g", plain, 0), text, text, plain)


MAKERS: dict[str, Maker] = {
    "paragraph": lambda text, _: Paragraph(text),
    "list": lambda text, _: List(((Paragraph(text),), (Paragraph(text), List(((Paragraph(text),),), ordered=True)))),
    "heading": lambda text, _: Heading(2, text, "anker"),
    "facts": lambda _, plain: Facts((Fact("setting", plain, plain, (plain,)),)),
    "steps": lambda text, plain: Steps(
        (StepPhase("doing", plain, 5, plain, (DocumentStep(1, "coach", plain, 5, plain, (Paragraph(text),), text),)),),
        plain,
    ),
    "checklist": lambda text, _: Checklist("use", (text, text)),
    "pairs": lambda text, plain: Pairs(plain, plain, (Pair(text, text),)),
    "aside": lambda text, plain: Aside("example", plain, (Paragraph(text),)),
    "table": lambda text, _: Table(text, (text, text), ((text, text), (text, text))),
    "related": lambda text, plain: Related(
        (RelatedGroup("before", plain, (RelatedItem("a", "method", plain, text),)),)
    ),
    "references": lambda _, plain: References((plain,)),
    "fields": lambda _, plain: Fields((InputField("f", plain, "text", 4),)),
    "criteria": lambda text, plain: Criteria(
        "c",
        (Scale("s", plain, plain),),
        Scale("u", plain, plain),
        "none",
        plain,
        plain,
        plain,
        (CriterionGroup("c.g", "1", text, (CriterionRow("c.g.r", "1.1", text),)),),
    ),
    "lines": lambda text, _: WritingLines("l", text, text, 3),
    "grid": lambda text, _: Grid(
        "g",
        text,
        text,
        text,
        2,
        (GridColumn("a", text, text, 2, "text", False), GridColumn("b", text, (), 1, "tick", True)),
        (GridRow("g.r", text), GridRow("g.1", ())),
        9,
    ),
    "score": lambda text, _: Score(text, text, (ScoreLine("s", text, text), ScoreLine("t", text, ()))),
    "box": lambda text, _: Box("b", text, text, 40),
    "columns": lambda text, _: Columns((WritingLines("l", text, (), 3), WritingLines("m", text, text, 3))),
    "deck": lambda text, plain: Deck("d", 90, 60, "long", 0, (_card(text, plain),)),
    "discs": lambda text, plain: Discs("d", 28, 12, (Disc("d.g", "green", plain, text),)),
    "board": lambda text, plain: Board(
        "b", 28, True, (BoardCircle("b.c", text, (BoardWord("b.c.w", text),), 1, plain),)
    ),
}


def _wrapped(text: str) -> Inlines:
    inner = (Text(text),)
    return (
        Text(text),
        Strong((Text(text), Emphasis(inner))),
        Link("https://voorbeeld.be/?q=" + text, inner),
        Ref("a", inner, "method"),
    )


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS.keys())
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_arrives_as_text(maker: Maker, text: str) -> None:
    check(maker, text)


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS.keys())
def test_long_text_arrives_as_text(maker: Maker) -> None:
    assert len(LONG) > 10_000
    check(maker, LONG)


def check(maker: Maker, text: str) -> None:
    """The page has the tags that a harmless text has, and the text as often as that one."""
    harmless, page = (rendered(blocks_markdown((maker(_wrapped(words), words),), CONTEXT)) for words in ("woord", text))
    assert page.shape == harmless.shape
    assert page.text == harmless.text.replace("woord", text)


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_title_arrives_as_text(text: str) -> None:
    page = rendered(f"{title_markdown(text)}\n\nErna.\n")
    assert [tag for tag, _ in page.tags] == ["h1", "p"]
    assert page.text == f"{text}\nErna."


# --- links and details -------------------------------------------------------------------------------------------


def test_references_become_relative_links() -> None:
    page = rendered(blocks_markdown((Paragraph((Ref("b", (Text("B"),), "sheet"),)),), CONTEXT))
    assert page.tags == [("p", {}), ("a", {"href": "../../bladen/b/"})]


def test_reference_without_page_is_text() -> None:
    context = PageContext("werkvormen/x/", {"method": frozenset({"y"})})
    blocks = (Paragraph((Ref("y", (Text("Y"),), "method"), Ref("z", (Text("Z"),), "method"))),)
    page = rendered(blocks_markdown(blocks, context))
    assert [attributes["href"] for tag, attributes in page.tags if tag == "a"] == ["../y/"]
    assert page.text == "YZ"


def test_link_with_another_scheme_is_text() -> None:
    page = rendered(blocks_markdown((Paragraph((Link("javascript:alert(1)", (Text("klik"),)),)),), CONTEXT))
    assert page.tags == [("p", {})]


def test_aside_does_not_echo_its_heading() -> None:
    body = (Paragraph((Text("Het lukte."),)),)
    echo = blocks_markdown((Heading(2, (Text("Voorbeeld"),), "v"), Aside("example", "Voorbeeld", body)), CONTEXT)
    other = blocks_markdown((Heading(2, (Text("Anders"),), "v"), Aside("example", "Voorbeeld", body)), CONTEXT)
    assert echo.count("Voorbeeld") == 1
    assert "Voorbeeld" in other


def test_only_used_pictograms_are_defined() -> None:
    facts = Facts((Fact("setting", "Met wie", "team", ("team",)), Fact("nieuw", "Nieuw", "iets", ("iets",))))
    page = with_pictograms(blocks_markdown((facts,), CONTEXT))
    assert page.count("<symbol") == 1
    assert 'id="ck-team"' in page
    assert with_pictograms("tekst") == "tekst"

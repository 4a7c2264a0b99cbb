"""HTML kept from the Markdown engine: a page comes out as if the engine had seen all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils import meta

from coachkist.site.ready_html import join, part


def engine(markdown: str) -> str:
    """What the engine makes of a page, with the extensions that MkDocs adds to ours."""
    extensions = ["attr_list", "sane_lists", "toc", "tables", "fenced_code"]
    return str(Markdown(extensions=extensions, extension_configs={"toc": {"permalink": True}}).convert(markdown))


def through(markdown: str) -> str:
    """The same by way of marks."""
    parted = part(markdown)
    return join(engine(parted.markdown), parted.blocks)


def test_every_page_of_the_site_comes_out_the_same(built_site: Path) -> None:
    pages = sorted((built_site.parent / "build/pages").rglob("*.md"))
    assert len(pages) > 100
    taken = 0
    for page in pages:
        text, _ = meta.get_data(page.read_text(encoding="utf-8"))
        assert through(text) == engine(text), page
        taken += len(part(text).blocks)
    assert taken > 1000


def test_blocks_are_taken_out_and_their_anchors_known() -> None:
    parted = part('# A {#a}\n\n<ul id="l">\n<li id="x">1</li>\n</ul>\n<p>2</p>\n\nWoorden.\n')
    assert parted.blocks == ('<ul id="l">\n<li id="x">1</li>\n</ul>\n<p>2</p>',)
    assert list(parted.anchors()) == ["l", "x"]
    assert "<" not in parted.markdown


@pytest.mark.parametrize(
    "page",
    [
        "<div>\n\n*nee*\n\n</div>",
        "<div>\n\n<p>x</p>\n\n</div>",
        "<!-- \n\n<p>x</p>\n\n-->\n\n<p>y</p>",
        "```html\n\n<p>x</p>\n\n```",
        "<div>a</div> b\n\nc",
        "<div><div>a</div>\n\nc</div>",
        "<p>a\tb</p>\n\n- c\n\n<p>d</p>",
        "- a\n\n<p>b</p>\n\n- c\n\n1. d",
        "<p>a</p>\n<p>b</p><p>c</p>\nd",
        "woorden ck-ready-html-0- en\n\n<p>x</p>",
        "> a\n\n<dl><dt>b</dt></dl>\n\n[c]: d\n\n[c]",
        "<p>a</p>",
        "",
    ],
)
def test_what_is_not_a_whole_block_is_left_to_the_engine(page: str) -> None:
    assert through(page) == engine(page)


_PIECES = [
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<ul><li>x</li></ul>",
    "\n",
    "\n\n",
    "- y",
    "woord",
    "# k",
    "<b>v</b>",
    "  ",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_any_mix_comes_out_the_same(page: str) -> None:
    assert through(page) == engine(page)

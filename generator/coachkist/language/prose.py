"""Where the Dutch is: the texts of the catalogue, the hand-written pages and the words of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token as MarkdownToken

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.texts import PlacedText, placed_texts
from coachkist.language.text import Passage, Piece, Prose
from coachkist.markup.inline import Emphasis, Inline, Link, Paragraph, Ref, Strong, Text, TextBlock, Token, plain
from coachkist.markup.wording import Wording
from coachkist.model.text import RichText
from coachkist.source.nodes import MappingNode, Node, Place, ScalarNode, SourceFile
from coachkist.source.parse import parse
from coachkist.source.strings import STRINGS_FILE
from coachkist.source.text import read_source
from coachkist.source.tree import Tree

PAGES = "content/pages"
PAGE_FIELD = "page"
"""The field of every text on a hand-written page."""

INTERFACE_FIELD = "interface"
"""The field of every word of the interface."""

_BRACES = re.compile(r"\{([^{}\n]+)\}")
_FRONT_MATTER = re.compile(r"---\n.*?\n(?=---\n)", re.DOTALL)
_FRONT_KEYS = ("title", "description")


def catalogue_prose(catalogue: Catalogue) -> Iterator[Prose]:
    """Every text of every entry and of the vocabulary. Keywords are no prose: they hold typing errors on purpose."""
    words = placed_texts(catalogue.vocabulary.words, catalogue.vocabulary_tree, path=("words",))
    for item in chain(catalogue.texts(), words):
        yield Prose(tuple(_passages(item, catalogue)), item.place, item.field, item.owner)


def school_prose(catalogue: Catalogue, school: LoadedSchool) -> Iterator[Prose]:
    """Every text of `school.yml`."""
    for item in placed_texts(school.value, Tree(school.node)):
        yield Prose(tuple(_passages(item, catalogue)), item.place, item.field, item.owner)


def page_prose(root: Path, wording: Wording, prefix: str = "") -> Iterator[Prose]:
    """Every paragraph, item and heading of the hand-written pages below `root`, code left out.

    `prefix` is what a page's name in messages begins with.
    """
    for path in sorted((root / PAGES).glob("*.md")):
        source, _ = read_source(path, prefix + path.relative_to(root).as_posix())
        if source is not None:
            yield from _page(source, wording)


def interface_prose(root: Path, wording: Wording) -> Iterator[Prose]:
    """Every word of the interface, where the project at `root` has a strings file of its own."""
    if (root / STRINGS_FILE).is_file():
        source, _ = read_source(root / STRINGS_FILE, STRINGS_FILE)
        node = parse(source)[0] if source is not None else None
        if node is not None:
            yield from _strings(node, wording)


def _passages(item: PlacedText, catalogue: Catalogue) -> Iterator[Passage]:
    text = item.text
    rows = _rows(text.blocks) if isinstance(text, RichText) else iter((text.inlines,))
    for inlines in rows:
        yield Passage(tuple(_pieces(inlines, catalogue)))


def _rows(blocks: tuple[TextBlock, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.children
        else:
            yield from chain.from_iterable(_rows(item) for item in block.items)


def _pieces(inlines: tuple[Inline, ...], catalogue: Catalogue) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Text(value):
                yield Piece(value, value)
            case Token(name):
                yield Piece(catalogue.wording.find(name) or name, "{" + name + "}")
            case Strong(children) | Emphasis(children):
                yield from _pieces(children, catalogue)
            case Link(url, children):
                yield from _pieces(children, catalogue)
                yield Piece("", f"]({url}")
            case Ref(target, ()):
                yield Piece(_title(target, catalogue), f"[[{target}]]", prose=False)
            case Ref(target, children):
                yield Piece("", f"[[{target}")
                yield from _pieces(children, catalogue)


def _title(target: str, catalogue: Catalogue) -> str:
    entry = catalogue.by_id.get(target)
    return plain(catalogue.wording.resolve(entry.value.title.inlines)) if entry else target


def _page(source: SourceFile, wording: Wording) -> Iterator[Prose]:
    front = _FRONT_MATTER.match(source.text)
    node = parse(SourceFile.of(source.name, front[0]))[0] if front else None
    if isinstance(node, MappingNode):
        for key in _FRONT_KEYS:
            if isinstance(value := node.items.get(key), ScalarNode):
                place = value.place._replace(file=source)
                yield Prose((Passage(tuple(_filled(value.value, wording))),), place, PAGE_FIELD)
    skipped = source.text.count("\n", 0, front.end()) + 1 if front else 0
    body = "\n".join(source.lines[skipped:])
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "inline" and token.map:
            passage = Passage(tuple(_markdown(token.children or (), wording)))
            yield Prose((passage,), _lines(source, skipped + token.map[0], skipped + token.map[1]), PAGE_FIELD)


def _lines(source: SourceFile, first: int, end: int) -> Place:
    """Lines `first` up to `end`, counted from 0."""
    start = sum(len(line) + 1 for line in source.lines[:first])
    return Place(source, first + 1, 1, start, start + sum(len(line) + 1 for line in source.lines[first:end]))


def _markdown(tokens: Sequence[MarkdownToken], wording: Wording) -> Iterator[Piece]:
    code = False
    for token in tokens:
        if token.type == "html_inline":
            code = token.content.startswith("<code") or (code and not token.content.startswith("</code"))
        elif token.type == "code_inline" or (code and token.content):
            yield Piece(token.content, token.content, prose=False)
        elif token.type == "softbreak":
            yield Piece(" ", "")
        elif token.type == "link_open":
            continue
        else:
            yield from _filled(token.content, wording)


def _strings(node: Node, wording: Wording) -> Iterator[Prose]:
    if isinstance(node, MappingNode):
        for value in node.items.values():
            yield from _strings(value, wording)
    elif isinstance(node, ScalarNode):
        passages = tuple(Passage(tuple(_filled(line, wording))) for line in node.value.splitlines())
        yield Prose(passages, node.place, INTERFACE_FIELD)


def _filled(text: str, wording: Wording) -> Iterator[Piece]:
    """The pieces of a plain string: wording tokens as their words, other braces as what will be filled in."""
    at = 0
    for found in _BRACES.finditer(text):
        if at < found.start():
            yield Piece(text[at : found.start()], text[at : found.start()])
        if (words := wording.find(found[1])) is not None:
            yield Piece(words, found[0])
        else:
            # `{#anchor}` behind a heading is never shown; `{n}` stands for one word.
            yield Piece("" if found[1].startswith("#") else found[0], found[0], prose=False)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], text[at:])

"""What one engine makes of a site against another: pages, titles, headings, text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_HEADINGS = frozenset({"h1", "h2", "h3"})
_SILENT = frozenset({"script", "style", "svg", "template"})
_PERMALINK = "headerlink"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader gets of a page: its title, the headings and all text of its article, and the article's anchors."""

    title: str
    headings: tuple[str, ...]
    text: str
    anchors: frozenset[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.text: list[str] = []
        self.headings: list[list[str]] = []
        self.anchors: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = _PERMALINK if _PERMALINK in (given.get("class") or "") else tag
        if tag not in {"br", "hr", "img", "input", "link", "meta", "col", "wbr", "source", "area", "base", "embed"}:
            self.open.append(name)
        if "article" in self.open:
            self.anchors.add(given.get("id") or "")
            if tag in _HEADINGS:
                self.headings.append([])

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in {name if name != _PERMALINK else "a" for name in self.open}:
            last = self.open.pop()
            if last == tag or (last == _PERMALINK and tag == "a"):
                return

    def handle_data(self, data: str) -> None:
        if not _SILENT.isdisjoint(self.open) or _PERMALINK in self.open:
            return
        if "title" in self.open and "article" not in self.open:
            self.title.append(data)
        elif "article" in self.open:
            self.text.append(data)
            if not _HEADINGS.isdisjoint(self.open):
                self.headings[-1].append(data)


def read(page: str) -> Seen:
    """What a reader gets of the HTML `page`."""
    reader = _Reader()
    reader.feed(page)
    headings = tuple(_plain("".join(one)) for one in reader.headings)
    return Seen(
        _plain("".join(reader.title)), headings, _plain(" ".join(reader.text)), frozenset(reader.anchors - {""})
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """How the site in `theirs` differs from the one in `ours`, a line for each kind of difference."""
    pages, others = _pages(ours), _pages(theirs)
    yield from _listed("pages missing", sorted(pages - others))
    yield from _listed("pages too many", sorted(others - pages))
    both = [(path, read(_text(ours, path)), read(_text(theirs, path))) for path in sorted(pages & others)]
    yield from _listed(
        "other titles", [f"{p} ({one.title} / {two.title})" for p, one, two in both if one.title != two.title]
    )
    yield from _listed("other headings", [path for path, one, two in both if one.headings != two.headings])
    yield from _listed("anchors missing", [path for path, one, two in both if one.anchors - two.anchors])
    yield from _listed("other text", [path for path, one, two in both if one.text != two.text])
    yield from _listed(
        "no policy", [path for path in sorted(others) if "Content-Security-Policy" not in _text(theirs, path)]
    )


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _listed(what: str, found: list[str]) -> Iterator[str]:
    if found:
        more = ", …" if len(found) > _SHOWN else ""
        yield f"{what}: {len(found)}: {', '.join(found[:_SHOWN])}{more}"

"""What a stranger's folder may hold: ordinary files of its own, not too many, and pages that are only text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from coachkist.diagnostics import Problem, Span
from coachkist.source.nodes import SourceFile
from coachkist.source.text import read_source

MOST_FILES = 2_000
PAGES = "content/pages"
_READ = ("methods", "content")
_BESIDE = {".yml", ".svg", ".png"}
_OTHERS = "content/schools"
_FRONT = {"title", "description", "hide"}

_HTML = re.compile(r"<\s*/?\s*[A-Za-z!?]")
_SAFE_HTML = re.compile(r"</?(?:code|br|sub|sup|kbd)>")
_ADDRESS = re.compile(r"(?:\]\(|\]:|href\s*=)\s*['\"<]?\s*([A-Za-z][A-Za-z0-9+.\-\s]*):", re.IGNORECASE)
_HIDDEN_ADDRESS = re.compile(r"\]\([^)\s]*?(&[#\w]+;)")
_SCHEMES = {"http", "https", "mailto", "tel"}
_ATTRIBUTES = re.compile(r"\{:?(?=[^{}]*=)[^{}]*\}")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def folder_problems(folder: Path, name: str) -> list[Problem]:
    """What stands in the way of reading `folder`, called `name` in messages, without leaving it."""
    if folder.is_symlink():
        return [Problem("school-link", Span(name))]
    problems = []
    for count, entry in enumerate(_entries(folder)):
        shown = f"{name}/{Path(entry.path).relative_to(folder).as_posix()}".lstrip("/")
        if count >= MOST_FILES:
            return [Problem("school-too-many-files", Span(name), {"limit": MOST_FILES})]
        if entry.is_symlink():
            problems.append(Problem("school-link", Span(shown)))
        elif not entry.is_file(follow_symlinks=False) and not entry.is_dir(follow_symlinks=False):
            problems.append(Problem("school-odd-file", Span(shown)))
    return problems


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """All that we might read: beside `school.yml` only files, and everything below the folders of a catalogue."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if here.relative_to(folder).as_posix() == _OTHERS or not here.is_dir():
            continue
        with os.scandir(here) as found:
            for entry in sorted(found, key=lambda one: one.name):
                if here != folder or entry.name in _READ or Path(entry.name).suffix.lower() in _BESIDE:
                    yield entry
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))


def page_problems(folder: Path, name: str) -> list[Problem]:
    """What the hand-written pages in `folder` hold that only the base's own may: HTML, attributes, odd addresses."""
    problems: list[Problem] = []
    for path in sorted((folder / PAGES).glob("*.md")):
        source, found = read_source(path, f"{name}/{PAGES}/{path.name}".lstrip("/"))
        problems += found
        if source is not None:
            problems += _lines(source)
    return problems


def _lines(source: SourceFile) -> Iterator[Problem]:
    in_front = source.quote(1).strip() == "---"
    for number, line in enumerate(source.lines, 1):
        if in_front:
            in_front = number == 1 or line.strip() != "---"
            key = line.partition(":")[0].strip()
            if number > 1 and in_front and line.strip() and key not in _FRONT:
                yield source.problem("page-front", number, 1, key=key[:40], known=", ".join(sorted(_FRONT)))
            continue
        yield from _line(source, number, line)


def _line(source: SourceFile, number: int, line: str) -> Iterator[Problem]:
    bare = _SAFE_HTML.sub(lambda tag: " " * len(tag[0]), line)
    if found := _HTML.search(bare):
        yield source.problem("page-html", number, found.start() + 1)
    if found := _ATTRIBUTES.search(bare):
        yield source.problem("page-attributes", number, found.start() + 1)
    if found := _IMAGE.search(bare):
        yield source.problem("page-image", number, found.start() + 1)
    if found := _HIDDEN_ADDRESS.search(bare):
        yield source.problem("page-address", number, found.start(1) + 1, scheme=found[1][:20])
    for address in _ADDRESS.finditer(bare):
        if (scheme := "".join(address[1].split()).lower()) not in _SCHEMES:
            yield source.problem("page-address", number, address.start(1) + 1, scheme=scheme[:20])

"""Makes a built site work from a folder, without a server: on `file://` a browser loads no modules and fetches nothing.

So a link to a folder names its page, each page's modules become one classic script, data come as scripts, and search
does without a worker. Addresses stay what they are online.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from coachkist.site.link_modules import link_modules
from coachkist.writers.addresses import relative

STAND_IN = "assets/offline/worker.js"
"""Answers the theme's search box where there are no workers."""

_THEME_INDEX = "search/search_index"
_NOT_FOUND = "404.html"
_SCRIPT = re.compile(r"(<script\b.*?</script\s*>)", re.DOTALL | re.IGNORECASE)
_MODULE = re.compile(r'<script\b(?=[^>]*\btype="?module\b)[^>]*\bsrc="([^"]+)"[^>]*>')
_LINK = re.compile(r'\b(href|action)="([^"]*)"')
_FOLDER = re.compile(r"([^#?:]*)((?:[#?].*)?)", re.DOTALL)


def make_offline(site: Path) -> None:
    """Changes the built `site` so that it works when its `index.html` is opened as a file."""
    (site / _NOT_FOUND).unlink(missing_ok=True)  # only a server shows it
    entries = {STAND_IN}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        page = path.read_text(encoding="utf-8")
        entries.update(_modules_of(page, address))
        _write(path, offline_page(page, address))
    _link_all(site, sorted(entries))
    for path in sorted((site / "assets").rglob("*.json")):
        _write(path.with_suffix(".js"), data_script(path.name, path.read_text(encoding="utf-8")))
    index = (site / f"{_THEME_INDEX}.json").read_text(encoding="utf-8")
    _write(site / f"{_THEME_INDEX}.js", f"var __index = {index};\n")


def offline_page(page: str, address: str) -> str:
    """The HTML `page` at `address` as it has to be on `file://`."""
    pieces = _SCRIPT.split(page)
    pieces[::2] = [_LINK.sub(_named, piece) for piece in pieces[::2]]
    page = _MODULE.sub(lambda found: f'<script src="{found[1]}" defer>', "".join(pieces))
    stand_in = f'<script src="{relative(STAND_IN, posixpath.dirname(address) + "/")}"></script>'
    return page.replace("</head>", f"  {stand_in}\n  </head>", 1)


def data_script(name: str, data: str) -> str:
    """A script that leaves the JSON `data` where `web/base/data.js` looks for `name`."""
    return f"(window.coachkistData ??= {{}})[{json.dumps(name)}] = {data.strip()};\n"


def _named(found: re.Match[str]) -> str:
    """A link to a folder as a link to the page in it; an address from elsewhere stays as it is."""
    attribute, link = found[1], html.unescape(found[2])  # a "#" may be written as an entity
    parts = _FOLDER.fullmatch(link)
    if parts is None:
        return found[0]
    path, rest = parts.groups()
    if path in {".", ".."} or path.endswith(("/.", "/..")):
        path += "/"
    if path.endswith("/"):
        path += "index.html"
    return f'{attribute}="{html.escape(path + rest)}"'


def _modules_of(page: str, address: str) -> Iterator[str]:
    for found in _MODULE.finditer(page):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(address), found[1]))


def _link_all(site: Path, entries: list[str]) -> None:
    """Each entry linked in place; all are read before any is written, as one may import another."""
    linked = {entry: link_modules(entry, lambda address: _read(site, address)) for entry in entries}
    for entry, script in linked.items():
        _write(site / entry, script)


def _read(site: Path, address: str) -> str:
    return (site / address).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")

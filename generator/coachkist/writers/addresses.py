"""Where an entry's page stands: a pure function of its kind and id, so that any page can link to any other.

Addresses are relative to the site's root, and those of pages end in a slash; `relative` makes one a link.
"""

from __future__ import annotations

import posixpath

FOLDERS = {
    "method": "werkvormen",
    "model": "modellen",
    "tip": "tips",
    "chapter": "lezen",
    "sheet": "bladen",
    "workbook": "werkboeken",
}
"""The folder of each kind of entry; Dutch, because addresses are read by trainers."""


NEWS_URL = "wat-is-nieuw/"
"""What changed in the base, on a school's site."""

FINDER_URL = "kies/"
"""The page that helps to choose a work form."""

GLOSSARY_URL = "begrippen/"
"""The page that explains the terms of the field; each has its id as anchor."""


def page_url(kind: str, entry: str) -> str:
    """The address of an entry's page, such as `werkvormen/kijkwijzer/`."""
    return f"{FOLDERS[kind]}/{entry}/"


def asset_url(kind: str, entry: str, suffix: str) -> str:
    """The address of a file that belongs to an entry; `suffix` with its dot, such as `.pdf`."""
    return f"{FOLDERS[kind]}/{entry}/{entry}{suffix}"


def source_file(url: str) -> str:
    """The Markdown file that becomes the page at `url`: `werkvormen/` is an index, `werkvormen/x/` a page."""
    if url == "" or url.rstrip("/") in FOLDERS.values():
        return f"{url}index.md"
    return f"{url.rstrip('/')}.md"


def relative(target: str, page: str) -> str:
    """A link to `target` from the page at `page`, both relative to the site's root; anchors are kept."""
    path, hash_sign, anchor = target.partition("#")
    start = page if page.endswith("/") or page == "" else posixpath.dirname(page)
    link = posixpath.relpath("/" + path, "/" + start)
    if path == "" or path.endswith("/"):
        link += "/"
    return link + hash_sign + anchor

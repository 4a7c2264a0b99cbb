"""The picture of a sheet or workbook beside what can be downloaded of it."""

from __future__ import annotations

from typing import Any

from coachkist.site.cards import pages_label, preview, size_label
from coachkist.site.contents import Download, SiteContents
from coachkist.site.prints import BOOKLET, FORM, TILES
from coachkist.strings import Strings
from coachkist.writers.html import render

PDF = "pdf"
_SECOND = (FORM, TILES)
"""What stands beside the first download where it is there: for who does not print, or not that large."""


def paper_box(site: SiteContents, entry: str, paper: str, methods: tuple[str, ...]) -> str:
    """The picture of page one beside the downloads: one or two to see at once, the others to fold out."""
    strings, picture = site.catalogue.strings, preview(site, entry)
    if picture is None:
        return ""
    document, files = site.documents[entry], site.downloads_of(entry)
    facts = [{"icon": "sheet", "label": strings("site.paper_label"), "value": strings(f"site.paper.{paper}")}]
    lengths = {"icon": "workbook", "label": strings("site.pages_label")}
    facts += [{**lengths, "value": pages_label(strings, file.pages)} for file in files if file.format == PDF]
    seen, folded = _by_use(files)
    only = len(files) == 1
    values: dict[str, Any] = {
        "preview": picture.url,
        "alt": strings("site.preview_alt", title=document.title),
        "width": picture.width,
        "height": picture.height,
        "facts": facts,
        "files": [_offer(file, strings, only=only) for file in seen],
        "others": [_offer(file, strings) for file in folded],
        "others_label": strings("site.download_others"),
        "methods": [{"id": one, "title": site.documents[one].title} for one in methods if one in site.documents],
        "methods_label": strings("site.belongs_to"),
    }
    return str(render("pages/paper", site.context(site.url(entry)), **values))


def _by_use(files: tuple[Download, ...]) -> tuple[tuple[Download, ...], tuple[Download, ...]]:
    """What is seen at once, and what is folded away; a fold with a single download in it would only hide it."""
    second = next((file for file in files[1:] if file.format in _SECOND), None)
    seen = (*files[:1], *((second,) if second is not None else files[1:2]))
    folded = tuple(file for file in files if file not in seen)
    return (seen, folded) if len(folded) > 1 else ((*seen, *folded), ())


def _offer(file: Download, strings: Strings, *, only: bool = False) -> dict[str, str]:
    label = strings("site.download_only" if only else f"site.download.{file.format}")
    note = strings("site.download_note", length=_length(file, strings), size=size_label(strings, file.size))
    return {"url": file.url, "label": label, "note": note}


def _length(file: Download, strings: Strings) -> str:
    """How many pages; of what is folded, how much paper it takes."""
    if file.format == BOOKLET:
        return strings.plural("site.sheets_of_paper", file.pages // 2)
    return pages_label(strings, file.pages)

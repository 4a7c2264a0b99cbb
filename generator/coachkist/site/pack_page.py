"""The first page of a zip: what is in it, with a link to each file, readable without anything else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from markupsafe import Markup

from coachkist.contrast import readable_on_white
from coachkist.model.alphabet import alphabetical
from coachkist.site.colours import readable_on_dark
from coachkist.site.contents import SiteContents
from coachkist.site.print_set import PaperFile
from coachkist.site.school_files import logo_path
from coachkist.writers.html import PageContext, render

SITE_FOLDER = "Site"


def pack_page(site: SiteContents, files: Sequence[PaperFile], *, with_site: bool) -> bytes:
    """The page, for an edition with its site in the folder `Site` beside it or without."""
    catalogue, strings = site.catalogue, site.catalogue.strings
    school = catalogue.school
    name = school.value.name if school is not None else catalogue.edition.title
    colour = school.value.colour if school is not None else catalogue.edition.colour
    logo = school.logo if school is not None and with_site else None
    edition = catalogue.edition
    html = render(
        "pack",
        PageContext("", {}),
        title=strings("pack.title", name=name),
        lead=strings("pack.lead" if with_site else "pack.lead_papers"),
        site=f"{SITE_FOLDER}/index.html" if with_site else "",
        open_site=strings("pack.open_site"),
        logo=f"{SITE_FOLDER}/{logo_path(logo)}" if logo is not None else "",
        light=Markup(readable_on_white(colour)),  # noqa: S704
        dark=Markup(readable_on_dark(colour)),  # noqa: S704
        folders=_folders(site, files),
        colophon=[
            strings("pack.version", title=edition.title, version=edition.version),
            edition.licence,
            strings("pack.private"),
        ],
    )
    return f"{html}\n".encode()


def _folders(site: SiteContents, files: Sequence[PaperFile]) -> list[dict[str, object]]:
    by_folder = groupby(sorted(files, key=lambda file: file.folder), key=lambda file: file.folder)
    return [{"name": folder, "papers": _papers(site, list(inside))} for folder, inside in by_folder]


def _papers(site: SiteContents, files: Sequence[PaperFile]) -> list[dict[str, object]]:
    """Each document once, with its files in the order in which they are offered."""
    strings = site.catalogue.strings
    by_document: dict[str, list[PaperFile]] = {}
    for file in files:
        by_document.setdefault(file.document.id, []).append(file)
    return [
        {
            "title": inside[0].document.title,
            "files": [{"url": quote(one.path), "label": strings(f"pack.label.{one.format}")} for one in inside],
        }
        for inside in sorted(by_document.values(), key=lambda inside: alphabetical(inside[0].document.title))
    ]

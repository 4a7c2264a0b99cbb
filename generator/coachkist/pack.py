"""One zip with all of an edition: the site that works from a folder, everything on paper, and a page to begin with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coachkist.build import build_site, pages_folder
from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem
from coachkist.edition import Progress, make_edition, silent
from coachkist.site.contents import SiteContents
from coachkist.site.pack_page import SITE_FOLDER, pack_page
from coachkist.site.print_set import print_set, safe_name
from coachkist.site.prints import cache_at
from coachkist.swap import discard

_UNDATED = ("sitemap.xml", "sitemap.xml.gz")
"""Of no use in a folder, and one of them holds the time it was made."""

_PACKED_ALREADY = {".pdf", ".png", ".docx", ".gz"}
_NORMAL_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Packed:
    """A zip with the name it should have; without `content` where problems stopped it."""

    problems: list[Problem] = field(default_factory=list)
    name: str = ""
    content: bytes | None = None
    catalogue: Catalogue | None = None


def pack(root: Path, school: Path | None = None, progress: Progress = silent, *, with_site: bool = True) -> Packed:
    """Packs the edition of the project at `root`, that of `school` where there is one."""
    beside = pages_folder(root, school).with_name("pack-site")
    if with_site:
        report = build_site(root, beside, progress, offline=True, school=school)
        contents, problems = report.contents, report.problems
    else:
        made = make_edition(root, cache_at(root), progress, school=school)
        contents, problems = made.site, made.problems
    if contents is None:
        return Packed(problems)
    files = list(_files(contents, beside if with_site else None))
    discard(beside)
    return Packed(problems, _name(contents), zipped(files, contents.catalogue.edition.date), contents.catalogue)


def _files(contents: SiteContents, site: Path | None) -> Iterator[tuple[str, bytes]]:
    strings = contents.catalogue.strings
    papers = print_set(contents.catalogue, contents.documents)
    yield f"{strings('pack.first_page')}.html", pack_page(contents, papers, with_site=site is not None)
    yield f"{strings('pack.read_me')}.txt", f"\ufeff{strings('pack.read_me_text')}\n".replace("\n", "\r\n").encode()
    for file in papers:
        yield file.path, contents.paper(file.document.id, file.format)
    for path in sorted(site.rglob("*")) if site is not None else ():
        if path.is_file() and path.name not in _UNDATED:
            yield f"{SITE_FOLDER}/{path.relative_to(site or path).as_posix()}", path.read_bytes()


def _name(contents: SiteContents) -> str:
    school = contents.catalogue.school
    title = contents.catalogue.edition.title
    return safe_name(f"{title} {school.value.called}" if school is not None else title) + ".zip"


def zipped(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """A zip of `files`, all of `day`: the same files always make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for path, content in sorted(files):
            part = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            part.create_system, part.external_attr = 3, _NORMAL_FILE
            packs = Path(path).suffix in _PACKED_ALREADY
            part.compress_type = zipfile.ZIP_STORED if packs else zipfile.ZIP_DEFLATED
            packed.writestr(part, content)
    return out.getvalue()

"""An example school's site, built: its name, logo and words everywhere, and nothing left of what it leaves out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from coachkist.build import build_site
from coachkist.catalogue.drift import accepted
from coachkist.catalogue.lock import LOCK_FILE, lock_text
from coachkist.catalogue.school import SCHOOLS, load_school
from coachkist.diagnostics import Severity
from tests.site.crawl import BASE, Page, dead_anchors, dead_links, pages_of, unreachable
from tests.site_project import ROOT, make_project

NAME = "de-kiem"
TAKEN = """choices:
  methods:
    only:
      ids: [hospiteren, kijkwijzer, hoekenwandeling]
  tips:
    only:
      ids: []
  models:
    without:
      ids: [kernreflectie]
  sheets:
    only:
      ids: [kijkwijzer-krachtige-leeromgeving, hoekenblad, afsprakenblad]
"""
"""So little that almost every reference of the base leads to something left out, and that two settings have nothing."""


@pytest.fixture(scope="session")
def school_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example school, with fewer work forms."""
    project = make_project(tmp_path_factory.mktemp("school") / "kist")
    folder = project / SCHOOLS / NAME
    shutil.copytree(ROOT / SCHOOLS / NAME, folder)
    text = (folder / "school.yml").read_text(encoding="utf-8")
    before, _, after = text.partition("choices:\n")
    (folder / "school.yml").write_text(before + TAKEN + after[after.index("\npaper:") :], encoding="utf-8")
    school = load_school(project, folder).school
    assert school is not None
    (folder / LOCK_FILE).write_text(lock_text(accepted(project, school), ""), encoding="utf-8")
    report = build_site(project, school=folder)
    assert [problem for problem in report.problems if problem.severity is not Severity.NOTE] == []
    return project / "dist" / NAME / "site"


@pytest.fixture(scope="module")
def pages(school_site: Path) -> dict[str, Page]:
    return pages_of(school_site)


def test_no_link_leads_to_what_was_left_out(pages: dict[str, Page], school_site: Path) -> None:
    assert dead_links(pages, school_site) == []
    dead, count = dead_anchors(pages)
    assert dead == []
    assert count > 50


def test_every_page_can_be_reached(pages: dict[str, Page]) -> None:
    assert unreachable(pages) == {f"{BASE}404.html"}


def test_what_was_left_out_is_nowhere(pages: dict[str, Page], school_site: Path) -> None:
    methods = {url for url in pages if url.startswith(f"{BASE}werkvormen/") and "/met/" not in url}
    assert methods == {f"{BASE}werkvormen/{name}" for name in ("", "hospiteren/", "kijkwijzer/", "hoekenwandeling/")}
    assert not any(
        url.startswith((f"{BASE}tips/", f"{BASE}werkboeken/", f"{BASE}modellen/kernreflectie")) for url in pages
    )
    assert f"{BASE}werkvormen/met/team/" not in pages
    known = json.loads((school_site / "catalogue.json").read_text(encoding="utf-8"))
    assert "vlekjesmethode" not in json.dumps(known)
    index = json.loads((school_site / "assets/search-index.json").read_text(encoding="utf-8"))
    assert not any("vlekjesmethode" in row[2] or row[2].startswith("tips/") for row in index["entries"])


def test_it_is_the_schools_own(school_site: Path) -> None:
    home = (school_site / "index.html").read_text(encoding="utf-8")
    for words in ("Basisschool De Kiem", "Samen groeien op De Kiem", "coach@de-kiem.example", "assets/logo.svg"):
        assert words in home
    assert "Gemaakt met Coachkist" in home
    assert (school_site / "assets/logo.svg").is_file()
    css = (school_site / "assets/edition.css").read_text(encoding="utf-8")
    assert "#14606b" not in css
    page = (school_site / "werkvormen/kijkwijzer/index.html").read_text(encoding="utf-8")
    assert "leerkracht" not in page.replace("leerkrachtenteam", "")


def test_there_is_a_page_that_tells_what_is_new(school_site: Path) -> None:
    text = (school_site / "wat-is-nieuw/index.html").read_text(encoding="utf-8")
    assert "loopt gelijk met de basis" in text

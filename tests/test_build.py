"""Builds: the whole site or none of it, the same bytes twice, nothing made again that did not change."""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from coachkist.build import Stage, build_pages, build_site, check_paper
from coachkist.catalogue.load import load_catalogue
from coachkist.memory import Memory
from coachkist.swap import recover
from tests.site_project import ROOT, make_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("project") / "kist")
    report = build_site(folder)
    assert report.problems == []
    return folder


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz"]
    assert len(files) > 20
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_links_of_the_built_site_lead_somewhere(project: Path) -> None:
    site = project / "site"
    base = "https://site.invalid/"
    known = {base + path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    known |= {name.removesuffix("index.html") for name in known if name.endswith("/index.html")}
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 15
    for page in pages:
        url = base + page.relative_to(site).as_posix()
        for link in re.findall(r'(?:href|src)="?([^"\s>]+)', page.read_text(encoding="utf-8")):
            target = unquote(urljoin(url, html.unescape(link)).partition("#")[0].partition("?")[0])
            assert not target.startswith(base) or target in known, f"{url}: {link}"


def test_nothing_is_asked_of_another_host(project: Path) -> None:
    for page in (project / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'(?:src|<link[^>]*href)="?(?:https?:)?//', text), page


def test_our_pages_have_no_inline_style_or_script(project: Path) -> None:
    for page in (project / "site").rglob("*.html"):
        article = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        assert article
        assert " style=" not in article
        assert "<script" not in article


def test_same_bytes_twice_and_elsewhere(project: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "elders" / "kist")
    assert build_site(other).problems == []
    assert digests(other / "site") == digests(project / "site")


def test_unchanged_files_are_not_written_again(project: Path) -> None:
    report = build_pages(project, project / "build" / "pages")
    assert report.saved is not None
    assert (report.saved.written, report.saved.removed) == (0, 0)
    assert report.saved.unchanged > 20


def test_an_edit_touches_the_pages_it_concerns(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kist"
    shutil.copytree(project, copy)
    pages = copy / "build" / "pages"
    before = {path: path.stat().st_mtime_ns for path in pages.rglob("*.*")}
    method = copy / "methods" / "diamantmodel.yml"
    text = method.read_text(encoding="utf-8")
    edited = re.sub(r"(?m)^(goal: [|>]\n +)", r"\1Vooraf dit: ", text)
    assert edited != text
    method.write_text(edited, encoding="utf-8")
    report = build_pages(copy, pages)
    assert report.saved is not None, report.problems
    touched = {path.name for path, moment in before.items() if path.stat().st_mtime_ns != moment}
    assert touched == {"diamantmodel.md", "search-index.json"}  # a goal can be searched for


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("methods/schaalvragen.yml", "setting: individual", "setting: team", id="setting of a method"),
        pytest.param("methods/diamantmodel.yml", 'title: "', 'title: "Het ', id="title that others show"),
        pytest.param("content/sources.yml", "author: ", "author: De ", id="work"),
        pytest.param("content/edition.yml", 'version: "', 'version: "9', id="edition"),
    ],
)
def test_what_is_remembered_gives_the_same_pages(project: Path, tmp_path: Path, file: str, old: str, new: str) -> None:
    copy = tmp_path / "kist"
    shutil.copytree(project, copy)
    remembered, fresh, memory = copy / "build" / "pages", tmp_path / "fresh", Memory()
    assert not build_pages(copy, remembered, memory=memory).failed
    before = digests(remembered)
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "nothing to edit"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert not build_pages(copy, remembered, memory=memory).failed
    assert not build_pages(copy, fresh).failed
    assert digests(remembered) == digests(fresh) != before


def test_damaged_cache_is_rebuilt(project: Path) -> None:
    pages = project / "build" / "pages"
    before = digests(pages)
    entries = [path for path in (project / ".cache").rglob("*") if path.is_file()]
    assert len(entries) >= 6
    for entry in entries:
        entry.write_bytes(b"kapot")
    assert build_pages(project, pages).saved is not None
    assert digests(pages) == before
    shutil.rmtree(project / ".cache")
    assert build_pages(project, pages).saved is not None
    assert digests(pages) == before


def test_problems_leave_pages_and_site_as_they_were(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kist"
    shutil.copytree(project, copy)
    pages, site = digests(copy / "build" / "pages"), digests(copy / "site")
    (copy / "methods" / "kijkwijzer.yml").write_text("id: [", encoding="utf-8")
    report = build_site(copy)
    assert report.failed
    assert report.problems[0].span.file == "methods/kijkwijzer.yml"
    assert digests(copy / "build" / "pages") == pages
    assert digests(copy / "site") == site


def test_broken_link_in_a_written_page_stops_the_build(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kist"
    shutil.copytree(project, copy)
    site = digests(copy / "site")
    page = copy / "content" / "pages" / "over.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[weg](bestaat-niet.md)\n", encoding="utf-8")
    report = build_site(copy)
    assert [problem.code for problem in report.problems] == ["site-warning"]
    assert "bestaat-niet.md" in str(report.problems[0].values["text"])
    assert digests(copy / "site") == site
    assert not (copy / "site.new").exists()


def test_card_that_does_not_fit_is_a_problem_at_its_place(project: Path, tmp_path: Path) -> None:
    copy = make_project(tmp_path / "kist")
    sheet = copy / "content" / "sheets" / "vlekjes-kaarten.yml"
    lines = sheet.read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.strip().startswith("back:"))
    lines[number] = lines[number].partition("back:")[0] + 'back: "' + "Een veel te lange achterkant. " * 40 + '"'
    sheet.write_text("\n".join(lines), encoding="utf-8")
    catalogue = load_catalogue(copy).catalogue
    assert catalogue is not None
    problems = check_paper(copy, catalogue)
    assert [(problem.code, problem.span.line) for problem in problems] == [("overflow", number + 1)]
    assert build_site(copy).failed


def test_progress_tells_every_stage(project: Path) -> None:
    stages: list[Stage] = []
    build_pages(project, project / "build" / "pages", progress=lambda stage, _done, _total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == [Stage.READING, Stage.PRINTING, Stage.PAGES]


@pytest.mark.parametrize("delay", [0.4, 1.5, 3.0])
def test_killed_build_leaves_the_previous_site(project: Path, tmp_path: Path, delay: float) -> None:
    copy = tmp_path / "kist"
    shutil.copytree(project, copy)
    before = digests(copy / "site")
    code = "import sys, pathlib; from coachkist.build import build_site; build_site(pathlib.Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    process = subprocess.Popen([sys.executable, "-c", code, str(copy)], env=environment)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    recover(copy / "site")
    assert digests(copy / "site") == before
    assert [path.name for path in copy.iterdir() if path.name.startswith("site.")] == []

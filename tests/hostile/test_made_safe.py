"""Texts that are allowed and meant to do harm: they come out as text, on the site and on paper, and nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from coachkist.build import build_site
from tests.site_project import little, make_project, make_school
from tests.source.pictures import svg

EVIL = "<script>alert(1)</script>"
SCHOOL = f"""\
name: '"><img src=x onerror=alert(1)> {EVIL}'
short_name: '{{{{ 7*7 }}}} {{% raw %}}'
address:
  - '#import "/etc/passwd"; $x$ #read("x")'
  - '{EVIL}'
  - '=HYPERLINK("https://elders.example")'
logo: logo.svg
country: BE
level: [lager]
contact:
  name: '<a href="javascript:alert(1)">x</a>'
  role: '${{alert(1)}} `x` **x** [x](javascript:alert(1))'
  phone: '<b onmouseover=alert(1)>'
agreements:
  - '[klik](javascript:alert(1)) en ../../../etc/passwd'
start:
  title: '&lt;script&gt;alert(1)&lt;/script&gt;'
  text: '[klik](javascript:alert(1)) \\{{leerkracht}} "onload="alert(1)'
{little("kijkwijzer-krachtige-leeromgeving")}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("safe") / "kist")
    logo = svg('<rect width="1" height="1" onclick="alert(1)"/><script>alert(1)</script>')
    school = make_school(root, "x", SCHOOL, logo)
    before = {path for path in root.rglob("*") if "build" not in path.parts}
    report = build_site(root, school=school)
    assert not report.failed, report.problems
    assert "logo-cleaned" in [problem.code for problem in report.problems]
    made = {path for path in root.rglob("*") if "build" not in path.parts} - before
    assert {path.relative_to(root).parts[0] for path in made} <= {"dist", ".cache"}
    return root / "dist/x"


class Reader(HTMLParser):
    """Collects what could act in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_script = tag == "script"
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or (
                name in {"href", "src", "action"} and address.startswith(("javascript:", "data:"))
            ):
                self.acting.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self.in_script and "alert(1)" in data:
            self.acting.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False


def pages(built: Path) -> Iterator[Path]:
    found = list((built / "site").rglob("*.html"))
    assert len(found) > 10
    yield from found


def test_nothing_acts_on_any_page(built: Path) -> None:
    for page in pages(built):
        reader = Reader()
        reader.feed(page.read_text(encoding="utf-8"))
        assert reader.acting == [], page


def test_the_texts_are_there_to_read(built: Path) -> None:
    home = (built / "site/index.html").read_text(encoding="utf-8")
    assert "alert(1)" in home
    assert "49" not in home.partition("<title>")[2].partition("</title>")[0]


def test_the_logo_only_draws(built: Path) -> None:
    logo = (built / "site/assets/logo.svg").read_text(encoding="utf-8")
    assert "alert" not in logo
    assert "<rect" in logo


def test_paper_shows_the_texts_and_names_stay_in_their_folder(built: Path) -> None:
    papers = list((built / "print").rglob("*.*"))
    assert papers
    assert {path.parent.parent for path in papers} == {built / "print"}
    (grey,) = [path for path in papers if path.name == "Kijkwijzer krachtige leeromgeving.pdf"]
    assert "alert(1)" in "".join(page.extract_text() for page in PdfReader(grey).pages)

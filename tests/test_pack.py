"""The zip: everything in it, under names for people, the same bytes each time, and a first page whose links work."""

from __future__ import annotations

import html
import io
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from coachkist.catalogue.where import base_of
from coachkist.pack import Packed, pack
from coachkist.site.print_set import ENDINGS, PDF
from coachkist.site.prints import DOCX
from coachkist.source.strings import load_strings
from tests.conftest import ROOT
from tests.site_project import little, make_project, make_school
from tests.source.pictures import svg

SCHOOL = f"""\
name: "De Wilg & Co"
short_name: "De Wilg?"
country: BE
level: [lager]
logo: "logo.svg"
{little("kijkwijzer-krachtige-leeromgeving", "vlekjes-bord")}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("pack") / "kist")
    make_school(root, "wilg", SCHOOL, svg('<rect width="10" height="10"/>'))
    return root


@pytest.fixture(scope="module")
def packed(project: Path) -> Packed:
    made = pack(project, project / "content/schools/wilg")
    assert made.content is not None, made.problems
    return made


def parts(packed: Packed) -> dict[str, bytes]:
    assert packed.content is not None
    with zipfile.ZipFile(io.BytesIO(packed.content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_names_for_people(packed: Packed) -> None:
    assert packed.name == "Coachkist De Wilg.zip"
    names = [name for name in parts(packed) if not name.startswith("Site/")]
    assert "Begin hier.html" in names
    assert "Lees mij.txt" in names
    assert "Kijkwijzers/Kijkwijzer krachtige leeromgeving (invulbaar).pdf" in names
    assert "Kijkwijzers/Kijkwijzer krachtige leeromgeving.pdf" in names
    assert any(name.startswith("Borden en schijfjes/") for name in names)
    for name in names:
        assert not re.search(r'[<>:"\\|?*]|\.\.|^/|/\s|[. ]/', name), name


def test_every_link_of_the_first_page_leads_into_the_zip(packed: Packed) -> None:
    files = parts(packed)
    page = files["Begin hier.html"].decode()
    links = [unquote(html.unescape(link)) for link in re.findall(r'(?:href|src)="([^"]+)"', page)]
    assert "Site/index.html" in links
    assert set(links) <= set(files)
    papers = {name for name in files if not name.startswith("Site/") and "/" in name}
    assert papers <= set(links)
    assert "<h1>Coachen bij De Wilg & Co</h1>" in html.unescape(page)
    assert "<script" not in page
    assert "--accent: #" in page
    assert "http" not in page.replace("http-equiv", "")


def test_every_kind_of_file_has_words_for_people() -> None:
    strings = load_strings(base_of(ROOT))
    for format_ in ENDINGS:
        assert strings(f"pack.label.{format_}")
        assert format_ in {PDF, DOCX} or strings(f"pack.format.{format_}")


def test_the_site_works_from_a_folder(packed: Packed) -> None:
    files = parts(packed)
    home = files["Site/index.html"].decode()
    assert 'type="module"' not in home
    assert "Site/assets/logo.svg" in files
    assert not [name for name in files if "sitemap" in name]
    form = PdfReader(io.BytesIO(files["Kijkwijzers/Kijkwijzer krachtige leeromgeving (invulbaar).pdf"]))
    assert form.get_fields()


def test_the_same_bytes_again_and_nothing_left_lying(packed: Packed, project: Path) -> None:
    school = project / "content/schools/wilg"
    again = pack(project, school)
    assert again.content == packed.content
    assert not list((project / "build").rglob("pack-site*"))
    papers = pack(project, school, with_site=False)
    assert not [name for name in parts(papers) if name.startswith("Site/")]
    assert "Site/" not in parts(papers)["Begin hier.html"].decode()


def test_a_school_with_a_mistake_makes_no_zip(project: Path) -> None:
    broken = project / "content/schools/stuk"
    shutil.copytree(project / "content/schools/wilg", broken)
    (broken / "logo.svg").write_bytes(b"%PDF-1.7")
    made = pack(project, broken)
    assert made.content is None
    assert [problem.code for problem in made.problems] == ["logo-not-a-picture"]

"""The wheel, installed where nothing of the repository is: a school starts a folder of its own and builds it."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT
from tests.source.pictures import svg

CHOICES = """
choices:
  methods:
    only:
      ids: [kijkwijzer]
  sheets:
    only:
      ids: [kijkwijzer-krachtige-leeromgeving]
"""
NOTHING = "  {kind}:\n    only:\n      ids: []\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; what it needs is borrowed from ours, so that no network is used."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install"]
    options = ["--no-deps", "--no-index", "--no-compile", "--ignore-installed", "--quiet"]
    subprocess.run([*pip, *options, str(wheel)], check=True, capture_output=True)
    (packages,) = [path for path in folder.rglob("site-packages") if (path / "coachkist").is_dir()]
    # What stands in ours is found after what stands in this one, and ours' own links are not followed.
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts / "coachkist"


def run(command: Path, folder: Path, *args: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COACHKIST"))}
    result = subprocess.run(
        [str(command), *args], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_the_wheel_holds_the_catalogue_and_nothing_of_a_machine(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    for needed in (
        "coachkist/base/methods/kijkwijzer.yml",
        "coachkist/base/content/strings/nl.yml",
        "coachkist/base/content/workspace/README.md",
        "coachkist/base/mkdocs.yml",
        "coachkist/theme/main.html",
        "coachkist/web/coachkist.js",
        "coachkist/py.typed",
    ):
        assert needed in names
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".log"))]
    assert wheel.stat().st_size < 8_000_000


def test_a_school_starts_and_builds(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "ons.svg").write_bytes(svg('<rect width="10" height="10" fill="#aa3300"/><script>1</script>'))
    flags = ["--name", "De Wilg", "--country", "BE", "--level", "lager", "--logo", "ons.svg", "--colour", "#AA3300"]
    said = run(installed, tmp_path, "init", "wilg", *flags)
    assert "lieten we weg: script" in said
    here = tmp_path / "wilg"
    assert b"script" not in (here / "logo.svg").read_bytes()
    for path in ("README.md", ".github/workflows/site.yml", ".gitlab-ci.yml", "mkdocs.yml", "requirements.txt"):
        assert (here / path).is_file()
    assert str(ROOT) not in "".join(path.read_text(encoding="utf-8") for path in here.glob("*.*") if path.is_file())
    chosen = CHOICES + "".join(NOTHING.format(kind=kind) for kind in ("models", "tips", "chapters", "workbooks"))
    with (here / "school.yml").open("a", encoding="utf-8") as file:
        file.write(chosen)
    (here / "content/sheets/kijkwijzer-krachtige-leeromgeving.yml").write_text(
        'title: "Kijkwijzer van De Wilg"\n', encoding="utf-8"
    )
    run(installed, here, "check")
    said = run(installed, here, "build")
    assert str(here / "site" / "index.html") in said
    assert "De Wilg" in (here / "site/index.html").read_text(encoding="utf-8")
    papers = sorted(path.relative_to(here).as_posix() for path in (here / "print").rglob("*.*"))
    assert "print/Kijkwijzers/Kijkwijzer van De Wilg (invulbaar).pdf" in papers
    form = PdfReader(here / "print/Kijkwijzers/Kijkwijzer van De Wilg (invulbaar).pdf")
    assert form.get_fields()
    assert "De Wilg" in form.pages[0].extract_text()
    assert (here / "site/bladen/kijkwijzer-krachtige-leeromgeving/index.html").is_file()
    shutil.rmtree(here / "site")
    subprocess.run([str(installed.with_name("python")), "-m", "mkdocs", "build", "--strict"], cwd=here, check=True)
    assert (here / "site/bladen/kijkwijzer-krachtige-leeromgeving/index.html").is_file()

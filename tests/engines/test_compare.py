"""What a reader would notice of another engine is told, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.compare import differences, read

PAGE = """<html><head><title>Kist</title>
<meta http-equiv="Content-Security-Policy" content="x"></head><body><nav>Menu</nav>
<article><h1 id="a">Een<a class="headerlink" href="#a">¶</a></h1>
<p>Tekst<br>hier</p><svg><text>x</text></svg></article></body>"""


def site(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_page_as_its_reader_sees_it() -> None:
    seen = read(PAGE)
    assert (seen.title, seen.headings, seen.text) == ("Kist", ("Een",), "Een Tekst hier")
    assert seen.anchors == {"a"}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (PAGE.replace("Menu", "Ander menu").replace("<p>", "\n<p class='x'>"), []),
        (PAGE.replace("<title>Kist", "<title>Kast"), ["other titles: 1: index.html (Kist / Kast)"]),
        (PAGE.replace('id="a"', 'id="b"'), ["anchors missing: 1: index.html"]),
        (PAGE.replace("Tekst", "Taal"), ["other text: 1: index.html"]),
        (PAGE.replace("Een<", "Twee<"), ["other headings: 1: index.html", "other text: 1: index.html"]),
        (PAGE.replace("Content-Security-Policy", "x"), ["no policy: 1: index.html"]),
    ],
)
def test_differences_are_told(tmp_path: Path, other: str, told: list[str]) -> None:
    ours, theirs = site(tmp_path / "a", {"index.html": PAGE}), site(tmp_path / "b", {"index.html": other})
    assert list(differences(ours, theirs)) == told


def test_pages_missing_and_too_many(tmp_path: Path) -> None:
    ours, theirs = site(tmp_path / "a", {"a/index.html": PAGE}), site(tmp_path / "b", {"b/index.html": PAGE})
    assert list(differences(ours, theirs)) == ["pages missing: 1: a/index.html", "pages too many: 1: b/index.html"]

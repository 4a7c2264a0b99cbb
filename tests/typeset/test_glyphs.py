"""Which characters can be printed: the table in the fonts, and Typst's own opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coachkist.typeset.compiler import FONTS, TypesetError, Typesetter
from coachkist.typeset.glyphs import Coverage, FontFileError, code_points

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage.of_folder(FONTS)


@pytest.fixture
def echo(tmp_path: Path) -> Typesetter:
    """Prints a text in all four faces."""
    (tmp_path / "echo.typ").write_text(
        '#set text(font: "Source Sans 3", size: 6pt)\n'
        "#let d = json(bytes(sys.inputs.data))\n"
        "#set document(title: d.text)\n"
        "#d.text #emph(d.text) #strong(d.text) #strong(emph(d.text))\n",
        encoding="utf-8",
    )
    return Typesetter(tmp_path)


@pytest.mark.parametrize("text", ["Ça va, Şeyma?", "Łukasz – ‘ĳs’ … “ja” €5", "☐ ☑ ✓ → × · •", "a\tb\nc"])
def test_what_dutch_and_the_names_of_pupils_need_is_there(coverage: Coverage, text: str) -> None:
    assert coverage.missing(text) == frozenset()


@pytest.mark.parametrize("character", ["😀", "م", "ש", "中", "\x00", "\ufeff", "\x07", "\ue000"])
def test_what_no_font_has_is_named(coverage: Coverage, character: str) -> None:
    assert coverage.missing(f"Goed {character}zo") == {character}


@pytest.mark.parametrize("character", ["😀", "م", "ש", "中", "\x07"])
def test_typst_refuses_the_same_characters(echo: Typesetter, character: str) -> None:
    with pytest.raises(TypesetError):
        echo.pdf("echo.typ", {"text": character}, 0)


def test_typst_prints_every_character_that_is_allowed(echo: Typesetter, coverage: Coverage) -> None:
    allowed = [chr(point) for point in sorted(coverage.points)]
    assert len(allowed) > 1000
    assert echo.pdf("echo.typ", {"text": " ".join(allowed)}, 0).startswith(b"%PDF")


def test_each_face_has_the_latin_letters() -> None:
    fonts = sorted(FONTS.glob("*.ttf"))
    assert len(fonts) == 4
    for font in fonts:
        assert set(map(ord, "abcxyzABCXYZéëïüçñłş0123456789‘’“”–…€")) <= code_points(font.read_bytes()), font.name


def test_the_licence_travels_with_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_a_folder_without_fonts_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(FontFileError, match="no fonts"):
        Coverage.of_folder(tmp_path)


def test_a_file_without_a_character_table_is_our_mistake() -> None:
    with pytest.raises(FontFileError, match="cmap"):
        code_points(b"\x00\x01\x00\x00\x00\x00" + b"\x00" * 40)

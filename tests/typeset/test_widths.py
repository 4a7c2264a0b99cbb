"""Widths of characters, against what the typesetter itself measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.typeset.compiler import FONTS, Typesetter
from coachkist.typeset.widths import Widths

MEASURE = """
#let data = json(bytes(sys.inputs.data))
#set text(font: "Source Sans 3", size: 100pt, kerning: false, ligatures: false)
#context [#metadata((wide: measure(text(weight: data.weight, data.words)).width / 1pt))<fit>]
"""


@pytest.mark.parametrize(
    ("file", "weight"), [("SourceSans3_400Regular.ttf", 400), ("SourceSans3_600SemiBold.ttf", 600)]
)
@pytest.mark.parametrize("words", ["verantwoordelijkheid", "WwMmIi 0123 – ‘één’ coördinator", "Şeyma en Łukasz"])
def test_as_wide_as_typst_finds_it(file: str, weight: int, words: str, tmp_path: Path) -> None:
    (tmp_path / "measure.typ").write_text(MEASURE, encoding="utf-8")
    (measured,) = Typesetter(tmp_path).measurements("measure.typ", {"words": words, "weight": weight})
    assert Widths.of_file(FONTS / file).width(words, 100) == pytest.approx(measured["wide"], abs=0.2)


def test_a_character_the_font_lacks_is_taken_to_be_wide() -> None:
    widths = Widths.of_file(FONTS / "SourceSans3_400Regular.ttf")
    assert widths.width("漢", 10) == 10

"""Every kind of block in Word, as an outline: styles, texts, tables, controls, fields and sections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coachkist.document.blocks import Document
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.docx import write_docx
from tests.writers import paper_samples as samples
from tests.writers.docx.reading import outline

if TYPE_CHECKING:
    from coachkist.strings import Strings

GOLDEN = Path(__file__).parents[2] / "golden" / "docx"


@pytest.mark.parametrize(("name", "make"), samples.BY_NAME.items())
def test_outline(
    name: str,
    make: Callable[[Strings], Document],
    strings: Strings,
    typesetter: Typesetter,
    golden: Callable[[Path, str], None],
) -> None:
    golden(GOLDEN / f"{name}.txt", outline(write_docx(make(strings), typesetter)))

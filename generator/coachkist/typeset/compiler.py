"""Typst, thin: data in, bytes out.

Only our own fonts and our own template folder exist for it; no packages, no system fonts, no clock. A
warning is a failure, because Typst only warns where a font or a glyph is not what we meant.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from coachkist.typeset.glyphs import Coverage

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).parent / "fonts"

_KEPT_FOR = 10
"""After how many documents Typst forgets one; its wheel has no way to ask for that."""


class TypesetError(RuntimeError):
    """Typst refused a document: a mistake of ours, since the catalogue refuses what cannot be printed."""


class Typesetter:
    """One Typst compiler; keep one per process, since it must not be shared between threads.

    `root` is the folder of templates; nothing outside it can be read. Data arrive in the template as the
    JSON text `sys.inputs.data`. `coverage` knows which characters can be printed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.coverage = Coverage.of_folder(FONTS)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        # An import of a package must fail, not reach for the network: hence a folder that cannot exist.
        nowhere = str(FONTS / "OFL.txt" / "none")
        self._compiler = typst.Compiler(
            root=str(root), font_paths=fonts, package_path=nowhere, package_cache_path=nowhere
        )

    def pdf(self, template: str, data: Mapping[str, Any], timestamp: int) -> bytes:
        """Make the PDF/UA-1 file of `data`, dated `timestamp` (Unix seconds); raises TypesetError."""
        result = self._compiled(
            template, data, format="pdf", pdf_standards=["ua-1"], pdf_tags=True, timestamp=timestamp
        )
        if not isinstance(result, bytes):
            raise TypesetError(f"{template}: no PDF")
        return result

    def png(self, template: str, data: Mapping[str, Any], ppi: float) -> list[bytes]:
        """Draw one PNG image a page, at `ppi` dots to the inch; raises TypesetError."""
        result = self._compiled(template, data, format="png", ppi=ppi, timestamp=0)
        return result if isinstance(result, list) else [result]

    def untagged(self, template: str, data: Mapping[str, Any]) -> bytes:
        """Make a PDF without structure, whose pages are to become pictures in another; raises TypesetError."""
        result = self._compiled(template, data, format="pdf", pdf_tags=False, timestamp=0)
        if not isinstance(result, bytes):
            raise TypesetError(f"{template}: no PDF")
        return result

    def forget(self) -> None:
        """Drop what Typst remembers of the documents it laid out.

        It keeps that for as many documents as `_KEPT_FOR`, in case the same comes again: of a thick book, a gigabyte.
        """
        for _ in range(_KEPT_FOR):
            self._compiler.compile(b"", format="svg")

    def measurements(self, template: str, data: Mapping[str, Any], label: str = "fit") -> list[dict[str, Any]]:
        """Give what `template` left as metadata with `label`, in document order; raises TypesetError."""
        # Untagged PDF is the cheapest export; the layout it needs is remembered for the real one.
        self._compiled(template, data, format="pdf", pdf_tags=False, timestamp=0)
        found: list[dict[str, Any]] = json.loads(self._compiler.query(f"<{label}>", field="value"))
        return found

    def _compiled(self, template: str, data: Mapping[str, Any], **options: Any) -> bytes | list[bytes]:
        inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
        try:
            result, warnings = self._compiler.compile_with_warnings(
                str(self._root / template), sys_inputs=inputs, **options
            )
        except typst.TypstError as error:
            raise TypesetError(f"{template}: {error.message}\n{error.diagnostic}") from error
        if warnings:
            raise TypesetError(f"{template}: " + "; ".join(warning.message for warning in warnings))
        if result is None:
            raise TypesetError(f"{template}: no output")
        return result

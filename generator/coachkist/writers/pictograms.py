"""Our own pictograms: small drawings in one weight of line, written once a page and used by name.

They stand in the page itself, not in a style sheet: a background is not printed, and another file is not
read from `file://`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

_FOLDER = Path(__file__).parent / "templates" / "pictograms"
NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))
"""Every pictogram there is."""


def sprite(names: Iterable[str]) -> Markup:
    """The definitions of `names`, invisible; unknown names are left out, as not every fact has a drawing."""
    wanted = sorted(set(names).intersection(NAMES))
    symbols = "".join(f'<symbol id="ck-{name}" viewBox="0 0 24 24">{_drawing(name)}</symbol>' for name in wanted)
    return Markup(f'<div class="ck-sprite" hidden><svg aria-hidden="true">{symbols}</svg></div>')  # noqa: S704


def pictogram(name: str) -> Markup:
    """One pictogram in the text, decorative: the words beside it say the same."""
    if name not in NAMES:
        return Markup("")
    return Markup(  # noqa: S704
        f'<svg class="ck-icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">'
        f'<use href="#ck-{name}"></use></svg>'
    )


def _drawing(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip()

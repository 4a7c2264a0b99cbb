"""A drawing as SVG text: geometry from its kind, looks from its template, colours from the skin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coachkist.document.drawing import Drawing
from coachkist.figures.kinds import (
    axis,
    bars,
    cards,
    circles,
    columns,
    contrast,
    curve,
    cycle,
    diamond,
    matrix,
    path,
    pictograms,
    quadrants,
    rings,
    rows,
    spiral,
    steps,
    table,
    web,
)
from coachkist.figures.lettering import Lettering
from coachkist.figures.shapes import Layout, Plan
from coachkist.figures.skin import Skin

NARROW = 360.0
"""The width of a figure on a phone, in units: at 360 pixels a unit is about a pixel."""

WIDE = 600.0
"""The width of a figure where there is room."""

_GEOMETRY: Mapping[str, Callable[[Drawing, Plan], Layout]] = {
    "axis": axis.lay_out,
    "matrix": matrix.lay_out,
    "contrast": contrast.lay_out,
    "cards": cards.lay_out,
    "curve": curve.lay_out,
    "columns": columns.lay_out,
    "pictograms": pictograms.lay_out,
    "bars": bars.lay_out,
    "spiral": spiral.lay_out,
    "phases": rows.phases,
    "rings": rings.lay_out,
    "cycle": cycle.lay_out,
    "quadrants": quadrants.lay_out,
    "steps": steps.lay_out,
    "path": path.lay_out,
    "circles": circles.lay_out,
    "table": table.lay_out,
    "list": rows.numbered,
    "diamond": diamond.lay_out,
    "web": web.lay_out,
}
"""Each kind of figure, by the value of `FigureKind`, and what works out where its parts stand."""

TWO_WIDTHS = frozenset(
    {"matrix", "cards", "columns", "cycle", "contrast", "table", "curve", "bars", "pictograms", "web"}
)
"""The kinds that are laid out anew where there is more room; the others are the same at any width."""

_TEMPLATES = Path(__file__).parent / "templates"
# What XML or Markdown could take for markup, and every space but the ordinary one.
_SPECIAL = re.compile(r"""[\\`*_{}\[\]<>&"'#|~^=]|:(?=\S)|[^\S ]""")
# XML has no way at all to write these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def has_two_widths(drawing: Drawing) -> bool:
    """Whether `drawing` is laid out anew where there is more room, as all that is written in is."""
    return bool(drawing.name) or drawing.kind in TWO_WIDTHS


def lay_out(drawing: Drawing, slack: float, width: float = NARROW) -> Layout:
    """Where everything in `drawing` stands, in `width` units (as narrow as needed for kinds that have one width)."""
    room = width if has_two_widths(drawing) else NARROW
    return _GEOMETRY[drawing.kind](drawing, Plan(lettering(slack), room))


def draw(drawing: Drawing, skin: Skin, width: float = NARROW, prefix: str = "") -> Markup:
    """`drawing` as one `<svg>` element without blank lines, safe in XML, HTML and Markdown.

    Ids in it begin with the drawing's own and `prefix`, which tells two drawings of the same figure apart.
    """
    layout = lay_out(drawing, skin.slack, width)
    text = (
        _environment()
        .get_template(f"{drawing.kind}.svg.j2")
        .render(
            drawing=drawing,
            name=drawing.id + prefix,
            layout=layout,
            g=layout.groups,
            skin=skin,
            # Links inside an image do not exist for a screen reader, inside a group they do.
            role="group" if any(label.link and skin.link(*label.link) for label in layout.labels) else "img",
        )
    )
    return Markup("\n".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S704


def escape(text: str) -> Markup:
    """`text` as characters that neither XML nor Markdown reads as anything else."""
    text = _UNWRITABLE.sub(" ", text)
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text))  # noqa: S704


def _finalize(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return f"{round(value, 2):g}" if isinstance(value, float) else escape(str(value))


@cache
def lettering(slack: float) -> Lettering:
    """Our faces with `slack`, read once."""
    return Lettering.with_slack(slack)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

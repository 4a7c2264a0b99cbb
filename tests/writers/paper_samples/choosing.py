"""What somebody chooses, counts and signs; figures and posters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coachkist.document.blocks import (
    Choice,
    Choices,
    Document,
    Drawing,
    DrawingPart,
    Fields,
    Grid,
    GridColumn,
    GridRow,
    InputField,
    PageBreak,
    Party,
    Poster,
    PosterPanel,
    Signature,
)
from coachkist.markup.inline import List, Paragraph
from tests.writers.paper_samples.documents import document, text

if TYPE_CHECKING:
    from coachkist.strings import Strings


def tally() -> Grid:
    """Narrow columns, a row that is named and one to name by hand."""
    columns = tuple(GridColumn(str(n), text(f"{5 * n} min"), (), 1, "text", False) for n in (1, 2, 3))
    rows = (GridRow("turf.vraag", text("Vraag")), GridRow("turf.1", ()))
    return Grid("turf", text("Turf"), (), text("Wat"), 2, columns, rows, 9, compact=True)


def choices(*, many: bool = False) -> Choices:
    options = (Choice("open", text("open vraag")), Choice("dicht", text("gesloten vraag")))
    name = "gehoord" if many else "rol"
    return Choices(name, text("Wat hoorde je?"), text("kies"), many, options, other="anders:")


def signature() -> Signature:
    parties = (Party("akkoord.coach", text("Coach")), Party("akkoord.coachee", text("Coachee")))
    return Signature("akkoord", "Naam", "Datum", "Handtekening", parties)


def diagram() -> Drawing:
    """A drawing to write in."""
    parts = tuple(DrawingPart(name, name.capitalize(), "waarom?") for name in ("beeld", "mening", "besluit"))
    return Drawing("figuur-ruit", "diamond", "De ruit", "Drie banden.", parts=parts, height=120, name="ruit")


def drawing(*, blank: bool = False) -> Drawing:
    parts = tuple(DrawingPart(name, name.capitalize()) for name in ("zien", "proberen", "volhouden"))
    return Drawing("figuur-trap", "steps", "De trap", "Drie treden.", parts=parts, blank=blank, height=40)


def poster(direction: Literal["columns", "rows"] = "columns") -> Poster:
    tips = List(((Paragraph(text("wacht vijf tellen")),), (Paragraph(text("vraag door")),)))
    panels = (
        PosterPanel("poster.een", text("Vragen"), (Paragraph(text("Stel er één.")),), 0),
        PosterPanel("poster.twee", text("Wachten"), (tips,), 2),
    )
    return Poster("poster", text("Denktijd"), text("Voor in de klas"), direction, panels)


def choosing(strings: Strings) -> Document:
    """What somebody chooses, counts and signs, and a figure without its words."""
    lines = InputField("plan", "Plan", "text", 12, 3)
    blocks = (Fields((lines,)), choices(), choices(many=True), tally(), drawing(blank=True), signature())
    return document("sheet", blocks, strings, 1)


def posters(strings: Strings) -> Document:
    blocks = (poster(), PageBreak(), poster("rows"))
    return replace(document("sheet", blocks, strings, 2), paper="a3")

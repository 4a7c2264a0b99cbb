"""What somebody writes in, and the sheets that hold it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coachkist.document.blocks import (
    Block,
    Box,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Document,
    Fields,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    InputField,
    PageBreak,
    Scale,
    Score,
    ScoreLine,
    WritingLines,
)
from coachkist.markup.inline import Paragraph, Strong, Text
from tests.writers.paper_samples.documents import document, text

if TYPE_CHECKING:
    from coachkist.strings import Strings


def lines(name: str, label: str, count: int = 3, *, grow: bool = False) -> WritingLines:
    return WritingLines(name, text(label), text("in één zin"), count, grow)


def criteria(rows: int = 3) -> Criteria:
    groups = tuple(
        CriterionGroup(
            f"kijken.{name}",
            str(number),
            text(title),
            tuple(
                CriterionRow(
                    f"kijken.{name}.{row}",
                    f"{number}.{row}",
                    text(f"Leerlingen doen iets wat je ziet ({row})."),
                )
                for row in range(1, rows + 1)
            ),
        )
        for number, (name, title) in enumerate((("klimaat", "Veilig klimaat"), ("taken", "Echte taken")), 1)
    )
    return Criteria(
        name="kijken",
        scale=(Scale("nooit", "nooit", "N"), Scale("soms", "soms", "S"), Scale("vaak", "vaak", "V")),
        unseen=Scale("niet-gezien", "niet gezien", "?"),
        remarks="criterion",
        criterion_label="Wat je ziet of hoort",
        remarks_label="Wat zag je precies?",
        scale_label="Schaal",
        groups=groups,
    )


def fields() -> Fields:
    return Fields(
        (
            InputField("leerkracht", "Leerkracht", "text", 6),
            InputField("klas", "Klas", "text", 3),
            InputField("datum", "Datum", "date", 3),
            InputField("les", "Les of activiteit", "text", 8),
        )
    )


def sheet(strings: Strings, rows: int = 3, pages: int | None = 1) -> Document:
    blocks: tuple[Block, ...] = (
        fields(),
        Paragraph((Text("Zet per zin één kruisje. Niet te zien? Kies dan "), Strong(text("niet gezien")), Text("."))),
        criteria(rows),
        Columns((lines("sterk", "Sterk punt", grow=True), lines("werkpunt", "Werkpunt", grow=True))),
    )
    return document("sheet", blocks, strings, pages)


def two_page_sheet(strings: Strings) -> Document:
    grouped = replace(criteria(), remarks="group", unseen=None)
    blocks: tuple[Block, ...] = (
        Heading(2, text("Voor de les")),
        lines("vraag", "Waar kijk je naar?", 4, grow=True),
        PageBreak(),
        Heading(2, text("Na de les")),
        replace(grouped),
        lines("afspraak", "Wat spreken jullie af?", 2, grow=True),
    )
    return document("sheet", blocks, strings, 2)


def grid(rows: int = 4, *, grow: bool = False) -> Grid:
    """A grid with a column of labels, a box to tick, and a column apart."""
    columns = (
        GridColumn("zien", text("Wat ik zie"), text("wie doet wat"), 4, "text", False),
        GridColumn("gedaan", text("Gedaan"), (), 2, "tick", False),
        GridColumn("samen", text("Achteraf"), (), 4, "text", True),
    )
    labelled = GridRow("verloop.start", text("Start"))
    empty = tuple(GridRow(f"verloop.{number}", ()) for number in range(1, rows))
    return Grid("verloop", text("Verloop"), (), text("Moment"), 2, columns, (labelled, *empty), 9, grow)


def score() -> Score:
    lines = (ScoreLine("vandaag", text("Vandaag"), text("een half punt mag")), ScoreLine("straks", text("Straks"), ()))
    return Score(text("het begin"), text("precies goed"), lines)


def box(*, grow: bool = False) -> Box:
    return Box("schets", text("Teken je klas"), text("van boven gezien"), 30, grow)


def answers(strings: Strings) -> Document:
    return document("sheet", (fields(), grid(grow=True), score(), box(grow=True)), strings, 1)

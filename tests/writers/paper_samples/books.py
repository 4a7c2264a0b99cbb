"""A method, and a workbook that holds a chapter of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.document.blocks import (
    Aside,
    Block,
    Chapter,
    Checklist,
    Document,
    DocumentStep,
    Fact,
    Facts,
    Heading,
    Index,
    IndexEntry,
    PageBreak,
    Pair,
    Pairs,
    Part,
    References,
    Related,
    RelatedGroup,
    RelatedItem,
    StepPhase,
    Steps,
    Table,
    WritingLines,
)
from coachkist.markup.inline import Emphasis, Link, List, Paragraph, Ref, Text
from tests.writers.paper_samples.choosing import choices, poster, signature, tally
from tests.writers.paper_samples.documents import document, text
from tests.writers.paper_samples.table_top import board, deck, discs
from tests.writers.paper_samples.writing import box, criteria, fields, grid, score

if TYPE_CHECKING:
    from coachkist.strings import Strings


def steps() -> Steps:
    first = DocumentStep(
        1,
        "together",
        "Samen",
        10,
        "10 minuten",
        (Paragraph(text("Kies drie woorden.")),),
        text("Welk woord telt?"),
    )
    bullets = List(((Paragraph(text("groen: duidelijk te zien")),), (Paragraph(text("rood: niet te zien")),)))
    second = DocumentStep(
        2,
        "coachee",
        "Coachee",
        45,
        "45 minuten",
        (Paragraph(text("Geef de les en leg daarna vlekjes.")), bullets),
    )
    return Steps(
        (
            StepPhase("preparation", "Voorbereiden", 10, "10 minuten", (first,)),
            StepPhase("doing", "Doen", 45, "45 minuten", (second,)),
        ),
        "Zeg bijvoorbeeld",
    )


def method_blocks(other: str = "schaalvragen") -> tuple[Block, ...]:
    return (
        Facts(
            (
                Fact("setting", "Met wie", "Individueel of team", ("individual", "team")),
                Fact("minutes", "Tijd", "55 minuten", ("55",)),
            )
        ),
        Heading(2, text("Waarvoor dient het"), "goal"),
        Paragraph(
            (
                Text("Eerst kijken, dan praten. Lees ook "),
                Ref(other, text("het andere stuk"), "method"),
                Text("."),
            )
        ),
        Heading(2, text("Kies dit als"), "use-when"),
        Checklist("use", (text("Er is veel te zeggen over een les."),)),
        Checklist("avoid", (text("De les telt mee voor een evaluatie."),)),
        Checklist("material", (text("een bord"), text("schijfjes"))),
        Heading(2, text("Zo doe je het"), "individueel"),
        steps(),
        Heading(2, text("Vragen die helpen"), "questions"),
        Checklist("question", (text("Wat lukte er?"),)),
        Heading(2, text("Wat kan er misgaan"), "pitfalls"),
        Pairs(
            "Je merkt",
            "Doe dan dit",
            (Pair(text("Alles wordt oranje."), text("Laat kiezen: groen of rood?")),),
        ),
        Heading(2, text("Uit de praktijk"), "example"),
        Aside("example", "Uit de praktijk", (Paragraph(text("Meester Arno telt tot vijf.")),)),
        Aside("note", "Let op", (Paragraph(text("Noteer geen namen.")),)),
        Heading(2, text("Drie vormen"), "vormen"),
        Table(
            text("Drie vormen"),
            (text("Vorm"), text("Wat je doet")),
            (
                (text("Observeren"), text("Eén geeft les, één kijkt.")),
                (text("Wisselen"), text("Halfweg ruil je.")),
            ),
        ),
        Checklist("tip", (text("Herhaal na een maand."),)),
        Related(
            (
                RelatedGroup(
                    "after",
                    "Daarna",
                    (RelatedItem(other, "method", "Het andere stuk", text("voor een stap")),),
                ),
            )
        ),
        Paragraph((Emphasis(text("Lees meer")), Text(" op "), Link("https://voorbeeld.be/les/", text("de site")))),
        References(("Korthagen (2001). Reflectiecyclus.",)),
    )


def method(strings: Strings) -> Document:
    return document("method", method_blocks(), strings)


def workbook(strings: Strings) -> Document:
    vlekjes = Chapter(
        "vlekjes",
        "method",
        "Vlekjesmethode",
        text("Leg schijfjes op kernwoorden."),
        method_blocks("schaalvragen"),
    )
    notes = WritingLines("schaalvragen.notes", text("Aantekeningen"), (), 6)
    schaal = Chapter(
        "schaalvragen",
        "method",
        "Schaalvragen",
        text("Van een tot tien."),
        (*method_blocks("vlekjes"), notes),
    )
    blad = Chapter("blad", "sheet", "Kijkblad", text("Een blad om op te schrijven."), (fields(), criteria()))
    kaarten = Chapter("kaarten", "sheet", "Kaarten", text("Om uit te knippen."), (deck(4),))
    schijfjes = Chapter("schijfjes", "sheet", "Schijfjes", (), (discs(),))
    bord = Chapter("bord", "sheet", "Bord", (), (board(),), subtitle="Voor de schijfjes", paper="a4-landscape", pages=1)
    wand = Chapter("wand", "sheet", "Aan de muur", (), (poster(), PageBreak(), poster()), paper="a3", pages=2)
    plan = Chapter(
        "plan",
        "sheet",
        "Plan",
        text("Om in te vullen."),
        (grid(), score(), box(), choices(), tally(), signature()),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(text("Sla het boek open bij het gesprek dat eraan komt.")),
        Part("deel-een", "Met één collega", (Paragraph(text("Twee mensen, één vraag.")),), (vlekjes, schaal), 1),
        Part(
            "deel-twee",
            "Bladen",
            (Heading(2, text("Vooraf")), Paragraph(text("Print op A4."))),
            (blad, plan, bord, wand),
            2,
        ),
        Heading(2, text("Bronnen"), "sources"),
        References(("Korthagen (2001). Reflectiecyclus.",)),
        Index("Register", (IndexEntry("cijfers", ("schaalvragen",)), IndexEntry("kleuren", ("vlekjes", "blad")))),
        Part("deel-drie", "Om uit te knippen", (), (kaarten, schijfjes)),
    )
    return document("workbook", blocks, strings)

"""Documents as composing makes them, with every kind of block in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coachkist.document.blocks import (
    Aside,
    Block,
    Board,
    BoardCircle,
    BoardWord,
    Box,
    Chapter,
    Checklist,
    Choice,
    Choices,
    Columns,
    Criteria,
    CriterionGroup,
    CriterionRow,
    Deck,
    DeckCard,
    DeckGroup,
    Disc,
    Discs,
    Document,
    DocumentStep,
    Drawing,
    DrawingPart,
    Fact,
    Facts,
    Fields,
    Furniture,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    Index,
    IndexEntry,
    Inlines,
    InputField,
    PageBreak,
    Pair,
    Pairs,
    Part,
    Party,
    Poster,
    PosterPanel,
    References,
    Related,
    RelatedGroup,
    RelatedItem,
    Scale,
    Score,
    ScoreLine,
    Signature,
    StepPhase,
    Steps,
    Table,
    WritingLines,
)
from coachkist.markup.inline import Emphasis, Link, List, Paragraph, Ref, Strong, Text

if TYPE_CHECKING:
    from coachkist.strings import Strings


def text(value: str) -> Inlines:
    return (Text(value),)


def furniture(strings: Strings) -> Furniture:
    return Furniture(
        brand="Coachkist",
        publisher="De Windroos",
        version="0.1",
        date="22 november 2026",
        timestamp=1_795_305_600,
        licence="CC BY 4.0",
        colour="#1f6f78",
        words=strings.section("paper"),
    )


def document(kind: str, blocks: tuple[Block, ...], strings: Strings, pages: int | None = None) -> Document:
    return Document(
        id="proef",
        kind=kind,
        title="Kijken naar een les",
        subtitle="Eerst apart, dan samen",
        summary="Kijk met zijn tweeën naar dezelfde les.",
        language="nl",
        paper="a4",
        pages=pages,
        blocks=blocks,
        furniture=furniture(strings),
    )


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


def deck(count: int = 10, front: str = "Denktijd {n}", back: str = "Na vraag {n} is het enkele tellen stil.") -> Deck:
    groups = (DeckGroup("klimaat", "Klimaat", 0), DeckGroup("taken", "Taken", 1))
    cards = tuple(
        DeckCard(
            name=f"kaarten.kaart-{n}",
            number=n,
            group=groups[n % 2],
            front=text(front.format(n=n)),
            back=text(back.format(n=n)),
            corner="klas",
        )
        for n in range(1, count + 1)
    )
    return Deck("kaarten", width=90, height=62, flip="long", blank=1, cards=cards)


def cards(strings: Strings, the_deck: Deck | None = None, pages: int | None = None) -> Document:
    return document("sheet", (the_deck or deck(),), strings, pages)


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


def discs(count: int = 7) -> Discs:
    items = (
        Disc("schijfjes.groen", "green", "G", text("Groen: duidelijk")),
        Disc("schijfjes.oranje", "orange", "O", text("Oranje: soms")),
        Disc("schijfjes.rood", "red", "R", text("Rood: niet")),
    )
    return Discs("schijfjes", 28, count, items)


def board(words: int = 4, place: int = 28) -> Board:
    circles = tuple(
        BoardCircle(
            f"bord.{name}",
            text(title),
            tuple(BoardWord(f"bord.{name}.woord-{n}", text(f"Woord {n}")) for n in range(1, words + 1)),
            1,
            "1 lege plaats",
        )
        for name, title in (("klimaat", "Veilig klimaat"), ("taken", "Echte taken"), ("hulp", "Samen praten"))
    )
    return Board("bord", place, True, circles)


def table_top(strings: Strings, the_board: Board | None = None) -> Document:
    blocks = (discs(), PageBreak(), Heading(2, text("Het bord")), the_board or board())
    return replace(document("sheet", blocks, strings, 2), paper="a4-landscape")


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
    kaarten = Chapter("kaarten", "sheet", "Kaarten", text("Om uit te knippen."), (deck(4), discs(), board()))
    plan = Chapter(
        "plan",
        "sheet",
        "Plan",
        text("Om in te vullen."),
        (grid(), score(), box(), choices(), tally(), signature(), poster()),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(text("Sla het boek open bij het gesprek dat eraan komt.")),
        Part("deel-een", "Met één collega", (Paragraph(text("Twee mensen, één vraag.")),), (vlekjes, schaal)),
        Part(
            "deel-twee",
            "Bladen",
            (Heading(2, text("Vooraf")), Paragraph(text("Print op A4."))),
            (blad, plan, kaarten),
        ),
        Heading(2, text("Bronnen"), "sources"),
        References(("Korthagen (2001). Reflectiecyclus.",)),
        Index("Register", (IndexEntry("cijfers", ("schaalvragen",)), IndexEntry("kleuren", ("vlekjes", "blad")))),
    )
    return document("workbook", blocks, strings)

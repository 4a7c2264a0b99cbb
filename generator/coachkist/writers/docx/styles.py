"""The styles of a Word file: Word's own by the names it knows them by, ours with Dutch names.

Word finds its navigation and contents by the names `heading 1` and `toc 1`, and shows those as *Kop 1* and
*Inhopg 1* in Dutch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coachkist.writers.docx.look import DARK, FONT, MUTED, RULE, Look, half_points
from coachkist.writers.docx.xml import NOTHING, Xml, join, part, twips, w

_TOGETHER = w("contextualSpacing")
"""No space between neighbours of the same style: items of a list."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: size in points as in our PDFs, space in millimetres. `own`: not one of Word's."""

    id: str
    name: str
    size: float | None = None
    bold: bool | None = None
    italic: bool = False
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    line: int | None = None
    """Height of a line, in hundredths of what the font asks for."""
    level: int | None = None
    """The level in Word's navigation, from 0."""
    keep: bool = False
    """Whether it stays on one page with what follows."""
    based: str = "Normal"
    next: str | None = None
    own: bool = True
    more: Xml = NOTHING
    """What else its paragraphs have."""
    kind: Literal["paragraph", "character"] = "paragraph"
    more_text: Xml = NOTHING
    """What else its text has."""


def styles_part(look: Look, language: str, *, book: bool) -> bytes:
    """The styles of a sheet, or of a `book`, in `look`."""
    own = [*_running(), *_headings(look, book=book), *_writing(look), *_pieces(look), *_characters(look)]
    if book:
        own += _book(look)
    return part("styles", _defaults(language), *(_style(style) for style in own), _tables())


def _defaults(language: str) -> Xml:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    size = half_points(10)
    text = w(
        "rPr",
        fonts,
        w("color", val=DARK),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    space = w("spacing", before=0, after=twips(1), line=round(240 * 1.17), lineRule="auto")
    return w("docDefaults", w("rPrDefault", text), w("pPrDefault", w("pPr", space)))


def _running() -> Iterator[Style]:
    yield Style("Normal", "Normal", based="", own=False)
    yield Style("Opsomming", "Coachkist opsomming", after=1, more=_TOGETHER)
    yield Style("Lijst", "Coachkist genummerd", after=1, more=_TOGETHER)
    yield Style("Stap", "Coachkist stap", bold=True, after=0)
    yield Style("Citaat", "Coachkist zeg bijvoorbeeld", italic=True, before=1, more=_left_rule())
    yield Style("Bijschrift", "Coachkist bijschrift", size=9, colour=MUTED, before=1, after=3)
    yield Style("Kadertitel", "Coachkist kadertitel", bold=True, after=1.4, keep=True)
    yield Style("Tussentitel", "Coachkist tussentitel", bold=True, before=2, after=0.8, keep=True)
    yield Style("Feit", "Coachkist feit", size=8, colour=MUTED, after=0.2, keep=True)
    hanging = w("ind", left=twips(5), hanging=twips(5))
    yield Style("Bron", "Coachkist bron", size=9, after=0.8, more=hanging)
    yield Style("Kopregel", "header", size=8.5, colour=MUTED, after=0, own=False)
    yield Style("Voetregel", "footer", size=7.5, colour=MUTED, after=0, own=False)
    yield Style("Ruimte", "Coachkist tussenruimte", size=1, before=0, after=0, keep=True)


def _left_rule() -> Xml:
    rule = w("left", val="single", sz=6, space=8, color=RULE)
    return join((w("pBdr", rule), w("ind", left=twips(3))))


def _headings(look: Look, *, book: bool) -> Iterator[Style]:
    large = look.growth > 1
    sizes: tuple[float, ...] = (20 * look.growth, 20 * look.growth if large else 13, 12, 10.5, 10)
    above: tuple[float, ...] = (0, 4.6, 4, 3, 2.4)
    colours = (DARK, look.ink, look.ink, DARK, DARK)
    if book:
        sizes, above = (26, 21, 13, 11, 10), (0, 0, 4.6, 3, 2.4)
        colours = (DARK, DARK, look.ink, DARK, DARK)
    for number, (size, colour, before) in enumerate(zip(sizes, colours, above, strict=True), 1):
        yield Style(
            f"Heading{number}",
            f"heading {number}",
            size=size,
            bold=True,
            colour=colour,
            before=before,
            after=1.4 if number > 1 else 1,
            level=number - 1,
            keep=True,
            next="Normal",
            own=False,
            line=105,
        )
    yield Style("Title", "Title", size=36, bold=True, before=0, after=2, own=False, next="Subtitle", line=100)
    yield Style("Subtitle", "Subtitle", size=(16 if book else 11 * look.growth), colour=MUTED, after=2, own=False)


def _writing(look: Look) -> Iterator[Style]:
    yield Style("Vraag", "Coachkist vraag", size=9.5, before=3.4, after=0, keep=True)
    yield Style("Label", "Coachkist label", size=9, colour=MUTED, after=0.6, line=100)
    yield Style("Antwoord", "Coachkist antwoord", after=0.6, line=100)
    yield Style("Keuze", "Coachkist keuze", before=0, after=0, more=w("ind", left=twips(6.4), hanging=twips(6.4)))
    yield Style("Tabeltekst", "Coachkist tabeltekst", size=9.5, after=0, line=112)
    yield Style("Kolomkop", "Coachkist kolomkop", size=9, bold=True, colour=look.ink, after=0, line=112, keep=True)
    yield Style("Tabelkop", "Coachkist tabelkop", size=9.5, bold=True, after=0, line=112, keep=True)
    # Word draws one border around neighbours that are alike: two styles in turn keep a rule under each.
    for name, other, colour in (("1", "2", RULE), ("2", "1", "959595")):
        rule = {"val": "single", "sz": 4, "space": 0, "color": colour}
        exact = w("spacing", before=0, after=0, line=twips(8) - 10, lineRule="exact")
        yield Style(
            f"Schrijflijn{name}",
            f"Coachkist schrijflijn {name}",
            next=f"Schrijflijn{other}",
            more=join((w("pBdr", w("bottom", **rule), w("between", **rule)), exact)),
        )


def _pieces(look: Look) -> Iterator[Style]:
    yield Style("Groep", "Coachkist groep", size=10.5, bold=True, colour=look.ink, before=2, after=0.8, keep=True)
    yield Style("Kaarthoek", "Coachkist kaart, hoek", size=8, colour=MUTED, after=0, line=100)
    yield Style("Kaartvoor", "Coachkist kaart, voorkant", size=18, bold=True, after=0, line=105)
    yield Style("Kaartachter", "Coachkist kaart, achterkant", size=11, after=0, line=112)
    growth = look.growth
    yield Style("Postertitel", "Coachkist poster, titel", size=27 * growth, bold=True, before=2, after=2 * growth)
    yield Style("Posterkop", "Coachkist poster, kop", size=17 * growth, bold=True, colour=look.ink, after=2 * growth)
    yield Style("Postertekst", "Coachkist poster, tekst", size=12.5 * growth, after=1.2 * growth)


def _book(look: Look) -> Iterator[Style]:
    yield Style("Soort", "Coachkist soort", size=9, bold=True, colour=MUTED, after=2, keep=True)
    yield Style("Deel", "Coachkist deel", size=11, bold=True, colour=MUTED, before=16, after=2.4, keep=True)
    yield Style("Samenvatting", "Coachkist samenvatting", size=12, colour=MUTED, before=2, after=4)
    yield Style("Bladondertitel", "Coachkist ondertitel van een blad", size=11, colour=MUTED, after=2)
    yield Style("Kaartenkop", "Coachkist kop boven kaarten", size=8.5, bold=True, colour=MUTED, after=0, level=1)
    yield Style("Inleiding", "Coachkist inleiding", size=11, after=1.6)
    yield Style("Lead", "Coachkist belofte", size=14, bold=True, colour=look.ink, before=24, after=4)
    yield Style("Tussenkop", "Coachkist tussenkop", size=13, bold=True, colour=look.ink, before=5, after=2, keep=True)
    yield Style("Colofon", "Coachkist colofon", size=8.5, colour=MUTED, after=0)
    yield Style("Kaft", "Coachkist kaft", size=11, bold=True, after=0.6)
    hanging = w("ind", left=twips(4), hanging=twips(4))
    yield Style("Register", "Coachkist register", size=9, after=0.4, line=110, more=hanging)
    yield Style("Begrip", "Coachkist begrip", size=9.5, bold=True, colour=look.ink, before=1.4, after=0.4, keep=True)
    yield Style("Inhoudkop", "Coachkist kop van de inhoud", size=14, bold=True, colour=look.ink, before=8, after=2)
    yield Style("Inhoud", "TOC Heading", size=26, bold=True, after=4, own=False, line=105)
    dots = w("tabs", w("tab", val="right", leader="dot", pos=twips(166)))
    plain = w("tabs", w("tab", val="right", pos=twips(166)))
    yield Style("TOC1", "toc 1", bold=True, before=3.2, after=0.6, line=108, keep=True, own=False, more=plain)
    yield Style("TOC2", "toc 2", after=0.45, line=108, own=False, more=dots)


def _characters(look: Look) -> Iterator[Style]:
    def character(name: str, shown: str, *, own: bool = True, **values: object) -> Style:
        return Style(name, shown, based="", own=own, kind="character", **values)  # type: ignore[arg-type]

    yield character("Strong", "Strong", bold=True, own=False)
    yield character("Emphasis", "Emphasis", italic=True, own=False)
    yield character("Hyperlink", "Hyperlink", colour=look.ink, own=False)
    yield character("Gedempt", "Coachkist gedempt", colour=MUTED)
    yield character("Toelichting", "Coachkist toelichting", size=9, colour=MUTED)
    yield character("Nummer", "Coachkist nummer", size=9, colour=MUTED)
    yield character("Accent", "Coachkist accent", bold=True, colour=look.ink)
    dotted = w("u", val="dotted", color=RULE)
    yield character("Vakterm", "Coachkist vakterm", more_text=dotted)
    yield character("Invultekst", "Coachkist invultekst", colour=DARK)


def _style(style: Style) -> Xml:
    paragraph = _paragraph(style)
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based) if style.based else NOTHING,
        w("next", val=style.next) if style.next else NOTHING,
        w("qFormat"),
        w("pPr", paragraph) if paragraph and style.kind == "paragraph" else NOTHING,
        w("rPr", _text(style)),
        type=style.kind,
        styleId=style.id,
        customStyle=1 if style.own else None,
        default=1 if style.id == "Normal" else None,
    )


def _paragraph(style: Style) -> Xml:
    """In the order that Word wants: keeping, borders and tabs, space, indents, level."""
    keep = join((w("keepNext"), w("keepLines"))) if style.keep else NOTHING
    level = w("outlineLvl", val=style.level) if style.level is not None else NOTHING
    if "<w:spacing" in style.more:
        return join((keep, style.more, level))
    before = None if style.before is None else twips(style.before)
    after = None if style.after is None else twips(style.after)
    line = None if style.line is None else round(2.4 * style.line)
    space = NOTHING
    if (before, after, line) != (None, None, None):
        space = w("spacing", before=before, after=after, line=line, lineRule="auto" if line else None)
    edges, indent = _split(style.more)
    return join((keep, edges, space, indent, level))


def _split(more: Xml) -> tuple[Xml, Xml]:
    """Borders and tabs stand before the space of a paragraph, its indents after it."""
    found = [at for name in ("<w:ind", _TOGETHER) if (at := more.find(name)) >= 0]
    return (Xml(more[: min(found)]), Xml(more[min(found) :])) if found else (more, NOTHING)


def _text(style: Style) -> Xml:
    size = None if style.size is None else half_points(style.size)
    return join(
        (
            w("b", val=None if style.bold else 0) if style.bold is not None else NOTHING,
            w("i") if style.italic else NOTHING,
            w("color", val=style.colour) if style.colour else NOTHING,
            join((w("sz", val=size), w("szCs", val=size))) if size else NOTHING,
            style.more_text,
        )
    )


def _tables() -> Xml:
    """The style that all tables have: no borders and no padding of its own."""
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    normal = w(
        "style",
        w("name", val="Normal Table"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        styleId="TableNormal",
        default=1,
    )
    own = w(
        "style",
        w("name", val="Coachkist tabel"),
        w("basedOn", val="TableNormal"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        styleId="Tabel",
        customStyle=1,
    )
    return join((normal, own))

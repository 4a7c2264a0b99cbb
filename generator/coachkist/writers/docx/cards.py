"""Cards to cut out: a table whose cells are the cards, backs on the next page behind their fronts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from coachkist.writers.docx.furniture import imprint
from coachkist.writers.docx.inlines import Voice, inlines
from coachkist.writers.docx.look import PITCH, Paper, half_points
from coachkist.writers.docx.pictures import inline
from coachkist.writers.docx.tables import LINE, Cell, Edge, Row, table
from coachkist.writers.docx.text import gap, page_break, paragraph, run, tab
from coachkist.writers.docx.xml import NOTHING, Xml, join, twips, w

if TYPE_CHECKING:
    from coachkist.document.blocks import Deck, DeckCard, Furniture
    from coachkist.writers.docx.pen import Pen

_EDGE = 10.0
"""Millimetres that printers leave white."""
_CUT = Edge(2, "CDCDCD")
_STRIPE = 2.0
"""Millimetres at the top of a card in the colour of its group."""
HEAD = 5.0
"""Millimetres of a line over the cards."""
NOTE_ROOM = 15.0
"""Millimetres under the cards from which a note stands there."""


@dataclass(frozen=True, slots=True)
class CutGrid:
    """As many cards as fit on a page; sizes in millimetres."""

    columns: int
    rows: int
    width: float
    height: float
    between: float

    @property
    def count(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows

    @property
    def extent(self) -> tuple[float, float]:
        """How wide and high all of it is."""
        step = self.between
        return self.columns * (self.width + step) - step, self.rows * (self.height + step) - step

    def margins(self, paper: Paper) -> tuple[float, float]:
        """What is left on each side of `paper`, across and down."""
        width, height = self.extent
        return (paper.width - width) / 2, (paper.height - height) / 2


_Place: TypeAlias = "DeckCard | Literal['blank'] | None"
"""What lies at a place of the grid: a card, an empty card, or nothing."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Type follows the size of the card, never the length of a text; half points, and millimetres."""

    front: int
    back: int
    corner: int
    inset: float
    foot: float = 4.6

    @classmethod
    def on(cls, grid: CutGrid) -> _Sizes:
        def between(low: float, share: float, high: float) -> float:
            return min(high, max(low, grid.width * share))

        front, back = between(13, 0.25, 30), between(9.5, 0.135, 15)
        corner, inset = between(7.5, 0.095, 10), between(3.5, 0.065, 8)
        return cls(half_points(front), half_points(back), half_points(corner), inset)


def cut_grid(deck: Deck, paper: Paper) -> CutGrid:
    """The same grid as in the PDF."""

    def per_side(length: float, card: float) -> int:
        return max(1, int((length - 2 * _EDGE + deck.gap + 0.01) // (card + deck.gap)))

    columns, rows = per_side(paper.width, deck.width), per_side(paper.height, deck.height)
    return CutGrid(columns, rows, deck.width, deck.height, deck.gap)


def printing(deck: Deck, furniture: Furniture) -> str:
    """How to print the deck, and which edition it is."""
    words = furniture.words
    return f"{words[f'flip_{deck.flip}' if deck.backs else 'one_side']}   {imprint(furniture)}"


def deck_pages(deck: Deck, pen: Pen, paper: Paper, note: str, above: float = 0, head: Xml = NOTHING) -> Iterator[Xml]:
    """A table a page, fronts and backs in turn; each but the first begins on a new page.

    `note` stands under the cards where there is room for it, after which page it is. `above`: millimetres over the
    cards on every page, of which `head` takes HEAD on the first.
    """
    grid = cut_grid(deck, paper)
    turned = (deck.flip == "long") != paper.landscape
    cards: list[_Place] = [*deck.cards]
    cards += ["blank"] * deck.blank
    pages = [_rows(cards[at : at + grid.count], grid) for at in range(0, len(cards), grid.count)]
    for number, rows in enumerate(pages, 1):
        for back in (False, True) if deck.backs else (False,):
            # The same on each page, so that backs lie behind their fronts.
            first = number == 1 and not back
            yield gap() if first else page_break()
            if first and head:
                yield head
            if above:
                yield gap(above - HEAD if first and head else above)
            shown = _mirrored(rows, grid, columns=turned) if back else rows
            yield _page(shown, grid, pen, back=back)
            words = pen.words
            place = f"{words['sheet']} {number} {words['of']} {len(pages)} · {words['back' if back else 'front']}"
            yield _note(f"{place} · {note}", grid.margins(paper)[1])


def _note(words: str, below: float) -> Xml:
    if below < NOTE_ROOM:
        return NOTHING
    space = w("spacing", before=twips(below - NOTE_ROOM), after=0)
    return paragraph(run(words), "Kaarthoek", space, w("jc", val="center"))


def _rows(cards: list[_Place], grid: CutGrid) -> list[Sequence[_Place]]:
    full = [*cards, *[None] * (-len(cards) % grid.columns)]
    return [full[at : at + grid.columns] for at in range(0, len(full), grid.columns)]


def _mirrored(rows: list[Sequence[_Place]], grid: CutGrid, *, columns: bool) -> list[Sequence[_Place]]:
    if columns:
        return [row[::-1] for row in rows]
    empty: list[Sequence[_Place]] = [[None] * grid.columns] * (grid.rows - len(rows))
    return [*empty, *rows[::-1]]


def _page(rows: list[Sequence[_Place]], grid: CutGrid, pen: Pen, *, back: bool) -> Xml:
    between = [grid.between] if grid.between else []
    lines = []
    for number, row in enumerate(rows):
        if number and between:
            lines.append(Row([Cell(span=2 * grid.columns - 1)], grid.between, exact=True))
        # The stripe is a row of its own: a border as thick would shift what lies under it.
        stripes = [_stripe(card, pen, back=back) for card in row]
        cards = [_cell(card, grid, pen, back=back) for card in row]
        lines.append(Row(_apart(stripes, grid), _STRIPE, exact=True))
        lines.append(Row(_apart(cards, grid), grid.height - _STRIPE, exact=True))
    return table([grid.width, *([*between, grid.width] * (grid.columns - 1))], lines)


def _apart(cells: list[Cell], grid: CutGrid) -> list[Cell]:
    """Cells with empty ones between them, where cards do not touch."""
    if not grid.between:
        return cells
    return [one for cell in cells for one in (Cell(), cell)][1:]


def _stripe(card: _Place, pen: Pen, *, back: bool) -> Cell:
    """The top of a card, on the front in the colour of its group."""
    if card is None:
        return Cell()
    edges = dict.fromkeys(("top", "left", "right"), _CUT)
    if card == "blank" or back:
        return Cell(edges=edges)
    return Cell(edges=edges, fill=pen.hues[card.group.index % len(pen.hues)])


def _cell(card: _Place, grid: CutGrid, pen: Pen, *, back: bool) -> Cell:
    if card is None:
        return Cell()
    sizes = _Sizes.on(grid)
    padding = {"top": sizes.inset - _STRIPE, "left": sizes.inset, "right": sizes.inset}
    edges = dict.fromkeys(("left", "bottom", "right"), _CUT)
    if card == "blank":
        return Cell(list(_blank(3 if back else 1, grid, sizes)), edges=edges, padding=padding)
    return Cell([_inside(card, grid, sizes, pen, back=back)], edges=edges, padding=padding)


def _inside(card: DeckCard, grid: CutGrid, sizes: _Sizes, pen: Pen, *, back: bool) -> Xml:
    """A table keeps the group above, the number below and the text between them, whatever their lengths."""
    inner = grid.width - 2 * sizes.inset
    voice = Voice(linked=False, bold=not back, size=sizes.back if back else sizes.front)
    text = paragraph(inlines(card.back if back else card.front, pen, voice), "Kaartachter" if back else "Kaartvoor")
    number = paragraph(run(str(card.number), size=sizes.corner), "Kaarthoek", w("jc", val="right"))
    foot = sizes.foot
    return table(
        [inner],
        [
            Row([Cell([_corner(card, sizes, pen, inner)])], foot, exact=True),
            Row([Cell([text], align="center")], grid.height - 2 * sizes.inset - 2 * foot, exact=True),
            Row([Cell([number], align="bottom")], foot, exact=True),
        ],
    )


def _corner(card: DeckCard, sizes: _Sizes, pen: Pen, width: float) -> Xml:
    words = [shape(card.group.index, 3, pen), run(f" {card.group.title}", size=sizes.corner)]
    stop = NOTHING
    if card.corner:
        words += [tab(), run(card.corner, size=sizes.corner)]
        stop = w("tabs", w("tab", val="right", pos=twips(width)))
    return paragraph(join(words), "Kaarthoek", stop)


def shape(index: int, size: float, pen: Pen) -> Xml:
    """The shape of a group: groups differ by shape as well as colour. Decorative, as the name stands beside it."""
    picture = pen.picture({"kind": "shape", "index": index, "size": size})
    return inline(picture, pen.relation(picture), pen.number(), "", lower=2)


def _blank(count: int, grid: CutGrid, sizes: _Sizes) -> Iterator[Xml]:
    """A card of one's own: lines to write on, in the middle."""
    yield gap((grid.height - 2 * sizes.inset - count * PITCH) / 2)
    yield table([grid.width - 2 * sizes.inset], [Row([Cell(edges={"bottom": LINE})], PITCH)] * count)

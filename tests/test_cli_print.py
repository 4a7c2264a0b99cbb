"""`coachkist print`: which files it makes, and what it says where it makes none."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from pypdf import PdfReader

from coachkist.cli import run
from coachkist.cli.printing import CARDS, FLIPS, FORMATS, PAPERS
from coachkist.cli.terminal import Terminal
from coachkist.print_order import CARD_SIZES, Flip, PrintFormat
from coachkist.printing import SIZES

if TYPE_CHECKING:
    from coachkist.strings import Strings

BASE = Path(__file__).parent / "broken" / "base"


class Printing:
    """Runs `coachkist print` in the folder `here`."""

    def __init__(self, strings: Strings, here: Path) -> None:
        self.strings = strings
        self.here = here

    def __call__(self, *args: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        status = run(["print", *args], Terminal(out, err), lambda: self.strings, lambda: self.here, self.here)
        return status, out.getvalue(), err.getvalue()


@pytest.fixture
def printing(strings: Strings, tmp_path: Path) -> Printing:
    here = tmp_path / "project"
    shutil.copytree(BASE, here)
    return Printing(strings, here)


def made(printing: Printing, folder: str = "print") -> list[str]:
    return sorted(path.name for path in (printing.here / folder).glob("*"))


def test_sheets_in_grey_and_in_colour(printing: Printing) -> None:
    assert printing("oefenblad", "oefening")[0] == 0
    assert made(printing) == ["oefenblad-grijs.pdf", "oefening-grijs.pdf"]
    assert printing("oefenblad", "--colour", "--out", "kleur")[0] == 0
    assert made(printing, "kleur") == ["oefenblad.pdf"]


def test_a_form_and_pictures(printing: Printing) -> None:
    status, out, _ = printing("oefenblad", "--format", "form")
    assert status == 0
    assert "oefenblad-invulbaar.pdf staat klaar" in out
    fields = PdfReader(printing.here / "print" / "oefenblad-invulbaar.pdf").get_fields() or {}
    assert {"naam", "kijk/klimaat/rust"} <= set(fields)
    assert printing("oefenblad", "--format", "png", "--out", "beeld")[0] == 0
    pictures = made(printing, "beeld")
    assert pictures == [f"oefenblad-{number}.png" for number in range(1, len(pictures) + 1)]


def test_other_paper(printing: Printing) -> None:
    assert printing("oefenblad", "--paper", "a3")[0] == 0
    page = PdfReader(printing.here / "print" / "oefenblad-a3-grijs.pdf").pages[0]
    assert [round(float(length) * 25.4 / 72) for length in page.mediabox[2:]] == [297, 420]


def test_picked_criteria_keep_their_numbers(printing: Printing) -> None:
    assert printing("oefenblad", "--pick", "lachen, lachen")[0] == 0
    text = PdfReader(printing.here / "print" / "oefenblad-keuze-grijs.pdf").pages[0].extract_text()
    assert "1.2" in text
    assert "1.1" not in text


@pytest.mark.parametrize(
    ("args", "name", "pages"),
    [
        (("--cards", "poker"), "poker", 3),
        (("--cards", "a7", "--gap", "4", "--flip", "short"), "a7-tussen4-kort", 3),
        (("--cards", "a8", "--fronts"), "a8-voorkant", 2),
        (("--cards", "a7", "--fold"), "a7-vouwen", 2),
        (("--bleed",), "afloop", 3),
        (("--offset", "1.5,-0.5"), "verschoven", 3),
        (("--flip", "short", "--offset", "-1,5;0,5"), "kort-verschoven", 3),
    ],
)
def test_cards_in_other_sizes(printing: Printing, args: tuple[str, ...], name: str, pages: int) -> None:
    assert printing("oefenblad", *args)[0] == 0
    assert made(printing) == [f"oefenblad-{name}-grijs.pdf"]
    assert len(PdfReader(printing.here / "print" / f"oefenblad-{name}-grijs.pdf").pages) == pages


def test_large_print_has_no_small_words(printing: Printing) -> None:
    assert printing("oefenblad", "--large")[0] == 0
    assert printing("oefenblad", "--large", "--format", "form")[0] == 0
    assert made(printing) == ["oefenblad-groot-grijs.pdf", "oefenblad-groot-invulbaar.pdf"]
    sizes: set[float] = set()

    def visit(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
        sizes.add(round(size * abs(tm[3])) if text.strip() else 18)

    for page in PdfReader(printing.here / "print" / "oefenblad-groot-grijs.pdf").pages:
        page.extract_text(visitor_text=visit)
    beside = {7, 12}  # what stands beside the cards, and the imprint in the foot
    assert {size for size in sizes if size < 18} == beside


def test_a3_in_sheets_to_glue(printing: Printing) -> None:
    assert printing("oefenblad", "--paper", "a3", "--tile")[0] == 0
    assert made(printing) == ["oefenblad-a3-plakken-grijs.pdf"]
    pages = PdfReader(printing.here / "print" / "oefenblad-a3-plakken-grijs.pdf").pages
    assert len(pages) % 3 == 0
    assert "rij 3, kolom 1" in pages[2].extract_text()


@pytest.mark.parametrize("value", ["1", "1,2,3", "1;2;3", "x,y", "nan,0", "0,inf", "21,0", "0,-20.1", ",", "1,5,0,5"])
def test_an_offset_is_two_numbers_of_millimetres(printing: Printing, value: str) -> None:
    status, out, err = printing("oefenblad", "--offset", value)
    assert (status, out, made(printing)) == (2, "", [])
    assert f"‘{value}’ zijn geen twee getallen van −20 tot 20" in err


def test_a_page_to_calibrate_a_printer(printing: Printing) -> None:
    status, out, _ = printing("--calibrate")
    assert (status, made(printing)) == (0, ["kalibratie.pdf"])
    assert "kalibratie.pdf staat klaar" in out
    front, back = PdfReader(printing.here / "print" / "kalibratie.pdf").pages
    assert "--offset" in front.extract_text()
    assert "achterkant" in back.extract_text()
    assert printing("--calibrate", "--flip", "short", "--offset", "1,1")[0] == 0
    assert made(printing) == ["kalibratie-kort-verschoven.pdf", "kalibratie.pdf"]


def test_no_order_overwrites_what_another_made(printing: Printing) -> None:
    orders = [(), ("--large",), ("--cards", "a8"), ("--fold",), ("--fronts",), ("--gap", "3"), ("--offset", "1,1")]
    for order in (*orders, ("--colour",), ("--paper", "a3"), ("--bleed",), ("--pick", "rust")):
        assert printing("oefenblad", *order)[0] == 0
    assert len(made(printing)) == len(orders) + 4


def test_cards_larger_than_the_paper_are_refused(printing: Printing) -> None:
    path = printing.here / "content" / "sheets" / "oefenblad.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("width: 90", "width: 150"), encoding="utf-8")
    status, _, err = printing("oefenblad", "--fold", "--gap", "2")
    assert status == 0, err
    path.write_text(text.replace("width: 90", "width: 150").replace("height: 62", "height: 160"), encoding="utf-8")
    status, _, err = printing("oefenblad", "--fold", "--out", "groot")
    assert status == 1
    assert "de kaartjes van ‘oefenblad’ passen zo niet op het papier: 110,0 mm te veel in de breedte." in err
    assert printing("oefenblad", "--fold", "--paper", "a3", "--out", "groot")[0] == 0


def test_cards_too_small_for_their_text_are_refused(printing: Printing) -> None:
    path = printing.here / "content" / "sheets" / "oefenblad.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Niemand zegt iets.", "Niemand zegt nog iets. " * 20), encoding="utf-8")
    status, _, err = printing("oefenblad", "--cards", "a8")
    assert status == 1
    assert "‘kaarten.een’ (achterkant)" in err
    assert printing("oefenblad", "--cards", "a6", "--out", "groot")[0] == 0


def test_the_list_says_what_there_is(printing: Printing) -> None:
    status, out, _ = printing("--list")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == ["oefenblad", "oefenboek"]
    assert made(printing) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "zeg welk blad je wil"),
        (("oefenblat",), "Bedoel je ‘oefenblad’?"),
        (("het-trapje",), "Bedoel je ‘trapje’?"),  # a word of its title
        (("zzz",), "er is niets met het id ‘zzz’"),
        (("oefenblad", "--grey", "--colour"), "kies --grey of --colour, niet allebei"),
        (("oefenblad", "--fold", "--fronts"), "kies --fold of --fronts, niet allebei"),
        (("oefenblad", "--fold", "--bleed"), "kies --fold of --bleed, niet allebei"),
        (("oefenblad", "--tile"), "staat niet op A3"),
        (("oefenboek", "--tile"), "een boek heeft zijn eigen papier"),
        (("oefenboek", "--large"), "niet voor een werkboek"),
        (("oefenblad", "--paper", "a3", "--tile", "--format", "png"), "Laat --format weg"),
        (("oefenblad", "--pick", "lache"), "Bedoel je ‘lachen’?"),
        (("oefenblad", "--pick", "elders.rust"), "‘elders.rust’ bestaat niet"),
        (("oefening", "--pick", "rust"), "geen kijkwijzer"),
        (("oefening", "--format", "form"), "niets om in te vullen"),
    ],
)
def test_what_cannot_be_printed(printing: Printing, args: tuple[str, ...], said: str) -> None:
    status, out, err = printing(*args)
    assert (status, out) == (1, "")
    assert said in err
    assert made(printing) == []


def test_what_does_not_fit_is_not_made(printing: Printing) -> None:
    path = printing.here / "content" / "sheets" / "oefenblad.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("forms:", "pages: 1\nforms:", 1), encoding="utf-8")
    status, _, err = printing("oefenblad")
    assert status == 1
    assert "past zo niet op het papier" in err
    assert made(printing) == []


def test_a_folder_that_is_a_file(printing: Printing) -> None:
    (printing.here / "print").write_text("in de weg", encoding="utf-8")
    status, _, err = printing("oefenblad")
    assert status == 1
    assert "kan niet geschreven worden" in err


def test_a_booklet_to_fold(printing: Printing) -> None:
    status, out, _ = printing("oefenboek", "--format", "booklet")
    assert status == 0
    assert made(printing) == ["oefenboek-katern.pdf"]
    assert "Een katern van" in out
    pages = PdfReader(printing.here / "print" / "oefenboek-katern.pdf").pages
    assert {tuple(round(float(edge) * 25.4 / 72) for edge in page.mediabox[2:]) for page in pages} == {(297, 210)}


def test_one_book_of_what_is_chosen(printing: Printing) -> None:
    assert printing("--entries", "oefening, oefenblad, oefening", "--title", "Mijn *boek*")[0] == 0
    assert made(printing) == ["mijn-boek-grijs.pdf"]
    cover, front, *_ = PdfReader(printing.here / "print" / "mijn-boek-grijs.pdf").pages
    assert "Mijn *boek*" in cover.extract_text()
    assert "Oefening" in front.extract_text()


@pytest.mark.parametrize(
    ("args", "key", "values"),
    [
        (("oefenblad", "--entries", "oefening"), "entries_or_ids", {}),
        (("oefenblad", "--title", "Boek"), "title_alone", {}),
        (("--entries", "oefenboek"), "workbook_in_selection", {"id": "oefenboek"}),
        (("--entries", "oefening", "--cards", "a6"), "book_options", {"options": "--cards"}),
        (("oefenboek", "--paper", "a3", "--fronts"), "book_options", {"options": "--paper, --fronts"}),
        (("--entries", "oefening", "--title", "🙂"), "title_glyph", {"character": "🙂"}),
        (("oefenblad", "--format", "booklet"), "only_books_fold", {"id": "oefenblad"}),
        (("--entries", "oefenblad", "--format", "form"), "no_form", {"id": "mijn-keuze"}),
    ],
)
def test_what_cannot_be_a_book(
    printing: Printing, args: tuple[str, ...], key: str, values: dict[str, str], strings: Strings
) -> None:
    status, _, err = printing(*args)
    assert status != 0
    assert strings(f"cli.print.{key}", **values) in " ".join(err.split())
    assert made(printing) == []


def test_the_command_offers_what_can_be_printed() -> None:
    """The options are written out, because reading the printer's own lists takes Typst with it; they must agree."""
    assert set(FORMATS) == set(PrintFormat)
    assert tuple(CARD_SIZES) == CARDS
    assert set(PAPERS) == set(SIZES)
    assert set(FLIPS) == set(get_args(Flip))

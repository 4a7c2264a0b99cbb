"""Paper: what is on it, that it fits, and that it is the same every time."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PageObject, PdfReader

import coachkist
from coachkist.contrast import contrast_on_white
from coachkist.document.blocks import Chapter, Document, InputField, Part, Table
from coachkist.markup.inline import Paragraph
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.figures import figure_data
from coachkist.writers.typst import Overflow, PdfOptions, fit_problems, write_pdf, write_pngs
from tests.writers import paper_samples as samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachkist.strings import Strings

GOLDEN = Path(__file__).parents[1] / "golden" / "typst"


def read(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def squeezed(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(("name", "make"), samples.BY_NAME.items())
def test_pages_and_their_text(
    name: str,
    make: Callable[[Strings], Document],
    strings: Strings,
    typesetter: Typesetter,
    golden: Callable[[Path, str], None],
) -> None:
    document = make(strings)
    pages = read(write_pdf(document, typesetter))
    text = "\n\n".join(f"--- {n} of {len(pages)}\n{page.extract_text()}" for n, page in enumerate(pages, 1))
    golden(GOLDEN / f"{name}.txt", text + "\n")
    assert fit_problems(document, typesetter) == []


# --- fit -------------------------------------------------------------------------------------------------


def test_a_card_with_too_much_text_is_named_with_the_side_and_by_how_much(
    strings: Strings, typesetter: Typesetter
) -> None:
    full = samples.deck(3)
    long = replace(full.cards[1], back=samples.text("Leerlingen leggen elkaar iets uit. " * 12))
    problems = fit_problems(samples.cards(strings, replace(full, cards=(full.cards[0], long))), typesetter)
    assert [(problem.name, problem.field) for problem in problems] == [("kaarten.kaart-2", "back")]
    assert 5 < problems[0].by_mm < 60


def test_a_word_wider_than_its_card_is_named(strings: Strings, typesetter: Typesetter) -> None:
    document = samples.cards(strings, samples.deck(1, front="Arbeidsongeschiktheidsverzekering"))
    problems = fit_problems(document, typesetter)
    assert [(problem.name, problem.field) for problem in problems] == [("kaarten.kaart-1", "front")]


def test_a_sheet_that_needs_more_paper_than_promised_says_by_how_much(strings: Strings, typesetter: Typesetter) -> None:
    assert fit_problems(samples.sheet(strings, rows=8), typesetter) == []
    (slightly,) = fit_problems(samples.sheet(strings, rows=11), typesetter)
    (more,) = fit_problems(samples.sheet(strings, rows=20), typesetter)
    assert (slightly.name, slightly.field) == ("pages", "pages")
    assert 0 < slightly.by_mm < more.by_mm
    assert fit_problems(samples.sheet(strings, rows=20, pages=2), typesetter) == []
    assert fit_problems(samples.sheet(strings, rows=20, pages=None), typesetter) == []


def test_cards_that_need_more_paper_than_promised(strings: Strings, typesetter: Typesetter) -> None:
    assert fit_problems(samples.cards(strings, pages=4), typesetter) == []
    assert [problem.name for problem in fit_problems(samples.cards(strings, pages=2), typesetter)] == ["pages"]


def test_a_label_that_leaves_no_room_to_write_is_named(strings: Strings, typesetter: Typesetter) -> None:
    narrow = InputField("opleiding", "Opleiding of vorming die je volgde", "text", 2)
    fields = replace(samples.fields(), items=(narrow,))
    (problem,) = fit_problems(samples.document("sheet", (fields,), strings), typesetter)
    assert isinstance(problem, Overflow)
    assert (problem.name, problem.field) == ("opleiding", "label")


def test_room_in_a_grid_is_asked_for(strings: Strings, typesetter: Typesetter) -> None:
    """A grid takes a second page only for the rows it must have, never for those that fill a page."""
    assert fit_problems(samples.document("sheet", (samples.grid(24, grow=True),), strings, 1), typesetter) == []
    (more,) = fit_problems(samples.document("sheet", (samples.grid(40, grow=True),), strings, 1), typesetter)
    assert (more.name, more.field) == ("pages", "pages")


def test_a_heading_wider_than_its_column_is_named(strings: Strings, typesetter: Typesetter) -> None:
    grid = samples.grid()
    wide = replace(grid.columns[1], heading=samples.text("Verantwoordelijkheden"))
    grid = replace(grid, columns=(grid.columns[0], wide, grid.columns[2]))
    (problem,) = fit_problems(samples.document("sheet", (grid,), strings), typesetter)
    assert (problem.name, problem.field) == ("verloop.gedaan", "heading")


def test_a_board_says_where_discs_have_too_little_room(strings: Strings, typesetter: Typesetter) -> None:
    problems = fit_problems(samples.table_top(strings, samples.board(words=9)), typesetter)
    assert {(problem.name, problem.field) for problem in problems} >= {
        ("bord.klimaat", "words"),
        ("bord.taken", "words"),
        ("bord.hulp", "words"),
    }
    full = samples.board()
    long = replace(full.circles[0].words[0], text=samples.text("Zelfverantwoordelijkheid"))
    circle = replace(full.circles[0], words=(long, *full.circles[0].words[1:]))
    (problem,) = fit_problems(samples.table_top(strings, replace(full, circles=(circle,))), typesetter)
    assert (problem.name, problem.field) == ("bord.klimaat.woord-1", "text")


def test_a_poster_names_the_panel_with_too_much_text(strings: Strings, typesetter: Typesetter) -> None:
    full = samples.poster()
    long = replace(full.panels[0], body=(Paragraph(samples.text("Wacht even, en vraag dan door. " * 60)),))
    wide = replace(full.panels[1], title=samples.text("Verantwoordelijkheidsbewustzijnsontwikkeling"))
    document = samples.document("sheet", (replace(full, panels=(long, wide)),), strings, 1)
    problems = fit_problems(document, typesetter)
    assert [(problem.name, problem.field) for problem in problems] == [("poster.een", "text"), ("poster.twee", "title")]


def test_a_blank_figure_keeps_its_shapes_and_loses_its_words(strings: Strings) -> None:
    whole, blank = (figure_data(samples.drawing(blank=blank), "#000000") for blank in (False, True))
    assert "Volhouden" in whole["svg"]
    assert "Volhouden" not in blank["svg"]
    assert whole["svg"].count("<rect") == blank["svg"].count("<rect") > 2
    assert whole["width"] == blank["width"]


def test_grids_grow_to_the_foot_of_the_page(strings: Strings, typesetter: Typesetter) -> None:
    """Rules are drawn beyond the rows that were asked for, and on one page."""

    def rules(*, grow: bool) -> int:
        (page,) = read(write_pdf(samples.document("sheet", (samples.grid(grow=grow),), strings), typesetter))
        contents = page.get_contents()
        assert contents is not None
        return contents.get_data().count(b" l\n")

    assert rules(grow=True) > 3 * rules(grow=False)


def test_a_key_word_stays_readable_under_a_disc(strings: Strings, typesetter: Typesetter) -> None:
    """Whatever fills a disc is light: dark text below it keeps a contrast of seven to one."""
    document = samples.document("sheet", (samples.discs(),), strings)
    for options in (PdfOptions(), PdfOptions(grey=True)):
        (page,) = read(write_pdf(document, typesetter, options))
        contents = page.get_contents()
        assert contents is not None
        fills = disc_fills(contents.get_data())
        assert len(set(fills)) == 3
        assert all(contrast_on_white("#191919") / contrast_on_white(fill) > 7 for fill in fills)


def disc_fills(contents: bytes) -> list[str]:
    """The light colours that closed curves are filled with: those of the discs. Letters and the mark are darker."""
    found = []
    for numbers in re.findall(rb" cs ([\d. ]+) scn [^\n]* c\nf\n", contents):
        channels = [round(float(part) * 255) for part in numbers.split()]
        found.append("#{:02x}{:02x}{:02x}".format(*(channels if len(channels) == 3 else channels * 3)))
    return [colour for colour in found if contrast_on_white(colour) < 1.9]


# --- cards -----------------------------------------------------------------------------------------------


def places(page: PageObject, pattern: str) -> dict[str, tuple[int, int]]:
    """Column and row (from the left and top, on the 2 by 4 grid of 90 × 62 mm) of each text that matches."""
    found: dict[str, tuple[int, int]] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if match := re.search(pattern, text):
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            mm = 72 / 25.4
            found[match[1]] = (int((x / mm - 15) // 90), 3 - int((y / mm - 24.5) // 62))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(("flip", "paper"), [("long", "a4"), ("short", "a4")])
def test_each_back_lies_behind_its_front(flip: str, paper: str, strings: Strings, typesetter: Typesetter) -> None:
    deck = replace(samples.deck(8), flip=flip, blank=0)  # type: ignore[arg-type]
    front, back = read(write_pdf(samples.cards(strings, deck), typesetter))
    fronts, backs = places(front, r"Denktijd (\d+)"), places(back, r"vraag (\d+)")
    assert sorted(fronts) == sorted(backs) == [str(n) for n in range(1, 9)]
    for number, (column, row) in fronts.items():
        mirrored = (1 - column, row) if flip == "long" else (column, 3 - row)
        assert backs[number] == mirrored


def test_blank_cards_come_last_and_need_paper_too(strings: Strings, typesetter: Typesetter) -> None:
    assert len(read(write_pdf(samples.cards(strings, replace(samples.deck(8), blank=0)), typesetter))) == 2
    assert len(read(write_pdf(samples.cards(strings, replace(samples.deck(8), blank=1)), typesetter))) == 4


# --- workbooks -------------------------------------------------------------------------------------------


def test_page_references_contents_and_index_name_the_right_pages(strings: Strings, typesetter: Typesetter) -> None:
    pages = [squeezed(page) for page in read(write_pdf(samples.workbook(strings), typesetter))]
    starts = {
        title: next(n for n, page in enumerate(pages, 1) if f"Werkvorm {title}" in page)
        for title in ("Vlekjesmethode", "Schaalvragen")
    }
    assert starts["Vlekjesmethode"] < starts["Schaalvragen"]
    first = pages[starts["Vlekjesmethode"] - 1]
    assert f"het andere stuk (blz. {starts['Schaalvragen']})" in first
    contents = next(page for page in pages if page.startswith("Inhoud"))
    assert re.search(rf"Vlekjesmethode[ .]*{starts['Vlekjesmethode']} ", contents)
    assert any(f"cijfers {starts['Schaalvragen']}" in page for page in pages)


def test_parts_begin_on_the_right_and_an_empty_left_page_is_for_notes(strings: Strings, typesetter: Typesetter) -> None:
    pages = [squeezed(page) for page in read(write_pdf(samples.workbook(strings), typesetter))]
    openings = [n for n, page in enumerate(pages, 1) if re.search(r"Deel \W*\d (Met|Bladen)", page)]
    assert len(openings) == 2
    assert all(number % 2 for number in openings)
    assert pages[openings[0] - 2].startswith("Aantekeningen")


def test_a_table_that_goes_on_has_its_header_on_every_page(strings: Strings, typesetter: Typesetter) -> None:
    rows = tuple((samples.text(f"Rij {number}"), samples.text("Wat je doet.")) for number in range(60))
    table = Table((), (samples.text("Vorm"), samples.text("Zo gaat het")), rows)
    chapter = Chapter("tabel", "tip", "Tabel", (), (table,))
    book = replace(samples.workbook(strings), blocks=(Part("deel", "Deel", (), (chapter,), 1),))
    pages = [squeezed(page) for page in read(write_pdf(book, typesetter))]
    holding = [page for page in pages if re.search(r"Rij \d", page)]
    assert len(holding) > 1
    assert all("Vorm Zo gaat het Rij" in page for page in holding)


def test_an_entry_that_is_nowhere_in_the_book_gets_no_page(strings: Strings, typesetter: Typesetter) -> None:
    book = samples.workbook(strings)
    part = next(block for block in book.blocks if isinstance(block, Part))
    book = replace(book, blocks=(replace(part, chapters=part.chapters[:1]),))
    text = " ".join(squeezed(page) for page in read(write_pdf(book, typesetter)))
    assert "Lees ook het andere stuk." in text


# --- the same every time, and in grey --------------------------------------------------------------------

_OTHER_PROCESS = """
import hashlib, json, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from tests.writers import paper_samples
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, write_pdf
strings = Strings({"paper": json.loads(sys.argv[3])})
for make in (paper_samples.sheet, paper_samples.cards, paper_samples.workbook):
    print(hashlib.sha256(write_pdf(make(strings), Typesetter(TEMPLATES))).hexdigest())
"""


def in_another_process(source: Path, words: str, folder: Path, seed: str) -> list[str]:
    command = [sys.executable, "-c", _OTHER_PROCESS, str(source), str(Path(__file__).parents[2]), words]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout.split()


def test_the_same_bytes_twice_elsewhere_and_with_another_hash_seed(
    strings: Strings, typesetter: Typesetter, tmp_path: Path
) -> None:
    here = [
        hashlib.sha256(write_pdf(make(strings), typesetter)).hexdigest()
        for make in (samples.sheet, samples.cards, samples.workbook)
    ]
    assert len(set(here)) == 3
    package = Path(coachkist.__file__).parent
    copy = tmp_path / "elsewhere" / "coachkist"
    for part in ("document", "figures", "markup", "model", "typeset", "writers"):
        shutil.copytree(package / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for module in package.glob("*.py"):
        shutil.copy(module, copy / module.name)
    words = json.dumps(strings.section("paper"))
    assert in_another_process(package.parent, words, tmp_path, "1") == here
    assert in_another_process(copy.parent, words, tmp_path, "2") == here


def test_grey_paper_has_no_colour(strings: Strings, typesetter: Typesetter) -> None:
    colour = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN|rg|RG)\b")

    def coloured(options: PdfOptions) -> int:
        pages = [
            page
            for make in (
                samples.sheet,
                samples.answers,
                samples.choosing,
                samples.posters,
                samples.table_top,
                samples.cards,
                samples.workbook,
            )
            for page in read(write_pdf(make(strings), typesetter, options))
        ]
        contents = [page.get_contents() for page in pages]
        found = [match for content in contents if content is not None for match in colour.findall(content.get_data())]
        return sum(len({float(channel) for channel in channels}) > 1 for channels in found)

    assert coloured(PdfOptions()) > 10
    assert coloured(PdfOptions(grey=True)) == 0


def test_pictures_of_pages(strings: Strings, typesetter: Typesetter) -> None:
    pictures = write_pngs(samples.two_page_sheet(strings), typesetter, 30)
    assert [picture[:4] for picture in pictures] == [b"\x89PNG", b"\x89PNG"]

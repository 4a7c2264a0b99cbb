"""From a sheet to a spreadsheet and back: what a trainer changed arrives, and nothing else moves."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from coachkist.spreadsheet.csv_file import to_csv
from coachkist.spreadsheet.grid import Grid
from coachkist.spreadsheet.importing import ImportPlan, plan_import
from coachkist.spreadsheet.tables import grids_of, quiet_headers, tables_of
from coachkist.spreadsheet.xlsx_file import to_xlsx
from coachkist.strings import Strings
from tests.conftest import ROOT

BASE = ROOT / "tests/broken/base"
CRITERIA = [
    ["Klimaat", "Het is rustig als iemand spreekt.", "klimaat", "rust"],
    ["Klimaat", "Er wordt samen gelachen.", "klimaat", "lachen"],
]
CARDS = [["Groep", "stilte", "Niemand zegt iets.", "", "groep", "een"]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    here = tmp_path / "project"
    shutil.copytree(BASE, here)
    return here


def catalogue_of(project: Path, school: str | None = None) -> Catalogue:
    folder = project / "content/schools" / school if school else None
    result = load_catalogue(project, school=folder)
    assert result.catalogue is not None, result.problems
    return result.catalogue


def grid(block: str, rows: list[list[str]], strings: Strings, sheet: str = "oefenblad") -> Grid:
    made = next(one for one in grids_of(catalogue_of(BASE).sheets["oefenblad"].value, strings) if one.name == block)
    return Grid(block, (("blad", sheet, "tabel", block), made.rows[1], *map(tuple, rows)))


class Importing:
    """Plans the import of one table into the project."""

    def __init__(self, project: Path, strings: Strings) -> None:
        self.project = project
        self.strings = strings

    def __call__(self, block: str, rows: list[list[str]], school: str | None = None) -> ImportPlan:
        path = self.project / "in.xlsx"
        path.write_bytes(to_xlsx([grid(block, rows, self.strings)], quiet_headers(self.strings)))
        return plan_import(self.project, catalogue_of(self.project, school), path, self.strings)

    def codes(self, block: str, rows: list[list[str]]) -> list[tuple[str, object]]:
        plan = self(block, rows)
        assert plan.text is None
        return [(problem.code, problem.values.get("cell")) for problem in plan.problems]


@pytest.fixture
def importing(project: Path, strings: Strings) -> Importing:
    return Importing(project, strings)


def test_the_same_again_changes_nothing(importing: Importing) -> None:
    assert importing("kijk", CRITERIA) == ImportPlan()
    assert importing("kaarten", CARDS) == ImportPlan()


def test_every_sheet_of_the_catalogue_comes_back_unchanged(
    catalogue: Catalogue, strings: Strings, tmp_path: Path
) -> None:
    tables = 0
    for name, sheet in catalogue.sheets.items():
        grids = grids_of(sheet.value, strings)
        if not grids:
            continue
        (tmp_path / "in.xlsx").write_bytes(to_xlsx(grids, quiet_headers(strings)))
        assert plan_import(ROOT, catalogue, tmp_path / "in.xlsx", strings) == ImportPlan(), name
        for one in grids:
            (tmp_path / "in.csv").write_bytes(to_csv(one))
            assert plan_import(ROOT, catalogue, tmp_path / "in.csv", strings) == ImportPlan(), name
            tables += 1
    assert tables > 20


def test_a_text_reworded_and_rows_added(importing: Importing, project: Path) -> None:
    before = (project / "content/sheets/oefenblad.yml").read_text(encoding="utf-8")
    rows = [
        ["Klimaat", "Het is stil als iemand spreekt.", "klimaat", "rust"],
        ["", "{Leerlingen} helpen elkaar, ook als het moeilijk is.", "", ""],
        ["", "{Leerlingen} helpen elkaar, ook als het moeilijk is.", "", ""],
        CRITERIA[1],
        ["Opdrachten", "De opdracht staat op het bord.", "", ""],
        ["Opdrachten", "Wie klaar is, weet wat te doen.", "", ""],
    ]
    plan = importing("kijk", rows)
    assert plan.problems == []
    assert plan.text is not None
    assert [line for line in before.splitlines() if line not in plan.text.splitlines()] == [
        '            text: "Het is rustig als iemand spreekt."'
    ]
    (project / "content/sheets/oefenblad.yml").write_text(plan.text, encoding="utf-8")
    block = catalogue_of(project).sheets["oefenblad"].value.blocks[1]
    assert block.type == "criteria"
    made = [(group.id, [one.id for one in group.criteria]) for group in block.groups]
    helping = "leerlingen-helpen-elkaar-ook-als-het"
    assert made == [
        ("klimaat", ["rust", helping, f"{helping}-2", "lachen"]),
        ("opdrachten", ["de-opdracht-staat-op-het-bord", "wie-klaar-is-weet-wat-te-doen"]),
    ]
    assert block.groups[0].criteria[0].text.source == "Het is stil als iemand spreekt."


def test_new_cards_stand_in_their_group(importing: Importing, project: Path) -> None:
    rows = [*CARDS, ["Groep", "vraag", "Stel ze.", "!", "", ""], ["Nieuw", "=1+1", "Geen formule.", "", "", ""]]
    plan = importing("kaarten", rows)
    assert plan.text is not None
    (project / "content/sheets/oefenblad.yml").write_text(plan.text, encoding="utf-8")
    deck = catalogue_of(project).sheets["oefenblad"].value.blocks[2]
    assert deck.type == "deck"
    assert [(card.id, card.group, card.front.source) for card in deck.cards] == [
        ("een", "groep", "stilte"),
        ("vraag", "groep", "vraag"),
        ("nieuw-2", "nieuw", "=1+1"),
    ]


def test_what_is_gone_from_the_table_stays_and_is_told(importing: Importing) -> None:
    plan = importing("kijk", [["Klimaat", "Het is heel rustig.", "klimaat", "rust"]])
    assert [(problem.code, problem.severity) for problem in plan.problems] == [("table-rows-missing", "note")]
    assert plan.text is not None
    assert "Er wordt samen gelachen." in plan.text
    cleared = importing("kaarten", [["Groep", "stilte", "Niemand zegt iets.", "x", "groep", "een"]])
    assert cleared.text is not None
    assert 'corner: "x"' in cleared.text


def test_mistakes_are_told_with_their_cell(importing: Importing) -> None:
    good = CRITERIA[0]
    assert importing.codes("kijk", [good, ["Klimaat", "Iets", "klimaat", "rusd"]]) == [("table-id-unknown", "D4")]
    assert importing.codes("kijk", [good, good]) == [("table-id-twice", "D4")]
    assert importing.codes("kijk", [["Klimaat", "", "klimaat", "rust"]])[0] == ("table-cell-empty", "B3")
    assert importing.codes("kijk", [["Klimaat", "Iets", "klimaad", ""]]) == [("table-id-unknown", "C3")]
    assert importing.codes("kijk", [["Klimaat", "Een `code`.", "klimaat", ""]]) == [("markup-code", "B3")]
    assert importing.codes("kijk", [["Klimaat", "Om\u202egekeerd.", "klimaat", ""]]) == [("character-bidi", "B3")]
    assert importing.codes("kijk", [["Sfeer", *good[1:]], CRITERIA[1]]) == [("table-titles-differ", "A4")]
    moved = ["Nieuw", good[1], "", "rust"]
    assert importing.codes("kijk", [moved]) == [("table-moved", "A3")]
    assert importing.codes("kaarten", [*CARDS, ["Groep", "x" * 2001, "y", "", "groep", ""]]) == [
        ("table-cell-long", "B4")
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("in.ods", b"x", "table-format"),
        ("in.csv", b"a;b\nc;d\n", "table-not-ours"),
        ("in.csv", b"blad;onbekend;tabel;x\ngroep\n", "table-sheet-unknown"),
        ("in.csv", b"blad;oefenblad;tabel;x\ngroep\n", "table-block-unknown"),
        ("in.csv", b"blad;oefenblad;tabel;kijk\ngroep;criterum;groep-id;id\n", "table-header-unknown"),
        ("in.csv", b"blad;oefenblad;tabel;kijk\ngroep;id\n", "table-header-missing"),
        ("in.csv", b"blad;oefenblad;tabel;kijk\n", "table-header-missing"),
        ("weg.csv", None, "file-unreadable"),
    ],
)
def test_files_that_are_no_tables_of_ours(
    name: str, content: bytes | None, code: str, project: Path, strings: Strings
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    plan = plan_import(project, catalogue_of(project), project / name, strings)
    assert [problem.code for problem in plan.problems] == [code]
    assert f"problems.{code}.message" in strings


def test_columns_may_be_moved(project: Path, strings: Strings) -> None:
    text = "blad;oefenblad;tabel;kijk\nid;criterium;groep-id;groep\nrust;Anders.;klimaat;Klimaat\n"
    (project / "in.csv").write_text(text, encoding="utf-8")
    plan = plan_import(project, catalogue_of(project), project / "in.csv", strings)
    assert [(one.old, one.new) for one in plan.changes] == [("Het is rustig als iemand spreekt.", "Anders.")]


def test_for_a_school_only_what_differs_is_written(importing: Importing, project: Path) -> None:
    folder = project / "content/schools/de-brug"
    folder.mkdir(parents=True)
    (folder / "school.yml").write_text('name: "De Brug"\ncountry: BE\nlevel: [lager]\n', encoding="utf-8")
    first = importing("kijk", [["Klimaat", "Stil!", "klimaat", "rust"], CRITERIA[1]], "de-brug")
    assert first.text is not None
    assert first.path == folder / "content/sheets/oefenblad.yml"
    assert "lachen" not in first.text
    first.path.parent.mkdir(parents=True)
    first.path.write_text(first.text, encoding="utf-8")
    rows = [
        ["Klimaat", "Stil!", "klimaat", "rust"],
        ["", "Iets nieuws.", "", ""],
        ["Klimaat", "Lach.", "klimaat", "lachen"],
    ]
    second = importing("kijk", rows, "de-brug")
    assert second.problems == []
    assert second.text is not None
    assert second.text.startswith(first.text.rstrip("\n"))
    first.path.write_text(second.text, encoding="utf-8")
    block = catalogue_of(project, "de-brug").sheets["oefenblad"].value.blocks[1]
    assert block.type == "criteria"
    texts = [one.text.source for one in block.groups[0].criteria]
    assert texts == ["Stil!", "Iets nieuws.", "Lach."]
    assert catalogue_of(project).sheets["oefenblad"].value.blocks[1] != block


def test_the_commands(project: Path, strings: Strings, tmp_path: Path) -> None:
    def coachkist(*args: str) -> tuple[int, str]:
        out = io.StringIO()
        status = run(args, Terminal(out, out), lambda: strings, lambda: project, tmp_path)
        return status, out.getvalue()

    assert coachkist("export", "sheet", "oefenblat")[0] == 1
    assert coachkist("export", "sheet", "oefenblad", "--out", "uit") == (
        0,
        f"{project}/uit/oefenblad.xlsx staat klaar.\n",
    )
    assert coachkist("export", "sheet", "oefenblad", "--format", "csv")[0] == 0
    file = project / "oefenblad-kijk.csv"
    file.write_bytes(file.read_bytes().replace(b"rustig", b"heel rustig"))
    sheet = project / "content/sheets/oefenblad.yml"
    before = sheet.read_text(encoding="utf-8")
    status, said = coachkist("import", "oefenblad-kijk.csv")
    assert (status, sheet.read_text(encoding="utf-8")) == (0, before)
    assert "B3: ‘Het is rustig als iemand spreekt.’ wordt ‘Het is heel rustig als iemand spreekt.’" in said
    assert coachkist("import", "oefenblad-kijk.csv", "--write")[0] == 0
    assert sheet.read_text(encoding="utf-8") == before.replace("rustig", "heel rustig")
    file.write_text("blad;oefenblad;tabel;kijk\n", encoding="utf-8")
    status, said = coachkist("import", "oefenblad-kijk.csv", "--write")
    assert status == 1
    assert "Er is niets veranderd." in said
    assert tables_of(catalogue_of(project).sheets["oefenblad"].value)

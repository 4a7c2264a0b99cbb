"""While serving, pages are made with a memory: after any edit they are, byte for byte, what a fresh build makes."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from coachkist.build import Report, build_pages
from coachkist.memory import Memory
from coachkist.site.print_later import PrintLater
from coachkist.site.prints import cache_at

PATIENCE = 120
"""Seconds in which a booklet of a few pages is certainly printed."""

BASE = Path(__file__).parent / "broken" / "base"

FIRST, SECOND = "methods/oefening.yml", "methods/vervolg.yml"
MODEL, TIP, SHEET = "content/models/trapje.yml", "content/tips/wachten.yml", "content/sheets/oefenblad.yml"
CHAPTER, LAST = "content/chapters/begin.yml", "content/chapters/einde.yml"
WORDS, PAGE = "content/vocabulary.yml", "content/pages/over.md"

MODEL_OF = """\
relations:
  model:
    - id: trapje
      why: "Met het trapje kies je wat je daarna doet."
"""
MATRIX = """\
figures:
  - kind: matrix
    title: "Vier vakken"
    description: "Wie leidt, en of het gepland is."
    axes:
      - id: wie
        low: "Coach"
        high: "Collega"
      - id: gepland
        low: "Niet gepland"
        high: "Gepland"
"""
LINES = """\
  - type: lines
    id: open
    label: "Wat viel je deze week nog meer op in de klas, in de gang en op de speelplaats?"
    count: 12
  - type: deck
"""
RELATED = """\
relations:
  - id: oefenblad
    why: "Laat eerst iedereen in stilte zijn blad invullen."
"""

EDITS: dict[str, list[tuple[str, str, str]]] = {
    "goal": [(FIRST, "ziet wat er misgaat", "ziet op welke trede iets misgaat")],
    "another word again": [(FIRST, "op welke trede iets misgaat", "wat er misgaat")],
    "step": [(FIRST, "Kies een vraag.", "Kies met z'n tweeën de moeilijkste vraag van de week.")],
    "when to use": [(SECOND, "en je bent nieuwsgierig", "en je wilt weten hoe het ging")],
    "title": [(SECOND, 'title: "Vervolg"', 'title: "Aan de slag"')],
    "summary": [(FIRST, "om fouten in te maken.", "om zonder zorgen fouten in te maken.")],
    "model's title": [(MODEL, 'title: "Het trapje"', 'title: "De trap"')],
    "chapter's title": [(LAST, 'title: "Het einde"', 'title: "Het slot"')],
    "chapter's summary": [(CHAPTER, "moeilijker is dan volhouden", "lastiger is dan volhouden")],
    "setting": [(SECOND, "setting: individual", "setting: team")],
    "leader": [(SECOND, "led_by: coach", "led_by: peer")],
    "planned": [(SECOND, "planned: planned", "planned: unplanned")],
    "people": [(FIRST, 'people: "2"', 'people: "2-5"')],
    "minutes": [(SECOND, "15\n", "35\n")],
    "purpose": [(FIRST, "- sterktes", "- verdiepen")],
    "trust": [(FIRST, "some-trust", "high-trust")],
    "needs": [(FIRST, "safety:", "requires:\n  - video\nsafety:")],
    "moments": [(SECOND, "use_when:", 'unplanned_moments:\n  - "Je komt elkaar tegen bij de koffie."\nuse_when:')],
    "keyword": [(FIRST, "- oefenen", "- uitproberen")],
    "relation's reason": [(FIRST, "Om verder te gaan.", "Omdat je dan weet waar je staat.")],
    "relation from the other end": [(FIRST, "relations:\n", MODEL_OF)],
    "sheet of another": [
        (SECOND, "purposes:", "sheets:\n  - oefenblad\npurposes:"),
        (SHEET, "  - oefening\n", "  - oefening\n  - vervolg\n"),
    ],
    "work cited": [(SECOND, "keywords:", "sources:\n  - visser-1998\nkeywords:")],
    "former address": [(SECOND, "title:", "formerly:\n  - vroeger\ntitle:")],
    "criterion": [(SHEET, "Er wordt samen gelachen.", "Er wordt elke dag samen gelachen.")],
    "relation with a sheet": [(TIP, "relations:\n", RELATED)],
    "sheet's advice": [(SHEET, "Vul het samen in.", "Vul het samen in, na [[wachten]].")],
    "sheet's title": [(SHEET, 'title: "Oefenblad"', 'title: "Blad om te oefenen"')],
    "longer sheet": [(SHEET, "  - type: deck\n", LINES)],
    "tip": [(TIP, "Hou je pen vast en zwijg.", "Leg je pen neer en zwijg.")],
    "tip's title": [(TIP, 'title: "Wachten"', 'title: "Even wachten"')],
    "part of a model": [(MODEL, '"Volhouden"', '"Blijven doen"')],
    "figure with methods": [(MODEL, "figures:\n", MATRIX)],
    "way of a method in a figure": [(FIRST, "led_by: coach", "led_by: peer")],
    "order of chapters": [(CHAPTER, "order: 1", "order: 3")],
    "chapter": [(CHAPTER, "Vraag wat de ander al probeerde.", "Vraag wat de ander deze week al probeerde.")],
    "entries of a chapter": [(CHAPTER, "      - wachten\n", "")],
    "relation of a chapter": [(LAST, "bepaalt wanneer je klaar bent", "zegt wanneer je klaar bent")],
    "meaning of a term": [(WORDS, "Eén tegelijk is genoeg.", "Neem er één tegelijk.")],
    "word of the edition": [(WORDS, 'leerkracht: "leerkracht"', 'leerkracht: "juf"')],
    "other words to search for": [(WORDS, "terms:", "synonyms:\n  - [trede, sport]\nterms:")],
    "edition": [("content/edition.yml", 'version: "0.1"', 'version: "0.2"')],
    "cited work's year": [("content/sources.yml", '1998"', '1999"')],
    "written page": [(PAGE, "Begin hier.", "Begin bij de {leerkracht}.")],
}


class Served:
    """A project, its pages made again and again with one memory, and once more without any."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "kist"
        self.folder = folder
        self.memory = Memory()
        shutil.copytree(BASE, self.root)
        page = self.root / PAGE
        page.parent.mkdir()
        page.write_text('---\ntitle: "Over"\n---\n\n# Over\n\nBegin hier.\n', encoding="utf-8")
        self.pages = self.made("served", self.memory)

    def made(self, name: str, memory: Memory | None) -> dict[str, bytes]:
        report = build_pages(self.root, self.folder / name, memory=memory)
        assert not report.failed, [problem.code for problem in report.problems]
        return files_in(self.folder / name)

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text
        (self.root / file).write_text(text.replace(old, new), encoding="utf-8")

    def check(self, what: str) -> set[str]:
        """The files that changed; each must be what a build without a memory makes."""
        before, self.pages = self.pages, self.made("served", self.memory)
        fresh = self.made("fresh", None)
        assert {name for name in fresh if self.pages.get(name) != fresh[name]} == set(), what
        assert self.pages.keys() == fresh.keys(), what
        return {name for name in self.pages.keys() | before.keys() if self.pages.get(name) != before.get(name)}


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def served(tmp_path: Path) -> Served:
    return Served(tmp_path)


def test_after_any_edit_pages_are_what_a_fresh_build_makes(served: Served) -> None:
    for what, edits in EDITS.items():
        for edit in edits:
            served.replace(*edit)
        assert served.check(what), f"{what}: nothing changed"
    for edits in reversed(EDITS.values()):
        for file, old, new in edits:
            if new:
                served.replace(file, new, old)
    served.check("everything as it was")


def test_entries_come_and_go(served: Served) -> None:
    tip = (served.root / TIP).read_text(encoding="utf-8")
    new = tip.replace("id: wachten", "id: ademen").replace("Wachten", "Ademen").replace("Tel tot", "Adem tot")
    new = (
        new.replace("Het is stil", "Het is laat")
        .replace("Een stilte", "Een adem")
        .replace("Kijk", "Tuur")
        .replace("Hou je pen", "Hou je blad")
    )
    path = served.root / "content/tips/ademen.yml"
    path.write_text(new, encoding="utf-8")
    assert "tips/ademen.md" in served.check("a new tip")
    path.unlink()
    assert "tips/ademen.md" in served.check("a tip less")


def test_a_mistake_leaves_the_pages_and_is_told_until_it_is_mended(served: Served) -> None:
    served.replace(FIRST, "id: oefening", "id: [")
    for _ in range(2):
        report: Report = build_pages(served.root, served.folder / "served", memory=served.memory)
        assert report.failed
        assert files_in(served.folder / "served") == served.pages
    served.replace(FIRST, "id: [", "id: oefening")
    assert served.check("mended") == set()


def test_an_edit_touches_only_what_holds_the_words(served: Served) -> None:
    served.replace(TIP, "Hou je pen vast en zwijg.", "Leg je pen neer en zwijg.")
    assert served.check("tip") == {"tips/wachten.md", "assets/search-index.json"}


def test_the_page_does_not_wait_for_the_workbook(served: Served) -> None:
    printed = threading.Semaphore(0)
    later = PrintLater(cache_at(served.root), printed.release, quiet=0)
    served.replace(FIRST, "ziet wat er misgaat", "ziet waar het haperde")
    build_pages(served.root, served.folder / "served", memory=served.memory, later=later)
    pages = files_in(served.folder / "served")
    book = "werkboeken/oefenboek/oefenboek.pdf"
    assert "haperde" in pages["werkvormen/oefening.md"].decode()
    assert pages[book] == served.pages[book]
    assert printed.acquire(timeout=PATIENCE)
    build_pages(served.root, served.folder / "served", memory=served.memory, later=later)
    later.stop()
    assert files_in(served.folder / "served")[book] != served.pages[book]
    served.check("its paper is there")


def test_a_new_title_reaches_the_method_that_stands_beside_it(served: Served) -> None:
    for file in (FIRST, SECOND):
        path = served.root / file
        text = path.read_text(encoding="utf-8")
        before, _, after = text.partition("relations:")
        path.write_text(f"{before}keywords:{after.partition('keywords:')[2]}", encoding="utf-8")
    served.check("without relations")
    served.replace(SECOND, 'title: "Vervolg"', 'title: "Zo ga je verder"')
    assert "werkvormen/oefening.md" in served.check("title")

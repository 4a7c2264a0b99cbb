"""The thickest workbook against bare Typst and WeasyPrint; all workbooks cold and after one change, and memory.

Run as a program, it prints all workbooks into a folder, so that time and memory are those of printing alone.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import time
from pathlib import Path

import markdown

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.blocks import Block, Document, Part
from coachkist.document.compose import compose
from coachkist.site.cache import Cache
from coachkist.site.print_pool import Job
from coachkist.site.prints import BOOKLET, GREY, Printer
from coachkist.typeset.compiler import FONTS, Typesetter
from coachkist.writers.html import PageContext
from coachkist.writers.markdown import blocks_markdown
from coachkist.writers.typst import TEMPLATES, write_pdf
from tests.bench.measure import PYTHON, run
from tests.bench.paper import compare
from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
BOOK = "coachingsbundel"
CHANGED = "content/tips/niets-doen.yml"
OLD, NEW = "houdt toch je mond", "houdt toch je lippen op elkaar"
STYLE = """
@font-face { font-family: "Source Sans 3"; src: url(%s); }
@page { size: A4; margin: 25mm 22mm; @bottom-center { content: counter(page); } }
html { font: 10pt/1.4 "Source Sans 3"; }
section, h1 { break-before: page; }
table { border-collapse: collapse; width: 100%%; }
td, th { border-bottom: 0.4pt solid #999; text-align: left; vertical-align: top; padding: 1.5mm; }
"""


def all_books(folder: Path) -> list[Row]:
    """The rows of this bench; `folder` is for what is printed."""
    catalogue = _catalogue(ROOT)
    rows = [compare(catalogue, BOOK, "the thickest workbook", 3), *_against_weasyprint(catalogue)]
    cold = run([PYTHON, "-m", "tests.bench.books", folder / "cold"], ROOT)
    jobs = book_jobs(catalogue)
    files = sum(1 + len(job.more) for job in jobs)
    return [
        *rows,
        Row(f"all workbooks ({files} PDFs), cold, of 60 s", cold.seconds / 60, 1.0, f"{cold.seconds:.1f} s"),
        Row("memory of that, of 1000 MB", cold.megabytes / 1000, 1.0, f"{cold.megabytes:.0f} MB"),
        _one_change(folder / "warm"),
    ]


def book_jobs(catalogue: Catalogue) -> list[Job]:
    """Every workbook with the forms it has."""
    return [
        Job(compose(book, catalogue), (GREY, BOOKLET) if book.value.booklet else (GREY,))
        for book in catalogue.workbooks.values()
    ]


def _against_weasyprint(catalogue: Catalogue) -> list[Row]:
    """One accessible PDF of the same texts; nothing where WeasyPrint is not installed."""
    if importlib.util.find_spec("weasyprint") is None:
        print("  WeasyPrint is not there: pip install -e '.[bench]'", file=sys.stderr)
        return []
    import weasyprint

    document = compose(catalogue.workbooks[BOOK], catalogue)
    page = _html(document)
    typesetter = Typesetter(TEMPLATES)
    # Processor time: the peer takes so long that a busy moment would hit only one of both.
    start = time.process_time()
    write_pdf(document, typesetter)
    ours = time.process_time() - start
    start = time.process_time()
    weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    peer = time.process_time() - start
    figures = f"{ours:.1f} s against {peer:.0f} s of processor time"
    return [Row("PDF of the thickest workbook, against WeasyPrint on the same texts", ours / peer, 1 / 8, figures)]


def _html(document: Document) -> str:
    """The book as a plain page: its texts, without cut-out cards, lines to write on, index or page references."""
    context = PageContext("", {})
    parts = [block for block in document.blocks if isinstance(block, Part)]
    body = "".join(f"<h1>{part.title}</h1>{_section(part, context)}" for part in parts)
    style = STYLE % (FONTS / "SourceSans3_400Regular.ttf").as_uri()
    return (
        f'<html lang="nl"><head><title>{document.title}</title><style>{style}</style></head><body>{body}</body></html>'
    )


def _section(part: Part, context: PageContext) -> str:
    own = _converted(part.body, context)
    return own + "".join(
        f"<section><h2>{one.title}</h2>{_converted(one.body, context)}</section>" for one in part.chapters
    )


def _converted(blocks: tuple[Block, ...], context: PageContext) -> str:
    return str(markdown.markdown(blocks_markdown(blocks, context), extensions=["md_in_html"]))


def _one_change(folder: Path) -> Row:
    """One tip changed, everything else in the cache: the books that hold it are made again."""
    project = folder / "project"
    for name in ("content", "methods"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("schools"))
    cache = Cache(folder / "cache")
    _print_here(book_jobs(_catalogue(project)), cache)
    path = project / CHANGED
    text = path.read_text(encoding="utf-8")
    if OLD not in text:
        raise LookupError(f"{CHANGED} does not say: {OLD}")
    path.write_text(text.replace(OLD, NEW), encoding="utf-8")
    start = time.perf_counter()
    jobs = book_jobs(_catalogue(project))
    printer = Printer(cache)
    again = [job.document.id for job in jobs if not printer.has(job.document, job.more)]
    _print_here(jobs, cache)
    seconds = time.perf_counter() - start
    return Row("one tip changed, of 30 s", seconds / 30, 1.0, f"{seconds:.1f} s, made again: {', '.join(again)}")


def _print_here(jobs: list[Job], cache: Cache) -> None:
    printer = Printer(cache)
    for job in jobs:
        printer.print(job.document, job.more)


def _catalogue(root: Path) -> Catalogue:
    catalogue = load_catalogue(root).catalogue
    if catalogue is None:
        raise ValueError(f"{root} has problems: run coachkist check")
    return catalogue


if __name__ == "__main__":
    _print_here(book_jobs(_catalogue(ROOT)), Cache(Path(sys.argv[1])))

"""`make bench`: prints every figure; with names as arguments, only those."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import books, paper, schools, search, sheets, site, visit, whole, word
from tests.bench.measure import machine
from tests.bench.report import Row, table


def main(names: list[str]) -> None:
    """Runs the named benchmarks, or all of them."""
    with tempfile.TemporaryDirectory(prefix="coachkist-bench-") as scratch:
        folder = Path(scratch)
        benches = {
            "paper": lambda: paper.against_bare_typst(rounds=21),
            "sheets": lambda: sheets.all_sheets(folder),
            "books": lambda: books.all_books(folder),
            "docx": lambda: word.all_word_files(rounds=5),
            "whole": lambda: whole.whole_catalogue(folder / "whole"),
            "build": lambda: site.build_against_mkdocs(folder, methods=500, rounds=3),
            "serve": lambda: site.edit_to_page(folder, methods=500, rounds=7),
            "growth": lambda: site.growth(folder, small=500, large=5000),
            "search": lambda: search.against_others(folder / "search", sizes=(40, 500, 5000), rounds=5),
            "visit": lambda: visit.visits(folder),
            "schools": lambda: schools.many_schools(folder / "schools", schools=200),
        }
        rows: list[Row] = []
        for name in names or list(benches):
            print(f"… {name}", file=sys.stderr, flush=True)
            rows += benches[name]()
    print(f"{machine()}\n\n{table(rows)}")


if __name__ == "__main__":
    main(sys.argv[1:])

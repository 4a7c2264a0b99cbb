"""What `coachkist check` tells about the Dutch of a project: mistakes, and how easily each entry reads.

Markdown and hunspell are wanted by no other command, so `coachkist.language` is imported only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from coachkist.markup.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.cli.session import Session
    from coachkist.diagnostics import Problem
    from coachkist.strings import Strings


def language_problems(session: Session, root: Path, catalogue: Catalogue) -> list[Problem]:
    """Proofread the project at `root`; says so where spelling could not be checked."""
    from coachkist.language.proofread import proofread

    proofs = proofread(root, catalogue)
    if not proofs.spelled:
        session.terminal.complain(session.strings("cli.check.no_speller"))
    return proofs.problems


def show_readability(session: Session, catalogue: Catalogue) -> None:
    """Print a table of how easily each entry reads, the hardest first."""
    session.terminal.say("\n" + "\n".join(_table(catalogue, session.strings)))


def _table(catalogue: Catalogue, strings: Strings) -> Iterator[str]:
    from coachkist.language.prose import catalogue_prose
    from coachkist.language.readability import readings

    yield strings("cli.readability.title")
    rows = [
        (_title(catalogue, found.owner), str(found.words), _decimal(found.words_per_sentence), _decimal(found.score))
        for found in readings(catalogue_prose(catalogue))
    ]
    if not rows:
        yield strings("cli.readability.none")
        return
    yield strings("cli.readability.scale")
    yield ""
    yield from _aligned([tuple(strings(f"cli.readability.{key}") for key in _COLUMNS), *rows])


_COLUMNS = ("entry", "words", "per_sentence", "score")


def _title(catalogue: Catalogue, entry: str) -> str:
    return plain(catalogue.wording.resolve(catalogue.by_id[entry].value.title.inlines))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Each row as a line: the first column to the left, the numbers to the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        numbers = [" " * (width - cell_len(cell)) + cell for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([first + " " * (widths[0] - cell_len(first)), *numbers])

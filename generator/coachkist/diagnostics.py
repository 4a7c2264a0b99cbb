"""Where something is wrong, and what: the one diagnostic type, from YAML to print.

A problem carries a code and values, never a sentence: its message, hint and explanation stand under `problems.<code>`
in `content/strings/nl.yml` and are put together where the problem is shown.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not, and a note only tells what was done."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One place in a source file.

    `file` is relative to the project's root, with forward slashes. `line` and `column` count from 1; a column counts
    characters, not bytes. Line 0 stands for the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an author should mend.

    `values` fills the placeholders of the message in the strings file. `quote` is the source line the span points at,
    kept here so that whoever shows the problem need not read the file again.
    """

    code: str
    span: Span
    values: Mapping[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    quote: str = ""

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """File, line, column and code: the order in which problems are shown."""
        return (self.span, self.code, repr(sorted(self.values.items())))


def has_errors(problems: list[Problem]) -> bool:
    """Whether any of `problems` stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def near(given: str, known: Iterable[str]) -> dict[str, str]:
    """`{"near": …}` with the known word that `given` most resembles, or nothing: values for a problem's hint."""
    found = difflib.get_close_matches(given, list(known), n=1)
    return {"near": found[0]} if found else {}

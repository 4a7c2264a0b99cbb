"""What every command works with: the words, the terminal, and the project it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from coachkist.catalogue.school import SCHOOLS, school_names
from coachkist.catalogue.where import school_of
from coachkist.cli.values import find_project
from coachkist.diagnostics import Severity, has_errors
from coachkist.report import Format, closing_line, render
from coachkist.swap import recover

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.cli.terminal import Terminal
    from coachkist.diagnostics import Problem
    from coachkist.strings import Strings

FINE, PROBLEMS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with. `start` is the folder from which the project is looked for."""

    strings: Strings
    terminal: Terminal
    start: Path


class NoProjectError(click.UsageError):
    """There is no project here or in the folders above, and none was pointed at."""


def project_of(ctx: click.Context) -> Path:
    """Find the root this command is about: the one pointed at, else the nearest; raises NoProjectError."""
    here: click.Context | None = ctx
    while here is not None:
        pointed_at: Path | None = here.params.get("root")
        if pointed_at is not None:
            return pointed_at
        here = here.parent
    session: Session = ctx.obj
    if (found := find_project(session.start)) is None:
        raise NoProjectError("no project", ctx)
    return found


def mend(root: Path) -> None:
    """Bring back the previous site where a build was killed while it changed places with the new one.

    Only then: what else a build leaves lying may belong to one that is still running.
    """
    site = root / "site"
    if not site.exists() and site.with_name("site.old").exists():
        recover(site)


class NoSchoolError(click.UsageError):
    """There is no school of that name; `known` are those there are."""

    def __init__(self, name: str, known: Sequence[str], ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.known = tuple(known)


def school_folder(root: Path, name: str | None) -> Path | None:
    """Find the folder of the school `name` in the project at `root`; raises NoSchoolError."""
    if name is None:
        return school_of(root, None)
    if name not in (known := school_names(root)):
        raise NoSchoolError(name, known, click.get_current_context())
    return root / SCHOOLS / name


def show_problems(
    session: Session,
    problems: Sequence[Problem],
    counts: Mapping[str, int],
    form: Format = Format.TEXT,
    *,
    strict: bool = False,
) -> int:
    """Print `problems` in `form`, and give the exit status; with `strict` a warning counts as well."""
    terminal, strings = session.terminal, session.strings
    terminal.say(render(problems, form, strings, terminal.layout), end="")
    if form is Format.TEXT:
        terminal.say(("\n" if problems else "") + closing_line(problems, counts, strings))
    counting = [problem for problem in problems if problem.severity is not Severity.NOTE]
    return PROBLEMS if has_errors(counting) or (strict and counting) else FINE


def counts_of(catalogue: Catalogue | None) -> dict[str, int]:
    """Count the entries of each kind."""
    result: dict[str, int] = {}
    for entry in catalogue.entries() if catalogue is not None else ():
        result[entry.kind.value] = result.get(entry.kind.value, 0) + 1
    return result

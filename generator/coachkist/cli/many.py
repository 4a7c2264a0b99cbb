"""`coachkist schools`: every school in one go, here or on a cluster."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import click

from coachkist.catalogue.school import SCHOOLS, school_names
from coachkist.cli.options import command, flag, option
from coachkist.cli.session import FINE, PROBLEMS, NoSchoolError
from coachkist.cli.values import AnyText, Folder, Names, WholeNumber
from coachkist.report import Format, explain_all, render

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coachkist.batch_task import Outcome, Task
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.strings import Strings

MOST_JOBS = 256
REPORT_FILE = "rapport.json"


def schools_command(strings: Strings) -> DutchCommand:
    """Make `coachkist schools`."""
    names, folder = strings("cli.metavar.names"), strings("cli.metavar.folder")
    jobs = WholeNumber(strings, 1, MOST_JOBS)
    return command(
        "schools",
        _schools,
        strings,
        option("--only", "only", strings, texts="only_schools", type=Names(strings), default=(), metavar=names),
        option("--jobs", "jobs", strings, type=jobs, metavar=strings("cli.metavar.number")),
        option("--scheduler", "scheduler", strings, type=AnyText(strings), metavar=strings("cli.metavar.url")),
        option("--out", "out", strings, type=Folder(strings), required=True, metavar=folder),
        flag("--papers", strings),
        option("--sheets", "sheets", strings, type=Names(strings), default=(), metavar=names),
    )


def _schools(session: Session, root: Path, **chosen: Any) -> int:
    from coachkist.batch_task import plan_tasks

    terminal, strings = session.terminal, session.strings
    known = school_names(root)
    for name in chosen["only"]:
        if name not in known:
            raise NoSchoolError(name, known, click.get_current_context())
    wanted = [name for name in known if not chosen["only"] or name in chosen["only"]]
    if not wanted:
        terminal.complain(strings("cli.error", message=strings("cli.schools.none", path=SCHOOLS)))
        return PROBLEMS
    out = session.start / chosen["out"]
    folders = [root / SCHOOLS / name for name in wanted]
    with_site = not (chosen["papers"] or chosen["sheets"])
    tasks = plan_tasks(root, folders, out, with_site=with_site, only=chosen["sheets"])
    outcomes = _run(session, tasks, (chosen["scheduler"] or "").strip(), chosen["jobs"] or os.cpu_count() or 1)
    return _report(session, outcomes, out) if outcomes is not None else PROBLEMS


def _run(session: Session, tasks: Sequence[Task], scheduler: str, jobs: int) -> list[Outcome] | None:
    """What became of each school; None where the cluster cannot be reached, which is then said."""
    from coachkist.batch import SchedulerError, build_schools, cluster, pool

    terminal, strings = session.terminal, session.strings
    done = iter(range(1, len(tasks) + 1))
    try:
        with (
            cluster(scheduler) if scheduler else nullcontext((pool(jobs), jobs)) as (opened, processes),
            terminal.progress(strings("cli.schools.progress")) as advance,
        ):
            return build_schools(tasks, opened, processes, lambda one: advance(one.id, next(done), len(tasks)))
    except SchedulerError:
        terminal.complain(strings("cli.error", message=strings("cli.schools.no_scheduler", url=scheduler)))
    except ModuleNotFoundError as error:
        if error.name != "distributed":
            raise
        terminal.complain(strings("cli.error", message=strings("cli.schools.no_cluster")))
    return None


def _report(session: Session, outcomes: Sequence[Outcome], out: Path) -> int:
    """Says what became of each school, and writes the same as JSON."""
    terminal, strings = session.terminal, session.strings
    for outcome in outcomes:
        terminal.say(strings(f"cli.schools.{outcome.state.value}", id=outcome.id, files=outcome.files))
        terminal.say(render(outcome.problems, Format.TEXT, strings, terminal.layout), end="")
        if outcome.crash:
            terminal.say("  " + strings("cli.schools.crash", path=out / REPORT_FILE))
    states = [outcome.state.value for outcome in outcomes]
    counts = {state: states.count(state) for state in ("built", "unchanged", "failed")}
    terminal.say(strings("cli.schools.count", **counts))
    try:
        out.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**counts, "schools": [_row(one, strings) for one in outcomes]}, indent=2, ensure_ascii=False)
        (out / REPORT_FILE).write_text(text + "\n", encoding="utf-8")
    except OSError:
        terminal.complain(strings("cli.cannot_write", path=out / REPORT_FILE))
        return PROBLEMS
    return PROBLEMS if counts["failed"] else FINE


def _row(outcome: Outcome, strings: Strings) -> dict[str, object]:
    told = explain_all(outcome.problems, strings)
    return {
        "school": outcome.id,
        "state": outcome.state.value,
        "seconds": outcome.seconds,
        "files": outcome.files,
        "problems": [
            {"file": one.span.file, "line": one.span.line, "code": one.code, "message": one.text} for one in told
        ],
        "crash": outcome.crash,
    }

"""The command line: arguments in, Dutch text and an exit status out. Only this package exits."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from coachkist.cli.commands import whole_command
from coachkist.cli.crash import details, write_log
from coachkist.cli.dutch import HelpRequestedError
from coachkist.cli.session import FINE, INTERRUPTED, PROBLEMS, WRONG_USAGE, Session
from coachkist.cli.terminal import Terminal
from coachkist.cli.usage import usage_report
from coachkist.source.strings import load_strings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coachkist.strings import Strings

__all__ = ["main", "run", "script"]

PROGRAM = "coachkist"


def script() -> NoReturn:
    """Run the command that was typed and end the process with its status.

    At once: taking a whole catalogue apart, object by object, lasts longer than many commands do.
    """
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # closed already: nobody is left to tell
            stream.flush()
    os._exit(status)


def main() -> int:
    """Run the command that was typed and give its exit status."""
    terminal = Terminal(sys.stdout, sys.stderr, sys.stdin)
    return run(sys.argv[1:], terminal, load_strings, Path.cwd, Path(tempfile.gettempdir()))


def run(
    args: Sequence[str],
    terminal: Terminal,
    words: Callable[[], Strings],
    start: Callable[[], Path],
    log_folder: Path,
) -> int:
    """Run one command and give its exit status; nothing but a kill gets past this.

    `words` and `start` are called in here, since reading the strings or the current folder can fail as well.
    `log_folder` is where the details of a crash are written.
    """
    strings: Strings | None = None
    try:
        strings = words()
        return _run(args, Session(strings, terminal, start()))
    except KeyboardInterrupt:
        if strings is not None:
            terminal.complain(f"\n{strings('cli.interrupted')}")
        return INTERRUPTED
    except BrokenPipeError:
        _leave_pipe_alone()
        return PROBLEMS
    except Exception as error:
        return _crashed(error, args, terminal, strings, log_folder)


def _run(args: Sequence[str], session: Session) -> int:
    command = whole_command(session.strings)
    try:
        with command.make_context(PROGRAM, list(args), obj=session) as ctx:
            status: int | None = command.invoke(ctx)
            return status or FINE
    except HelpRequestedError as asked:
        session.terminal.say(asked.text)
        return FINE
    except click.UsageError as error:
        session.terminal.complain(usage_report(error, session.strings))
        return WRONG_USAGE


def _crashed(
    error: Exception, args: Sequence[str], terminal: Terminal, strings: Strings | None, log_folder: Path
) -> int:
    text = details(error, args)
    if "--debug" in args:
        terminal.complain(text, end="")
    path = write_log(text, log_folder)
    terminal.complain(_apology(path, strings))
    return PROBLEMS


def _apology(path: str | None, strings: Strings | None) -> str:
    if strings is None:
        # The one Dutch sentence outside the strings file: this is what is said when that file cannot be read.
        details_in = path or "--debug"
        return f"Coachkist liep vast: de teksten van het programma zijn niet te lezen. Details: {details_in}"
    return strings("cli.crash.logged", path=path) if path else strings("cli.crash.unlogged")


def _leave_pipe_alone() -> None:
    # Whoever read our output stopped early; Python's own flush at exit must not complain about that.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The commands that make the site: `build` once, `serve` again and again.

MkDocs and Typst take longer to load than most commands take to run, so `coachkist.build` is imported only
where it is needed.
"""

from __future__ import annotations

import errno
import logging
import socket
from typing import TYPE_CHECKING, Any

from coachkist.cli.options import command, flag, option, school_option
from coachkist.cli.session import FINE, INTERRUPTED, PROBLEMS, counts_of, school_folder, show_problems
from coachkist.cli.values import WholeNumber
from coachkist.diagnostics import Problem, Span
from coachkist.report import Format, render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coachkist.build import Progress, Stage
    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.strings import Strings

HOST = "127.0.0.1"
"""Only this computer: what is being written is nobody else's business yet."""

DEFAULT_PORT = 8000
CONFIG = "mkdocs.yml"

_FULL_OR_LOCKED = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM}


def build_command(strings: Strings) -> DutchCommand:
    """Make `coachkist build`: sheets, workbooks and the site."""
    return command("build", _build, strings, flag("--offline", strings), school_option(strings))


def serve_command(strings: Strings) -> DutchCommand:
    """Make `coachkist serve`: the site on this computer, made again when something is saved."""
    ports = WholeNumber(strings, 1024, 65535)
    metavar = strings("cli.metavar.port")
    port = option("--port", "port", strings, type=ports, default=DEFAULT_PORT, show_default=True, metavar=metavar)
    return command("serve", _serve, strings, port, school_option(strings))


def misfits(root: Path, catalogue: Catalogue) -> list[Problem]:
    """Find what does not fit on the paper of the sheets of `catalogue`."""
    from coachkist.build import check_paper

    return check_paper(root, catalogue)


def _build(session: Session, root: Path, offline: bool, school: str | None) -> int:
    from coachkist.build import PRINT, build_site, site_folder

    terminal, strings = session.terminal, session.strings
    folder = school_folder(root, school)
    try:
        with terminal.progress(strings("cli.build.progress")) as advance:
            report = build_site(root, progress=in_words(advance, strings), offline=offline, school=folder)
    except OSError as error:
        if error.errno not in _FULL_OR_LOCKED:
            raise
        terminal.complain(strings("cli.cannot_write", path=error.filename or root))
        terminal.complain(strings("cli.build.failed"))
        return PROBLEMS
    show_problems(session, report.problems, counts_of(report.catalogue))
    if report.failed:
        terminal.complain(strings("cli.build.failed"))
        return PROBLEMS
    site = site_folder(root, folder, offline=offline)
    terminal.say(strings("cli.build.done", path=site / "index.html"))
    if folder is not None:
        terminal.say(strings("cli.build.papers", path=site.with_name(PRINT)))
    return FINE


def in_words(advance: Callable[[str, int, int], None], strings: Strings) -> Progress:
    """Tell a bar how far a build is, in words."""

    def progress(stage: Stage, done: int, total: int) -> None:
        advance(strings(f"cli.build.stage.{stage.value}"), done, total)

    return progress


def _serve(session: Session, root: Path, port: int, school: str | None) -> int:
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    terminal, strings = session.terminal, session.strings
    if _in_use(port):
        terminal.complain(strings("cli.serve.port_in_use", port=port))
        return PROBLEMS
    settings = _settings(root, school_folder(root, school))
    terminal.say(strings("cli.serve.ready", url=f"http://{HOST}:{port}/"))
    logger = logging.getLogger("mkdocs")
    handler = _Warnings(session)
    logger.addHandler(handler)
    try:
        # Only the edited page is made again: with 500 work forms that is half a second instead of five.
        serve(str(root / CONFIG), build_type="dirty", dev_addr=f"{HOST}:{port}", **settings)
    except MkDocsException as error:
        handler.show(error.format_message())
        return PROBLEMS
    finally:
        logger.removeHandler(handler)
    # MkDocs keeps Ctrl+C to itself and simply returns.
    terminal.complain(f"\n{strings('cli.interrupted')}")
    return INTERRUPTED


def _settings(root: Path, school: Path | None) -> dict[str, Any]:
    """What MkDocs needs to know beyond its file to show the edition of `school`."""
    from mkdocs.config import load_config

    from coachkist.build import pages_folder
    from coachkist.engine import SCHOOL

    if school is None:
        return {}
    pages = pages_folder(root, school)
    pages.mkdir(parents=True, exist_ok=True)
    extra = {**load_config(str(root / CONFIG)).extra, SCHOOL: str(school)}
    return {"docs_dir": str(pages), "extra": extra}


def _in_use(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((HOST, port)) == 0


_BUILDING = "mkdocs.commands.build"
"""This logger warns at each build that only what was edited is made again, which is what we asked for."""


class _Warnings(logging.Handler):
    """Shows what MkDocs warns of as a problem; what our own hook has to say is in Dutch already."""

    def __init__(self, session: Session) -> None:
        super().__init__(logging.WARNING)
        self.session = session

    def emit(self, record: logging.LogRecord) -> None:
        """Show one warning."""
        text = record.getMessage()
        if record.name == _BUILDING and record.levelno < logging.ERROR:
            return
        if record.name.endswith(".coachkist"):
            self.session.terminal.complain(text.strip("\n"))
        else:
            self.show(text)

    def show(self, text: str) -> None:
        """Show a sentence of MkDocs' own."""
        terminal, strings = self.session.terminal, self.session.strings
        problem = Problem("site-warning", Span(CONFIG), {"text": text})
        terminal.complain(render([problem], Format.TEXT, strings, terminal.layout), end="")

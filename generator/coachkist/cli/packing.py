"""`coachkist pack`: one zip with everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.cli.making import in_words
from coachkist.cli.options import command, flag, option, school_option
from coachkist.cli.session import FINE, PROBLEMS, counts_of, school_folder, show_problems
from coachkist.cli.values import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.strings import Strings

FOLDER = "dist"


def pack_command(strings: Strings) -> DutchCommand:
    """Make `coachkist pack`."""
    folder = strings("cli.metavar.folder")
    return command(
        "pack",
        _pack,
        strings,
        flag("--papers", strings),
        option("--out", "out", strings, type=Folder(strings), default=FOLDER, show_default=True, metavar=folder),
        school_option(strings),
    )


def _pack(session: Session, root: Path, papers: bool, out: Path, school: str | None) -> int:
    from coachkist.pack import pack
    from coachkist.site.save import write_atomically

    terminal, strings = session.terminal, session.strings
    with terminal.progress(strings("cli.build.progress")) as advance:
        packed = pack(root, school_folder(root, school), in_words(advance, strings), with_site=not papers)
    if packed.problems or packed.content is None:
        show_problems(session, packed.problems, counts_of(packed.catalogue))
    if packed.content is None:
        terminal.complain(strings("cli.pack.failed"))
        return PROBLEMS
    path = session.start / out / packed.name
    try:
        write_atomically(path, packed.content)
    except OSError:
        terminal.complain(strings("cli.cannot_write", path=path))
        return PROBLEMS
    size = f"{len(packed.content) / 1_000_000:.1f}".replace(".", ",")
    terminal.say(strings("cli.pack.done", path=path, size=size))
    return FINE

"""The reference of the command line, `docs/cli.md`, made from the commands themselves.

`python -m coachkist.cli.reference docs/cli.md` writes it anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coachkist.cli.commands import whole_command
from coachkist.source.strings import load_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coachkist.strings import Strings

WIDTH = 100
"""Columns of the help pages in the reference, whatever the terminal of who makes it."""


def reference(strings: Strings) -> str:
    """Make the whole reference as Markdown: every help page, and the exit statuses."""
    command = whole_command(strings)
    root = click.Context(command, info_name="coachkist", terminal_width=WIDTH)
    lines = [f"# {strings('cli.reference.title')}", "", strings("cli.reference.intro"), ""]
    for level, ctx in _contexts(root, 2):
        title = ctx.command_path if ctx.parent else strings("cli.reference.root_title")
        lines += [f"{'#' * level} {title}", "", "```text", ctx.get_help(), "```", ""]
    lines += [f"## {strings('cli.reference.status_title')}", ""]
    statuses = strings.section("cli.reference.status")
    lines += [f"- `{status}`: {meaning}" for status, meaning in statuses.items()]
    return "\n".join(lines) + "\n"


def _contexts(ctx: click.Context, level: int) -> Iterator[tuple[int, click.Context]]:
    yield level, ctx
    if isinstance(ctx.command, click.Group):
        for name, command in ctx.command.commands.items():
            # The program's own page stands beside its commands; a command of a group stands below it.
            below = level if ctx.parent is None else level + 1
            yield from _contexts(click.Context(command, parent=ctx, info_name=name), below)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(load_strings()), encoding="utf-8", newline="\n")

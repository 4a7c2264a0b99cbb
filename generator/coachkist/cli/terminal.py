"""What the command prints on: standard output and error, with their width, encoding and colours."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.text import Text

from coachkist.report import Layout, legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NARROWEST = 40
"""Cells; a terminal that claims less is not believed."""


class Terminal:
    """The two streams of a command. Nothing printed here ever raises for want of a character."""

    def __init__(self, out: TextIO, err: TextIO, source: TextIO | None = None) -> None:
        self._out = out
        self._err = err
        self._source = source

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return self._source is not None and self._source.isatty()

    def ask(self, question: str) -> str:
        """What somebody types after `question`; raises KeyboardInterrupt where there is nothing more to come."""
        _print(self._out, question, " ")
        answer = self._source.readline() if self._source is not None else ""
        if not answer:
            raise KeyboardInterrupt
        return answer.rstrip("\n")

    @property
    def layout(self) -> Layout:
        """What fits on standard output; a pipe gets the usual width."""
        encoding = _encoding(self._out)
        if not self._out.isatty():
            return Layout(encoding=encoding)
        return Layout(max(shutil.get_terminal_size().columns, NARROWEST), encoding)

    def say(self, text: str | Text, end: str = "\n") -> None:
        """Print to standard output, in colour only where it is a terminal."""
        _print(self._out, text, end)

    def complain(self, text: str | Text, end: str = "\n") -> None:
        """Print to standard error."""
        _print(self._err, text, end)

    @contextmanager
    def progress(self, label: str) -> Iterator[Callable[[str, int, int], None]]:
        """Show a bar while something is made; gives what to call with a name, the count so far and the total.

        Where standard error is no terminal, nothing is shown.
        """
        console = _console(self._err)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[what]}"),
        )
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(legible(label, _encoding(self._err)), total=None, what="")

            def advance(what: str, done: int, total: int) -> None:
                # Of a stage that is one piece it is unknown how far it is: then the bar only moves.
                size = total if total > 1 or done else None
                bar.update(task, completed=done, total=size, what=legible(what, _encoding(self._err)))

            yield advance


def _console(stream: TextIO) -> Console:
    # rich also colours pipes where FORCE_COLOR is set: whether this is a terminal is decided here.
    return Console(file=stream, force_terminal=stream.isatty(), highlight=False, markup=False, emoji=False)


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"


def _print(stream: TextIO, text: str | Text, end: str) -> None:
    encoding = _encoding(stream)
    plain = text if isinstance(text, str) else text.plain
    if isinstance(text, Text) and stream.isatty() and legible(plain, encoding) == plain:
        _console(stream).print(text, soft_wrap=True, end=end)
    else:
        stream.write(legible(plain, encoding) + end)
    stream.flush()

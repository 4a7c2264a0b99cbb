"""`coachkist init`: a folder of a school's own, from a few questions or from options."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coachkist.cli.dutch import DutchCommand
from coachkist.cli.options import argument, flag, option
from coachkist.cli.session import FINE, PROBLEMS, show_problems
from coachkist.cli.values import AnyText, Folder, Names, OneOf, Title
from coachkist.diagnostics import Problem, Severity, has_errors
from coachkist.model.enums import Country, Level
from coachkist.model.school import School
from coachkist.report import explain
from coachkist.source.logo import Logo, read_logo
from coachkist.source.nodes import Place, SourceFile
from coachkist.source.parse import parse
from coachkist.source.validate import validate
from coachkist.workspace import NewSchool, create_workspace, workspace_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachkist.cli.session import Session
    from coachkist.strings import Strings

_COUNTRIES = [country.value for country in Country]
_LEVELS = [level.value for level in Level]
_MORE = ("site_url", "colour", "logo")
"""What may be left for later."""


def init_command(strings: Strings) -> DutchCommand:
    """Make `coachkist init`; unlike the others it needs no project, as it makes one."""

    def callback(**values: Any) -> int:
        values.pop("debug")
        return _init(click.get_current_context().obj, **values)

    anything, name = AnyText(strings), strings("cli.metavar.name")
    return DutchCommand(
        "init",
        strings=strings,
        help=strings("cli.init.help"),
        callback=callback,
        params=[
            argument("folder", "new_folder", Folder(strings), strings),
            option("--name", "name", strings, texts="school_name", type=Title(strings), metavar=name),
            option("--short-name", "short_name", strings, type=Title(strings), metavar=name),
            option("--country", "country", strings, type=_Upper(strings, _COUNTRIES)),
            option("--level", "level", strings, type=Names(strings), metavar=strings("cli.metavar.names")),
            option("--site-url", "site_url", strings, type=anything, metavar=strings("cli.metavar.url")),
            option("--colour", "colour", strings, texts="school_colour", type=anything, metavar="#RRGGBB"),
            option("--logo", "logo", strings, type=anything, metavar=strings("cli.metavar.file")),
            flag("--debug", strings, hidden=True),
        ],
    )  # fmt: skip


class _Upper(OneOf):
    """One of a few words in capitals."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` in capitals; raises WrongValueError."""
        word = str(value).upper()
        return word if word in self.words else super().convert(value, param, ctx)


def _init(session: Session, folder: Path, **given: Any) -> int:
    terminal, strings = session.terminal, session.strings
    if not terminal.can_ask and (missing := [key for key in ("name", "country", "level") if not given[key]]):
        names = ", ".join(f"--{key}" for key in missing)
        terminal.complain(strings("cli.error", message=strings("cli.init.missing", names=names)))
        return PROBLEMS
    school, problems = _asked(session, given)
    if not has_errors(problems):
        files = list(workspace_files(school))
        problems += _problems_of(dict(files)["school.yml"])
    if problems:
        show_problems(session, problems, {})
    if has_errors(problems):
        return PROBLEMS
    return _create(session, session.start / folder, files)


def _create(session: Session, folder: Path, files: list[tuple[str, bytes]]) -> int:
    terminal, strings = session.terminal, session.strings
    try:
        create_workspace(folder, files)
    except FileExistsError as error:
        terminal.complain(strings("cli.exists", path=folder / str(error.args[0])))
        return PROBLEMS
    except OSError:
        terminal.complain(strings("cli.cannot_write", path=folder))
        return PROBLEMS
    terminal.say(strings("cli.init.done", path=folder))
    return FINE


def _asked(session: Session, given: dict[str, Any]) -> tuple[NewSchool, list[Problem]]:
    """The answers: options first, then questions, then nothing."""
    name = given["name"] or _ask(session, "name", lambda text: " ".join(text.split()))
    country = given["country"] or _ask(session, "country", lambda text: _word(text.upper(), _COUNTRIES), "BE, NL")
    level = given["level"] or _ask(session, "level", lambda text: _words(text, _LEVELS), ", ".join(_LEVELS))
    more = {key: given[key] or (_ask_more(session, key) if given["name"] is None else "") for key in _MORE}
    logo_file = Path(more["logo"]).expanduser()
    logo, problems = _logo(session.start / logo_file, more["logo"]) if more["logo"] else (None, [])
    short = given["short_name"] or ""
    return NewSchool(name, country, tuple(level), short, more["site_url"], more["colour"].lower(), logo), problems


def _ask(session: Session, key: str, read: Callable[[str], Any], known: str = "") -> Any:
    """The answer to one question, asked again until there is one; says why where something was typed."""
    terminal, strings = session.terminal, session.strings
    while True:
        answer = terminal.ask(strings(f"cli.init.ask.{key}", known=known)).strip()
        if value := read(answer):
            return value
        if answer:
            message = strings("cli.usage_errors.choice", value=answer, choices=known)
            terminal.complain(strings("cli.error", message=message))


def _ask_more(session: Session, key: str) -> str:
    """The answer to a question that may be passed over; looked at at once, so that no other answer gets lost."""
    terminal, strings = session.terminal, session.strings
    while True:
        # Who drags a file to the terminal gets its path between quotes.
        answer = terminal.ask(strings(f"cli.init.ask.{key}")).strip().strip("'\"")
        wrong = _wrong(session, key, answer) if answer else ""
        if not wrong:
            return answer
        terminal.complain(strings("cli.error", message=wrong))


def _wrong(session: Session, key: str, answer: str) -> str:
    """Why `answer` cannot be; empty where it can."""
    if key == "logo":
        path = session.start / Path(answer).expanduser()
        if not path.is_file():
            return session.strings("cli.init.no_file", file=answer, folder=session.start)
        problems = _logo(path, answer)[1]
    else:
        plain = NewSchool("x", _COUNTRIES[0], (_LEVELS[0],))
        school = replace(plain, colour=answer.lower()) if key == "colour" else replace(plain, site_url=answer)
        problems = _problems_of(dict(workspace_files(school))["school.yml"])
    errors = [explain(problem, session.strings) for problem in problems if problem.severity is Severity.ERROR]
    return " ".join(part for part in (errors[0].text, errors[0].hint) if part) if errors else ""


def _word(text: str, known: list[str]) -> str:
    return text.strip() if text.strip() in known else ""


def _words(text: str, known: list[str]) -> tuple[str, ...]:
    words = tuple(word.strip().lower() for word in text.split(",") if word.strip())
    return words if all(word in known for word in words) else ()


def _logo(path: Path, given: str) -> tuple[Logo | None, list[Problem]]:
    return read_logo(path, Place(SourceFile.of(given, ""), 0, 0, 0, 0))


def _problems_of(school_yml: bytes) -> list[Problem]:
    """What is wrong with the answers, as the file says them."""
    node, problems = parse(SourceFile.of("school.yml", school_yml.decode()))
    return problems + (validate(node, School)[1] if node is not None else [])

"""Wrong usage in Dutch: click's exceptions, told by class and attributes and never by their English words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.exceptions import NoArgsIsHelpError

from coachkist.cli.dutch import MissingCommandError, UnexpectedWordsError
from coachkist.cli.session import NoProjectError, NoSchoolError
from coachkist.cli.values import WrongValueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coachkist.strings import Strings

_KEY = "cli.usage_errors"


def usage_report(error: click.UsageError, strings: Strings) -> str:
    """Everything to print about `error`: the usage line, where to find help, and what is wrong."""
    if isinstance(error, NoArgsIsHelpError):
        return error.ctx.get_help()
    lines = []
    if error.ctx is not None:
        lines.append(error.ctx.get_usage())
        lines.append(strings("cli.see_help", command=f"{error.ctx.command_path} --help"))
        lines.append("")
    lines.append(strings("cli.error", message=describe(error, strings)))
    return "\n".join(lines)


def describe(error: click.ClickException, strings: Strings) -> str:
    """Say what is wrong, in Dutch that starts with a small letter."""
    match error:
        case MissingCommandError():
            return strings(f"{_KEY}.missing_command")
        case NoSchoolError() | NoProjectError():
            return _nowhere(error, strings)
        case UnexpectedWordsError():
            return strings.plural(f"{_KEY}.unexpected", len(error.words), names=", ".join(error.words))
        case click.NoSuchOption():
            sentence = strings(f"{_KEY}.no_such_option", name=error.option_name)
            return _with_suggestion(sentence, error.possibilities, strings)
        case click.NoSuchCommand():
            sentence = strings(f"{_KEY}.no_such_command", name=error.command_name)
            return _with_suggestion(sentence, error.possibilities, strings)
        case click.MissingParameter():
            kind = "argument" if isinstance(error.param, click.Argument) else "option"
            return strings(f"{_KEY}.missing_{kind}", name=_name(error))
        case click.BadOptionUsage():
            key = "needs_value" if _takes_value(error) else "takes_no_value"
            return strings(f"{_KEY}.{key}", name=error.option_name)
        case WrongValueError():
            return strings(f"{_KEY}.bad_value", name=_name(error), message=error.message)
        case click.BadParameter():
            return strings(f"{_KEY}.bad_value_plain", name=_name(error))
        case _:
            return strings(f"{_KEY}.other")


def _nowhere(error: NoSchoolError | NoProjectError, strings: Strings) -> str:
    if isinstance(error, NoProjectError):
        return strings(f"{_KEY}.no_project")
    key = "no_such_school" if error.known else "no_schools"
    return strings(f"{_KEY}.{key}", name=error.name, known=", ".join(error.known))


def _with_suggestion(sentence: str, possibilities: Sequence[str] | None, strings: Strings) -> str:
    if not possibilities:
        return sentence
    # Click puts the nearest first; the others are seldom what was meant.
    return f"{sentence} {strings(f'{_KEY}.did_you_mean', name=possibilities[0])}"


def _name(error: click.BadParameter) -> str:
    """Name the parameter as it is typed: an option's longest spelling, an argument's metavar."""
    param = error.param
    if param is None:
        return ""
    if isinstance(param, click.Argument) and error.ctx is not None:
        return param.make_metavar(error.ctx)
    return max(param.opts, key=len, default=param.name or "")


def _takes_value(error: click.BadOptionUsage) -> bool:
    options = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    option = next((param for param in options if error.option_name in param.opts), None)
    return not (isinstance(option, click.Option) and option.is_flag)

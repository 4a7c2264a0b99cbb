"""How commands, options and arguments are made, so that each takes its words from the strings file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from coachkist import __version__
from coachkist.catalogue.where import is_workspace
from coachkist.cli.dutch import DutchCommand, DutchOption, HelpRequestedError
from coachkist.cli.session import mend, project_of
from coachkist.cli.values import ProjectFolder, SchoolId

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachkist.strings import Strings


def command(
    name: str, run: Callable[..., int], strings: Strings, *params: click.Parameter, texts: str = ""
) -> DutchCommand:
    """Make a command that calls `run(session, root, **params)`; `texts` or `name` is its key under `cli`."""

    def callback(**values: Any) -> int:
        ctx = click.get_current_context()
        values = {key: value for key, value in values.items() if key not in {"root", "debug"}}
        root = project_of(ctx)
        mend(root)
        return run(ctx.obj, root, **values)

    return DutchCommand(
        name,
        strings=strings,
        help=strings(f"cli.{texts or name}.help"),
        callback=callback,
        # The global options also work behind the command, where people tend to put them.
        params=[*params, *global_options(strings, hidden=True)],
    )


def option(flag_name: str, name: str, strings: Strings, *, texts: str = "", **settings: Any) -> DutchOption:
    """Make an option with a value, explained under `cli.option.<flag name>` or `cli.option.<texts>`."""
    explained = strings(f"cli.option.{texts or flag_name.lstrip('-')}")
    return DutchOption(flag_name, name, strings=strings, help=explained, **settings)


def flag(flag_name: str, strings: Strings, **settings: Any) -> DutchOption:
    """Make an option that is either there or not."""
    return option(flag_name, flag_name.lstrip("-"), strings, is_flag=True, **settings)


def argument(name: str, texts: str, kind: click.ParamType[Any], strings: Strings) -> click.Argument:
    """Make an argument that must be given, named and explained under `cli.metavar` and `cli.argument`."""
    return click.Argument(
        [name], type=kind, metavar=strings(f"cli.metavar.{texts}"), help=strings(f"cli.argument.{texts}")
    )


def global_options(strings: Strings, *, hidden: bool = False) -> list[click.Parameter]:
    """Make the options that every command has."""
    folder = ProjectFolder(strings)
    return [
        option("--root", "root", strings, type=folder, metavar=strings("cli.metavar.folder"), hidden=hidden),
        flag("--debug", strings, hidden=hidden),
    ]


def school_option(strings: Strings, *, required: bool = False) -> DutchOption:
    """Make the option that says for which school."""
    kind, metavar = SchoolId(strings), strings("cli.metavar.school")
    explained = strings(f"cli.option.{'one_school' if required else 'school'}")
    return _SchoolOption(
        "--school", "school", strings=strings, help=explained, type=kind, metavar=metavar, required=required
    )


class _SchoolOption(DutchOption):
    """Says for which school; in a school's own workspace there is no doubt."""

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """The value, which may be missing in a workspace though it is required."""
        if self.required and self.value_is_missing(value) and is_workspace(project_of(ctx)):
            return None
        return super().process_value(ctx, value)


def version_option(strings: Strings) -> click.Parameter:
    """Make the option that shows the version and does nothing else."""

    def show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            raise HelpRequestedError(strings("cli.version", version=__version__))

    return flag("--version", strings, is_eager=True, expose_value=False, callback=show)

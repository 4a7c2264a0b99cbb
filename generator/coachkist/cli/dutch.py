"""Commands that speak Dutch: click's classes with every word of their help pages taken from the strings file.

Click's own words are English and go through gettext, whose state is global. Overriding the few methods that
say something leaves that state alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.types import OptionHelpExtra

    from coachkist.strings import Strings


class HelpRequestedError(Exception):
    """Somebody asked for a help page. Printing its `text` is left to whoever knows the terminal."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnexpectedWordsError(click.UsageError):
    """More words on the command line than the command takes."""

    def __init__(self, words: Sequence[str], ctx: click.Context) -> None:
        super().__init__("unexpected words", ctx)
        self.words = tuple(words)


class MissingCommandError(click.UsageError):
    """A group was called without one of its commands."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__("missing command", ctx)


class DutchOption(click.Option):
    """An option whose help page line is Dutch, the words between brackets included."""

    def __init__(self, *declarations: Any, strings: Strings, **settings: Any) -> None:
        super().__init__(list(declarations), **settings)
        self.strings = strings

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Name with metavar, and help with what click adds to it."""
        if self.hidden:
            return None
        extras = self._extras(self.get_help_extra(ctx))
        return self.get_help_spec(ctx), (self.help or "") + (f"  [{'; '.join(extras)}]" if extras else "")

    def _extras(self, extra: OptionHelpExtra) -> list[str]:
        result = []
        if "default" in extra:
            result.append(self.strings("cli.extra.default", value=extra["default"]))
        if isinstance(self.type, click.IntRange):
            result.append(self.strings("cli.extra.range", least=self.type.min, most=self.type.max))
        if self.required:
            result.append(self.strings("cli.extra.required"))
        return result


class DutchCommand(click.Command):
    """A command whose help page is Dutch and that refuses surplus words in a way that can be translated."""

    def __init__(self, name: str | None, *, strings: Strings, **settings: Any) -> None:
        settings.setdefault("options_metavar", strings("cli.metavar.options"))
        super().__init__(name, **settings)
        self.strings = strings

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's own help option, explained in Dutch."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.strings("cli.option.help")
            option.callback = _show_help
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line with its Dutch prefix."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{self.strings('cli.usage')} ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the section of positional arguments."""
        rows = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Argument)]
        if rows:
            with formatter.section(self.strings("cli.heading.arguments")):
                formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the section of options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        if rows:
            with formatter.section(self.strings("cli.heading.options")):
                formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; raises UnexpectedWordsError where click would make an English sentence of the same."""
        allowed, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click's parser leaves it out where an option lacks its value
            raise
        ctx.allow_extra_args = allowed
        if rest and not allowed and not ctx.resilient_parsing:
            raise UnexpectedWordsError(rest, ctx)
        return rest


class DutchGroup(DutchCommand, click.Group):
    """A group whose help page is Dutch; calling it without a command raises MissingCommandError."""

    def __init__(
        self,
        name: str | None,
        *,
        strings: Strings,
        commands: Sequence[click.Command],
        callback: Callable[..., Any] | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(
            name,
            strings=strings,
            commands=list(commands),
            callback=_needs_command(callback),
            subcommand_metavar=strings("cli.metavar.command"),
            invoke_without_command=True,
            no_args_is_help=True,
            **settings,
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections of options and of commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the section of commands in the order of need, each with its whole help text."""
        rows = [(name, command.help or "") for name, command in self.commands.items() if not command.hidden]
        with formatter.section(self.strings("cli.heading.commands")):
            formatter.write_dl(rows)


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        raise HelpRequestedError(ctx.get_help())


def _needs_command(callback: Callable[..., Any] | None) -> Callable[..., Any]:
    def run(**values: Any) -> Any:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is None:
            raise MissingCommandError(ctx)
        return callback(**values) if callback else None

    return run

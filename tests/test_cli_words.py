"""Everything the command line says is Dutch: each help page and each kind of wrong usage."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from coachkist.cli.commands import whole_command
from coachkist.cli.usage import describe, usage_report
from tests.test_cli import CommandLine, coachkist, project

if TYPE_CHECKING:
    from coachkist.strings import Strings

__all__ = ["coachkist", "project"]

ALSO_DUTCH = {"in", "is", "of", "was", "want", "open", "start", "do", "windows", "bash", "standard"}
"""Words of click's that are Dutch as well, and names."""

WRONG_USAGE = [
    ["chek"],
    ["nieuw"],
    ["--rot", "x", "check"],
    ["-x"],
    ["--root"],
    ["--root", "/is/er/niet", "check"],
    ["--root", "/", "check"],
    ["--root", __file__, "check"],
    ["--root", "a\0b", "check"],
    ["--debug"],
    ["--debug=1", "check"],
    ["check", "teveel"],
    ["check", "te", "veel"],
    ["check", "--frmat", "json"],
    ["check", "--format"],
    ["check", "--format", "xml"],
    ["check", "--strict=ja"],
    ["serve", "--port", "abc"],
    ["serve", "--port", "99999999999999999999"],
    ["serve", "--port", "80"],
    ["new", "method"],
    ["new", "methode", "x"],
    ["new", "method", "Drie Vragen"],
    ["new", "method", "!!!"],
    ["new", "method", "con"],
    ["new", "method", "x" * 61],
    ["new", "method", "drie-vragen", "--title", "  "],
    ["new", "method", "drie-vragen", "--title"],
    ["new", "method", "drie-vragen", "vier-vragen"],
    ["schema", "--alles"],
]


def words_of_click() -> set[str]:
    """Every word in a sentence that click may show."""
    words: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        sentence = re.sub(r"\{[^}]*\}", "", part.value)
                        words |= set(re.findall(r"[a-z]{2,}", sentence.lower()))
    assert {"usage", "options", "missing", "try", "such", "invalid"} <= words, "the scan found too little"
    return words - ALSO_DUTCH


ENGLISH = words_of_click() | {"options", "args", "text", "integer", "filename", "traceback"}


def english_in(text: str) -> set[str]:
    """The English words in `text`, apart from what is typed: options, commands and their choices."""
    spoken = re.sub(
        r"--?[a-z]+|\[\w+(?:\|\w+)+\]|standaard: text|text om te lezen|text, json, github",
        "",
        " ".join(text.split()),
    )
    return set(re.findall(r"[a-z]+", spoken.lower())) & ENGLISH


def help_pages(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The words to type for every help page."""
    pages = [path]
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            pages += help_pages(below, (*path, name))
    return pages


def test_every_help_page_is_dutch(coachkist: CommandLine, strings: Strings) -> None:
    pages = help_pages(whole_command(strings))
    assert len(pages) >= 7
    for page in pages:
        outcome = coachkist(*page, "--help")
        assert outcome.status == 0, page
        assert outcome.err == "", page
        assert outcome.out.startswith(" ".join(["Gebruik: coachkist", *page])), page
        assert "Opties:" in outcome.out, page
        assert english_in(outcome.out) == set(), page


@pytest.mark.parametrize("page", [(), ("new",)])
def test_a_group_without_words_shows_its_help(coachkist: CommandLine, page: tuple[str, ...]) -> None:
    outcome = coachkist(*page)
    assert outcome.status == 2
    assert outcome.err.startswith("Gebruik: coachkist")
    assert english_in(outcome.err) == set()


@pytest.mark.parametrize("args", WRONG_USAGE, ids=lambda args: " ".join(args)[:40].replace("\0", "0"))
def test_wrong_usage_is_told_in_dutch(coachkist: CommandLine, args: list[str]) -> None:
    outcome = coachkist(*args)
    assert outcome.status == 2
    assert outcome.out == ""
    usage, where, empty, fault = outcome.err.splitlines()
    assert usage.startswith("Gebruik: coachkist")
    assert where.startswith("Typ ‘coachkist") and where.endswith("--help’ voor uitleg.")
    assert empty == ""
    assert fault.startswith("Fout: ")
    assert english_in(outcome.err) == set()


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["chek"], "de opdracht ‘chek’ bestaat niet. Bedoel je check?"),
        (["check", "--formt", "json"], "de optie --formt bestaat niet. Bedoel je --format?"),
        (["check", "--format"], "de optie --format heeft een waarde nodig."),
        (["check", "--strict=ja"], "de optie --strict krijgt geen waarde."),
        (["check", "--format", "xml"], "--format: ‘xml’ kan niet. Kies uit text, json, github."),
        (["check", "een", "twee"], "deze woorden horen hier niet: een, twee."),
        (["new", "method"], "ID ontbreekt."),
        (["--debug"], "kies een opdracht."),
        (["serve", "--port", "80"], "--port: ‘80’ is geen getal van 1024 tot en met 65535."),
    ],
)
def test_the_fault_is_named(coachkist: CommandLine, args: list[str], expected: str) -> None:
    assert coachkist(*args).err.splitlines()[-1] == f"Fout: {expected}"


def click_exceptions() -> list[click.UsageError]:
    """What click itself may raise, also where no command of ours makes it do so today."""
    option = click.Option(["--kleur", "colour"], type=click.Choice(["rood", "groen"]))
    argument = click.Argument(["naam"])
    ctx = click.Context(click.Command("proef", params=[option, argument]), info_name="proef")
    return [
        click.UsageError("Something went wrong", ctx),
        click.UsageError("Something went wrong"),
        click.BadParameter("Value must be an iterable.", ctx, option),
        click.BadParameter("Value must be an iterable."),
        click.MissingParameter("Choose from", ctx, option),
        click.MissingParameter(None, ctx, argument),
        click.MissingParameter(None, None, None),
        click.BadArgumentUsage("Argument takes values", ctx),
        click.BadOptionUsage("--kleur", "Option requires an argument", ctx),
        click.BadOptionUsage("--kleur", "Option requires an argument"),
        click.NoSuchOption("--kluer", possibilities=["--kleur", "--klaar"], ctx=ctx),
        click.NoSuchCommand("x", ctx=ctx),
    ]


@pytest.mark.parametrize("error", click_exceptions(), ids=lambda error: type(error).__name__)
def test_clicks_own_exceptions_are_told_in_dutch(error: click.UsageError, strings: Strings) -> None:
    assert english_in(describe(error, strings)) == set()
    if error.ctx is None:
        assert english_in(usage_report(error, strings)) == set()


def test_the_check_for_english_finds_english() -> None:
    ctx = click.Context(click.Command("x", params=[click.Argument(["name"])]), info_name="x")
    assert english_in(ctx.get_help()) >= {"usage", "options", "show", "this", "message", "and", "exit"}
    assert english_in(str(click.NoSuchOption("--x"))) >= {"no", "such", "option"}

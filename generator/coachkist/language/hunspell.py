"""Hunspell with its Dutch dictionary: which words it does not know, and what it would write instead."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable

DICTIONARY = "nl_NL"

_TIMEOUT = 300
"""Seconds; the words of a whole catalogue take one or two, a suggestion half a second."""


class SpellerMissingError(Exception):
    """Hunspell, or its Dutch dictionary, is not on this machine."""


def unknown_words(words: Iterable[str]) -> set[str]:
    """Those of `words` that are not in the dictionary; raises SpellerMissingError."""
    asked = sorted(set(words))
    # Each word is a line of its own, and the lines with a mistake come back.
    return set(_run("-L", "".join(f"{word}\n" for word in asked)).splitlines())


def suggestions(words: Iterable[str]) -> dict[str, str]:
    """The best suggestion for each of `words` that has one; slow, so only for what is wrong.

    Raises SpellerMissingError.
    """
    asked = sorted(set(words))
    if not asked:
        return {}
    # A `^` says that what follows is text, whatever it begins with. The first line of the answer is a greeting;
    # then each line asked gets the answers to its parts, one on a line, and an empty line.
    _greeting, _, answers = _run("-a", "".join(f"^{word}\n" for word in asked)).partition("\n")
    rows = answers.rstrip("\n").split("\n\n")
    found = {word: _first(row) for word, row in zip(asked, rows, strict=True)}
    return {word: near for word, near in found.items() if near}


def _first(row: str) -> str:
    """From `& word 3 0: first, second, third`, the first; nothing where the answer has no suggestions."""
    answer = next((line for line in row.splitlines() if line.startswith("&")), "")
    return answer.partition(": ")[2].split(", ")[0]


def _run(mode: str, text: str) -> str:
    program = shutil.which("hunspell")
    if program is None:
        raise SpellerMissingError
    command = [program, "-d", DICTIONARY, "-i", "utf-8", mode]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=text, capture_output=True, encoding="utf-8", timeout=_TIMEOUT, check=False
        )
    except OSError as error:
        raise SpellerMissingError from error
    # Without a dictionary it says so and stops.
    if done.returncode:
        raise SpellerMissingError
    return done.stdout

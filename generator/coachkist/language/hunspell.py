"""Hunspell with its Dutch dictionary: which words it does not know."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable

DICTIONARY = "nl_NL"

_TIMEOUT = 300
"""Seconds; the words of a whole catalogue take one or two."""


class SpellerMissingError(Exception):
    """Hunspell, or its Dutch dictionary, is not on this machine."""


def unknown_words(words: Iterable[str]) -> set[str]:
    """Those of `words` that are not in the dictionary; raises SpellerMissingError."""
    asked = sorted(set(words))
    # Each word is a line of its own, and the lines with a mistake come back.
    return set(_run("-L", "".join(f"{word}\n" for word in asked)).splitlines())


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

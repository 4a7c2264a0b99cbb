"""The whole of a project proofread: each check over each text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem
from coachkist.language import sentences, spelling
from coachkist.language.hunspell import SpellerMissingError
from coachkist.language.prose import catalogue_prose, interface_prose, page_prose


@dataclass(frozen=True)
class Proofs:
    """What proofreading found. Without `spelled` the speller was missing and spelling was not checked."""

    problems: list[Problem]
    spelled: bool


def proofread(root: Path, catalogue: Catalogue) -> Proofs:
    """Read all Dutch of the project at `root`: its `catalogue`, its pages, and the words of its interface."""
    wording = catalogue.wording
    proses = [*catalogue_prose(catalogue), *page_prose(root, wording), *interface_prose(root, wording)]
    problems = list(sentences.check(proses))
    try:
        return Proofs([*problems, *spelling.check(proses, spelling.word_list(root))], spelled=True)
    except SpellerMissingError:
        return Proofs(problems, spelled=False)

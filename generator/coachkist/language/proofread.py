"""The whole of a project proofread: each check over each text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.where import base_of
from coachkist.diagnostics import Problem
from coachkist.language import sentences, spelling
from coachkist.language.hunspell import SpellerMissingError
from coachkist.language.prose import catalogue_prose, interface_prose, page_prose, school_prose
from coachkist.language.text import Prose


@dataclass(frozen=True)
class Proofs:
    """What proofreading found. Without `spelled` the speller was missing and spelling was not checked."""

    problems: list[Problem]
    spelled: bool


def proofread(root: Path, catalogue: Catalogue) -> Proofs:
    """Read all Dutch of the project at `root`: its `catalogue`, its pages, and the words of its interface.

    Of a school's edition only what the school wrote: the rest is the base edition's to mend.
    """
    wording = catalogue.wording
    if catalogue.school is not None:
        proses = _of_school(catalogue.school, catalogue)
        listed = spelling.word_list(base_of(root), *catalogue.school.layers) | _own_words(catalogue.school)
    else:
        proses = [*catalogue_prose(catalogue), *page_prose(root, wording), *interface_prose(root, wording)]
        listed = spelling.word_list(root)
    problems = list(sentences.check(proses))
    try:
        return Proofs([*problems, *spelling.check(proses, listed)], spelled=True)
    except SpellerMissingError:
        return Proofs(problems, spelled=False)


def _of_school(school: LoadedSchool, catalogue: Catalogue) -> list[Prose]:
    """The texts in the school's own files: its overlays, its pages and `school.yml`."""
    entries = (prose for prose in catalogue_prose(catalogue) if school.wrote(prose.place.file.name))
    own = school_prose(catalogue, school)
    pages = (prose for layer, prefix in school.named_layers for prose in page_prose(layer, catalogue.wording, prefix))
    return [*entries, *own, *pages]


def _own_words(school: LoadedSchool) -> set[str]:
    """The words a school chose are right, whatever the dictionary says."""
    names = (school.value.name, school.value.called, school.value.contact.name if school.value.contact else "")
    return {word for text in (*school.forms.values(), *names) for word in re.findall(r"[\w'-]+", text)}

"""A school's words, choices and colour fit the catalogue that it makes its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.choices import CHOICES, choice_of
from coachkist.catalogue.school import LoadedSchool
from coachkist.contrast import readable_on_white
from coachkist.diagnostics import Problem, Severity, near
from coachkist.model.enums import Kind
from coachkist.source.nodes import MappingNode, find


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with `school.yml`; none for the base edition."""
    if catalogue.school is not None:
        yield from _wording(catalogue.school, catalogue)
        yield from _choices(catalogue.school, catalogue)
        yield from _colour(catalogue.school)


def _wording(school: LoadedSchool, catalogue: Catalogue) -> Iterator[Problem]:
    words = {word.id: word for word in catalogue.vocabulary.words}
    for name, forms in school.value.wording.items():
        place = school.key_place(("wording", name))
        if (word := words.get(name)) is None:
            yield place.problem("wording-word-unknown", id=name, known=", ".join(words), **near(name, words))
            continue
        for form in forms:
            if form not in word.forms:
                at = school.key_place(("wording", name, form))
                known = ", ".join(word.forms)
                yield at.problem("wording-form-unknown", form=form, known=known, **near(form, word.forms))
        for token, form in forms.items():
            if token.startswith("de ") and form.startswith("het "):
                at = school.place(("wording", name, token))
                yield replace(at.problem("wording-het", form=form), severity=Severity.WARNING)
        if missing := [form for form in word.forms if form not in forms]:
            values = {"id": name, "forms": ", ".join(missing), "fallback": word.forms[missing[0]]}
            yield replace(place.problem("wording-form-missing", **values), severity=Severity.WARNING)


def _choices(school: LoadedSchool, catalogue: Catalogue) -> Iterator[Problem]:
    everything = {**catalogue.left_out, **catalogue.by_id}
    for kind in Kind:
        choice = choice_of(school.value, kind)
        known = [name for name, entry in everything.items() if entry.kind is kind]
        for side in ("only", "without"):
            pick = getattr(choice, side)
            for position, name in enumerate(pick.ids if pick is not None else ()):
                if name not in known and name not in catalogue.broken:
                    place = school.place(("choices", CHOICES[kind], side, "ids", position))
                    named = catalogue.strings(f"enum.kind.{kind}")
                    yield place.problem("choice-entry-unknown", id=name, kind=named, **near(name, known))


def _colour(school: LoadedSchool) -> Iterator[Problem]:
    """Tells that text gets another shade than the school asked for, where its own could not be read."""
    root = school.node
    if isinstance(root, MappingNode) and find(root, ["colour"]) is not None:
        colour, shade = school.value.colour, readable_on_white(school.value.colour)
        if shade != colour:
            note = school.place(["colour"]).problem("colour-adjusted", colour=colour, shade=shade)
            yield replace(note, severity=Severity.NOTE)

"""Terms of the field in running text: where each is used, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coachkist.markup.inline import plain
from coachkist.markup.wording import Wording
from coachkist.model.reference import Term


@dataclass(frozen=True)
class Glossary:
    """The terms of an edition, with the forms by which a text uses them.

    A term that is written in capitals (`GOK`) is only found like that; of others the first letter may differ.
    """

    terms: tuple[Term, ...]
    wording: Wording

    def uses(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Every use of a term in `text`: from where, up to where, and which term; the longest one where two overlap."""
        if self._forms:
            for found in self._pattern.finditer(text):
                yield found.start(), found.end(), self._forms[_key(found[0])]

    def name(self, term: Term) -> str:
        """What a term is called, in this edition's words."""
        return plain(self.wording.resolve(term.term.inlines))

    @cached_property
    def _forms(self) -> dict[str, Term]:
        return {_key(form): term for term in reversed(self.terms) for form in self._forms_of(term)}

    def _forms_of(self, term: Term) -> Sequence[str]:
        return [self.name(term), *(self.wording.fill(form) for form in term.also)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Grouped by how they begin: most words of a text begin as only a few forms do, and the others need no look.
        groups: dict[str, list[str]] = {}
        for form in sorted(self._forms, key=lambda form: (-len(form), form)):
            groups.setdefault(_beginning(form), []).append(re.escape(form[1:]))
        forms = "|".join(f"{start}(?:{'|'.join(rests)})" for start, rests in groups.items())
        return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")


def _key(form: str) -> str:
    return form if form.isupper() else form[:1].lower() + form[1:]


def _beginning(form: str) -> str:
    """The pattern of a form's first letter."""
    first = form[:1]
    return re.escape(first) if form.isupper() else f"[{re.escape(first.lower())}{re.escape(first.upper())}]"

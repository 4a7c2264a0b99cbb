"""Terms of the field in running text: where each is used, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coachkist.markup.inline import plain
from coachkist.markup.phrases import any_phrase
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
        return re.compile(rf"(?<![\w-])(?:{any_phrase(self._forms, either_case=True)})(?![\w-])")


def _key(form: str) -> str:
    return form if form.isupper() else form[:1].lower() + form[1:]

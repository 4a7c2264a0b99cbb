"""The words of an edition: what a rule about a single entry may look at besides the entry."""

from __future__ import annotations

from dataclasses import dataclass

from coachkist.catalogue.school import LoadedSchool
from coachkist.markup.wording import Wording
from coachkist.model.reference import Vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary, its words in the forms of the edition, and the school whose edition it is, if any."""

    vocabulary: Vocabulary
    wording: Wording
    school: LoadedSchool | None = None

    def own(self, file: str) -> bool:
        """Whether `file` was written by the school whose edition this is."""
        return self.school is not None and self.school.wrote(file)

"""The catalogue: every entry, validated, with the node it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from coachkist.catalogue.glossary import Glossary
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.texts import PlacedText, placed_texts, references_in
from coachkist.catalogue.web import Web, web_of
from coachkist.markup.inline import Ref
from coachkist.markup.wording import Wording
from coachkist.memory import Same
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.reference import Edition, Source, Vocabulary
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.source.nodes import MappingNode, Node, Path, Place, place_of
from coachkist.strings import Strings

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Loaded(Generic[E]):
    """An entry with where it came from. `path` is the YAML file, relative to the project's root."""

    value: E
    kind: Kind
    path: str
    node: Node

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text of the entry."""
        return placed_texts(self.value, self.node, self.value.id)

    @cached_property
    def references(self) -> tuple[tuple[PlacedText, Ref], ...]:
        """Every `[[id]]` in the entry's texts, with the text it stands in."""
        return tuple(references_in(self.texts))

    @cached_property
    def words(self) -> tuple[tuple[tuple[str, str], PlacedText], ...]:
        """Every text by its field and its words alone, without capitals, line ends and spaces that do not matter."""
        return tuple(((item.field, " ".join(item.text.source.split()).casefold()), item) for item in self.texts)

    def place(self, path: Path = ()) -> Place:
        """Where the value at `path` (keys and positions) stands in the YAML."""
        return place_of(self.node, path)

    def key_place(self, key: str) -> Place:
        """Where the key `key` itself stands."""
        if isinstance(self.node, MappingNode) and key in self.node.keys:
            return self.node.keys[key]
        return self.place()


AnyLoaded: TypeAlias = (
    Loaded[Method] | Loaded[CoachingModel] | Loaded[Tip] | Loaded[Chapter] | Loaded[Sheet] | Loaded[Workbook]
)
"""An entry of any kind."""


@dataclass(frozen=True)
class Catalogue:
    """Everything an edition consists of.

    The mappings go by id, in the order of the titles, and chapters in their own order.

    `broken` are the ids of files that could not be read as entries: known, so that whoever refers to them is not
    told that they do not exist. `left_out` are the entries that `school` does without: referring to them is no mistake,
    and where running text names one, it does so in plain words.
    """

    methods: Mapping[str, Loaded[Method]]
    models: Mapping[str, Loaded[CoachingModel]]
    tips: Mapping[str, Loaded[Tip]]
    chapters: Mapping[str, Loaded[Chapter]]
    sheets: Mapping[str, Loaded[Sheet]]
    workbooks: Mapping[str, Loaded[Workbook]]
    vocabulary: Vocabulary
    vocabulary_node: Node
    sources: Mapping[str, Source]
    edition: Edition
    strings: Strings
    wording: Wording
    broken: frozenset[str] = frozenset()
    school: LoadedSchool | None = None
    left_out: Mapping[str, AnyLoaded] = field(default_factory=dict)

    def entries(self) -> Iterator[AnyLoaded]:
        """All entries, kind by kind."""
        yield from self.methods.values()
        yield from self.models.values()
        yield from self.tips.values()
        yield from self.chapters.values()
        yield from self.sheets.values()
        yield from self.workbooks.values()

    @cached_property
    def by_id(self) -> dict[str, AnyLoaded]:
        """All entries by id, whatever their kind."""
        return {entry.value.id: entry for entry in self.entries()}

    @cached_property
    def web(self) -> Web:
        """How the entries relate, seen from both ends of each relation."""
        return web_of(entry.value for entry in self.entries())

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the field, to be found in texts."""
        return Glossary(self.vocabulary.terms, self.wording)

    @cached_property
    def surroundings(self) -> object:
        """A stamp of all that an entry's document takes from outside the entry itself.

        The words, the works, the edition, and what other entries are called.
        """
        school = (self.school.value, self.school.logo) if self.school is not None else None
        outside = (self.vocabulary, self.sources, self.edition, self.strings)
        names = [(key, entry.kind, entry.value.title, entry.value.summary) for key, entry in self.by_id.items()]
        gone = [(key, entry.value.title) for key, entry in self.left_out.items()]
        return (*map(Same, outside), school, tuple(names), tuple(gone))

    @cached_property
    def around(self) -> object:
        """A stamp of the same, but for what other entries are called: `called` tells that of each."""
        school = (self.school.value, self.school.logo) if self.school is not None else None
        outside = (self.vocabulary, self.sources, self.edition, self.strings)
        kinds = frozenset((key, entry.kind) for key, entry in self.by_id.items())
        return (*map(Same, outside), school, kinds, frozenset(self.left_out))

    def called(self, entry_id: str) -> object:
        """A stamp of what others say of an entry; None where there is none."""
        entry = self.by_id.get(entry_id) or self.left_out.get(entry_id)
        return (entry.kind, entry.value.title, entry.value.summary) if entry is not None else None

    def texts(self) -> Iterator[PlacedText]:
        """Every text of every entry, and of the glossary."""
        for entry in self.entries():
            yield from entry.texts
        yield from self.glossary_texts()

    def glossary_texts(self) -> tuple[PlacedText, ...]:
        """Every text of the glossary."""
        return placed_texts(self.vocabulary.terms, self.vocabulary_node, path=("terms",))

    def own(self, file: str) -> bool:
        """Whether `file` was written by the school whose edition this is."""
        return self.school is not None and self.school.wrote(file)

    def knows(self, entry_id: str) -> bool:
        """Whether an entry with this id exists, be it in a file that is itself broken, or one that is left out."""
        return entry_id in self.by_id or entry_id in self.broken or entry_id in self.left_out

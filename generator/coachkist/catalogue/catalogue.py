"""The catalogue: every entry, validated, with the node it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from coachkist.catalogue.glossary import Glossary
from coachkist.catalogue.school import LoadedSchool
from coachkist.catalogue.texts import Gist, PlacedText, gist_of, placed_texts
from coachkist.catalogue.web import Web, web_of
from coachkist.markup.wording import Wording
from coachkist.memory import Same
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.reference import Edition, Source, Vocabulary
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.source.nodes import MappingNode, Node, Path, Place
from coachkist.source.tree import Spot, Tree
from coachkist.strings import Strings

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Loaded(Generic[E]):
    """An entry with where it came from."""

    value: E
    kind: Kind
    tree: Tree

    @property
    def path(self) -> str:
        """The YAML file, relative to the project's root."""
        return self.tree.name

    @property
    def node(self) -> Node:
        """The file's nodes."""
        return self.tree.node

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text of the entry."""
        return placed_texts(self.value, self.tree, self.value.id)

    @cached_property
    def gist(self) -> Gist:
        """What is asked of all entries' texts together."""
        return gist_of(self.texts)

    def release(self) -> None:
        """Lets go of what can be found again, when it has been looked at and most likely will not be once more."""
        _ = self.gist
        self.__dict__.pop("texts", None)
        self.tree.release()

    def place(self, path: Path = ()) -> Spot:
        """Where the value at `path` (keys and positions) stands in the YAML."""
        return Spot(self.tree, tuple(path))

    def key_place(self, key: str) -> Place:
        """Where the key `key` itself stands."""
        if isinstance(self.node, MappingNode) and key in self.node.keys:
            return self.node.keys[key]
        return self.place().place


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
    vocabulary_tree: Tree
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
        names = [(key, entry.kind, entry.value.title, entry.value.summary) for key, entry in self.by_id.items()]
        gone = [(key, entry.value.title) for key, entry in self.left_out.items()]
        return (self._words, tuple(names), tuple(gone))

    @cached_property
    def around(self) -> object:
        """A stamp of the same, but for what other entries are called: `called` tells that of each."""
        kinds = frozenset((key, entry.kind) for key, entry in self.by_id.items())
        return (self._words, kinds, frozenset(self.left_out))

    @cached_property
    def _words(self) -> object:
        """A stamp of the words, the works and the edition, and of the school whose edition it is."""
        school = (self.school.value, self.school.logo) if self.school is not None else None
        return (*map(Same, (self.vocabulary, self.sources, self.edition, self.strings)), school)

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
        return placed_texts(self.vocabulary.terms, self.vocabulary_tree, path=("terms",))

    def own(self, file: str) -> bool:
        """Whether `file` was written by the school whose edition this is."""
        return self.school is not None and self.school.wrote(file)

    def knows(self, entry_id: str) -> bool:
        """Whether an entry with this id exists, be it in a file that is itself broken, or one that is left out."""
        return entry_id in self.by_id or entry_id in self.broken or entry_id in self.left_out

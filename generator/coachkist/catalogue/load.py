"""Reads, merges, validates and checks: folders in, a catalogue or problems out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar, cast

from pydantic import BaseModel

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue, Loaded
from coachkist.catalogue.choices import left_out
from coachkist.catalogue.files import EDITION, FOLDERS, SOURCES, VOCABULARY, Folder, entry_files
from coachkist.catalogue.layers import Layers
from coachkist.catalogue.rules import CATALOGUE_RULES, ENTRY_RULES
from coachkist.catalogue.school import load_school, words_of
from coachkist.catalogue.school_files import orphaned, stray
from coachkist.catalogue.where import base_of, school_of
from coachkist.catalogue.words import Words
from coachkist.diagnostics import Problem, Span, has_errors
from coachkist.markup.inline import plain
from coachkist.markup.wording import Wording
from coachkist.memory import Memory, Same
from coachkist.model.alphabet import alphabetical
from coachkist.model.base import Entry
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.reference import Edition, Sources, Vocabulary
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.source.strings import load_strings, strings_file
from coachkist.source.tree import Tree
from coachkist.source.validate import validate
from coachkist.stamps import stamp_of

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class LoadResult:
    """What loading gave: a catalogue, unless an error stands in its way, and every problem in order of place."""

    catalogue: Catalogue | None
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Read(Generic[M]):
    """What one file, over all layers, gave."""

    value: M | None
    tree: Tree | None
    problems: list[Problem]
    foreign: bool = False
    """Whether all of it is for another country."""
    everywhere: bool = False
    """Whether it says the same in every country."""


def load_catalogue(
    root: Path, layers: Sequence[Path] = (), memory: Memory | None = None, school: Path | None = None
) -> LoadResult:
    """The catalogue of the project at `root`, with `layers` (folders with the same relative paths) laid over it.

    `school` is the folder of the school whose edition is wanted: then its layers are laid over the base, and what it
    leaves out is left out. With a `memory` from an earlier call, files that did not change are not read again.
    """
    base, school = base_of(root), school_of(root, school)
    found = load_school(root, school) if school is not None else None
    if found is not None and found.school is None:
        return LoadResult(None, sorted(found.problems, key=lambda problem: problem.sort_key))
    loaded = found.school if found is not None else None
    above = (*layers, *(loaded.layers if loaded is not None else ()))
    loader = _Loader(Layers(root, base, above, loaded), memory or Memory(lasting=False))
    catalogue = loader.load()
    problems = [*(found.problems if found is not None else ()), *(stray(loaded) if loaded else ()), *loader.problems]
    if catalogue is not None:
        problems += [problem for entry in catalogue.entries() for problem in loader.ruled[entry.path]]
        problems += [problem for rule in CATALOGUE_RULES for problem in rule(catalogue)]
    problems = sorted(problems, key=lambda problem: problem.sort_key)
    return LoadResult(None if has_errors(problems) else catalogue, problems)


def _ruled(entry: AnyLoaded, words: Words) -> list[Problem]:
    return [problem for rule in ENTRY_RULES for problem in rule(entry, words)]


class _Loader:
    """Collects entries and problems while reading."""

    def __init__(self, layers: Layers, memory: Memory) -> None:
        self.layers = layers
        self.memory = memory
        self.school = layers.school
        self.problems: list[Problem] = []
        self.ruled: dict[str, list[Problem]] = {}
        self.broken: set[str] = set()
        self.loaded: dict[Kind, list[Loaded[Entry]]] = {folder.kind: [] for folder in FOLDERS}
        self.left_out: dict[str, Loaded[Entry]] = {}

    def load(self) -> Catalogue | None:
        """Everything that can be read; None where one of the single files is missing or wrong."""
        vocabulary = self._load_single(VOCABULARY, Vocabulary)
        sources = self._load_single(SOURCES, Sources)
        edition = self._load_single(EDITION, Edition)
        words = self._words(vocabulary[0]) if vocabulary is not None else None
        for folder in FOLDERS:
            self._load_folder(folder, words)
        if vocabulary is None or words is None or sources is None or edition is None:
            return None
        self._leave_out()
        wording = words.wording
        works = self.memory.recall("works", Same(sources[0]), lambda: {work.id: work for work in sources[0].sources})
        strings = self.memory.recall(
            "strings",
            (stamp_of(strings_file(self.layers.base)), Same(wording)),
            lambda: load_strings(self.layers.base).mapped(wording.fill),
        )
        return Catalogue(
            methods=cast("dict[str, Loaded[Method]]", self._by_title(Kind.METHOD, wording)),
            models=cast("dict[str, Loaded[CoachingModel]]", self._by_title(Kind.MODEL, wording)),
            tips=cast("dict[str, Loaded[Tip]]", self._by_title(Kind.TIP, wording)),
            chapters=_in_order(cast("dict[str, Loaded[Chapter]]", self._by_title(Kind.CHAPTER, wording))),
            sheets=cast("dict[str, Loaded[Sheet]]", self._by_title(Kind.SHEET, wording)),
            workbooks=cast("dict[str, Loaded[Workbook]]", self._by_title(Kind.WORKBOOK, wording)),
            vocabulary=vocabulary[0],
            vocabulary_tree=vocabulary[1],
            sources=works,
            edition=edition[0],
            strings=strings,
            wording=wording,
            broken=frozenset(self.broken),
            school=self.school,
            left_out=cast("dict[str, AnyLoaded]", self.left_out),
        )

    def _words(self, vocabulary: Vocabulary) -> Words:
        forms = words_of(vocabulary, self.school)
        return Words(vocabulary, self.memory.recall("wording", forms, lambda: Wording(forms)), self.school)

    def _leave_out(self) -> None:
        """Takes out what the school does without, and all that hangs on nothing else."""
        if self.school is None:
            return
        everything = [(kind, entry.value) for kind, entries in self.loaded.items() for entry in entries]
        gone = left_out(everything, self.school.value)
        for kind, entries in self.loaded.items():
            self.left_out.update({entry.value.id: entry for entry in entries if entry.value.id in gone})
            self.loaded[kind] = [entry for entry in entries if entry.value.id not in gone]

    def _load_folder(self, folder: Folder, words: Words | None) -> None:
        names: dict[str, None] = {}
        for layer in self.layers.folders:
            files, problems = entry_files(layer, folder, self.layers.shown(layer, ""))
            self.problems += problems
            names.update(dict.fromkeys(path.name for path in files))
        for name in sorted(names):
            self._load_entry(folder, name, words)

    def _load_entry(self, folder: Folder, name: str, words: Words | None) -> None:
        relative = f"{folder.path}/{name}"
        read = self._remembered(relative, folder.model)
        if read.value is None or read.tree is None:
            self.problems += self._orphaned(folder, name, read.tree) or read.problems
            self.broken.add(Path(name).stem)
            return
        self.problems += read.problems
        if (stem := Path(name).stem) != read.value.id:  # told once, and not again by whoever refers to it
            self.broken.add(stem)
        value, tree, memory = read.value, read.tree, self.memory_for(relative)
        entry = memory.recall_next_time(
            ("loaded", tree.name), partial(Same, read), lambda: Loaded(value, folder.kind, tree)
        )
        if words is not None:
            vocabulary, rules = Same(words.vocabulary), partial(_ruled, cast("AnyLoaded", entry), words)
            self.ruled[tree.name] = memory.recall_next_time(
                ("rules", tree.name), lambda: (Same(entry), vocabulary), rules
            )
        # One file after another: the nodes of all of them together would take most of the room there is.
        entry.release()
        if read.foreign:
            self.left_out[entry.value.id] = entry
        else:
            self.loaded[folder.kind].append(entry)

    def _orphaned(self, folder: Folder, name: str, tree: Tree | None) -> list[Problem]:
        return orphaned(self.layers.base, self.school, folder, name, tree.node if tree is not None else None)

    def _load_single(self, relative: str, model: type[M]) -> tuple[M, Tree] | None:
        if not self.layers.having(relative):
            self.problems.append(Problem("file-missing", Span(relative)))
            return None
        read = self._remembered(relative, model)
        self.problems += read.problems
        return (read.value, read.tree) if read.value is not None and read.tree is not None else None

    def _remembered(self, relative: str, model: type[M]) -> _Read[M]:
        memory = self.memory_for(relative)
        if not memory.lasting:
            return self._read(relative, model)
        layers = self.layers.having(relative)
        stamp = tuple(stamp_of(layer / relative) for layer in layers)
        read = memory.recall(("file", relative, *layers), stamp, lambda: self._read(relative, model))
        if read.everywhere:
            return read
        country = self.layers.country
        return memory.recall(("file", relative, *layers, country), stamp, lambda: self._read(relative, model))

    def memory_for(self, relative: str) -> Memory:
        """Schools share what none of them changed: only who lays something over a file has one of its own."""
        shared = self.layers.having(relative) == [self.layers.base]
        return self.memory.shared if shared else self.memory

    def _read(self, relative: str, model: type[M]) -> _Read[M]:
        """The file at `relative` as a `model`."""
        merged = self.layers.read(relative)
        if merged.node is None:
            return _Read(None, None, merged.problems)
        value, found = validate(merged.node, model)
        tree = Tree(merged.node, self.layers.again(relative))
        return _Read(value, tree, merged.problems + found, foreign=merged.foreign, everywhere=merged.everywhere)

    def _by_title(self, kind: Kind, wording: Wording) -> dict[str, Loaded[Entry]]:
        """The entries of one kind by the name of their file, in the order of their titles."""
        order = sorted(self.loaded[kind], key=lambda entry: (alphabetical(_title(entry.value, wording)), entry.path))
        return {Path(entry.path).stem: entry for entry in order}


def _in_order(chapters: dict[str, Loaded[Chapter]]) -> dict[str, Loaded[Chapter]]:
    return dict(sorted(chapters.items(), key=lambda item: item[1].value.order))


def _title(entry: Entry, wording: Wording) -> str:
    return plain(wording.resolve(entry.title.inlines))

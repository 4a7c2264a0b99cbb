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
from coachkist.catalogue.rules import CATALOGUE_RULES, ENTRY_RULES
from coachkist.catalogue.school import BASE_NAME, LoadedSchool, load_school, words_of
from coachkist.catalogue.school_files import orphaned, stray
from coachkist.catalogue.where import base_of, school_of
from coachkist.diagnostics import Problem, Span, has_errors
from coachkist.markup.inline import plain
from coachkist.markup.wording import Wording
from coachkist.memory import Memory, Same
from coachkist.model.alphabet import alphabetical
from coachkist.model.base import Entry
from coachkist.model.enums import Country, Kind
from coachkist.model.method import Method
from coachkist.model.reference import Edition, Sources, Vocabulary
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.source.merge import merge
from coachkist.source.nodes import Node
from coachkist.source.only import for_country
from coachkist.source.read import read_node
from coachkist.source.strings import load_strings, strings_file
from coachkist.source.validate import validate

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
    node: Node | None
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
    layers = [*layers, *(loaded.layers if loaded is not None else ())]
    loader = _Loader(root, base, layers, memory or Memory(), loaded)
    catalogue = loader.load()
    problems = [*(found.problems if found is not None else ()), *(stray(loaded) if loaded else ()), *loader.problems]
    if catalogue is not None:
        for entry in catalogue.entries():
            problems += loader.memory_for(entry.path).recall(
                ("rules", entry.path),
                (Same(entry), Same(catalogue.vocabulary)),
                partial(_entry_problems, entry, catalogue),
            )
        problems += [problem for rule in CATALOGUE_RULES for problem in rule(catalogue)]
    problems = sorted(problems, key=lambda problem: problem.sort_key)
    return LoadResult(None if has_errors(problems) else catalogue, problems)


def _entry_problems(entry: AnyLoaded, catalogue: Catalogue) -> list[Problem]:
    return [problem for rule in ENTRY_RULES for problem in rule(entry, catalogue)]


class _Loader:
    """Collects entries and problems while reading."""

    def __init__(
        self, root: Path, base: Path, layers: Sequence[Path], memory: Memory, school: LoadedSchool | None
    ) -> None:
        self.root = root
        self.base = base
        self.layers = [base, *layers]
        self.memory = memory
        self.school = school
        self.country: Country | None = school.value.country if school is not None else None
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.loaded: dict[Kind, list[Loaded[Entry]]] = {folder.kind: [] for folder in FOLDERS}
        self.left_out: dict[str, Loaded[Entry]] = {}

    def load(self) -> Catalogue | None:
        """Everything that can be read; None where one of the single files is missing or wrong."""
        for folder in FOLDERS:
            self._load_folder(folder)
        vocabulary = self._load_single(VOCABULARY, Vocabulary)
        sources = self._load_single(SOURCES, Sources)
        edition = self._load_single(EDITION, Edition)
        if vocabulary is None or sources is None or edition is None:
            return None
        self._leave_out()
        forms = words_of(vocabulary[0], self.school)
        wording = self.memory.recall("wording", forms, lambda: Wording(forms))
        works = self.memory.recall("works", Same(sources[0]), lambda: {work.id: work for work in sources[0].sources})
        strings = self.memory.recall(
            "strings",
            (_stamp([strings_file(self.base)]), Same(wording)),
            lambda: load_strings(self.base).mapped(wording.fill),
        )
        return Catalogue(
            methods=cast("dict[str, Loaded[Method]]", self._by_title(Kind.METHOD, wording)),
            models=cast("dict[str, Loaded[CoachingModel]]", self._by_title(Kind.MODEL, wording)),
            tips=cast("dict[str, Loaded[Tip]]", self._by_title(Kind.TIP, wording)),
            chapters=_in_order(cast("dict[str, Loaded[Chapter]]", self._by_title(Kind.CHAPTER, wording))),
            sheets=cast("dict[str, Loaded[Sheet]]", self._by_title(Kind.SHEET, wording)),
            workbooks=cast("dict[str, Loaded[Workbook]]", self._by_title(Kind.WORKBOOK, wording)),
            vocabulary=vocabulary[0],
            vocabulary_node=vocabulary[1],
            sources=works,
            edition=edition[0],
            strings=strings,
            wording=wording,
            broken=frozenset(self.broken),
            school=self.school,
            left_out=cast("dict[str, AnyLoaded]", self.left_out),
        )

    def _leave_out(self) -> None:
        """Takes out what the school does without, and all that hangs on nothing else."""
        if self.school is None:
            return
        everything = [(kind, entry.value) for kind, entries in self.loaded.items() for entry in entries]
        gone = left_out(everything, self.school.value)
        for kind, entries in self.loaded.items():
            self.left_out.update({entry.value.id: entry for entry in entries if entry.value.id in gone})
            self.loaded[kind] = [entry for entry in entries if entry.value.id not in gone]

    def _load_folder(self, folder: Folder) -> None:
        names: dict[str, None] = {}
        for layer in self.layers:
            files, problems = entry_files(layer, folder, self._shown(layer, ""))
            self.problems += problems
            names.update(dict.fromkeys(path.name for path in files))
        for name in sorted(names):
            self._load_entry(folder, name)

    def _load_entry(self, folder: Folder, name: str) -> None:
        read = self._remembered(f"{folder.path}/{name}", folder.model)
        if read.value is None or read.node is None:
            self.problems += orphaned(self.base, self.school, folder, name, read.node) or read.problems
            self.broken.add(Path(name).stem)
            return
        self.problems += read.problems
        if (stem := Path(name).stem) != read.value.id:  # told once, and not again by whoever refers to it
            self.broken.add(stem)
        node, path = read.node, read.node.place.file.name
        entry = self.memory_for(f"{folder.path}/{name}").recall(
            ("loaded", path), Same(read), lambda: Loaded(cast("Entry", read.value), folder.kind, path, node)
        )
        if read.foreign:
            self.left_out[entry.value.id] = entry
        else:
            self.loaded[folder.kind].append(entry)

    def _load_single(self, relative: str, model: type[M]) -> tuple[M, Node] | None:
        if not self._layers_with(relative):
            self.problems.append(Problem("file-missing", Span(relative)))
            return None
        read = self._remembered(relative, model)
        self.problems += read.problems
        return (read.value, read.node) if read.value is not None and read.node is not None else None

    def _remembered(self, relative: str, model: type[M]) -> _Read[M]:
        layers = self._layers_with(relative)
        stamp = _stamp([layer / relative for layer in layers])
        memory = self.memory_for(relative)
        read = memory.recall(("file", relative, *layers), stamp, lambda: self._read(relative, model))
        if read.everywhere:
            return read
        return memory.recall(("file", relative, *layers, self.country), stamp, lambda: self._read(relative, model))

    def memory_for(self, relative: str) -> Memory:
        """Schools share what none of them changed: only who lays something over a file has one of its own."""
        shared = self._layers_with(relative) == [self.base]
        return self.memory.shared if shared else self.memory

    def _read(self, relative: str, model: type[M]) -> _Read[M]:
        """The file at `relative`, merged over all layers that have it, as a `model`."""
        merged: Node | None = None
        problems: list[Problem] = []
        for layer in self._layers_with(relative):
            node, found = read_node(layer / relative, self._shown(layer, relative))
            problems += found
            if node is None:
                return _Read(None, None, problems)
            merged, found = merge(merged, node) if merged is not None else (node, [])
            problems += found
        if merged is None:
            return _Read(None, None, problems)
        pruned, ours, found = for_country(merged, self.country)
        problems += found
        value, found = validate(pruned, model)
        return _Read(value, pruned, problems + found, foreign=not ours, everywhere=pruned is merged)

    def _layers_with(self, relative: str) -> list[Path]:
        """The layers that have a file at `relative`; which edition of the catalogue this is, no school decides."""
        schools = self.school.layers if self.school is not None and relative == EDITION else ()
        return [layer for layer in self.layers if layer not in schools and (layer / relative).is_file()]

    def _shown(self, layer: Path, relative: str) -> str:
        """A file's name in messages: relative to the root where the layer lies below it."""
        if layer == self.root:
            return relative
        if layer == self.base:
            return f"{BASE_NAME}/{relative}"
        inside = layer.is_relative_to(self.root)
        return f"{layer.relative_to(self.root).as_posix() if inside else layer.name}/{relative}"

    def _by_title(self, kind: Kind, wording: Wording) -> dict[str, Loaded[Entry]]:
        """The entries of one kind by the name of their file, in the order of their titles."""
        order = sorted(self.loaded[kind], key=lambda entry: (alphabetical(_title(entry.value, wording)), entry.path))
        return {Path(entry.path).stem: entry for entry in order}


def _in_order(chapters: dict[str, Loaded[Chapter]]) -> dict[str, Loaded[Chapter]]:
    return dict(sorted(chapters.items(), key=lambda item: item[1].value.order))


def _stamp(paths: Sequence[Path]) -> tuple[tuple[int, int] | None, ...]:
    """When each file was changed, and its size; None for one that is not there."""
    stats = [path.stat() if path.is_file() else None for path in paths]
    return tuple((stat.st_mtime_ns, stat.st_size) if stat else None for stat in stats)


def _title(entry: Entry, wording: Wording) -> str:
    return plain(wording.resolve(entry.title.inlines))

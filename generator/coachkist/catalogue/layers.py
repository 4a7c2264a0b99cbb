"""The layers of an edition: the base catalogue, and what networks and schools lay over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coachkist.catalogue.files import EDITION
from coachkist.catalogue.school import BASE_NAME, LoadedSchool
from coachkist.diagnostics import Problem
from coachkist.model.enums import Country
from coachkist.source.merge import merge
from coachkist.source.nodes import Node
from coachkist.source.only import for_country
from coachkist.source.read import read_node


@dataclass(frozen=True, slots=True)
class Merged:
    """What one file holds over all layers; without `node` where it cannot be read."""

    node: Node | None
    problems: list[Problem] = field(default_factory=list)
    foreign: bool = False
    """Whether all of it is for another country."""
    everywhere: bool = False
    """Whether it says the same in every country."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Folders with the same relative paths, the base one first. Files below `root` are named relative to it."""

    root: Path
    base: Path
    above: Sequence[Path] = ()
    school: LoadedSchool | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """All layers, the base one first."""
        return (self.base, *self.above)

    @property
    def country(self) -> Country | None:
        """The country that the edition is for; None for the base one, which is for all."""
        return self.school.value.country if self.school is not None else None

    def having(self, relative: str) -> list[Path]:
        """The layers that have a file at `relative`; which edition of the catalogue this is, no school decides."""
        schools = self.school.layers if self.school is not None and relative == EDITION else ()
        return [layer for layer in self.folders if layer not in schools and (layer / relative).is_file()]

    def shown(self, layer: Path, relative: str) -> str:
        """A file's name in messages: relative to the root where the layer lies below it."""
        if layer == self.root:
            return relative
        if layer == self.base:
            return f"{BASE_NAME}/{relative}"
        inside = layer.is_relative_to(self.root)
        return f"{layer.relative_to(self.root).as_posix() if inside else layer.name}/{relative}"

    def read(self, relative: str) -> Merged:
        """The file at `relative`, merged over all layers that have it, for the country of the edition."""
        merged: Node | None = None
        problems: list[Problem] = []
        for layer in self.having(relative):
            node, found = read_node(layer / relative, self.shown(layer, relative))
            problems += found
            if node is None:
                return Merged(None, problems)
            merged, found = merge(merged, node) if merged is not None else (node, [])
            problems += found
        if merged is None:
            return Merged(None, problems)
        pruned, ours, found = for_country(merged, self.country)
        return Merged(pruned, problems + found, foreign=not ours, everywhere=pruned is merged)

    def again(self, relative: str) -> Callable[[], Node | None]:
        """What reads the nodes of the file at `relative` once more."""
        return lambda: self.read(relative).node

"""A school's folder → the school, with the layers that its edition is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from coachkist.diagnostics import Problem, Span, has_errors, near
from coachkist.model.reference import Vocabulary
from coachkist.model.school import School
from coachkist.source.confined import folder_problems, page_problems
from coachkist.source.logo import Logo, read_logo
from coachkist.source.merge import merge
from coachkist.source.nodes import MappingNode, Node, Place, ScalarNode, place_of
from coachkist.source.nodes import Path as NodePath
from coachkist.source.read import read_node
from coachkist.source.validate import validate

SCHOOLS = "content/schools"
SCHOOL_FILE = "school.yml"
BASE_NAME = "basis"
"""What stands before the names of the base catalogue's files where they are not in the project's own folder."""


@dataclass(frozen=True)
class LoadedSchool:
    """A school with where it came from.

    `layers` are the folders laid over the base, the school's own last; `names` what each is called in messages.
    """

    value: School
    node: Node
    folder: Path
    layers: tuple[Path, ...]
    names: tuple[str, ...]
    logo: Logo | None = None

    @property
    def id(self) -> str:
        """The name of the school's folder."""
        return self.folder.name

    @property
    def option(self) -> str:
        """What stands behind a command about this school: nothing in its own workspace, which has no other."""
        return f" --school {self.id}" if self.names[-1] else ""

    @property
    def named_layers(self) -> tuple[tuple[Path, str], ...]:
        """Each layer with what the names of its files begin with in messages."""
        return tuple((path, f"{name}/".lstrip("/")) for path, name in zip(self.layers, self.names, strict=True))

    def place(self, path: NodePath = ()) -> Place:
        """Where the value at `path` stands in `school.yml`, the school's own or one it extends."""
        return place_of(self.node, path)

    def key_place(self, path: NodePath) -> Place:
        """Where the last key of `path` itself stands."""
        parent = self.node
        for step in path[:-1]:
            below = parent.items.get(str(step)) if isinstance(parent, MappingNode) else None
            if below is None:
                break
            parent = below
        keys = parent.keys if isinstance(parent, MappingNode) else {}
        return keys.get(str(path[-1]), place_of(self.node, path))

    def wrote(self, file: str) -> bool:
        """Whether `file`, as named in messages, is of this school, or of a network it belongs to."""
        # A workspace's own files have bare names: then those of the base have one that tells them apart.
        return any(file.startswith(f"{name}/") if name else not file.startswith(f"{BASE_NAME}/") for name in self.names)

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """The school's own words by token."""
        return {token: form for forms in self.value.wording.values() for token, form in forms.items()}


@dataclass(frozen=True)
class SchoolResult:
    """What reading a school gave."""

    school: LoadedSchool | None
    problems: list[Problem] = field(default_factory=list)


def school_names(root: Path) -> list[str]:
    """The ids of the schools in the project at `root`."""
    folder = root / SCHOOLS
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in found if (path / SCHOOL_FILE).is_file())


def load_school(root: Path, folder: Path) -> SchoolResult:
    """The school in `folder`; networks that it extends are looked for among the schools of the project at `root`."""
    chain, problems = _chain(root, folder)
    if has_errors(problems) or not chain:
        return SchoolResult(None, problems)
    node: Node | None = None
    for _, _, layer in reversed(chain):
        merged, found = merge(node, layer) if node is not None else (layer, [])
        node, problems = merged, problems + found
    assert node is not None
    value, found = validate(node, School)
    if value is None:
        return SchoolResult(None, problems + found)
    layers = tuple(path for path, _, _ in reversed(chain))
    names = tuple(name for _, name, _ in reversed(chain))
    school = LoadedSchool(value, node, folder, layers, names)
    logo, found = _logo(school)
    found += [problem for layer, name in zip(layers, names, strict=True) for problem in page_problems(layer, name)]
    if has_errors(found):
        return SchoolResult(None, problems + found)
    return SchoolResult(LoadedSchool(value, node, folder, layers, names, logo), problems + found)


def _chain(root: Path, folder: Path) -> tuple[list[tuple[Path, str, Node]], list[Problem]]:
    """The school's own folder and those it extends, nearest first, each with its name and its `school.yml`."""
    chain: list[tuple[Path, str, Node]] = []
    seen: list[str] = []
    problems: list[Problem] = []
    while True:
        name = _shown(root, folder)
        problems += folder_problems(folder, name)
        if has_errors(problems):
            return [], problems
        node, found = _read(folder / SCHOOL_FILE, f"{name}/{SCHOOL_FILE}".lstrip("/"))
        problems += found
        if node is None:
            return chain, problems
        chain.append((folder, name, node))
        seen.append(folder.name)
        above = node.items.get("extends") if isinstance(node, MappingNode) else None
        if not isinstance(above, ScalarNode) or not above.value:
            return chain, problems
        if above.value in seen:
            return [], [*problems, above.place.problem("school-extends-cycle", path=" → ".join([*seen, above.value]))]
        known = [other for other in school_names(root) if other not in seen]
        if above.value not in known:
            unknown = above.place.problem("school-extends-unknown", id=above.value, **near(above.value, known))
            return [], [*problems, unknown]
        folder = root / SCHOOLS / above.value


def layers_of(root: Path, folder: Path) -> list[Path]:
    """The school's own folder and those it extends, nearest first, as far as they can be read."""
    chain, _ = _chain(root, folder)
    return [layer for layer, _, _ in chain] or [folder]


def _read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    if not path.is_file():
        return None, [Problem("school-missing", Span(name))]
    return read_node(path, name)


def _shown(root: Path, folder: Path) -> str:
    if folder == root:
        return ""
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def _logo(school: LoadedSchool) -> tuple[Logo | None, list[Problem]]:
    """The logo, from the nearest layer that has a file of that name."""
    if school.value.logo is None:
        return None, []
    own = [layer / school.value.logo for layer in reversed(school.layers) if (layer / school.value.logo).exists()]
    return read_logo((own or [school.folder / school.value.logo])[0], school.place(["logo"]))


def words_of(vocabulary: Vocabulary, school: LoadedSchool | None) -> dict[str, str]:
    """What each wording token stands for: the school's own form, or else the catalogue's."""
    own = school.forms if school is not None else {}
    return {token: own.get(token, form) for word in vocabulary.words for token, form in word.forms.items()}

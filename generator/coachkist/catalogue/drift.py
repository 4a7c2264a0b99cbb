"""What moved under a school: the base said one thing when the school looked, and says another now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from coachkist.catalogue.lock import LOCK_FILE, Lock, base_entries, base_version, read_lock, replaced
from coachkist.catalogue.overrides import STEP, Change, Override, OwnFile, is_within, own_files
from coachkist.catalogue.school import LoadedSchool, load_school
from coachkist.catalogue.where import base_of
from coachkist.diagnostics import Problem, Severity


def moved(root: Path, folder: Path) -> list[Problem]:
    """The same for the school in `folder`; nothing where its `school.yml` cannot be read."""
    school = load_school(root, folder).school
    return drift(root, school) if school is not None else []


def drift(root: Path, school: LoadedSchool) -> list[Problem]:
    """A warning for each override whose base moved since the school last accepted; nothing without a lock."""
    lock = read_lock(school.folder)
    if lock is None:
        return []
    found = [problem for file in own_files(root, school) for problem in _file(file, lock.overrides, school)]
    return [replace(problem, severity=Severity.WARNING) for problem in found]


def _file(file: OwnFile, seen: Mapping[str, Mapping[str, str]], school: LoadedSchool) -> Iterator[Problem]:
    known = seen.get(file.relative, {})
    if file.base is None and known:
        yield file.node.place.problem("drift-entry-gone", file=file.relative, lock=LOCK_FILE, option=school.option)
        return
    for override in file.overrides:
        yield from _override(override, known, school)


def _override(override: Override, known: Mapping[str, str], school: LoadedSchool) -> Iterator[Problem]:
    accept = {"option": school.option}
    if override.change is Change.IDS:
        before = known.get(f"{override.path}[]")
        if before is not None and (new := [one for one in _ids(override.base) if one not in _ids(before)]):
            yield override.place.problem("drift-new", path=override.path, ids=", ".join(new), **accept)
        return
    before = known.get(override.path)
    if before is None:
        if override.change is Change.ADDED and (gone := _was_part_of(override.path, known)):
            yield override.place.problem("drift-orphan", path=override.path, old=gone, own=override.own, **accept)
    elif override.change is Change.ADDED:
        yield override.place.problem("drift-orphan", path=override.path, old=before, own=override.own, **accept)
    elif override.base != before:
        values = {"old": before, "new": override.base, "own": override.own, **accept}
        code = "drift-hidden" if override.change is Change.HIDDEN else "drift-changed"
        yield override.place.problem(code, path=override.path, **values)


def _was_part_of(path: str, known: Mapping[str, str]) -> str:
    """What the base said inside the item at `path`, where the school had changed a part of that."""
    return next((text for name, text in known.items() if name.startswith(path + STEP)), "")


def _ids(text: str) -> list[str]:
    return [one for one in text.split(", ") if one]


def accepted(root: Path, school: LoadedSchool, only: str = "") -> Lock:
    """A lock of the base as it is now; with `only` (`file:path`, or a beginning of one) the rest stays as it was."""
    now = Lock(base_version(base_of(root)), base_entries(base_of(root)), replaced(root, school))
    before = read_lock(school.folder)
    if not only:
        return now
    before = before or Lock(now.version)
    name, _, path = only.partition(":")
    overrides = {file: dict(values) for file, values in before.overrides.items()}
    kept = {key: text for key, text in overrides.get(name, {}).items() if not _within(key, path)}
    new = {key: text for key, text in now.overrides.get(name, {}).items() if _within(key, path)}
    overrides[name] = {**kept, **new}
    entries = {**before.entries, **({name: now.entries[name]} if name in now.entries else {})}
    return Lock(before.version, entries, {file: values for file, values in overrides.items() if values})


def is_own(root: Path, school: LoadedSchool, only: str) -> bool:
    """Whether the school changes anything at `only` (`file:path`), or did when its lock was written."""
    name, _, path = only.partition(":")
    lock = read_lock(school.folder)
    known = {*replaced(root, school).get(name, {}), *(lock.overrides.get(name, {}) if lock is not None else {})}
    return not path or any(_within(key, path) for key in known)


def _within(key: str, path: str) -> bool:
    return is_within(key.removesuffix("[]"), path)

"""What changed in the base since a school last looked, and what of that touches what the school made its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coachkist.catalogue.files import FOLDERS, Folder
from coachkist.catalogue.lock import BaseEntry, base_entries, base_version, read_lock
from coachkist.catalogue.overrides import catalogue_files
from coachkist.catalogue.school import LoadedSchool
from coachkist.model.enums import Kind


class Event(StrEnum):
    """What happened to an entry of the base."""

    ADDED = "added"
    CHANGED = "changed"
    DROPPED = "dropped"


class Touch(StrEnum):
    """What it means for the school: it has a version of its own, or it does not use the entry."""

    ADAPTED = "adapted"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An entry that is new, changed or gone; `title` as written, with its wording tokens."""

    event: Event
    kind: Kind
    id: str
    title: str
    touch: Touch | None


@dataclass(frozen=True, slots=True)
class News:
    """All that happened between the version the school saw and the one there is now."""

    since: str
    version: str
    items: tuple[NewsItem, ...]


def news(root: Path, school: LoadedSchool, without: frozenset[str] = frozenset()) -> News | None:
    """What happened since the school's lock was written; None where there is no lock.

    `without` are the ids of entries that the school's choices leave out.
    """
    lock = read_lock(school.folder)
    if lock is None:
        return None
    own = {name for layer in school.layers for name in catalogue_files(layer)}
    before, now = lock.entries, base_entries(root)
    items = []
    for name in sorted({**before, **now}):
        event = _event(before.get(name), now.get(name))
        if event is not None and (folder := _folder(name)) is not None:
            entry, title = Path(name).stem, (now.get(name) or before[name]).title
            touch = Touch.ADAPTED if name in own else Touch.LEFT_OUT if entry in without else None
            items.append(NewsItem(event, folder.kind, entry, title, touch))
    return News(lock.version, base_version(root), tuple(items))


def _event(before: BaseEntry | None, now: BaseEntry | None) -> Event | None:
    if before is None:
        return Event.ADDED
    if now is None:
        return Event.DROPPED
    return Event.CHANGED if before.fingerprint != now.fingerprint else None


def _folder(name: str) -> Folder | None:
    return next((folder for folder in FOLDERS if name.startswith(f"{folder.path}/")), None)

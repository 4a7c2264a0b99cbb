"""An entry's id equals its file name and is unique, also among the ids that entries had formerly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from coachkist.catalogue.catalogue import Catalogue
from coachkist.diagnostics import Problem
from coachkist.model.slug import slug


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with ids of entries."""
    owner: dict[str, str] = {}
    for entry in catalogue.entries():
        stem = PurePosixPath(entry.path).stem
        if entry.value.id != stem:
            code = "id-not-file-name" if slug(stem) == stem else "file-name-not-id"
            yield entry.place(["id"]).problem(code, id=entry.value.id, file=stem)
        elif (other := owner.setdefault(stem, entry.path)) != entry.path:
            yield entry.place(["id"]).problem("id-taken", id=stem, other=other)
    for entry in catalogue.entries():
        for position, old in enumerate(entry.value.formerly):
            other = owner.setdefault(old, entry.path)
            if other != entry.path or old == entry.value.id:
                yield entry.place(["formerly", position]).problem("formerly-taken", id=old, other=other)

"""A cache on disk, addressed by content: what went in decides the name, so nothing is ever out of date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from coachkist.site.save import write_atomically

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """Bytes by key. Deleting `folder` loses nothing; an entry that was damaged counts as absent.

    Without a folder nothing is kept: for who makes everything once and moves on.
    """

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """What was put under `key`, or None."""
        if self.folder is None:
            return None
        try:
            stored = self._path(key).read_bytes()
        except OSError:
            return None
        digest, content = stored[:_DIGEST], stored[_DIGEST:]
        return content if hashlib.sha256(content).digest() == digest else None

    def has(self, key: str) -> bool:
        """Whether there is an entry under `key`, be it damaged: a quick look, before much work is planned."""
        return self.folder is not None and self._path(key).is_file()

    def put(self, key: str, content: bytes) -> None:
        """Stores `content` under `key`; a reader sees all of it or nothing."""
        if self.folder is not None:
            write_atomically(self._path(key), hashlib.sha256(content).digest() + content)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key


def key_of(*parts: bytes) -> str:
    """A name for what `parts` make together; their lengths count, so that no two lists of parts are alike."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()

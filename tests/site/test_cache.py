"""The cache gives back what was put in, and a damaged entry counts as absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachkist.site.cache import Cache, key_of


def test_round_trip(tmp_path: Path) -> None:
    cache, key = Cache(tmp_path), key_of(b"a")
    assert cache.get(key) is None
    cache.put(key, b"inhoud")
    assert cache.get(key) == b"inhoud"


@pytest.mark.parametrize("damage", [b"", b"kort", b"\0" * 40])
def test_damaged_entry_is_absent(tmp_path: Path, damage: bytes) -> None:
    cache, key = Cache(tmp_path), key_of(b"a")
    cache.put(key, b"inhoud")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_bytes(damage)
    assert cache.get(key) is None
    cache.put(key, b"inhoud")
    assert cache.get(key) == b"inhoud"


def test_cut_short_entry_is_absent(tmp_path: Path) -> None:
    cache, key = Cache(tmp_path), key_of(b"a")
    cache.put(key, b"inhoud")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_bytes(file.read_bytes()[:-1])
    assert cache.get(key) is None


def test_keys_tell_parts_apart() -> None:
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")
    assert key_of(b"a") != key_of(b"a", b"")


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("a", b"x")
    assert cache.get("a") is None
    assert not cache.has("a")

"""What is saved is noticed, once it is there as a whole; what editors keep for themselves is not."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import EventQueue, ObservedWatch
from watchdog.observers.polling import PollingObserver

from coachkist import watching
from coachkist.watching import QuickEmitter, QuickObserver, changed, seen_at

Look = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "methods").mkdir()
    (tmp_path / "methods/a.yml").write_text("een", encoding="utf-8")
    return tmp_path


def looking_at(path: Path) -> Look:
    """Looks once, and gives the files that changed since the last time."""
    events = EventQueue()
    emitter = QuickEmitter(events, ObservedWatch(str(path), recursive=True), timeout=0)
    emitter.on_thread_start()

    def look() -> list[str]:
        emitter.queue_events(0)
        found = []
        while not events.empty():
            found.append(Path(str(events.get()[0].src_path)).relative_to(path).as_posix())
        return found

    return look


def test_files_that_come_change_and_go(folder: Path) -> None:
    look = looking_at(folder)
    assert look() == []
    (folder / "methods/a.yml").write_text("twee", encoding="utf-8")
    (folder / "b.yml").write_text("drie", encoding="utf-8")
    assert look() == ["b.yml", "methods/a.yml"]
    assert look() == []
    (folder / "b.yml").unlink()
    assert look() == ["b.yml"]


def test_a_file_put_in_the_place_of_another(folder: Path) -> None:
    look = looking_at(folder)
    beside = folder / "methods/.a.yml.swp"
    beside.write_text("vier", encoding="utf-8")
    assert look() == [], "an editor's own file"
    beside.replace(folder / "methods/a.yml")
    assert look() == ["methods/a.yml"]


def test_a_file_is_told_of_once_it_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    states = [{"a.yml": (1, 10)}, {"a.yml": (2, 0)}, {"a.yml": (2, 5)}, {"a.yml": (3, 9)}, {"a.yml": (3, 9)}]
    monkeypatch.setattr(watching, "seen_at", lambda _path: states.pop(0))
    look = looking_at(folder)
    assert look() == ["a.yml"]
    assert states == [], "it was told before it had come to rest"


def test_one_file_and_a_folder_that_is_not_there(folder: Path) -> None:
    look = looking_at(folder / "school.yml")
    assert look() == []
    (folder / "school.yml").write_text("naam", encoding="utf-8")
    assert look() == ["."]


def test_what_was_seen_tells_what_changed() -> None:
    assert changed({"a": (1, 1), "b": (1, 1)}, {"b": (1, 2), "c": (1, 1)}) == ["a", "b", "c"]
    assert seen_at("/there/is/no/such/folder") == {}


def test_both_observers_watch_and_stop(folder: Path) -> None:
    told: queue.Queue[str] = queue.Queue()
    handler = FileSystemEventHandler()
    handler.on_modified = lambda event: told.put(str(event.src_path))  # type: ignore[method-assign]
    others = PollingObserver(timeout=0.1)
    earlier = others.schedule(handler, str(folder / "methods"))
    observer = QuickObserver(others)
    watch = observer.schedule(handler, str(folder), recursive=True)
    observer.start()
    observer.unschedule(earlier)
    observer.unschedule(watch)
    with pytest.raises(KeyError):
        observer.unschedule(watch)
    observer.stop()
    observer.join()
    others.join()
    assert told.empty()

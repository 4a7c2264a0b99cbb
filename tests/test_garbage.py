"""The search for cycles is put back as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from coachkist.garbage import collect_rarely, uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    collecting, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    (gc.enable if collecting else gc.disable)()


@pytest.mark.parametrize("collecting", [True, False])
def test_is_put_back(collecting: bool) -> None:
    gc.set_threshold(700, 10, 10)
    (gc.enable if collecting else gc.disable)()
    with pytest.raises(ZeroDivisionError), uncollected():
        assert not gc.isenabled()
        collect_rarely(5000)
        assert gc.isenabled()
        assert gc.get_threshold()[0] == 5000
        raise ZeroDivisionError
    assert (gc.isenabled(), gc.get_threshold()) == (collecting, (700, 10, 10))


def test_what_is_there_is_not_searched_after_the_last_thing() -> None:
    before = gc.get_freeze_count()
    with uncollected(last=True):
        kept = [[number] for number in range(1000)]
    assert gc.get_freeze_count() >= before + len(kept)

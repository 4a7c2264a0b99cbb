"""What was worked out before, for a process that works out the same things again and again (`serve`).

Each thing is kept under a name with a stamp: whatever it was made from. As long as the stamp is the same, so is the
thing. Nothing is shared between memories, and a fresh memory gives the same results as a full one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Same:
    """Makes a stamp of an object itself: equal only to a stamp of that very object."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


class Memory:
    """Things by name, each with the stamp it was made under."""

    def __init__(self, below: Memory | None = None) -> None:
        self._kept: dict[Hashable, tuple[object, Any]] = {}
        self.shared = below or self
        """The memory below this one: what is made once for many, such as for all schools."""

    def recall(self, name: Hashable, stamp: object, make: Callable[[], T]) -> T:
        """The thing `name` if it was made under `stamp`, else what `make` gives, to be remembered."""
        found = self._kept.get(name)
        if found is None and self.shared is not self:
            found = self.shared._kept.get(name)
        if found is not None and found[0] == stamp:
            return cast("T", found[1])
        value = make()
        self._kept[name] = (stamp, value)
        return value

    def knows(self, name: Hashable, stamp: object) -> bool:
        """Whether the thing `name` is remembered, made under `stamp`."""
        return (found := self._kept.get(name)) is not None and found[0] == stamp

    def last(self, name: Hashable) -> Any:
        """The thing `name` as it was remembered last, whatever it was made from; None where it was not."""
        return found[1] if (found := self._kept.get(name)) is not None else None

    def recall_equal(self, name: Hashable, stamp: object, make: Callable[[], T]) -> T:
        """As `recall`, but where `make` gives an equal of what was remembered, the remembered one itself.

        What was made from it then counts as unchanged.
        """
        found = self._kept.get(name)
        value = self.recall(name, stamp, make)
        if found is None or found[1] is value or found[1] != value:
            return value
        self._kept[name] = (stamp, found[1])
        return cast("T", found[1])

    def renew(self, name: Hashable, stamp: object, make: Callable[[T | None], T]) -> T:
        """As `recall`, but `make` is given what was remembered, so that it can begin there and leave that as it is."""
        found = self._kept.get(name)
        return self.recall(name, stamp, lambda: make(cast("T", found[1]) if found is not None else None))

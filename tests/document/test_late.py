"""Documents composed late are those composed at once."""

from __future__ import annotations

from dataclasses import fields

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose import compose, compose_all
from coachkist.document.late import LateDocument
from coachkist.memory import Memory


def test_late_documents_say_the_same(catalogue: Catalogue) -> None:
    late = compose_all(catalogue, Memory(lasting=False))
    at_once = compose_all(catalogue, Memory())
    assert late.keys() == at_once.keys()
    for name, document in at_once.items():
        for field in fields(Document):
            assert getattr(late[name], field.name) == getattr(document, field.name), f"{name}: {field.name}"


def test_blocks_of_methods_are_not_kept(catalogue: Catalogue) -> None:
    late = compose_all(catalogue, Memory(lasting=False))
    first, second, *_ = catalogue.methods
    assert isinstance(late[first], LateDocument)
    blocks = late[first].blocks
    assert late[first].blocks is blocks, "asked for again right away, they are still there"
    assert late[second].blocks == compose(catalogue.methods[second], catalogue).blocks
    assert late[first].blocks is not blocks

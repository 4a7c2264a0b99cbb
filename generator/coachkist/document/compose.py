"""Entry → document: the door to composing."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose_method import compose_method
from coachkist.document.compose_sheet import compose_sheet
from coachkist.document.compose_workbook import compose_workbook
from coachkist.document.context import Context
from coachkist.memory import Memory, Same
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.workbook import Workbook


def compose_all(catalogue: Catalogue, memory: Memory) -> dict[str, Document]:
    """The document of every entry by id; those whose sources did not change come from `memory` as they were."""
    surroundings = Same(memory.recall("surroundings", catalogue.surroundings, object))
    everything = tuple(Same(entry) for entry in catalogue.entries())
    documents = {}
    for entry in catalogue.entries():
        made_from = everything if entry.kind is Kind.WORKBOOK else Same(entry)
        documents[entry.value.id] = memory.recall(
            ("document", entry.value.id), (surroundings, made_from), partial(compose, entry, catalogue)
        )
    return documents


def compose(entry: AnyLoaded, catalogue: Catalogue) -> Document:
    """The document of `entry`, in the words of `catalogue`'s edition."""
    context = Context(catalogue)
    match entry.value:
        case Method():
            return compose_method(entry.value, context)
        case Sheet():
            return compose_sheet(entry.value, context)
        case Workbook():
            return compose_workbook(entry.value, context)
        case _ as never:
            assert_never(never)

"""Entry → document: the door to composing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import assert_never

from coachkist.catalogue.catalogue import AnyLoaded, Catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose_chapter import compose_chapter
from coachkist.document.compose_method import compose_method
from coachkist.document.compose_model import compose_model
from coachkist.document.compose_sheet import compose_sheet
from coachkist.document.compose_tip import compose_tip
from coachkist.document.compose_workbook import compose_workbook
from coachkist.document.context import Context
from coachkist.document.terms import explained
from coachkist.memory import Memory, Same
from coachkist.model.enums import Kind
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.sheet_reading import FigureBlock
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook

_LOOKS_AROUND = frozenset({Kind.WORKBOOK, Kind.MODEL, Kind.CHAPTER})
"""Kinds whose documents may show what other entries hold: figures of models, with the methods in them."""


def compose_all(catalogue: Catalogue, memory: Memory) -> dict[str, Document]:
    """The document of every entry by id; those whose sources did not change come from `memory` as they were."""
    surroundings = Same(memory.recall("surroundings", catalogue.surroundings, object))
    everything = tuple(Same(entry) for entry in catalogue.entries())
    documents = {}
    for entry in catalogue.entries():
        made_from = everything if _looks_around(entry) else (Same(entry), catalogue.web[entry.value.id])
        documents[entry.value.id] = memory.recall_equal(
            ("document", entry.value.id), (surroundings, made_from), partial(compose, entry, catalogue)
        )
    return documents


def _looks_around(entry: AnyLoaded) -> bool:
    """Whether the document of `entry` may change because another entry does."""
    if isinstance(entry.value, Sheet):
        return any(isinstance(block, FigureBlock) for block in entry.value.blocks)
    return entry.kind in _LOOKS_AROUND


def compose(entry: AnyLoaded, catalogue: Catalogue) -> Document:
    """The document of `entry`, in the words of `catalogue`'s edition."""
    context = Context(catalogue)
    match entry.value:
        case Method():
            return _explained(compose_method(entry.value, context), context)
        case CoachingModel():
            return _explained(compose_model(entry.value, context), context)
        case Tip():
            return _explained(compose_tip(entry.value, context), context)
        case Chapter():
            return _explained(compose_chapter(entry.value, context), context)
        case Sheet():
            return compose_sheet(entry.value, context)
        case Workbook():
            return compose_workbook(entry.value, context)
        case _ as never:
            assert_never(never)


def _explained(document: Document, context: Context) -> Document:
    return replace(document, blocks=explained(document.blocks, context, document.id))

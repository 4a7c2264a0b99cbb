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
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.sheet_reading import FigureBlock
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook


def compose_all(catalogue: Catalogue, memory: Memory) -> dict[str, Document]:
    """The document of every entry by id; those whose sources did not change come from `memory` as they were."""
    surroundings = Same(memory.recall("surroundings", catalogue.surroundings, object))
    everything = tuple(Same(entry) for entry in catalogue.entries())
    ways = Same(memory.recall("ways", _ways(catalogue), object))
    documents = {}
    around = Same(memory.recall("around", catalogue.around, object))
    for entry in catalogue.entries():
        inside: object = (around, _shown(entry, catalogue, ways))
        if isinstance(entry.value, Workbook):
            inside = (surroundings, everything)
        made_from = (Same(entry), catalogue.web[entry.value.id], inside)
        documents[entry.value.id] = _remembered(entry, catalogue, made_from, memory)
    return documents


def _remembered(entry: AnyLoaded, catalogue: Catalogue, made_from: object, memory: Memory) -> Document:
    """The document of `entry`; composed again where that changed, or what the entries are called that it names."""
    made: list[Document] = []

    def others() -> tuple[str, ...]:
        asked: set[str] = set()
        made.append(_composed(entry, Context(catalogue, asked)))
        return tuple(sorted(asked))

    named = memory.recall(("named", entry.value.id), made_from, others)
    called = tuple(map(catalogue.called, named))
    make = partial(made.pop) if made else partial(compose, entry, catalogue)
    return memory.recall_equal(("document", entry.value.id), (made_from, called), make)


def _shown(entry: AnyLoaded, catalogue: Catalogue, ways: object) -> tuple[object, ...]:
    """What the document of `entry` takes from inside other entries: the figures of models, with the methods in them."""
    match entry.value:
        case CoachingModel(figures=figures):
            return (ways,) if figures else ()
        case Chapter(sections=sections):
            names = [name for section in sections for name in section.figures]
        case Sheet(blocks=blocks):
            names = [block.model for block in blocks if isinstance(block, FigureBlock)]
        case _:
            return ()
    return (*(Same(catalogue.models.get(name)) for name in names), ways) if names else ()


def _ways(catalogue: Catalogue) -> object:
    """What a figure shows of the methods: how each is led, and whether it is planned; what it is called is known."""
    methods = catalogue.methods.items()
    return [(name, [(one.planned, one.led_by) for one in entry.value.variants]) for name, entry in methods]


def compose(entry: AnyLoaded, catalogue: Catalogue) -> Document:
    """The document of `entry`, in the words of `catalogue`'s edition."""
    return _composed(entry, Context(catalogue))


def _composed(entry: AnyLoaded, context: Context) -> Document:
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

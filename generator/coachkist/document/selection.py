"""A workbook of what somebody chose: the entries they name, in parts by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.blocks import Document
from coachkist.document.compose_workbook import compose_workbook
from coachkist.document.context import Context
from coachkist.model.enums import Kind
from coachkist.model.sheet import DeckBlock, Sheet
from coachkist.model.sheet_pieces import DiscsBlock
from coachkist.model.slug import slug
from coachkist.model.workbook import Workbook

_IN_ORDER = (Kind.CHAPTER, Kind.MODEL, Kind.TIP, Kind.METHOD, Kind.SHEET)
_CUT_OUT = "cut-out"


def compose_selection(ids: Sequence[str], title: str, catalogue: Catalogue) -> Document:
    """The document of a workbook with the entries `ids`, in their order within each kind; `title` may be empty."""
    words = catalogue.strings.section("document.selection")
    values = {key: words[key] for key in ("title", "subtitle", "summary", "intro")}
    name = slug(title) or slug(words["title"])
    workbook = Workbook.model_validate({**values, "id": name, "parts": list(_parts(ids, catalogue))})
    document = compose_workbook(workbook, Context(catalogue))
    # What somebody typed is no markup.
    return replace(document, title=title) if title else document


def _parts(ids: Sequence[str], catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    strings = catalogue.strings
    cut_out = [one for one in ids if _is_cut_out(catalogue.by_id[one].value)]
    for kind in _IN_ORDER:
        entries = [one for one in ids if catalogue.by_id[one].kind is kind and one not in cut_out]
        if entries:
            intro = strings(f"document.selection.{kind}")
            yield {"id": kind.value, "title": strings(f"enum.kinds.{kind}"), "intro": intro, "entries": entries}
    if cut_out:
        title, intro = strings("document.selection.cut_out"), strings("document.selection.cut_out_intro")
        yield {"id": _CUT_OUT, "title": title, "intro": intro, "entries": cut_out, "at_the_back": True}


def _is_cut_out(value: object) -> bool:
    return isinstance(value, Sheet) and any(isinstance(block, DeckBlock | DiscsBlock) for block in value.blocks)

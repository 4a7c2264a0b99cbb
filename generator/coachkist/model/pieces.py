"""What entries of more than one kind are made of: pitfalls, tables, links with their reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coachkist.model.base import Id, Model
from coachkist.model.text import Line


class Pitfall(Model):
    """What goes wrong, and what to do instead."""

    what: Line = Field(description="pitfall.what")
    instead: Line = Field(description="pitfall.instead")


class TableRow(Model):
    """A row of a data table."""

    id: Id
    cells: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(description="table.cells")


class DataTable(Model):
    """A table as data: the first cell of each row names the row."""

    id: Id
    title: Line = Field(description="table.title")
    header: Annotated[tuple[Line, ...], Field(min_length=2)] = Field(description="table.header")
    rows: Annotated[tuple[TableRow, ...], Field(min_length=1)] = Field(description="table.rows")


class Relation(Model):
    """A link to another entry, with the reason for it."""

    id: Id = Field(description="relation.id")
    why: Line = Field(description="relation.why")

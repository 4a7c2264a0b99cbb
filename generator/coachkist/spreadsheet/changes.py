"""What a table says that its sheet does not: texts reworded, rows added. Nothing is ever taken away or moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from pydantic import TypeAdapter, ValidationError

from coachkist.diagnostics import Problem, Severity, near
from coachkist.model.sheet import CriteriaBlock, DeckBlock, Sheet
from coachkist.model.slug import slug
from coachkist.model.text import Line
from coachkist.source.edit import AddItem, Edit, SetText, Step, YamlValue
from coachkist.source.text import odd_character
from coachkist.spreadsheet.grid import Cell
from coachkist.spreadsheet.tables import COLUMNS, QUESTIONS, Row, Table, TableKind, asked

LONGEST_NEW_ID = 40
_LINE = TypeAdapter(Line)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the edit, the cell that asks for it, and the text that was there (empty for what is new)."""

    edit: Edit
    cell: Cell
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Something with an id that the sheet has: where it stands, and its texts by column."""

    where: tuple[Step, ...]
    texts: dict[str, str]


def changes_of(sheet: Sheet, tables: Sequence[Table]) -> tuple[list[Change], list[Problem]]:
    """What `tables` change in `sheet`, and what stands in the way or should be known."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for table in tables:
        reader = _Reader(sheet, table)
        reader.read()
        changes += reader.changes
        problems += reader.problems
    return changes, problems


class _Reader:
    """Holds one table against its sheet, row by row."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self.table = table
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self.groups = dict(_groups(sheet, table))
        self.items = dict(_items(sheet, table))
        self.taken = {*self.groups, *(name for _, name in self.items)}
        self.seen: dict[tuple[str, str], Cell] = {}
        self.titles: dict[str, Cell] = {}
        self.new_lists: dict[str, list[YamlValue]] = {}
        self.last: dict[str, str] = {}
        self.group = next(iter(self.groups), "")

    def read(self) -> None:
        """Take every row in turn."""
        for row in self.table.rows:
            self._words(row)
            if self.table.kind is not TableKind.QUESTIONS:
                self.group = self._group_of(row) or self.group
            group = self.group
            if row["id"]:
                self._known_row(row, group)
            else:
                self._new_row(row, group)
        self._tell_missing()

    def _words(self, row: Row) -> None:
        """Texts that no sheet may hold."""
        for column in COLUMNS[self.table.kind]:
            cell = row.cells[column]
            if (odd := odd_character(cell.text)) is not None:
                self.problems.append(cell.problem(odd[0], character=odd[1]))
            elif column not in {"id", "group_id"} and cell.text:
                try:
                    _LINE.validate_python(cell.text)
                except ValidationError as error:
                    context = error.errors()[0].get("ctx", {})
                    code = f"markup-{context['code']}" if "code" in context else "value-wrong"
                    self.problems.append(cell.problem(code, snippet=str(context.get("snippet", ""))[:60]))

    def _group_of(self, row: Row) -> str | None:
        """The group that a row is in: by its id, by its title, or the one of the row above."""
        cell, title = row.cells["group_id"], row.cells["group"]
        if cell.text:
            if cell.text not in self.groups:
                self._unknown(cell, list(self.groups))
                return None
            self._title(cell.text, title)
            return cell.text
        if not title.text:
            return None
        for name, known in self.groups.items():
            if known.texts["group"].casefold() == title.text.casefold():
                return name
        return self._new_group(title)

    def _title(self, group: str, title: Cell) -> None:
        """A group's title stands in each of its rows: they must agree."""
        if not title.text:
            return
        first = self.titles.setdefault(group, title)
        if first.text != title.text:
            self.problems.append(title.problem("table-titles-differ", first=first.text, given=title.text))
        elif first is title:
            self._set(self.groups[group], "group", "title", title)

    def _new_group(self, title: Cell) -> str:
        name = self._fresh(title.text)
        where = ("blocks", f"#{self.table.block}", "groups")
        item: dict[str, YamlValue] = {"id": name, "title": title.text}
        if self.table.kind is TableKind.CRITERIA:
            item["criteria"] = self.new_lists[name] = []
        added = AddItem(where, item, after=next(reversed(self.groups), None))
        self.groups[name] = _Known((*where, f"#{name}"), {"group": title.text})
        self.changes.append(Change(added, title, "", title.text))
        return name

    def _known_row(self, row: Row, group: str) -> None:
        name = row.cells["id"]
        key = self._key(name.text, group)
        if key is None:
            self._unknown(name, [item for _, item in self.items])
            return
        if (first := self.seen.setdefault(key, name)) is not name:
            self.problems.append(name.problem("table-id-twice", id=name.text, row=first.row))
            return
        if key[0] != group:
            self.problems.append(row.cells["group"].problem("table-moved", id=name.text, group=key[0]))
            return
        self.last[group] = name.text
        for column, field in _fields(self.table.kind):
            self._set(self.items[key], column, field, row.cells[column])

    def _key(self, name: str, group: str) -> tuple[str, str] | None:
        if (group, name) in self.items:
            return group, name
        return next((key for key in self.items if key[1] == name), None)

    def _set(self, known: _Known, column: str, field: str, cell: Cell) -> None:
        old = " ".join(known.texts[column].split())
        if cell.text == old:
            return
        if not cell.text:
            kept = cell.problem("table-cleared", old=old)
            self.problems.append(replace(kept, severity=Severity.WARNING))
        else:
            self.changes.append(Change(SetText(known.where, field, cell.text), cell, old, cell.text))

    def _new_row(self, row: Row, group: str) -> None:
        (column, _), *_ = _fields(self.table.kind)
        name = self._fresh(row[column])
        item: dict[str, YamlValue] = {"id": name}
        if self.table.kind is TableKind.CARDS:
            item["group"] = group
        item |= {field: row[column] for column, field in _fields(self.table.kind) if row[column]}
        if self.table.kind is TableKind.QUESTIONS:
            item = {"type": "lines", **item}
        after = self.last.get(group) or self._last_of(group)
        self.last[group] = name
        if group in self.new_lists:
            self.new_lists[group].append(item)
            return
        where = self._list_of(group)
        self.changes.append(Change(AddItem(where, item, after), row.cells[column], "", row[column]))

    def _list_of(self, group: str) -> tuple[Step, ...]:
        if self.table.kind is TableKind.QUESTIONS:
            return ("blocks",)
        if self.table.kind is TableKind.CRITERIA:
            return (*self.groups[group].where, "criteria")
        return ("blocks", f"#{self.table.block}", "cards")

    def _last_of(self, group: str) -> str | None:
        names = [name for (of, name), known in self.items.items() if of == group and isinstance(known.where[1], str)]
        return names[-1] if names else None

    def _unknown(self, cell: Cell, known: list[str]) -> None:
        self.problems.append(cell.problem("table-id-unknown", id=cell.text[:60], **near(cell.text, known)))

    def _fresh(self, text: str) -> str:
        """An id for a new row, that nothing in this table has."""
        words = slug(text)
        short = words[:LONGEST_NEW_ID].rpartition("-")[0] if len(words) > LONGEST_NEW_ID else words
        base = short or words[:LONGEST_NEW_ID] or "nieuw"
        name = next(one for one in chain([base], (f"{base}-{n}" for n in count(2))) if one not in self.taken)
        self.taken.add(name)
        return name

    def _tell_missing(self) -> None:
        """Rows that are gone from the table stay in the sheet: that is said, so that nobody is surprised."""
        missing = [key[1] for key in self.items if key not in self.seen]
        if missing and self.table.rows and not self.problems:
            first = self.table.rows[0].cells["id"]
            told = first.problem("table-rows-missing", names=", ".join(missing[:10]), count=len(missing))
            self.problems.append(replace(told, severity=Severity.NOTE))


def _fields(kind: TableKind) -> tuple[tuple[str, str], ...]:
    """Which column holds which key of an item; the first is what an id is made of."""
    columns = [column for column in COLUMNS[kind] if column not in {"group", "group_id", "id"}]
    return tuple((column, column) for column in columns)


def _groups(sheet: Sheet, table: Table) -> Iterator[tuple[str, _Known]]:
    for block in sheet.blocks:
        if isinstance(block, CriteriaBlock | DeckBlock) and block.id == table.block:
            for group in block.groups:
                where = ("blocks", f"#{block.id}", "groups", f"#{group.id}")
                yield group.id, _Known(where, {"group": group.title.source})


def _items(sheet: Sheet, table: Table) -> Iterator[tuple[tuple[str, str], _Known]]:
    """Everything in the table's block, by group and id."""
    if table.block == QUESTIONS:
        for at, inner, lines in asked(sheet):
            where: tuple[Step, ...] = ("blocks", f"#{lines.id}") if inner is None else ("blocks", at, "columns", inner)
            yield ("", lines.id), _Known(where, {"label": lines.label.source, "hint": _source(lines.hint)})
    for block in sheet.blocks:
        if isinstance(block, CriteriaBlock) and block.id == table.block:
            for group in block.groups:
                for one in group.criteria:
                    path = ("blocks", f"#{block.id}", "groups", f"#{group.id}", "criteria", f"#{one.id}")
                    yield (group.id, one.id), _Known(path, {"text": one.text.source})
        elif isinstance(block, DeckBlock) and block.id == table.block:
            for card in block.cards:
                texts = {"front": card.front.source, "back": card.back.source, "corner": _source(card.corner)}
                yield (card.group, card.id), _Known(("blocks", f"#{block.id}", "cards", f"#{card.id}"), texts)


def _source(line: Line | None) -> str:
    return line.source if line is not None else ""

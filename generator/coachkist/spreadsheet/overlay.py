"""Changes to a sheet as what a school lays over it: only what differs, under the same ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coachkist.source.edit import AddItem, Edit, SetText, Step, YamlValue, edited, yaml_lines
from coachkist.source.merge import item_id
from coachkist.source.nodes import MappingNode, Node, SequenceNode, SourceFile
from coachkist.source.parse import parse


def fits_in_layer(edit: Edit) -> bool:
    """Whether a layer can say `edit`: what it is about must have an id of its own all the way."""
    return not any(isinstance(step, int) for step in edit.where)


def overlay_text(source: SourceFile | None, edits: Sequence[Edit], heading: str) -> str:
    """The layer's file with `edits`; `source` is the file there is, if any. Raises EditError."""
    tree: dict[str, Any] = {}
    for edit in edits:
        _lay(tree, edit)
    if source is None:
        return "\n".join([*(f"# {line}" for line in heading.splitlines()), *yaml_lines(tree, 0)]) + "\n"
    node, _ = parse(source)
    return edited(source, list(_edits(node, tree, ())))


def _lay(tree: dict[str, Any], edit: Edit) -> None:
    """Puts `edit` in `tree`, which grows along its path."""
    here: Any = tree
    for at, step in enumerate(edit.where):
        assert isinstance(step, str)
        if not step.startswith("#"):
            here = here.setdefault(step, [])
            continue
        assert at
        name = step[1:]
        found = next((item for item in here if item["id"] == name), None)
        if found is None:
            here.append(found := {"id": name})
        here = found
    if isinstance(edit, SetText):
        here[edit.key] = edit.new
        return
    after = {"after": edit.after} if edit.after is not None else {}
    here.append({"id": edit.item["id"], **after, **{key: value for key, value in edit.item.items() if key != "id"}})


def _edits(node: Node | None, tree: Mapping[str, YamlValue], where: tuple[Step, ...]) -> Iterator[Edit]:
    """How `tree` comes into a layer that has `node` already."""
    for key, value in tree.items():
        there = node.items.get(key) if isinstance(node, MappingNode) else None
        if key == "id":
            continue
        if not isinstance(there, SequenceNode) or isinstance(value, str):
            yield SetText(where, key, value)
            continue
        known = {item_id(item): item for item in there.items}
        for item in value:
            assert isinstance(item, Mapping)
            if item["id"] in known:
                yield from _edits(known[str(item["id"])], item, (*where, key, f"#{item['id']}"))
            else:
                yield AddItem((*where, key), item)

"""Imports run one way: the order of the pipeline, from diagnostics to the two doors."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "generator" / "coachkist"

ORDER = [
    {"__init__"},
    {"contrast", "diagnostics", "garbage", "memory", "stamps", "strings"},
    {"markup"},
    {"model"},
    {"source"},
    {"catalogue"},
    {"language"},
    {"document"},
    {"typeset"},
    {"figures"},
    {"writers"},
    {"pdf"},
    {"site"},
    {"report", "schema", "swap", "cache", "engine", "watching"},
    {"scaffold", "spreadsheet", "workspace"},
    {"edition"},
    {"print_order"},
    {"engine_apart"},
    {"build", "printing"},
    {"batch_task", "pack"},
    {"batch"},
    {"cli", "mkdocs_hook", "__main__"},
    {"mkdocs_plugin"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def module_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE.parent).with_suffix("")
    parts = [part for part in relative.parts if part != "__init__"]
    return ".".join(parts)


def imports(path: Path) -> set[str]:
    """Every module of ours that `path` imports, under TYPE_CHECKING too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    modules = {module_of(file) for file in PACKAGE.rglob("*.py")}
    return {module for module in found if module in modules and module.startswith("coachkist")}


def edges() -> list[tuple[str, str]]:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 40, "the scan found too little"
    result = [(module_of(path), target) for path in files for target in imports(path)]
    assert len(result) > 80, "the scan found too little"
    return result


def test_every_room_has_a_place_in_the_order() -> None:
    rooms = {room_of(module_of(path)) for path in PACKAGE.rglob("*.py")}
    assert rooms <= set(RANK)


def test_imports_run_one_way() -> None:
    backwards = [
        f"{source} imports {target}"
        for source, target in edges()
        if room_of(source) != room_of(target) and RANK[room_of(source)] <= RANK[room_of(target)]
        if room_of(target) != "__init__"
    ]
    assert not backwards, "\n".join(backwards)


def test_no_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for source, target in edges():
        if target.count(".") >= 1:
            graph.setdefault(source, set()).add(target)
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module in done:
            return
        for target in graph.get(module, ()):
            if target != module:
                visit(target, (*trail, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def test_writers_do_not_see_the_catalogue() -> None:
    writers = [(source, target) for source, target in edges() if room_of(source) == "writers"]
    assert writers, "the scan found no writers"
    seen = [f"{source} imports {target}" for source, target in writers if room_of(target) in {"catalogue", "source"}]
    assert not seen, "\n".join(seen)

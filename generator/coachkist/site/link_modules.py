"""Links ES modules into one classic script: pages opened as files (`file://`) may not load modules.

What it understands is what our own modules use: imports and exports that each begin a line, from relative addresses,
without cycles. Anything else is refused by name, so that a script is whole or not made at all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

_IMPORT = re.compile(
    r"""^import\s+(?:(?P<what>\{[^}]*\}|\*\s+as\s+[\w$]+)\s+from\s+)?["'](?P<where>[^"']+)["'];?[ \t]*$""", re.MULTILINE
)
_EXPORTED = re.compile(
    r"^export\s+(?P<kind>const|class|function\*?|async\s+function\*?)\s+(?P<name>[\w$]+)", re.MULTILINE
)
_EXPORT_LIST = re.compile(r"^export\s*\{(?P<names>[^}]*)\};?[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?s:.*?)\*/[ \t]*)$", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import\b|export\b|await\b).*|\bimport\s*[.(].*", re.MULTILINE)


class LinkError(ValueError):
    """A module that cannot be linked: its address, and what is not understood."""

    def __init__(self, address: str, what: str) -> None:
        super().__init__(f"{address}: {what}")


@dataclass(frozen=True, slots=True)
class _Module:
    """A module's body without imports and exports, the modules it needs, and what it gives, by outer name."""

    body: str
    needs: tuple[str, ...]
    gives: tuple[tuple[str, str], ...]


def link_modules(entry: str, read: Callable[[str], str]) -> str:
    """The module at `entry` and all that it imports, as one script; `read` gives the text at an address.

    Addresses are relative, with slashes. Each module keeps a scope of its own and runs once, before what imports it.
    """
    modules: dict[str, _Module] = {}
    _collect(entry, read, modules, ())
    parts = [_wrapped(address, module) for address, module in modules.items()]
    return '(() => {\n"use strict";\nconst modules = {};\n' + "".join(parts) + "})();\n"


def _collect(address: str, read: Callable[[str], str], modules: dict[str, _Module], parents: tuple[str, ...]) -> None:
    if address in parents:
        raise LinkError(address, f"cycle: {' > '.join((*parents, address))}")
    if address in modules:
        return
    module = _parse(address, read(address))
    for need in module.needs:
        _collect(need, read, modules, (*parents, address))
    modules[address] = module


def _parse(address: str, text: str) -> _Module:
    body = _COMMENT.sub("", text)
    needs: list[str] = []
    gives: list[tuple[str, str]] = []

    def imported(found: re.Match[str]) -> str:
        needs.append(_resolved(address, found["where"]))
        return _binding(found["what"], needs[-1])

    def exported(found: re.Match[str]) -> str:
        gives.append((found["name"], found["name"]))
        return f"{found['kind']} {found['name']}"

    def listed(found: re.Match[str]) -> str:
        gives.extend((outer, inner) for inner, outer in _pairs(found["names"]))
        return ""

    body = _IMPORT.sub(imported, body)
    body = _EXPORT_LIST.sub(listed, _EXPORTED.sub(exported, body))
    if left := _LEFT_OVER.search(body):
        raise LinkError(address, left[0].strip())
    return _Module(body, tuple(needs), tuple(gives))


def _resolved(address: str, where: str) -> str:
    if not where.startswith(("./", "../")):
        raise LinkError(address, where)
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), where))


def _binding(what: str | None, module: str) -> str:
    if what is None:
        return ""
    if what.startswith("*"):
        return f'const {what.split()[-1]} = modules["{module}"];'
    names = ", ".join(outer if outer == inner else f"{outer}: {inner}" for outer, inner in _pairs(what.strip("{}")))
    return f'const {{ {names} }} = modules["{module}"];'


def _pairs(names: str) -> list[tuple[str, str]]:
    """`a, b as c` as pairs of a name and what it is called on the other side."""
    pairs = [name.split(" as ") for name in (" ".join(part.split()) for part in names.split(",")) if name]
    return [(pair[0], pair[-1]) for pair in pairs]


def _wrapped(address: str, module: _Module) -> str:
    gives = ", ".join(outer if outer == inner else f"{outer}: {inner}" for outer, inner in module.gives)
    body = "\n".join(line for line in module.body.splitlines() if line.strip())
    return f'modules["{address}"] = (() => {{\n{body}\nreturn {{ {gives} }};\n}})();\n'

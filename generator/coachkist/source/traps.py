"""What YAML turns into something else without a word, or refuses in words nobody understands."""

from __future__ import annotations

import re

import yaml

from coachkist.diagnostics import Problem
from coachkist.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode, SourceFile

_FLOW_START = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+)?[{]")
_AFTER_DASH_OR_KEY = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?(?P<value>\S.*)?$")
_LOOK_BACK = 20
_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?[a-z_]+:[^\s/]")


def swallowed_comment(source: SourceFile, place: Place, value: str) -> Problem | None:
    """`Noteer nummer #3`: YAML takes what follows ` #` for a comment.

    A remark after a single word (`setting: individual  # alleen`) is what comments are for; text that follows a
    sentence, or a `#` glued to a word, was meant to be read.
    """
    line_end = source.text.find("\n", place.end)
    rest = source.text[place.end : line_end if line_end >= 0 else len(source.text)]
    found = re.match(r"[ \t]+#(.?)", rest)
    if not found or (found[1] in {" ", ""} and " " not in value):
        return None
    at = place.end + rest.index("#")
    line = source.text.count("\n", 0, at) + 1
    column = at - (source.text.rfind("\n", 0, at) + 1) + 1
    return source.problem("trap-comment", line, column, lost=rest.strip())


def explain_syntax_error(source: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """What an author most likely did, from the line where YAML gave up and the one where it started to wonder."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return source.problem("yaml-syntax", 1, 1)
    candidates = [mark] + ([error.context_mark] if error.context_mark else [])
    if re.search("quoted scalar|flow", str(error.context)):
        candidates.reverse()
    if _KEY_WITHOUT_SPACE.match(source.quote(mark.line)):
        return source.problem("trap-no-space", mark.line, source.quote(mark.line).index(":") + 1)
    if opened := _quote_left_open(source, mark.line):
        return source.problem("yaml-unclosed-quote", *opened)
    for candidate in candidates:
        number = min(candidate.line + 1, len(source.lines))
        line = source.quote(number)
        if code := _likely_cause(line, str(error.problem), str(error.context)):
            first = len(line) - len(line.lstrip()) + 1
            column = candidate.column + 1 if candidate.column < len(line) else first
            return source.problem(code, number, min(_point(code, line, column), len(line) + 1))
    number = min(mark.line + 1, len(source.lines))
    return source.problem("yaml-syntax", number, min(mark.column, len(source.quote(number))) + 1)


def _quote_left_open(source: SourceFile, before: int) -> tuple[int, int] | None:
    """Where a text starts with `"` that its own line does not end: YAML then trips over the next `"` it meets."""
    for number in range(before, max(0, before - _LOOK_BACK), -1):
        line = source.quote(number)
        value = (_AFTER_DASH_OR_KEY.match(line) or {"value": ""})["value"] or ""
        if value.startswith('"') and value.replace('\\"', "").count('"') == 1:
            return number, line.index('"') + 1
    return None


def _likely_cause(line: str, problem: str, context: str) -> str | None:
    value = (_AFTER_DASH_OR_KEY.match(line) or {"value": ""})["value"] or ""
    checks = (
        ("yaml-tab", "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem),
        ("trap-bold", value.startswith("*")),
        ("trap-quote-start", value.startswith("'") and value.count("'") % 2 == 1),
        ("trap-quote-start", re.match(r"'[^']*'\s*\S", value) is not None),
        ("trap-quotes-inside", re.match(r'"[^"]*"\s*[^\s#,:\]}]', value) is not None),
        ("trap-reserved", value[:1] in {"@", "`", "%"}),
        ("trap-token-start", value.startswith("{") and re.match(r"\{[^{}]*\}\s*\S", value) is not None),
        ("trap-reference-start", value.startswith("[[")),
        ("trap-flow", _FLOW_START.match(line) is not None or "flow mapping" in context),
        ("trap-flow-list", "flow sequence" in context),
        ("trap-colon-twice", "mapping values are not allowed" in problem),
        ("trap-no-space", _KEY_WITHOUT_SPACE.match(line) is not None),
        ("yaml-unclosed-quote", "quoted scalar" in context),
        ("yaml-indent", "expected <block end>" in problem or "did not find expected" in problem),
    )
    return next((code for code, applies in checks if applies), None)


def _point(code: str, line: str, column: int) -> int:
    """The column to point at: the character that starts the trouble, where that is known."""
    starts = {"trap-bold": "*", "trap-reserved": "@`%", "trap-token-start": "{", "trap-reference-start": "["}
    wanted = starts.get(code)
    if code in {"trap-quote-start", "trap-quotes-inside", "yaml-unclosed-quote"}:
        wanted = "'\""
    if wanted:
        found = [line.index(character) + 1 for character in wanted if character in line]
        return min(found, default=column)
    return column


def wrong_structure(node: Node) -> str | None:
    """The trap that made a structure out of what should have been text, or None.

    `- Let op: …` becomes a mapping, `- {leerling}` and `- [[kijkwijzer]]` become structures too.
    """
    match node:
        case MappingNode(items, flow=True) if len(items) == 1:
            return "trap-token-start"
        case MappingNode(items, flow=False) if len(items) == 1:
            return "trap-colon"
        case SequenceNode(items) if len(items) == 1 and isinstance(items[0], SequenceNode):
            return "trap-reference-start"
        case SequenceNode(items) if node.place.file.text[node.place.start : node.place.start + 1] == "[":
            return "trap-bracket-start"
        case ScalarNode():
            return None
    return None

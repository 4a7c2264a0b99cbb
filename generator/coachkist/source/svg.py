"""SVG from strangers → SVG that only draws.

Three sieves behind one another: defusedxml reads it (no entities, nothing from elsewhere; we bound depth and number),
svg-hush lets through the elements and attributes on its list, and what it is milder on than we can be goes last:
references to other files, moving pictures, filters, and style rules that fetch.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from py_svg_hush import filter_svg

from coachkist.source.png import png_problem

MAX_ELEMENTS = 20_000
MAX_DEPTH = 60
"""svg-hush indents what it writes, so a file of a megabyte that is nothing but depth would become gigabytes."""

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_LEFT_OUT = {"a", "animate", "animateColor", "animateMotion", "animateTransform", "filter", "set"}
_SILENT = {"metadata", "title", "desc"}
_DRAWS = {"circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "text", "use"}
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FETCHES = re.compile(r"\\|@|//|expression|behavior|-moz-binding|url\((?!\s*['\"]?#[\w.-]+['\"]?\s*\))", re.IGNORECASE)
"""What in a style could fetch or run something, escapes that hide it included."""

_REFERENCE = re.compile(r"#([\w.:-]+)")
_PNG_DATA = "data:image/png;base64,"

register_namespace("", _SVG.strip("{}"))


class SvgError(ValueError):
    """An SVG that cannot be used; `code` is that of the problem to report."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SafeSvg:
    """A cleaned SVG, and the names of elements and attributes that had to go."""

    content: bytes
    removed: tuple[str, ...]


def safe_svg(data: bytes) -> SafeSvg:
    """`data` with everything gone that does not merely draw; raises SvgError where that cannot be done."""
    original = _parse(data)
    if original.tag != f"{_SVG}svg":
        raise SvgError("logo-not-a-picture")
    # Written anew before it is filtered: both parsers then see the same thing.
    try:
        filtered = _parse(filter_svg(tostring(original, encoding="utf-8"), {"image": ["png"]}))
    except ValueError as error:
        raise SvgError("logo-not-a-picture") from error
    _prune(filtered)
    if not any(_name(element) in _DRAWS for element in filtered.iter()):
        raise SvgError("logo-empty")
    if _weight(filtered) > MAX_ELEMENTS:
        raise SvgError("logo-too-complex")
    gone = sorted((_names(original) - _names(filtered)).keys())
    return SafeSvg(tostring(filtered, encoding="utf-8"), tuple(gone))


@dataclass(slots=True)
class _Bounded:
    """Builds the tree, and stops where it grows too large or too deep."""

    builder: TreeBuilder = field(default_factory=TreeBuilder)
    depth: int = 0
    count: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        """An element begins."""
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH or self.count > MAX_ELEMENTS:
            raise SvgError("logo-too-complex")
        return self.builder.start(tag, attributes)

    def end(self, tag: str) -> Element:
        """An element ends."""
        self.depth -= 1
        return self.builder.end(tag)

    def data(self, text: str) -> None:
        """Text between elements."""
        self.builder.data(text)

    def close(self) -> Element:
        """The root."""
        return self.builder.close()


def _parse(data: bytes) -> Element:
    parser = DefusedXMLParser(target=_Bounded(), forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException as error:
        raise SvgError("logo-entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise error if isinstance(error, SvgError) else SvgError("logo-not-a-picture") from error
    assert isinstance(root, Element)
    return root


def _prune(element: Element) -> None:
    """Takes out of `element` what svg-hush lets through and we do not."""
    for name in list(element.attrib):
        if not _harmless(name, element.attrib[name]):
            del element.attrib[name]
    if _name(element) == "style":
        rules = _safe_rules(element.text or "")
        for child in list(element):  # rules are all that a style holds
            element.remove(child)
        element.text = rules
    for child in list(element):
        if _name(child) in _LEFT_OUT - {"a"} or (_name(child) == "image" and _link(child) is None):
            element.remove(child)
        else:
            _prune(child)
            if _name(child) == "a":
                child.tag = f"{_SVG}g"


def _harmless(name: str, value: str) -> bool:
    if name in {"href", f"{_XLINK}href"}:
        return _REFERENCE.fullmatch(value) is not None or _is_png(value)
    return name != "filter" and not name.lower().startswith("on") and _FETCHES.search(value) is None


def _is_png(link: str) -> bool:
    """Whether `link` is a PNG in the file itself, and no larger than a logo may be."""
    if not link.startswith(_PNG_DATA):
        return False
    try:
        data = base64.b64decode(link.removeprefix(_PNG_DATA), validate=False)
    except (binascii.Error, ValueError):
        return False
    return png_problem(data) is None


def _safe_rules(style: str) -> str:
    rules = _RULE.findall(_COMMENT.sub("", style))
    return "".join(f"{selector.strip()}{{{body}}}" for selector, body in rules if not _FETCHES.search(selector + body))


def _link(element: Element) -> str | None:
    link = element.attrib.get("href", element.attrib.get(f"{_XLINK}href"))
    return link if link is not None and _harmless("href", link) else None


def _weight(root: Element) -> int:
    """How many elements are drawn when each reference counts as all that it refers to; huge where they go round."""
    by_id = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    known: dict[Element, int] = {}
    entered: set[Element] = set()

    def weigh(element: Element) -> int:
        if element in known:
            return known[element]
        if element in entered:
            return MAX_ELEMENTS + 1
        entered.add(element)
        below = [*element, *(by_id[name] for name in _references(element) if name in by_id)]
        known[element] = 1 + sum(map(weigh, below))
        return known[element]

    try:
        return weigh(root)
    except RecursionError:
        return MAX_ELEMENTS + 1


def _references(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name.endswith("href") or "url(" in value:
            yield from _REFERENCE.findall(value)


def _names(root: Element) -> Counter[str]:
    """What is in a tree, by name, but for what programs leave behind and nobody sees."""
    found: Counter[str] = Counter()
    for element in root.iter():
        name = _name(element)
        if name and name not in _SILENT:
            rules = element.text.count("{") + element.text.count("@") if name == "style" and element.text else 0
            found[name] += 1 + rules
            found.update(
                attribute.rpartition("}")[2] for attribute, value in element.items() if _tells(attribute, value)
            )
    return found


def _tells(attribute: str, value: str) -> bool:
    """Whether somebody should hear that `attribute` went: what could act, fetch or change how things look."""
    acts = attribute.lower().startswith("on") or attribute in {"href", f"{_XLINK}href", "style", "filter"}
    return acts or "url(" in value


def _name(element: Element) -> str:
    """The name of an element of SVG or HTML; nothing for those of drawing programs, comments and instructions."""
    tag = element.tag if isinstance(element.tag, str) else ""
    space, _, name = tag.rpartition("}")
    return name if space in {_SVG.rstrip("}"), "{http://www.w3.org/1999/xhtml", ""} else ""

"""Schools as somebody with bad intentions would send them in, each with what its sender is told."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

from tests.source.pictures import png, svg

HEAD = 'name: "X"\ncountry: BE\nlevel: [lager]\n'
SCHOOL = "school.yml"
TIP = "content/tips/wachten.yml"
SHEET = "content/sheets/oefenblad.yml"
PAGE = "content/pages/bij-ons.md"
RECT = '<rect width="1" height="1"/>'


@dataclass(frozen=True)
class Link:
    """A link instead of a file."""

    target: str


@dataclass(frozen=True)
class Case:
    """Files by their place in the school's folder, and the code and line of the problem that they give."""

    name: str
    files: dict[str, bytes | str | Link]
    code: str
    line: int = 0
    file: str = SCHOOL


def yml(name: str, text: str, code: str, line: int = 4) -> Case:
    """A line added to a good `school.yml`."""
    return Case(name, {SCHOOL: HEAD + text}, code, line)


def logo(name: str, data: bytes, code: str, file: str = "logo.svg") -> Case:
    """A picture under the name of a logo."""
    return Case(name, {SCHOOL: f"{HEAD}logo: {file}\n", file: data}, code, 4)


def overlay(name: str, text: str | bytes, code: str, line: int, file: str = TIP) -> Case:
    """A file over one of the base."""
    return Case(name, {SCHOOL: HEAD, file: text}, code, line, file)


def page(name: str, text: str, code: str, line: int = 1) -> Case:
    """A hand-written page."""
    return Case(name, {SCHOOL: HEAD, PAGE: text}, code, line, PAGE)


def link(name: str, files: dict[str, bytes | str | Link], where: str, code: str = "school-link") -> Case:
    """A link that leads out of the folder."""
    return Case(name, {SCHOOL: HEAD, **files}, code, 0, where)


_ENTITY = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_FILE = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_FOREIGN = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'
_LAUGHS = "".join(f'<g id="a{n}">{"".join(f"""<use href="#a{n + 1}"/>""" for _ in range(10))}</g>' for n in range(12))
_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n"
_MANY = "".join(f"          - id: c{n}\n            text: x\n" for n in range(12_000))
_CRITERIA = f"blocks:\n  - id: kijk\n    groups:\n      - id: klimaat\n        criteria:\n{_MANY}"

PATHS = [
    yml(f"path: {value[:20]!r}", f"logo: '{value}'\n", "logo-format")
    for value in (
        "../geheim.svg",
        "/etc/passwd",
        "../../../../etc/hostname.png",
        "C:\\\\Windows\\\\logo.png",
        "\\\\\\\\server\\\\deel\\\\logo.svg",
        "map/logo.svg",
        "file:///etc/passwd.svg",
        "https://elders.example/logo.svg",
        "logo.svg%00.png",
        "..svg",
        "-rf.png",
    )
] + [
    yml("path: extends upwards", "extends: ../base\n", "school-extends-unknown"),
    yml("path: extends absolute", "extends: /etc\n", "school-extends-unknown"),
    yml("path: extends itself", "extends: x\n", "school-extends-cycle"),
    yml("path: choice upwards", "choices:\n  sheets:\n    only:\n      ids: [../../etc]\n", "id-format", 7),
    yml("path: a name without end", f"logo: {'x' * 5000}.svg\n", "text-too-long"),
    Case("path: a logo that is not there", {SCHOOL: HEAD + "logo: weg.svg\n"}, "logo-missing", 4),
]

VALUES = [
    yml("value: script as address", 'site_url: "javascript:alert(1)"\n', "url-format"),
    yml("value: script as website", 'website: "data:text/html,<script>alert(1)</script>"\n', "url-format"),
    yml("value: quotes in an address", 'website: "https://x.example/\\"onmouseover=alert(1)"\n', "url-format"),
    yml("value: style as colour", 'colour: "red;background:url(//elders.example)"\n', "colour-format"),
    yml("value: header as e-mail", 'contact:\n  name: "X"\n  email: "a@b.c\\nBcc: d@e.f"\n', "email-format", 6),
    yml("value: unknown key", "__class__: x\n", "key-unknown"),
    yml("value: a name without end", f'short_name: "{"x" * 100_000}"\n', "text-too-long"),
    yml("value: HTML in a start", 'start:\n  text: "<img src=x onerror=alert(1)>"\n', "markup-html", 5),
    yml("value: HTML in an agreement", "agreements:\n  - '<script>alert(1)</script>'\n", "markup-html", 5),
    yml("value: picture in a start", 'start:\n  text: "![x](https://elders.example/x.png)"\n', "markup-image", 5),
]

TEXT = [
    yml("text: control character", 'short_name: "a\x07b"\n', "character-control"),
    yml("text: escape sequence", 'short_name: "a\x1b[2Jb"\n', "character-control"),
    yml("text: reversed", 'short_name: "a\u202egnp.exe"\n', "character-bidi"),
    yml("text: isolate", 'short_name: "a\u2066b"\n', "character-bidi"),
    yml("text: private use", 'short_name: "a\ue000b"\n', "character-private"),
    Case("text: UTF-16", {SCHOOL: HEAD.encode("utf-16")}, "encoding-utf16"),
    Case("text: Latin-1", {SCHOOL: HEAD.encode() + 'short_name: "é"\n'.encode("latin-1")}, "encoding-not-utf8", 4),
    Case("text: a PDF as school.yml", {SCHOOL: b"%PDF-1.7\n\xff\xfe\x00"}, "encoding-not-utf8", 2),
    Case("text: zeros", {SCHOOL: b"\0" * 1000}, "character-control", 1),
    Case("text: nothing", {SCHOOL: b""}, "yaml-empty"),
]

YAML = [
    Case("yaml: aliases", {SCHOOL: _BOMB}, "yaml-anchor", 1),
    yml("yaml: an alias", "short_name: *x\n", "yaml-alias"),
    yml("yaml: a tag that runs", 'short_name: !!python/object/apply:os.system ["id"]\n', "yaml-tag"),
    yml("yaml: a merge", "<<: {name: y}\n", "key-unknown"),
    yml("yaml: a second document", "---\nname: y\n", "yaml-documents"),
    yml("yaml: the same key twice", 'name: "Y"\n', "yaml-duplicate-key"),
    yml("yaml: a list as key", "[a, b]: c\n", "yaml-key"),
    Case("yaml: very deep", {SCHOOL: "a: " + "[" * 100_000}, "yaml-too-deep", 1),
    Case("yaml: very deep in blocks", {SCHOOL: "".join(f"{' ' * n}a:\n" for n in range(400))}, "yaml-too-deep", 30),
    Case("yaml: very many", {SCHOOL: "a: [" + "x," * 400_000 + "]"}, "yaml-too-many", 1),
    Case("yaml: very large", {SCHOOL: b"# " + b"x" * 60_000_000}, "file-too-large"),
    Case(
        "yaml: a line without end", {SCHOOL: HEAD + f'short_name: "{"{leerkracht} " * 50_000}"\n'}, "text-too-long", 4
    ),
    overlay("yaml: a hundred thousand criteria", _CRITERIA * 4, "file-too-large", 0, SHEET),
    overlay(
        "yaml: many criteria", _CRITERIA + _MANY.replace("id: c", "id: d")[:300_000], "yaml-too-many", 20_000, SHEET
    ),
    overlay("yaml: stars without end", f'intro: "{"*" * 19_000}"\n', "key-unknown", 1, SHEET),
    overlay("yaml: brackets without end", f'summary: "{"[" * 15_000}"\n', "markup-reference", 1),
]

LOGOS = [
    logo("logo: a PDF", b"%PDF-1.7\n", "logo-not-a-picture"),
    logo("logo: a PDF as PNG", b"%PDF-1.7\n", "logo-not-a-picture", "logo.png"),
    logo("logo: HTML", b"<html><script>alert(1)</script></html>", "logo-not-a-picture"),
    logo("logo: compressed", gzip.compress(svg(RECT)), "logo-not-a-picture"),
    logo("logo: 50 MB", svg(RECT) + b" " * 50_000_000, "logo-too-large"),
    logo("logo: 50 MB of PNG", png() + b"\0" * 50_000_000, "logo-too-large", "logo.png"),
    logo("logo: 20,000 by 20,000", png(20_000, 20_000, data=b"x"), "logo-too-many-pixels", "logo.png"),
    logo("logo: a PNG with more behind it", png() + b"<script>", "logo-not-a-picture", "logo.png"),
    logo("logo: entities", _ENTITY + svg("<text>&b;</text>"), "logo-entities"),
    logo(
        "logo: a file as entity",
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"),
        "logo-entities",
    ),
    logo("logo: uses of uses", svg(_LAUGHS + RECT), "logo-too-complex"),
    logo("logo: in itself", svg('<g id="a"><use href="#a"/></g>'), "logo-too-complex"),
    logo("logo: very deep", svg("<g>" * 200_000 + "</g>" * 200_000), "logo-too-complex"),
    logo("logo: very many", svg(RECT * 60_000), "logo-too-complex"),
    logo("logo: only a script", svg("<script>alert(1)</script>"), "logo-empty"),
    logo(
        "logo: only HTML",
        svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
        "logo-empty",
    ),
    logo("logo: only another file", svg('<image href="../../geheim.png"/>'), "logo-empty"),
]

PAGES = [
    page("page: script", "<script>alert(1)</script>\n", "page-html"),
    page("page: broken script", "x\n<scr\nipt>\n", "page-html", 2),
    page("page: frame", 'x <iframe src="https://elders.example">\n', "page-html"),
    page("page: comment", "<!-- --><script>\n", "page-html"),
    page("page: handler as attribute", '[x](gids.md){onclick="alert(1)"}\n', "page-attributes"),
    page("page: handler with a colon", "# x\n{: onmouseover=alert(1) }\n", "page-attributes", 2),
    page("page: script link", "[x](javascript:alert(1))\n", "page-address"),
    page("page: script link in disguise", "[x](JaVa script:alert(1))\n", "page-address"),
    page("page: script link with entities", "[x](java&#115;cript:alert(1))\n", "page-address"),
    page("page: script as reference", "[x]\n\n[x]: data:text/html,x\n", "page-address", 3),
    page("page: picture from elsewhere", "![x](https://elders.example/x.png)\n", "page-image"),
    page("page: another template", "---\ntitle: x\ntemplate: ../../x.html\n---\n", "page-front", 3),
    page("page: control character", "a\x08b\n", "character-control"),
]

LINKS = [
    link("link: school.yml", {SCHOOL: Link("/etc/passwd")}, SCHOOL),
    link("link: a logo", {"logo.svg": Link("/etc/passwd")}, "logo.svg"),
    link("link: a tip", {TIP: Link("/etc/hostname")}, TIP),
    link("link: a folder", {"content/tips": Link("/etc")}, "content/tips"),
    link("link: all content", {"content": Link("/")}, "content"),
    link("link: the vocabulary", {"content/vocabulary.yml": Link("../../../vocabulary.yml")}, "content/vocabulary.yml"),
    link("link: words", {"content/words.txt": Link("/dev/zero")}, "content/words.txt"),
    link("link: a page", {PAGE: Link("/etc/passwd")}, PAGE),
    link("link: to nothing", {TIP: Link("/bestaat/niet")}, TIP),
    link("link: round and round", {"content/a": Link("../content")}, "content/a"),
    link("link: very many files", {f"content/tips/t{n}.yml": "" for n in range(2_100)}, "", "school-too-many-files"),
]

CASES = [*PATHS, *VALUES, *TEXT, *YAML, *LOGOS, *PAGES, *LINKS]

"""Figures as SVG: the same every time, sound, and each skin with what it needs and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.figures.draw import NARROW, TWO_WIDTHS, WIDE, draw
from coachkist.figures.skin import ROLES, PrintSkin, WebSkin, mixed
from coachkist.model.enums import FigureKind
from tests.figures.samples import SAMPLES, WRITTEN

GOLDEN = Path(__file__).parents[1] / "golden" / "figures"
SVG = "{http://www.w3.org/2000/svg}"
INK = "#14606b"
KINDS = pytest.mark.parametrize("kind", sorted(SAMPLES))


def web(kind: str, width: float = NARROW, prefix: str = "") -> str:
    return str(draw(SAMPLES[kind], WebSkin(lambda _kind, entry: f"../{entry}/"), width, prefix))


def paper(kind: str, width: float = NARROW) -> str:
    return str(draw(SAMPLES[kind], PrintSkin(INK), width))


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == {kind.value for kind in FigureKind}


@KINDS
def test_golden(kind: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{kind}.web.svg", web(kind) + "\n")
    golden(GOLDEN / f"{kind}.print.svg", paper(kind, WIDE) + "\n")


@KINDS
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_well_formed_with_a_name_and_a_text_alternative(kind: str, width: float) -> None:
    for svg in (web(kind, width), paper(kind, width)):
        root = ElementTree.fromstring(svg)
        names = {element.get("id"): element.text for element in root.iter() if element.get("id")}
        named = (root.get("aria-labelledby") or "").split()
        assert [names[name] for name in named] == [SAMPLES[kind].title, SAMPLES[kind].description]
        assert root.get("role") in {"img", "group"}
        assert "\n\n" not in svg  # a blank line would end the piece of HTML for Markdown


@KINDS
def test_ids_are_the_figures_own(kind: str) -> None:
    pieces = web(kind, NARROW, "-smal") + web(kind, WIDE, "-breed")
    ids = re.findall(r' id="([^"]+)"', pieces)
    assert len(ids) == len(set(ids))
    assert all(name.startswith(f"figuur-{kind}-") for name in ids)
    assert set(re.findall(r"url\(#([^)]+)\)", pieces)) <= set(ids)


@KINDS
def test_the_web_skin_has_classes_and_no_colours(kind: str) -> None:
    svg = web(kind)
    assert "style=" not in svg
    assert not re.search(r"#[0-9a-f]{6}", svg)
    assert not re.search(r' (fill|stroke)="(?!url\()', svg)


@KINDS
def test_the_print_skin_has_literal_colours_only(kind: str) -> None:
    svg = paper(kind)
    for banned in ("style=", "class=", "var(", "currentColor", "<a "):
        assert banned not in svg
    fills = set(re.findall(r' (?:fill|stroke)="([^"]+)"', svg))
    assert all(re.fullmatch(r"#[0-9a-f]{6}|none|url\(#.+\)", fill) for fill in fills)


def test_the_style_sheet_knows_every_role() -> None:
    css = (Path(__file__).parents[2] / "generator/coachkist/web/figures.css").read_text(encoding="utf-8")
    styled = set(re.findall(r"^\.ck-f-([a-z]+) \{", css, re.MULTILINE))
    assert styled == set(ROLES)


def test_every_role_is_used() -> None:
    used = {role for kind in SAMPLES for role in re.findall(r'class="ck-f-([a-z]+)"', web(kind))}
    assert used == set(ROLES)


def test_links_only_where_there_is_a_page() -> None:
    assert web("matrix").count('<a href="../hospiteren/">') == 4
    assert 'role="group"' in web("matrix")  # an image would hide its links from a screen reader
    without = str(draw(SAMPLES["matrix"], WebSkin(lambda _kind, _entry: None)))
    assert "<a " not in without
    assert 'role="img"' in without


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_golden_of_what_is_written_in(kind: str, golden: Callable[[Path, str], None]) -> None:
    svg = str(draw(WRITTEN[kind], PrintSkin(INK), WIDE))
    golden(GOLDEN / f"{kind}.write.svg", svg + "\n")
    assert "Woord 1" not in svg  # a place for a word of one's own


def test_two_widths_differ() -> None:
    for kind in SAMPLES:
        assert (paper(kind, NARROW) != paper(kind, WIDE)) == (kind in TWO_WIDTHS), kind


def test_shares_of_a_bar_differ_without_colour() -> None:
    root = ElementTree.fromstring(str(draw(SAMPLES["bars"], PrintSkin("#555555"))))
    fills = {rect.get("fill") for rect in root.iter(f"{SVG}rect")} - {"none"}
    assert {"#555555", "#ffffff", "url(#figuur-bars-arcering)"} <= fills


def test_a_wash_of_colour() -> None:
    assert mixed("#000000", 0.2) == "#cccccc"
    assert mixed("#14606b", 0) == "#ffffff"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_stays_text(text: str) -> None:
    sample = SAMPLES["list"]
    svg = str(draw(replace(sample, parts=(replace(sample.parts[0], label=text),)), PrintSkin(INK)))
    root = ElementTree.fromstring(svg)
    shown = "".join(root.find(f"{SVG}text[2]").itertext())  # type: ignore[union-attr]
    written = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    assert re.sub(r"[\s-]", "", shown) == re.sub(r"[\s-]", "", written)

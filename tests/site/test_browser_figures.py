"""Figures in a real browser, in whatever font it has: no text leaves its figure or stands on another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from coachkist.site.colours import colour_css
from coachkist.writers.html import PageContext, block_html
from tests.figures.samples import SAMPLES, WRITTEN

WEB = Path(__file__).parents[2] / "generator" / "coachkist" / "web"
SHOWN = "[...document.querySelectorAll('svg.ck-drawing')].filter(svg => svg.getClientRects().length)"
MISPLACED = (
    f"() => {SHOWN}"
    """.flatMap(svg => {
  const room = svg.viewBox.baseVal, texts = [...svg.querySelectorAll('text')];
  const boxes = texts.map(text => text.getBBox());
  return texts.flatMap((text, i) => {
    const a = boxes[i], out = a.x < -1 || a.x + a.width > room.width + 1;
    // The box of a line is higher than its letters: neighbours may share the space between the lines.
    const met = boxes.slice(i + 1).some(b => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1
      && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height - 4);
    return out || met ? [text.textContent] : [];
  });
})"""
)


@pytest.mark.parametrize("width", [320, 1000])
def test_no_text_leaves_its_figure_or_meets_another(browser: Browser, width: int) -> None:
    css = "".join((WEB / name).read_text(encoding="utf-8") for name in ("coachkist.css", "figures.css"))
    css += "html { font-size: 20px } body { margin: 16px }" + colour_css("#14606b").decode()
    drawings = [*SAMPLES.values(), *(replace(one, id=f"blad-{one.id}") for one in WRITTEN.values())]
    figures = "".join(block_html(drawing, PageContext("modellen/x/")) for drawing in drawings)
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(
        f'<!doctype html><html lang="nl"><style>{css}</style><body data-md-color-scheme="default">'
        f'<article class="md-typeset">{figures}</article>'
    )
    assert page.evaluate(f"{SHOWN}.length") == len(drawings)  # of two widths, exactly one is shown
    assert page.evaluate(MISPLACED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()

"""A form in the viewer of a real browser: what was filled in is there to see."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader, PdfWriter

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose
from coachkist.pdf.form import write_form
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES
from tests.browser import open_browser
from tests.site.conftest import PATIENCE

SMALLEST_PICTURE = 40_000
"""Bytes: a viewer without its page is one grey plane, and far smaller."""
DARK_PIXELS = """urls => Promise.all(urls.map(async url => {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const paper = new OffscreenCanvas(image.width, image.height).getContext("2d");
  paper.drawImage(image, 0, 0);
  const { data } = paper.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) dark += data[at] + data[at + 1] + data[at + 2] < 540;
  return dark;
}))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


def picture(page: Page, pdf: Path) -> bytes:
    """What the viewer shows, once it shows the page and nothing moves any more."""
    page.goto(pdf.as_uri())
    before = b""
    for _ in range(PATIENCE // 500):
        now = page.screenshot()
        if now == before and len(now) > SMALLEST_PICTURE:
            return now
        before = now
        time.sleep(0.5)
    raise AssertionError("the viewer does not come to rest")


def test_what_was_filled_in_is_seen_in_the_viewer(catalogue: Catalogue, browser: Browser, tmp_path: Path) -> None:
    document = compose(catalogue.sheets["kijkwijzer-krachtige-leeromgeving"], catalogue)
    blank, filled = tmp_path / "blank.pdf", tmp_path / "filled.pdf"
    blank.write_bytes(write_form(document, Typesetter(TEMPLATES)))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank.read_bytes())))
    fields = writer.get_fields() or {}
    words = {name: "Zij kijkt, wacht en vraagt door." for name, field in fields.items() if field["/FT"] == "/Tx"}
    crosses = {name: "/vaak" for name, field in fields.items() if field["/FT"] == "/Btn"}
    writer.update_page_form_field_values(writer.pages[0], words | crosses, auto_regenerate=False)
    writer.write(filled)

    page = browser.new_page(viewport={"width": 1000, "height": 1250})
    pictures = [picture(page, path) for path in (blank, filled)]
    page.goto("about:blank")
    urls = [f"data:image/png;base64,{base64.b64encode(one).decode()}" for one in pictures]
    without, with_answers = page.evaluate(DARK_PIXELS, urls)
    assert with_answers - without > 50 * len(crosses) + 100 * len(words), (without, with_answers)

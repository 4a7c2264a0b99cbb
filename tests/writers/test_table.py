"""The table of writers: every format writes every kind of document."""

from __future__ import annotations

import pytest

from coachkist.catalogue.catalogue import Catalogue
from coachkist.document.compose import compose
from coachkist.typeset.compiler import Typesetter
from coachkist.writers import WRITERS, Tools
from coachkist.writers.html import PageContext
from coachkist.writers.typst import TEMPLATES

STARTS = {"markdown": "#", "pdf": b"%PDF-", "pdf-grey": b"%PDF-", "docx": b"PK", "png": b"\x89PNG"}


@pytest.fixture(scope="module")
def tools() -> Tools:
    typesetter = Typesetter(TEMPLATES)
    return Tools(PageContext("werkvormen/x/", {}), lambda: typesetter)


@pytest.mark.parametrize("name", list(WRITERS))
@pytest.mark.parametrize("entry", ["vlekjesmethode", "kijkwijzer-krachtige-leeromgeving", "vlekjes-kaarten"])
def test_every_writer_writes_every_kind(name: str, entry: str, catalogue: Catalogue, tools: Tools) -> None:
    document = compose(catalogue.by_id[entry], catalogue)
    written = WRITERS[name].write(document, tools)
    start = STARTS[name]
    if isinstance(written, str):
        assert isinstance(start, str)
        assert start in written
        assert document.title in written
    else:
        assert isinstance(start, bytes)
        assert written.startswith(start)


def test_formats_have_files_of_their_own() -> None:
    suffixes = [writer.suffix for writer in WRITERS.values()]
    assert len(set(suffixes)) == len(suffixes) == len(STARTS)

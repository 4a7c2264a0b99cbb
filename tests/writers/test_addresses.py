"""Addresses are a pure function of kind and id; links are relative and come out where they should."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from coachkist.writers.addresses import FOLDERS, asset_url, page_url, relative, source_file

PAGES = ["", "werkvormen/", "werkvormen/a/", "werkvormen/met/team/", "bladen/b/"]
TARGETS = [*PAGES, "werkvormen/a/#variant", "bladen/b/b.pdf", "catalogue.json"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_relative_leads_to_the_target(page: str, target: str) -> None:
    base = "https://school.be/kist/"
    link = relative(target, page)
    assert not link.startswith("/")
    assert urljoin(base + page, link) == base + target


@pytest.mark.parametrize(
    ("url", "file"),
    [("", "index.md"), ("werkvormen/", "werkvormen/index.md"), ("werkvormen/met/team/", "werkvormen/met/team.md")],
)
def test_source_file(url: str, file: str) -> None:
    assert source_file(url) == file


def test_every_kind_has_its_own_folder() -> None:
    assert len(set(FOLDERS.values())) == len(FOLDERS)
    assert page_url("sheet", "a") == "bladen/a/"
    assert asset_url("sheet", "a", ".pdf") == "bladen/a/a.pdf"

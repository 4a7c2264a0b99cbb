"""A page for `file://`: links name files, modules are classic scripts, data are scripts."""

from __future__ import annotations

import json

import pytest

from coachkist.site.offline import data_script, offline_page


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../kijkwijzer/", "../kijkwijzer/index.html"),
        ("../kijkwijzer/#team", "../kijkwijzer/index.html#team"),
        ("../kijkwijzer/&#35;team", "../kijkwijzer/index.html#team"),
        ("./?q=les&amp;met=team", "./index.html?q=les&amp;met=team"),
        ("./?q=les", "./index.html?q=les"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("kijkwijzer.pdf", "kijkwijzer.pdf"),
        ("#team", "#team"),
        ("?q=les", "?q=les"),
        ("https://elders.invalid/", "https://elders.invalid/"),
        ("mailto:a@elders.invalid", "mailto:a@elders.invalid"),
    ],
)
def test_links_to_folders_name_their_page(link: str, named: str) -> None:
    assert offline_page(f'<a href="{link}">', "a/index.html") == f'<a href="{named}">'


def test_modules_become_classic_and_the_stand_in_comes_first() -> None:
    page = '<head></head><script type="module" src="../assets/a/main.js"></script>'
    made = offline_page(page, "kies/index.html")
    assert '<script src="../assets/a/main.js" defer></script>' in made
    assert made.index('src="../assets/offline/worker.js"') < made.index("</head>")


def test_scripts_in_the_page_stay_as_they_are() -> None:
    page = "<script>x = '<a href=\"a/\">'</script>"
    assert offline_page(page, "index.html") == page


def test_data_script_holds_the_data() -> None:
    script = data_script("a.json", '{"x": "</script>"}\n')
    assert script.startswith('(window.coachkistData ??= {})["a.json"] = ')
    assert json.loads(script.partition(" = ")[2].rstrip(";\n")) == {"x": "</script>"}

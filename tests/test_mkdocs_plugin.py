"""The plugin: a config of long ago gets the style sheets and scripts of today."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from coachkist.mkdocs_plugin import CoachkistPlugin
from tests.site_project import ROOT

BEFORE = """site_name: Proef
theme: {name: material, font: false}
extra_css: [assets/edition.css, eigen.css]
plugins: []
"""


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "mkdocs.yml").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    return CoachkistPlugin().on_config(load_config(str(tmp_path / "mkdocs.yml")))


def test_styles_and_scripts_are_those_of_the_base(config: MkDocsConfig) -> None:
    base = load_config(str(ROOT / "mkdocs.yml"))
    assert config.extra_css == [*base.extra_css, "eigen.css"]
    assert config.extra_javascript == base.extra_javascript
    assert len(config.extra_javascript) > 1


def test_once_is_enough(config: MkDocsConfig) -> None:
    styles, scripts = list(config.extra_css), list(config.extra_javascript)
    again = CoachkistPlugin().on_config(config)
    assert (again.extra_css, again.extra_javascript) == (styles, scripts)

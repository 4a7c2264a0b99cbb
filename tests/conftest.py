"""Fixtures that every test may use."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coachkist.catalogue.catalogue import Catalogue
from coachkist.catalogue.load import load_catalogue
from coachkist.document.compose import compose
from coachkist.source.strings import load_strings
from coachkist.strings import Strings
from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES, write_pdf

ROOT = Path(__file__).parents[1]

# A busy machine makes an example slow without anything being wrong.
settings.register_profile("coachkist", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("coachkist")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files instead of comparing")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share what takes long to make (a built site) go to one process; those of one file stay together."""
    for item in items:
        shared = "built_site" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("built site" if shared else item.nodeid.partition("::")[0]))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file, or rewrites the file when asked to."""
    refresh = bool(request.config.getoption("--golden"))

    def compare(path: Path, text: str) -> None:
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"{path} is missing: run pytest --golden and look at what it holds"
        expected = path.read_bytes().decode("utf-8")
        lines = difflib.unified_diff(
            expected.splitlines(), text.splitlines(), str(path), "what the code makes now", lineterm=""
        )
        assert text == expected, "\n".join(lines)

    return compare


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def strings() -> Strings:
    """The Dutch texts."""
    return load_strings(ROOT)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue."""
    result = load_catalogue(ROOT)
    assert result.catalogue is not None, [problem.code for problem in result.problems]
    return result.catalogue


@pytest.fixture(scope="session")
def workbook_pdf(catalogue: Catalogue) -> Callable[[str], bytes]:
    """Prints a workbook of the real catalogue, each once: they are long."""
    typesetter = Typesetter(TEMPLATES)

    @functools.cache
    def pdf(name: str) -> bytes:
        made = write_pdf(compose(catalogue.workbooks[name], catalogue), typesetter)
        typesetter.forget()
        return made

    return pdf

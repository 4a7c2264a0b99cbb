"""The site's engine: MkDocs makes a site of pages that are there already. What it warns of becomes a problem."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from coachkist.diagnostics import Problem, Severity, Span

CONFIG = Path("mkdocs.yml")
PREPARED = "coachkist_prepared"
"""Key under MkDocs' `extra` that tells our hook that the pages have been made already."""

SCHOOL = "school"
"""Key under MkDocs' `extra` with the folder of the school whose edition is made, relative to mkdocs.yml."""


def run_mkdocs(root: Path, pages: Path, into: Path, school: Path | None) -> list[Problem]:
    """Lets MkDocs build the folder `pages` of the project at `root`; gives what it warns of, such as a broken link."""
    with _listening() as texts:
        config = load_config(str(root / CONFIG), site_dir=str(into), docs_dir=str(pages))
        config.extra[PREPARED] = True
        config.extra[SCHOOL] = str(school) if school is not None else ""
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    return [Problem("site-warning", Span(CONFIG.as_posix()), {"text": text}, Severity.ERROR) for text in texts]


def warm_up(root: Path) -> None:
    """Loads what a build of the project at `root` will need; what is wrong there is told when it is built."""
    with _listening():
        load_config(str(root / CONFIG)).theme.get_env()


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collects what MkDocs says that is wrong; ends quietly where MkDocs gives up."""
    collector = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.texts
    except (Abort, MkDocsException) as error:
        collector.texts.append(str(error))
    finally:
        logger.removeHandler(collector)


class _Warnings(logging.Handler):
    """Keeps the texts of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one."""
        self.texts.append(record.getMessage())

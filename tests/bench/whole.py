"""The whole real catalogue, workbooks included: made from nothing, and again after somebody changed one tip."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.books import EDIT
from tests.bench.measure import PYTHON, run
from tests.bench.printing import ROOT
from tests.bench.report import Row
from tests.site_project import make_project


def whole_catalogue(folder: Path) -> list[Row]:
    """The rows of this bench; the project is made in the new `folder`."""
    project = make_project(folder)
    shutil.copytree(ROOT / "content/workbooks", project / "content/workbooks")
    build = [PYTHON, "-m", "coachkist.cli", "--root", project, "build"]
    cold = run(build, project)
    warm = run(build, project)
    EDIT.make(project)
    edited = run(build, project)
    pages = len(list((project / "site").rglob("*.html")))
    figures = f"{warm.seconds:.1f} s against {cold.seconds:.1f} s, {pages} pages"
    return [
        Row("the whole catalogue again, against the first time", warm.seconds / cold.seconds, 0.5, figures),
        Row(
            "the whole catalogue with one tip edited, against the first time",
            edited.seconds / cold.seconds,
            0.75,
            f"{edited.seconds:.1f} s against {cold.seconds:.1f} s; the workbooks that hold the tip are set again",
        ),
    ]

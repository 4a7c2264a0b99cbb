"""Plain `mkdocs build` works by itself, and stops with a message where the YAML is broken."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from watchdog.observers.polling import PollingObserver

from coachkist import mkdocs_hook
from tests.site_project import make_project

MKDOCS = [sys.executable, "-m", "mkdocs"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "kist")


@pytest.fixture(autouse=True)
def not_serving() -> Any:
    yield
    mkdocs_hook.on_shutdown()
    mkdocs_hook.on_startup(command="build", dirty=False)


def test_mkdocs_build_and_broken_yaml(project: Path) -> None:
    made = subprocess.run([*MKDOCS, "build", "--strict"], cwd=project, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert (project / "site" / "werkvormen" / "kijkwijzer" / "index.html").is_file()
    (project / "methods" / "kijkwijzer.yml").write_text("id: [", encoding="utf-8")
    broken = subprocess.run([*MKDOCS, "build"], cwd=project, capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert "methods/kijkwijzer.yml:1" in broken.stderr
    assert "Traceback" not in broken.stderr


def test_serving_survives_broken_yaml(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    (project / "methods" / "kijkwijzer.yml").write_text("id: [", encoding="utf-8")
    mkdocs_hook.on_startup(command="serve", dirty=True)
    mkdocs_hook.on_pre_build(config)
    assert "methods/kijkwijzer.yml:1" in caplog.text
    mkdocs_hook.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError):
        mkdocs_hook.on_pre_build(config)


def test_server_watches_yaml_instead_of_pages(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    watched = {config.docs_dir}
    server: Any = SimpleNamespace(watch=watched.add, unwatch=watched.remove, observer=PollingObserver())
    mkdocs_hook.on_serve(server, config, builder=None)
    gc.unfreeze()
    assert watched == {str(project / "methods"), str(project / "content"), str(project / mkdocs_hook.PAPER_READY)}

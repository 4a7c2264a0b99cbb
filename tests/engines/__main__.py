"""`make engines`: builds the written pages with Zensical and ProperDocs too, and says what comes out differently.

Each engine lives in a virtual environment of its own, from its lock file beside this one. An engine that cannot be
installed or that fails is told, and fails nothing: this looks ahead, it holds nobody up.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from coachkist.build import PAGES, build_site
from coachkist.source.strings import load_strings
from tests.bench.measure import run
from tests.engines.compare import differences

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
THEME = "theme"
VENVS = ROOT / ".cache" / "engines"


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that builds what MkDocs builds."""

    name: str
    command: str


ENGINES = (Engine("zensical", "zensical"), Engine("properdocs", "properdocs"))


def main() -> None:
    """Builds with MkDocs, then with each engine, and prints what differs."""
    with tempfile.TemporaryDirectory(prefix="coachkist-engines-") as scratch:
        folder = Path(scratch)
        ours = folder / "mkdocs"
        if build_site(ROOT, ours).problems:
            print("engines: left out; first mend what `coachkist build` says")
            return
        for engine in ENGINES:
            print(f"engines: {engine.name}", flush=True)
            for line in _tried(engine, ours, folder / engine.name):
                print(f"  {line}", flush=True)


def _tried(engine: Engine, ours: Path, folder: Path) -> Iterator[str]:
    """What there is to tell about one engine."""
    try:
        python = _installed(engine)
    except subprocess.CalledProcessError as error:
        yield f"left out: it cannot be installed here ({_last(error)})"
        return
    yield _version(python, engine)
    program = python.with_name(engine.command)
    for overrides in (True, False):
        _write_project(folder, overrides)
        try:
            took = run([program, "build", "-f", "mkdocs.yml"], folder)
        except subprocess.CalledProcessError as error:
            yield f"fails with {'our overrides of the theme' if overrides else 'its own theme'}: {_last(error)}"
            continue
        with_theme = "with our overrides of the theme" if overrides else "with its own theme"
        yield f"built {with_theme} in {took.seconds:.1f} s"
        yield from list(differences(ours, folder / "site")) or ["no differences"]
        return


def _installed(engine: Engine) -> Path:
    """The Python of the engine's environment; raises CalledProcessError where it cannot be made."""
    home, lock = VENVS / engine.name, HERE / f"{engine.name}.lock"
    python, stamp = home / "bin" / "python", home / "lock"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != lock.read_text(encoding="utf-8"):
        venv.create(home, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--require-hashes"]
        subprocess.run([*pip, "-r", str(lock)], check=True, capture_output=True, text=True)
        stamp.write_text(lock.read_text(encoding="utf-8"), encoding="utf-8")
    return python


def _version(python: Path, engine: Engine) -> str:
    code = f"import importlib.metadata as m; print(m.version({engine.name!r}))"
    return f"version {subprocess.run([python, '-c', code], check=True, capture_output=True, text=True).stdout.strip()}"


def _write_project(folder: Path, overrides: bool) -> None:
    """A project for an engine: the pages as written, our settings, and what our hook would add to those."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / PAGES, folder / "docs")
    config: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    custom = config["theme"].pop("custom_dir")
    if overrides:
        shutil.copytree(ROOT / custom, folder / THEME)
        config["theme"]["custom_dir"] = THEME
    del config["hooks"]
    config["extra"] = {**config["extra"], "words": load_strings(ROOT).section("site.theme"), "without": []}
    config.update(docs_dir="docs", site_dir="site")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _last(error: subprocess.CalledProcessError) -> str:
    lines = [line.strip() for line in f"{error.stdout or ''}\n{error.stderr or ''}".splitlines() if line.strip()]
    return lines[-1][:300] if lines else f"exit code {error.returncode}"


if __name__ == "__main__":
    main()

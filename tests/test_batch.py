"""Many schools: each whole or not at all, none in another's way, going on where it was; here and on a cluster."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from coachkist.batch import build_schools, pool
from coachkist.batch_task import STATE_FILE, Outcome, State, Task, build_school, plan_tasks
from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from coachkist.strings import Strings
from tests.conftest import ROOT
from tests.site_project import make_project

SHEET = "oefenblad"
CHOSEN = {"methods": "kijkwijzer", "models": "", "tips": "", "chapters": "", "sheets": "nagesprek"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with four schools, one of them broken."""
    root = tmp_path / "kist"
    shutil.copytree(ROOT / "tests/broken/base", root)
    for name in ("a", "b", "c", "stuk"):
        add_school(root, name)
    (root / "content/schools/stuk/school.yml").write_text("name: x\nlevel: [lagr]\n", encoding="utf-8")
    return root


def add_school(root: Path, name: str) -> None:
    folder = root / "content/schools" / name
    folder.mkdir(parents=True)
    text = f'name: "School {name.upper()}"\ncountry: BE\nlevel: [lager]\n'
    (folder / "school.yml").write_text(text, encoding="utf-8")


def tasks(root: Path, out: Path, *names: str) -> list[Task]:
    folders = [root / "content/schools" / name for name in names or ("a", "b", "c", "stuk")]
    return plan_tasks(root, folders, out, with_site=False)


def states(outcomes: list[Outcome]) -> str:
    return " ".join(f"{one.id}:{one.state.value}" for one in outcomes)


def coachkist(root: Path, strings: Strings, *args: str) -> tuple[int, str]:
    out = io.StringIO()
    status = run(args, Terminal(out, out), lambda: strings, lambda: root, root)
    return status, out.getvalue()


def test_one_broken_school_stops_none(project: Path, strings: Strings) -> None:
    status, said = coachkist(project, strings, "schools", "--out", "uit", "--papers", "--jobs", "2")
    assert status == 1
    assert "content/schools/stuk/school.yml:2:9: choice-unknown" in said
    assert "3 gemaakt, 0 niet veranderd, 1 mislukt." in said
    report = json.loads((project / "uit/rapport.json").read_text(encoding="utf-8"))
    assert [row["state"] for row in report["schools"]] == ["built", "built", "built", "failed"]
    assert {problem["line"] for problem in report["schools"][3]["problems"]} == {1, 2}
    for name in ("a", "b", "c"):
        assert list((project / "uit" / name / "print").rglob("*.pdf"))
        assert report["schools"]["abc".index(name)]["files"] == len(
            list((project / "uit" / name / "print").rglob("*.*"))
        )
    assert not (project / "uit/stuk").exists()
    assert not list((project / "uit").glob("*.new"))


def test_only_what_changed_is_made_again_and_a_mistake_keeps_what_was_there(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    made: list[str] = []
    first = build_schools(tasks(project, out, "a", "b"), here, 1, lambda one: made.append(one.id))
    assert states(first) == "a:built b:built"
    assert sorted(made) == ["a", "b"]
    assert states(build_schools(tasks(project, out, "a", "b"), no_executor, 1, ignore)) == "a:unchanged b:unchanged"
    school = project / "content/schools/b/school.yml"
    before = school.read_text(encoding="utf-8")
    school.write_text(before.replace("School B", "School Beter"), encoding="utf-8")
    assert states(build_schools(tasks(project, out, "a", "b"), here, 1, ignore)) == "a:unchanged b:built"
    kept = {path: path.read_bytes() for path in (out / "b").rglob("*.*")}
    school.write_text(before.replace("BE", "XX"), encoding="utf-8")
    (failed,) = build_schools(tasks(project, out, "b"), here, 1, ignore)
    assert (failed.state, [problem.code for problem in failed.problems]) == (State.FAILED, ["choice-unknown"])
    assert {path: path.read_bytes() for path in (out / "b").rglob("*.*")} == kept
    (project / "content/edition.yml").touch()
    assert states(build_schools(tasks(project, out, "a"), here, 1, ignore)) == "a:built"


def test_other_options_make_it_anew(project: Path, tmp_path: Path) -> None:
    folders = [project / "content/schools/a"]
    plain, fewer = (plan_tasks(project, folders, tmp_path, with_site=False, only=only) for only in ((), (SHEET,)))
    assert plain[0].stamp != fewer[0].stamp
    assert plain[0].stamp == plan_tasks(project, folders, tmp_path, with_site=False)[0].stamp


def test_what_a_network_changes_changes_its_schools(project: Path, tmp_path: Path) -> None:
    with (project / "content/schools/b/school.yml").open("a", encoding="utf-8") as file:
        file.write("extends: a\n")
    (before_a, before_b, before_c) = (task.stamp for task in tasks(project, tmp_path, "a", "b", "c"))
    (project / "content/schools/a/school.yml").write_text("name: y\n", encoding="utf-8")
    (a, b, c) = (task.stamp for task in tasks(project, tmp_path, "a", "b", "c"))
    assert a != before_a
    assert b != before_b
    assert c == before_c


class Dying(Executor):
    """Runs tasks at once, but dies of one of them and of whatever is handed out beside it, as a pool does."""

    def __init__(self, killer: str) -> None:
        self.killer = killer
        self.dead = False

    def submit(self, fn: Any, /, *args: Any, **_kwargs: Any) -> Future[Any]:
        if self.dead:
            raise BrokenProcessPool
        future: Future[Any] = Future()
        if args[0].id == self.killer:
            self.dead = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(Outcome(args[0].id, State.BUILT))
        return future


@pytest.mark.parametrize("window", [1, 2, 3])
def test_a_process_that_dies_takes_only_its_own_school(window: int, tmp_path: Path) -> None:
    names = ["a", "b", "c", "d", "e", "f"]
    todo = [Task(tmp_path, tmp_path / name, tmp_path / "uit" / name, "x") for name in names]

    @contextmanager
    def opened() -> Iterator[Executor]:
        yield Dying("c")

    outcomes = build_schools(todo, opened, window, ignore)
    assert states(outcomes) == "a:built b:built c:failed d:built e:built f:built"
    assert outcomes[2].crash


def test_a_fault_of_ours_is_told_and_stops_nothing(tmp_path: Path) -> None:
    outcome = build_school(Task(tmp_path, tmp_path / "a", tmp_path / "uit" / "a\0", "x", with_site=False))
    assert outcome.state is State.FAILED
    assert "Traceback" in outcome.crash


def test_killed_and_run_again_it_goes_on(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    for number in range(12):
        add_school(project, f"s{number}")
    command = [sys.executable, "-m", "coachkist.cli", "schools", "--out", str(out), "--papers", "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    give_up = time.monotonic() + 120
    while len(list(out.glob(f"*/{STATE_FILE}"))) < 2 and time.monotonic() < give_up:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = {path.parent.name for path in out.glob(f"*/{STATE_FILE}")}
    assert 2 <= len(done) < 15
    everything = [
        name for name in sorted(path.name for path in (project / "content/schools").iterdir()) if name != "stuk"
    ]
    outcomes = build_schools(tasks(project, out, *everything), here, 1, ignore)
    assert {one.id for one in outcomes if one.state is State.UNCHANGED} == done
    assert not [one for one in outcomes if one.state is State.FAILED]
    assert not [path for path in out.iterdir() if path.suffix]


def test_a_site_and_papers_in_processes_of_their_own(tmp_path: Path) -> None:
    root = make_project(tmp_path / "kist")
    add_school(root, "a")
    chosen = "".join(
        f"  {kind}:\n    only:\n      ids: [{ids}]\n"
        for kind, ids in {
            "methods": "kijkwijzer",
            "models": "",
            "tips": "",
            "chapters": "",
            "sheets": "nagesprek",
        }.items()
    )
    with (root / "content/schools/a/school.yml").open("a", encoding="utf-8") as file:
        file.write(f"choices:\n{chosen}")
    (outcome,) = build_schools(plan_tasks(root, [root / "content/schools/a"], tmp_path / "uit"), pool(1), 1, ignore)
    assert outcome.state is State.BUILT, outcome
    made = tmp_path / "uit/a"
    assert "School A" in (made / "site/index.html").read_text(encoding="utf-8")
    assert (made / "site/bladen/nagesprek/index.html").is_file()
    assert sorted(path.name for path in made.iterdir()) == [STATE_FILE, "print", "site"]


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A Dask scheduler and two workers on this computer."""
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    settings: dict[str, Any] = {"cwd": tmp_path, "env": environment, "stderr": subprocess.DEVNULL}
    quiet = ["--no-dashboard", "--scheduler-file", str(file)]
    commands = [
        [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", *quiet],
        *[[sys.executable, "-m", "distributed.cli.dask_worker", "--host", "127.0.0.1", "--nthreads", "1", *quiet]] * 2,
    ]
    processes = [subprocess.Popen(command, **settings) for command in commands]
    give_up = time.monotonic() + 60
    while not file.is_file() and time.monotonic() < give_up:
        time.sleep(0.05)
    try:
        yield json.loads(file.read_text(encoding="utf-8"))["address"]
    finally:
        for process in reversed(processes):
            process.kill()
        for process in processes:
            process.wait()


def test_on_a_cluster_the_same_comes_out(project: Path, strings: Strings, scheduler: str) -> None:
    status, said = coachkist(project, strings, "schools", "--out", "wolk", "--papers", "--scheduler", scheduler)
    assert status == 1
    assert "3 gemaakt, 0 niet veranderd, 1 mislukt." in said
    build_schools(tasks(project, project / "hier", "a"), here, 1, ignore)
    papers = {path.name: path.read_bytes() for path in (project / "hier/a/print").rglob("*.*")}
    assert {path.name: path.read_bytes() for path in (project / "wolk/a/print").rglob("*.*")} == papers


def test_a_cluster_that_is_not_there(project: Path, strings: Strings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachkist.batch.PATIENCE", "1s")
    status, said = coachkist(project, strings, "schools", "--out", "wolk", "--scheduler", "tcp://127.0.0.1:1")
    assert status == 1
    assert "het cluster op tcp://127.0.0.1:1 antwoordt niet" in said
    status, said = coachkist(project, strings, "schools", "--out", "wolk", "--only", "x")
    assert status == 2
    assert "er is geen school ‘x’. Kies uit a, b, c, stuk." in said


class Here(Executor):
    """This process."""

    def submit(self, fn: Any, /, *args: Any, **_kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args))
        return future


@contextmanager
def here() -> Iterator[Executor]:
    yield Here()


@contextmanager
def no_executor() -> Iterator[Executor]:
    raise AssertionError("there is nothing to do")
    yield Here()


def ignore(_outcome: Outcome) -> None:
    """Nobody watches."""


def test_processes_start_afresh_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachkist.batch.IN_A_ROW", 2)
    todo = [Task(tmp_path, tmp_path / name, tmp_path / "uit" / name, "x") for name in "abcde"]
    started: list[Executor] = []

    @contextmanager
    def opened() -> Iterator[Executor]:
        started.append(Dying("nobody"))
        yield started[-1]

    assert states(build_schools(todo, opened, 1, ignore)) == " ".join(f"{name}:built" for name in "abcde")
    assert len(started) == 3

"""What goes wrong outside the content: crashes, interruptions, full disks. Nobody ever sees a traceback."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

from coachkist import __version__, build
from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from tests.test_cli import METHOD, CommandLine, Stream, coachkist, project, spoil

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from coachkist.strings import Strings

__all__ = ["coachkist", "project"]


def test_a_crash_is_logged_and_told_in_dutch(strings: Strings, tmp_path: Path) -> None:
    def broken_folder() -> Path:
        raise RuntimeError("dit is de oorzaak")

    out, err = Stream("utf-8", False), Stream("utf-8", False)
    status = run(["check"], Terminal(out, err), lambda: strings, broken_folder, tmp_path)
    (log,) = tmp_path.glob("coachkist-*.log")
    assert status == 1
    assert str(log) in err.text()
    assert "Traceback" not in err.text()
    assert len(err.text().splitlines()) == 1
    details = log.read_text(encoding="utf-8")
    assert "RuntimeError: dit is de oorzaak" in details
    assert __version__ in details


def test_debug_shows_the_details(strings: Strings, tmp_path: Path) -> None:
    def broken_folder() -> Path:
        raise RuntimeError("dit is de oorzaak")

    err = Stream("utf-8", False)
    run(["check", "--debug"], Terminal(Stream("utf-8", False), err), lambda: strings, broken_folder, tmp_path)
    assert "RuntimeError: dit is de oorzaak" in err.text()


def test_a_crash_without_a_place_for_its_log(strings: Strings, tmp_path: Path) -> None:
    def broken_folder() -> Path:
        raise RuntimeError("dit is de oorzaak")

    err = Stream("utf-8", False)
    args = ["check"]
    status = run(args, Terminal(Stream("utf-8", False), err), lambda: strings, broken_folder, tmp_path / "none")
    assert status == 1
    assert "--debug" in err.text()


def test_a_strings_file_that_cannot_be_read(tmp_path: Path) -> None:
    def broken_words() -> Strings:
        raise ValueError("geen YAML")

    err = Stream("utf-8", False)
    status = run(["check"], Terminal(Stream("utf-8", False), err), broken_words, lambda: tmp_path, tmp_path)
    assert status == 1
    assert "Coachkist liep vast" in err.text()


def test_ctrl_c_ends_with_one_line(strings: Strings, tmp_path: Path) -> None:
    def interrupted() -> Path:
        raise KeyboardInterrupt

    err = Stream("utf-8", False)
    status = run(["check"], Terminal(Stream("utf-8", False), err), lambda: strings, interrupted, tmp_path)
    assert status == 130
    assert err.text().strip() == "Gestopt."


def test_a_build_with_problems_says_that_the_site_was_not_made(coachkist: CommandLine, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("vorige", encoding="utf-8")
    spoil(project)
    outcome = coachkist("build")
    assert outcome.status == 1
    assert outcome.out.startswith(f"{METHOD}:")
    assert outcome.err.startswith("De site is niet gemaakt.")
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "vorige"


def test_a_full_disk_is_told(coachkist: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_settings: object) -> build.Report:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    monkeypatch.setattr(build, "build_site", full)
    outcome = coachkist("build")
    assert outcome.status == 1
    assert "site/index.html kan niet geschreven worden" in outcome.err
    assert "No space" not in outcome.err


def test_an_oserror_that_is_our_own_fault_is_a_crash(coachkist: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_args: object, **_settings: object) -> build.Report:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "template.j2")

    monkeypatch.setattr(build, "build_site", lost)
    assert coachkist("build").status == 1
    assert len(list(coachkist.logs.glob("coachkist-*.log"))) == 1


def test_progress_is_shown_on_a_terminal_only(coachkist: CommandLine, project: Path) -> None:
    spoil(project)
    assert "Bouwen" not in coachkist("build").err
    assert "Bouwen" in coachkist("build", terminal=True).err


def test_a_port_that_is_in_use_is_told(coachkist: CommandLine) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = coachkist("serve", "--port", str(port))
    assert outcome.status == 1
    assert f"Poort {port} is al in gebruik." in outcome.err


def command(*args: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "coachkist.cli", *args]
    return subprocess.run(words, capture_output=True, env=environment, check=False, timeout=300)


def test_as_a_program(project: Path) -> None:
    sound = command("--root", str(project), "check")
    assert (sound.returncode, sound.stderr) == (0, b"")
    spoil(project)
    assert command("--root", str(project), "check").returncode == 1
    assert command("chek").returncode == 2


def test_a_reader_that_stops_early_sees_no_traceback(project: Path) -> None:
    spoil(project)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "coachkist.cli", "--root", str(project), "check"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=300) == 1

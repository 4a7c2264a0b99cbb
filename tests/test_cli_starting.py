"""`coachkist init` with somebody at the keyboard, and what it leaves for later."""

from __future__ import annotations

import io
from pathlib import Path

from coachkist.build import keep_loose
from coachkist.cli import run
from coachkist.cli.terminal import Terminal
from coachkist.strings import Strings


class Keyboard(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self) -> bool:
        return True


def typed(strings: Strings, here: Path, *answers: str) -> tuple[int, str]:
    out = io.StringIO()
    terminal = Terminal(out, out, Keyboard("".join(f"{answer}\n" for answer in answers)))
    return run(["init", "boog"], terminal, lambda: strings, lambda: here, here), out.getvalue()


def test_a_wrong_answer_is_told_at_once_and_asked_again(strings: Strings, tmp_path: Path) -> None:
    answers = ("De Boog", "belgie", "be", "basis", "lager", "boog.be", "", "blauw", "#AA3300", "weg.png", "")
    status, out = typed(strings, tmp_path, *answers)
    assert status == 0, out
    assert out.index("Hoe heet de school?") < out.index("In welk land?") < out.index("Welk onderwijs?")
    assert "‘belgie’ kan niet. Kies uit BE, NL." in out
    assert "‘basis’ kan niet. Kies uit kleuter, lager" in out
    assert "het bestand ‘weg.png’ bestaat niet." in out
    for question in ("Waar komt de site?", "Welke kleur", "Waar staat het logo?"):
        assert out.count(question) == 2
    written = (tmp_path / "boog" / "school.yml").read_text(encoding="utf-8")
    assert 'name: "De Boog"' in written
    assert 'colour: "#aa3300"' in written


def test_examples_are_of_what_is_not_filled_in_yet(strings: Strings, tmp_path: Path) -> None:
    assert typed(strings, tmp_path, "De Boog", "be", "lager", "", "#AA3300", "")[0] == 0
    lines = (tmp_path / "boog" / "school.yml").read_text(encoding="utf-8").splitlines()
    assert '# logo: "logo.svg"' in lines
    assert not [line for line in lines if line.startswith("# colour:")]


def test_news_in_a_new_folder_says_how_to_begin(strings: Strings, tmp_path: Path) -> None:
    typed(strings, tmp_path, "De Boog", "be", "lager", "", "", "")
    out = io.StringIO()
    here = tmp_path / "boog"
    assert run(["news"], Terminal(out, out), lambda: strings, lambda: here, here) == 1
    assert "‘coachkist accept’" in out.getvalue()
    assert "None" not in out.getvalue()


def test_a_new_print_set_leaves_loose_files_alone(tmp_path: Path) -> None:
    old, new = tmp_path / "print", tmp_path / "print.new"
    (old / "Bladen").mkdir(parents=True)
    (old / "Bladen" / "Weg.pdf").write_bytes(b"1")
    (old / "onze-bundel.pdf").write_bytes(b"2")
    new.mkdir()
    keep_loose(old, new)
    assert [path.name for path in new.iterdir()] == ["onze-bundel.pdf"]
    keep_loose(tmp_path / "geen", new)

"""Spelling, with hunspell itself: `make test` installs it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from coachkist.diagnostics import Severity
from coachkist.language import hunspell, spelling
from coachkist.language.hunspell import SpellerMissingError, unknown_words
from coachkist.language.prose import catalogue_prose
from coachkist.language.spelling import WORD_LIST, check, read_words, word_list
from coachkist.language.text import Passage, Piece, Prose
from coachkist.source.nodes import Place, SourceFile
from tests.language.conftest import Spoil


def prose(*lines: str) -> Prose:
    text = "\n".join(lines)
    passages = tuple(Passage((Piece(line, line),)) for line in lines)
    return Prose(passages, Place(SourceFile.of("tekst.yml", text), 1, 1, 0, len(text)), "do")


def wrong(text: str, *listed: str) -> list[str]:
    return [str(problem.values["word"]) for problem in check([prose(text)], frozenset(listed))]


def test_an_unknown_word_is_told_with_its_place_and_the_best_suggestion(spoil: Spoil, project: Path) -> None:
    old = 'do: "Geef de les en let op de {leerlingen}."'
    catalogue = spoil("methods/oefening.yml", old, 'do: "Geef de les, en let op een paar leerlngen."')
    (problem,) = check(catalogue_prose(catalogue), word_list(project))
    assert (problem.code, problem.severity) == ("spelling", Severity.WARNING)
    assert (problem.span.file, problem.span.line) == ("methods/oefening.yml", 23)
    assert problem.quote[problem.span.column - 1 :] == 'leerlngen."'
    assert problem.values["word"] == "leerlngen"
    assert problem.values["near"] == "leerlingen"


def test_a_word_is_told_once_in_a_text_at_its_first_place() -> None:
    problems = check([prose("Goed.", "Een foutt, en nog een foutt."), prose("Weer een foutt.")], frozenset())
    assert [(problem.span.line, problem.span.column) for problem in problems] == [(2, 5), (1, 10)]


def test_a_word_without_a_suggestion_has_none() -> None:
    (problem,) = check([prose("Dit is qzxwvqzxwvqzxwv.")], frozenset())
    assert "near" not in problem.values


def test_only_the_first_mistakes_get_a_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MOST_SUGGESTIONS", 1)
    problems = check([prose("Een huiss."), prose("Een boomm en een huiss.")], frozenset())
    assert [problem.values for problem in problems] == [
        {"word": "huiss", "near": "huis"},
        {"word": "boomm"},
        {"word": "huiss", "near": "huis"},
    ]


def test_good_dutch_is_left_alone() -> None:
    texts = [
        "Je kan het, en je kunt het.",
        "’s Morgens zo’n foto's, collega’s en één kopie.",
        "Eén ding: wat doet jíj dan, en wat moet ze dóén?",
        "Een leerlingenbegeleider en een klassenraad.",
        "Vier-ogen-gesprek of vragen-rondje, voor- en nadelen",
        "10-jarigen, 3e, A4 en https://voorbeld.be",
        "",
    ]
    assert check([prose(*texts)], frozenset()) == []


def test_the_word_list_is_followed() -> None:
    text = "Coachee qwor en Qwor, Zilbert en Zilberts tas, Zilbert’s tas, zilbert, qwor-gesprek"
    assert set(wrong(text, "coachee", "qwor", "Zilbert", "Zilberts")) == {"zilbert"}


def test_the_list_of_a_project_is_added_to_the_base_list(project: Path) -> None:
    (project / WORD_LIST).write_text("# uitleg\n\nqwor # een woord\nauto’s\n", encoding="utf-8")
    assert list(read_words(project / WORD_LIST)) == ["qwor", "auto's"]
    assert {"qwor", "coachee"} <= word_list(project)


def test_hunspell_is_asked_word_by_word() -> None:
    words = ["huis", "huiss", "'s", "zo'n", "co-teaching", "Eén", "qzxwvqzxwvqzxwv"]
    assert unknown_words(words) == {"huiss", "co-teaching", "Eén", "qzxwvqzxwvqzxwv"}
    assert unknown_words([]) == set()


@pytest.mark.parametrize("without", ["hunspell", "dictionary"])
def test_without_hunspell_that_is_what_is_told(without: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if without == "hunspell":
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        monkeypatch.setattr(hunspell, "DICTIONARY", "xx_XX")
    with pytest.raises(SpellerMissingError):
        check([prose("Een woord.")], frozenset())


def sections(path: Path) -> Sequence[list[str]]:
    """The words of the list between one line `# ---` and the next."""
    parts = path.read_text(encoding="utf-8").split("# --- ")[1:]
    return [[word for line in part.splitlines()[1:] if (word := line.partition("#")[0].strip())] for part in parts]


def test_the_word_list_is_in_order_and_holds_nothing_hunspell_knows(root: Path) -> None:
    assert shutil.which("hunspell")
    parts = sections(root / WORD_LIST)
    words = [word for part in parts for word in part]
    assert sorted(words) == sorted(read_words(root / WORD_LIST))
    assert len(words) > 50
    assert len(words) == len(set(words))
    assert all(" " not in word for word in words)
    for part in parts:
        assert part == sorted(part, key=str.casefold)
    # Where the dictionary knows a word, the list only hides typing errors.
    assert unknown_words(words) == set(words)

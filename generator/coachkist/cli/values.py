"""The kinds of values that options and arguments take; each refuses a wrong value with a Dutch sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from coachkist.catalogue.school import SCHOOLS
from coachkist.catalogue.where import is_workspace
from coachkist.model.base import ID_PATTERN, LONGEST_ID
from coachkist.model.slug import RESERVED, slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coachkist.strings import Strings

PROJECT_FOLDERS = ("methods", "content")
"""What a folder must hold to be a project."""


class WrongValueError(click.BadParameter):
    """A value that was refused in Dutch: unlike click's own, its message can be shown as it is."""


class DutchType(click.ParamType[object]):
    """Base of our kinds of values."""

    name = "value"

    def __init__(self, strings: Strings) -> None:
        self.strings = strings

    def refuse(self, key: str, param: click.Parameter | None, ctx: click.Context | None, **values: object) -> NoReturn:
        """Raise WrongValueError with the text `cli.usage_errors.<key>`."""
        raise WrongValueError(self.strings(f"cli.usage_errors.{key}", **values), ctx, param)


class AnyText(DutchType):
    """A text that the command itself looks at."""

    def convert(self, value: object, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return `value` as text."""
        return str(value)


class OneOf(DutchType):
    """One of a few words."""

    def __init__(self, strings: Strings, words: Sequence[str]) -> None:
        super().__init__(strings)
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """All words, with bars between them."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` in lower case; raises WrongValueError."""
        word = str(value).lower()
        if word not in self.words:
            self.refuse("choice", param, ctx, value=value, choices=", ".join(self.words))
        return word


class WholeNumber(DutchType):
    """A whole number from `least` to `most`."""

    def __init__(self, strings: Strings, least: int, most: int) -> None:
        super().__init__(strings)
        self.least = least
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return `value` as a number; raises WrongValueError."""
        text = str(value).strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else self.least - 1
        if not self.least <= number <= self.most:
            self.refuse("number", param, ctx, value=value, least=self.least, most=self.most)
        return number


class Names(DutchType):
    """Names with commas between them."""

    def convert(self, value: object, _param: click.Parameter | None, _ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names in `value`, without what stands around them."""
        names = value if isinstance(value, tuple) else str(value).split(",")
        return tuple(name.strip() for name in names if name.strip())


class Folder(DutchType):
    """A folder that may not exist yet."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return `value` as a path; raises WrongValueError."""
        path = Path(str(value))
        if path.is_file():
            self.refuse("folder_is_file", param, ctx, value=value)
        return path


class ProjectFolder(DutchType):
    """A folder that holds a project."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return `value` as an absolute path; raises WrongValueError."""
        path = Path(str(value))
        try:
            if path.is_file():
                self.refuse("folder_is_file", param, ctx, value=value)
            if not path.is_dir():
                self.refuse("folder_missing", param, ctx, value=value)
            found = path.resolve()
            if not (is_project(found) or _is_place_to_work(found)):
                self.refuse("not_a_project", param, ctx, value=value)
        except (OSError, ValueError):
            self.refuse("folder_unreadable", param, ctx, value=value)
        return found


class EntryId(DutchType):
    """A stable id for a new entry, which is also the name of its file."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` where it is a good id; raises WrongValueError, with a suggestion if there is one."""
        text = str(value)
        if not re.fullmatch(ID_PATTERN, text, re.ASCII):
            suggestion = slug(text)
            key = "bad_id_try" if suggestion else "bad_id"
            self.refuse(key, param, ctx, value=value, suggestion=suggestion)
        if len(text) > LONGEST_ID:
            self.refuse("long_id", param, ctx, value=value, most=LONGEST_ID)
        if RESERVED.fullmatch(text):
            self.refuse("reserved_id", param, ctx, value=value)
        return text


class SchoolId(DutchType):
    """The name of a school's folder; whether there is one is for the command to see, which knows the project."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` where it can be a folder's name; raises WrongValueError."""
        text = str(value).strip().strip("/")
        if not re.fullmatch(ID_PATTERN, text, re.ASCII) or len(text) > LONGEST_ID:
            self.refuse("bad_school", param, ctx, value=value)
        return text


class Title(DutchType):
    """A title on one line."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` on one line; raises WrongValueError where nothing is left."""
        title = " ".join(str(value).split())
        if not title or not title.isprintable():
            self.refuse("empty_title", param, ctx)
        return title


def is_project(folder: Path) -> bool:
    """Whether `folder` holds the folders of a project."""
    return all((folder / name).is_dir() for name in PROJECT_FOLDERS)


def _is_place_to_work(folder: Path) -> bool:
    """Whether `folder` is a school's workspace, or holds schools to build with the catalogue that travels with us."""
    return is_workspace(folder) or (folder / SCHOOLS).is_dir()


def find_project(start: Path) -> Path | None:
    """Find the nearest folder, from `start` upwards, that holds a project."""
    above = (start, *start.parents)
    places = (folder for kind in (is_project, _is_place_to_work) for folder in above if kind(folder))
    return next(places, None)

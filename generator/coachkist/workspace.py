"""A folder of a school's own to start from: its school.yml, a config for MkDocs, and what publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coachkist import __version__
from coachkist.source.edit import YamlValue, yaml_lines
from coachkist.source.logo import Logo
from coachkist.source.strings import base_root

TEMPLATES = Path("content/workspace")
FOLDERS = ("methods", "content/sheets", "content/tips", "content/pages")
"""Folders to put things in; each gets an empty file, because git forgets empty folders."""

_FILES = {
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "school.yml": "school.yml",
    "github.yml": ".github/workflows/site.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "gitignore": ".gitignore",
}
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class NewSchool:
    """What is asked of a school to begin with; what is empty is left for later."""

    name: str
    country: str
    level: tuple[str, ...]
    short_name: str = ""
    site_url: str = ""
    colour: str = ""
    logo: Logo | None = None

    @property
    def fields(self) -> Mapping[str, YamlValue]:
        """As in `school.yml`."""
        logo = f"logo.{self.logo.format}" if self.logo is not None else ""
        given: dict[str, YamlValue] = {
            "name": self.name,
            "short_name": self.short_name,
            "country": self.country,
            "level": self.level,
            "site_url": self.site_url,
            "logo": logo,
            "colour": self.colour,
        }
        return {key: value for key, value in given.items() if value}


def workspace_files(school: NewSchool) -> Iterator[tuple[str, bytes]]:
    """Every file of the new folder: its path and what is in it."""
    fields = "\n".join(yaml_lines(school.fields, 0))
    words = {"name": school.name, "version": __version__, "fields": fields}
    for template, path in _FILES.items():
        text = (base_root() / TEMPLATES / template).read_text(encoding="utf-8")
        filled = _filled(text, words)
        yield path, (_without_given(filled, school) if path == "school.yml" else filled).encode()
    yield "mkdocs.yml", mkdocs_config(school.name).encode()
    for folder in FOLDERS:
        yield f"{folder}/.gitkeep", b""
    if school.logo is not None:
        yield f"logo.{school.logo.format}", school.logo.content


def _without_given(text: str, school: NewSchool) -> str:
    """`text` without the examples of what is filled in already."""
    parts = text.split("\n\n")
    return "\n\n".join(part for part in parts if not any(f"\n# {key}:" in part for key in school.fields))


def mkdocs_config(name: str) -> str:
    """MkDocs' config of the base catalogue, with our plugin in the place of paths into the repository."""
    text = (base_root() / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"^  custom_dir: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^hooks:\n(?:  - .*\n)+\n?", "", text, flags=re.MULTILINE)
    text = re.sub(r"^plugins:\n", "plugins:\n  - coachkist\n", text, flags=re.MULTILINE)
    (title,) = yaml_lines({"site_name": name}, 0)
    return re.sub(r"^site_name: .*$", lambda _: title, text, flags=re.MULTILINE)


def create_workspace(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """Writes `files` below `folder`; raises FileExistsError where one is there already, before any is written."""
    for path, _ in files:
        if (folder / path).exists():
            raise FileExistsError(path)
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: words.get(found[1], found[0]), text)

"""The commands about a school's own edition: where a value comes from, what differs, what the base has done since."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coachkist.catalogue.drift import accepted, is_own
from coachkist.catalogue.files import FOLDERS
from coachkist.catalogue.load import load_catalogue
from coachkist.catalogue.lock import LOCK_FILE, lock_text
from coachkist.catalogue.news import Event, news
from coachkist.catalogue.overrides import STEP, Change, is_within, leaves, merged, own_files, text_of
from coachkist.catalogue.school import BASE_NAME, SCHOOL_FILE, load_school, words_of
from coachkist.catalogue.where import base_of
from coachkist.cli.options import argument, command, school_option
from coachkist.cli.session import FINE, PROBLEMS, school_folder, show_problems
from coachkist.cli.values import DutchType
from coachkist.site.save import write_atomically
from coachkist.source.nodes import ScalarNode, is_blank
from coachkist.source.only import for_country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coachkist.catalogue.catalogue import Catalogue
    from coachkist.catalogue.school import LoadedSchool
    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.source.nodes import Node
    from coachkist.strings import Strings

LONGEST = 90
"""Characters of a value that a line shows."""


class ValuePath(DutchType):
    """The id of an entry, and if wanted the path of a value in it: `kijkwijzer.variants.individueel.minutes`."""

    def convert(self, value: object, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Return `value` without spaces and dots around it."""
        return str(value).strip().strip(STEP)


def school_commands(strings: Strings) -> list[DutchCommand]:
    """Make the commands."""
    path = ValuePath(strings)
    optional = click.Argument(
        ["path"],
        type=path,
        required=False,
        default="",
        metavar=strings("cli.metavar.value"),
        help=strings("cli.argument.accepted"),
    )
    return [
        command("explain", _explain, strings, argument("path", "value", path, strings), school_option(strings)),
        command("diff", _diff, strings, school_option(strings, required=True)),
        command("accept", _accept, strings, optional, school_option(strings, required=True)),
        command("news", _news, strings, school_option(strings, required=True)),
    ]


def _explain(session: Session, root: Path, path: str, school: str | None) -> int:
    strings, terminal = session.strings, session.terminal
    folder = school_folder(root, school)
    loaded = load_school(root, folder) if folder is not None else None
    if loaded is not None and loaded.school is None:
        return show_problems(session, loaded.problems, {})
    entry, _, below = path.partition(STEP)
    found = _tree(root, loaded.school if loaded is not None else None, entry)
    if found is None:
        terminal.complain(strings("cli.error", message=_unknown(root, entry, strings)))
        return PROBLEMS
    lines = [(name, node) for name, node in leaves(found) if _worth_telling(name, node, below)]
    if not lines:
        near = difflib.get_close_matches(below, {name for name, _ in leaves(found)}, n=1)
        key = "cli.explain.no_path_near" if near else "cli.explain.no_path"
        terminal.complain(strings("cli.error", message=strings(key, path=below, id=entry, near="".join(near))))
        return PROBLEMS
    for name, node in lines:
        terminal.say(f"{name}: {_cut(text_of(node))}")
        terminal.say(f"    {node.place.file.name}:{node.place.line}")
    return FINE


def _tree(root: Path, school: LoadedSchool | None, entry: str) -> Node | None:
    """The entry as the edition has it, every value still knowing its file."""
    if entry == Path(SCHOOL_FILE).stem and school is not None:
        return school.node
    layers = [(base_of(root), f"{BASE_NAME}/" if base_of(root) != root else "")]
    layers += school.named_layers if school is not None else ()
    found = (merged(layers, f"{folder.path}/{entry}.yml") for folder in FOLDERS)
    whole = next((node for node in found if node is not None), None)
    if whole is None:
        return None
    return for_country(whole, school.value.country if school is not None else None)[0]


def _worth_telling(name: str, node: ScalarNode, path: str) -> bool:
    """Whether the value is below `path` and says something; ids stand in the path already."""
    return is_within(name, path) and not is_blank(node) and not name.endswith(f"{STEP}id")


def _unknown(root: Path, entry: str, strings: Strings) -> str:
    known = [path.stem for folder in FOLDERS for path in (base_of(root) / folder.path).glob("*.yml")]
    near = difflib.get_close_matches(entry, known, n=1)
    return strings("cli.print.unknown_near" if near else "cli.explain.unknown", id=entry, near="".join(near))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _edition(session: Session, root: Path, school: str | None) -> Catalogue | None:
    """The school's catalogue; None, with its problems shown, where it cannot be made."""
    result = load_catalogue(root, school=school_folder(root, school))
    if result.catalogue is None:
        show_problems(session, result.problems, {})
    return result.catalogue


def _diff(session: Session, root: Path, school: str | None) -> int:
    catalogue = _edition(session, root, school)
    if catalogue is None or catalogue.school is None:
        return PROBLEMS
    lines = [*_files(root, catalogue.school, session.strings), *_words(catalogue, session.strings)]
    lines += _left_out(catalogue, session.strings)
    session.terminal.say("\n".join(lines or [session.strings("cli.diff.none")]))
    return FINE


def _files(root: Path, school: LoadedSchool, strings: Strings) -> Iterator[str]:
    for file in own_files(root, school):
        yield file.relative
        for one in file.overrides:
            if one.change is Change.IDS:
                continue
            label = strings(f"cli.diff.{one.change}" if one.path else "cli.diff.own_file")
            yield f"  {label} {one.path}".rstrip()
            for key, text in (("base", one.base), ("own", one.own)):
                if text:
                    yield f"    {strings(f'cli.diff.{key}')} {_cut(text)}"
        yield ""


def _words(catalogue: Catalogue, strings: Strings) -> Iterator[str]:
    assert catalogue.school is not None
    base = words_of(catalogue.vocabulary, None)
    changed = [
        (f"{base[token]}{dash}", f"{own}{dash}")
        for token, own in catalogue.school.forms.items()
        if base.get(token) not in (None, own)
        for dash in ("-" if token.endswith("-") else "",)
    ]
    if changed:
        yield strings("cli.diff.words")
        yield from (f"  {old} → {own}" for old, own in changed)
        yield ""


def _left_out(catalogue: Catalogue, strings: Strings) -> Iterator[str]:
    kinds: dict[str, list[str]] = {}
    for name, entry in catalogue.left_out.items():
        kinds.setdefault(entry.kind.value, []).append(name)
    if kinds:
        yield strings("cli.diff.left_out")
        yield from (f"  {strings(f'enum.kinds.{kind}')}: {', '.join(names)}" for kind, names in kinds.items())


def _accept(session: Session, root: Path, path: str, school: str | None) -> int:
    strings, terminal = session.strings, session.terminal
    # What cannot be read would be lost from the lock, so a school is sound before anything is accepted.
    if (catalogue := _edition(session, root, school)) is None or catalogue.school is None:
        return PROBLEMS
    loaded = catalogue.school
    if (only := _own_value(loaded.folder, path)) is None or not is_own(root, loaded, only):
        terminal.complain(strings("cli.error", message=strings("cli.accept.not_own", id=path, school=loaded.id)))
        return PROBLEMS
    target = loaded.folder / LOCK_FILE
    text = lock_text(accepted(root, loaded, only), strings("cli.accept.head"))
    try:
        write_atomically(target, text.encode())
    except OSError:
        terminal.complain(strings("cli.cannot_write", path=target))
        return PROBLEMS
    terminal.say(strings("cli.accept.one" if path else "cli.accept.done", path=target.relative_to(root), value=path))
    return FINE


def _own_value(folder: Path, path: str) -> str | None:
    """The file of the school's own that `path` is about, and the path in it; None where it has no such file."""
    entry, _, below = path.partition(STEP)
    named = [f"{one.path}/{entry}.yml" for one in FOLDERS if (folder / one.path / f"{entry}.yml").is_file()]
    return f"{named[0]}:{below}" if named else None if path else ""


def _news(session: Session, root: Path, school: str | None) -> int:
    strings, terminal = session.strings, session.terminal
    catalogue = _edition(session, root, school)
    if catalogue is None or catalogue.school is None:
        return PROBLEMS
    found = news(base_of(root), catalogue.school, frozenset(catalogue.left_out))
    if found is None:
        about = {"school": catalogue.school.id, "option": catalogue.school.option}
        terminal.complain(strings("cli.error", message=strings("cli.news.no_lock", **about)))
        return PROBLEMS
    terminal.say(
        strings("cli.news.title" if found.items else "cli.news.none", since=found.since, version=found.version)
    )
    for event in (event for event in Event if any(item.event is event for item in found.items)):
        terminal.say(f"\n{strings(f'news.{event}')}")
        for item in found.items:
            if item.event is event:
                touch = f" ({strings(f'news.{item.touch}')})" if item.touch else ""
                terminal.say(f"  {strings(f'enum.kind.{item.kind}')} ‘{catalogue.wording.fill(item.title)}’{touch}")
    return FINE

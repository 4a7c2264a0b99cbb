"""The commands: what each takes, what it calls, what it prints and which exit status it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coachkist.catalogue.drift import moved
from coachkist.catalogue.load import load_catalogue
from coachkist.cli.dutch import DutchGroup
from coachkist.cli.making import build_command, misfits, serve_command
from coachkist.cli.many import schools_command as many_command
from coachkist.cli.options import argument, command, flag, global_options, option, school_option, version_option
from coachkist.cli.packing import pack_command
from coachkist.cli.printing import print_command
from coachkist.cli.proofs import language_problems, show_readability
from coachkist.cli.schools import school_commands
from coachkist.cli.session import FINE, PROBLEMS, counts_of, school_folder, show_problems
from coachkist.cli.spreadsheets import export_command, import_command
from coachkist.cli.starting import init_command
from coachkist.cli.values import EntryId, OneOf, Title
from coachkist.report import Format
from coachkist.scaffold import FOLDERS_BY_KIND, create_entry, new_file
from coachkist.schema import SCHEMA_FOLDER, write_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from coachkist.cli.dutch import DutchCommand
    from coachkist.cli.session import Session
    from coachkist.strings import Strings


def whole_command(strings: Strings) -> DutchGroup:
    """Make the whole command line; running it needs a Session as the context's `obj`."""
    return DutchGroup(
        "coachkist",
        strings=strings,
        help=strings("cli.about"),
        params=[*global_options(strings), version_option(strings)],
        commands=[
            check_command(strings),
            build_command(strings),
            serve_command(strings),
            DutchGroup(
                "new",
                strings=strings,
                help=strings("cli.new.help"),
                params=global_options(strings, hidden=True),
                commands=[new_command(kind, strings) for kind in FOLDERS_BY_KIND],
            ),
            init_command(strings),
            print_command(strings),
            pack_command(strings),
            many_command(strings),
            export_command(strings),
            import_command(strings),
            schema_command(strings),
            *school_commands(strings),
        ],
    )


def check_command(strings: Strings) -> DutchCommand:
    """Make `coachkist check`: read everything, show every problem."""

    def check(session: Session, root: Path, form: str, strict: bool, readability: bool, school: str | None) -> int:
        folder = school_folder(root, school)
        result = load_catalogue(root, school=folder)
        problems = [*result.problems, *(moved(root, folder) if folder is not None else ())]
        if result.catalogue is not None:
            problems += misfits(root, result.catalogue)
            problems += language_problems(session, root, result.catalogue)
        status = show_problems(session, problems, counts_of(result.catalogue), Format(form), strict=strict)
        if readability and result.catalogue is not None and Format(form) is Format.TEXT:
            show_readability(session, result.catalogue)
        return status

    forms = OneOf(strings, [form.value for form in Format])
    return command(
        "check",
        check,
        strings,
        option("--format", "form", strings, type=forms, default=Format.TEXT.value, show_default=True),
        flag("--strict", strings),
        flag("--readability", strings),
        school_option(strings),
    )


def new_command(kind: str, strings: Strings) -> DutchCommand:
    """Make `coachkist new <kind>`: write a skeleton to fill in, and never over a file that exists."""

    def new(session: Session, root: Path, entry_id: str, title: str | None) -> int:
        shown = new_file(kind, entry_id)
        try:
            create_entry(root, kind, entry_id, title or "", session.strings)
        except FileExistsError:
            session.terminal.complain(session.strings("cli.exists", path=shown))
            return PROBLEMS
        except OSError:
            session.terminal.complain(session.strings("cli.cannot_write", path=shown))
            return PROBLEMS
        session.terminal.say(session.strings("cli.new_entry.done", path=shown))
        return FINE

    return command(
        kind,
        new,
        strings,
        argument("entry_id", "id", EntryId(strings), strings),
        option("--title", "title", strings, type=Title(strings), metavar=strings("cli.metavar.title")),
        texts=f"new_{kind}",
    )


def schema_command(strings: Strings) -> DutchCommand:
    """Make `coachkist schema`: write the JSON Schemas that editors read."""

    def schema(session: Session, root: Path) -> int:
        try:
            written = write_schemas(root, session.strings)
        except OSError:
            session.terminal.complain(session.strings("cli.cannot_write", path=f"{SCHEMA_FOLDER}/"))
            return PROBLEMS
        session.terminal.say(session.strings.plural("cli.schema.done", len(written), path=f"{SCHEMA_FOLDER}/"))
        return FINE

    return command("schema", schema, strings)

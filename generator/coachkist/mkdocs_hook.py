"""MkDocs' hooks: `mkdocs build` and `mkdocs serve` make the pages first. The work is done in `build`."""

from __future__ import annotations

import gc
import logging
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

# MkDocs loads this file by its path, so the package beside it need not be installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from coachkist.build import build_pages
from coachkist.catalogue.files import FOLDERS
from coachkist.catalogue.school import SCHOOL_FILE, load_school
from coachkist.catalogue.where import base_of, school_of
from coachkist.engine import PREPARED, SCHOOL
from coachkist.memory import Memory
from coachkist.report import Format, Layout, render
from coachkist.site.policy import with_policy
from coachkist.site.print_later import PrintLater
from coachkist.site.prints import cache_at
from coachkist.site.ready_html import join, part
from coachkist.site.school_files import logo_path
from coachkist.source.strings import load_strings, strings_file
from coachkist.stamps import stamp_of
from coachkist.watching import watch_quickly
from coachkist.writers.addresses import NEWS_URL, source_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.coachkist")

TEMPLATE_CACHE = Path(".cache/templates")
PAPER_READY = Path(".cache/paper-ready")
"""A file that is touched, while serving, when workbooks have been printed: then the pages tell of the new ones."""


class _Run:
    """MkDocs tells its command only once, at the start, and hooks have no other place to remember it."""

    serving = False
    memory = Memory()
    later: ClassVar[PrintLater | None] = None
    """What prints workbooks while somebody is watching."""
    lengths: ClassVar[dict[str, int]] = {}
    """How long the text of each page is that is being built, by its file."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remembers whether somebody is watching."""
    _Run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gives the theme its words, and a school's site its name, address and logo."""
    root = _root(config)
    base = base_of(root)
    file = strings_file(base)
    words = _Run.memory.recall("theme words", (file, stamp_of(file)), lambda: load_strings(base).section("site.theme"))
    config.extra["words"], config.extra["without"] = words, []
    if (folder := _school(config)) is not None and (school := load_school(root, folder).school) is not None:
        config.site_name = school.value.called
        config.site_url = school.value.site_url
        config.copyright = words["made_with"]
        if school.logo is not None:
            config.theme["logo"] = config.theme["favicon"] = logo_path(school.logo)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Makes the pages. Problems stop a build, but not a server: that keeps showing the last good pages."""
    if not config.extra.get(PREPARED):
        _make_pages(config)
    if _school(config) is not None:
        config.nav = _without_missing(_with_news(config), config)


def _make_pages(config: MkDocsConfig) -> None:
    root = _root(config)
    report = build_pages(root, Path(config.docs_dir), memory=_Run.memory, school=_school(config), later=_Run.later)
    if report.problems:
        log.warning("\n%s", render(report.problems, Format.TEXT, load_strings(base_of(root)), Layout()).plain)
    if report.failed and not _Run.serving:
        raise PluginError("coachkist")


def _with_news(config: MkDocsConfig) -> list[Any]:
    """The navigation with the page that only a school's site has, at the end of its last section."""
    nav: list[Any] = config.nav or []
    page = {config.extra["words"]["news"]: source_file(NEWS_URL)}
    (title, last), *_ = nav[-1].items() if nav and isinstance(nav[-1], dict) else [("", None)]
    return [*nav[:-1], {title: [*last, page]}] if isinstance(last, list) else nav


def _without_missing(nav: list[Any], config: MkDocsConfig) -> list[Any]:
    """The navigation without pages that a school's choices left nothing to say."""
    kept = []
    for item in nav:
        (title, target), *_ = item.items()
        if isinstance(target, list):
            if below := _without_missing(target, config):
                kept.append({title: below})
        elif (Path(config.docs_dir) / target).is_file():
            kept.append(item)
        else:
            config.extra["without"].append(target)
    return kept


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Keeps the theme's compiled templates: MkDocs compiles all of them again for each build."""
    folder = _root(config) / TEMPLATE_CACHE
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Keeps what is HTML already from the Markdown engine, before others change the text."""
    _Run.lengths[page.file.src_uri] = len(markdown)
    return part(markdown).markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Forgets a page's text, which MkDocs would hold until all pages are read, and then does not use."""
    page.markdown = ""
    return html


@event_priority(-100)
def on_page_context(
    context: TemplateContext,
    page: Page,
    config: MkDocsConfig,  # noqa: ARG001
    nav: object,  # noqa: ARG001
) -> TemplateContext:
    """Puts the HTML back into a page that is about to be laid out.

    After the search plugin, which looks through all of it for marks of its own that are never there.
    """
    # Read again, rather than held until now for all pages; what comes before the text are lines for the theme.
    source = page.file.content_string
    parted = part(source[len(source) - _Run.lengths.pop(page.file.src_uri) :])
    page.content = join(page.content or "", parted.blocks)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *parted.anchors()}
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Gives a page its security policy; a server adds a script of its own for reloading, which that would stop."""
    page.content = None
    return output if _Run.serving else with_policy(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """The same for the pages that are not made from Markdown."""
    return with_policy(output) if template_name.endswith(".html") and not _Run.serving else output


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Watches the YAML instead of the pages made from it, which would build everything twice."""
    root = _root(config)
    server.unwatch(config.docs_dir)
    watch_quickly(server)
    gc.freeze()  # what the first build left stays: looking through it for garbage takes half a second at each edit
    folders = [folder.path for folder in FOLDERS if not folder.path.startswith("content/")]
    for folder in ["content", *folders, SCHOOL_FILE]:
        if (root / folder).exists():
            server.watch(str(root / folder))
    server.watch(str(root / PAPER_READY))
    _Run.later = PrintLater(cache_at(root), partial(_tell_ready, root / PAPER_READY))
    return server


def _tell_ready(ready: Path) -> None:
    ready.parent.mkdir(exist_ok=True)
    ready.touch()


def on_shutdown() -> None:
    """Ends what is still being printed."""
    if _Run.later is not None:
        _Run.later.stop()
        _Run.later = None


def _school(config: MkDocsConfig) -> Path | None:
    """The folder of the school whose edition this is."""
    root = _root(config)
    return school_of(root, root / config.extra[SCHOOL] if config.extra.get(SCHOOL) else None)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent

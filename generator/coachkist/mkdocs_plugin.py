"""MkDocs' plugin `coachkist`: our hooks and our theme for a folder that holds neither, such as a school's workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScript
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils.yaml import yaml_load

from coachkist import mkdocs_hook as hook
from coachkist.source.strings import base_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

T = TypeVar("T")

THEME = Path(__file__).parent / "theme"


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """There is nothing to set: all of it stands in school.yml."""


def _completed(given: Sequence[T], ours: Sequence[T]) -> list[T]:
    """`ours`, and after them what else was `given`, so that a school's own style comes last."""
    known = set(map(str, ours))
    return [*ours, *(one for one in given if str(one) not in known)]


class CoachkistPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Hands each event on to the hook of that name."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether somebody is watching."""
        hook.on_startup(command, dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Puts our theme's pages before those of the theme it changes, and adds what our pages need today.

        A school's own config names the style sheets and scripts of the version it was made with.
        """
        config.theme.dirs.insert(0, str(THEME))
        ours = yaml_load((base_root() / "mkdocs.yml").read_text(encoding="utf-8"))
        config.extra_css = _completed(config.extra_css, ours["extra_css"])
        script = ExtraScript()  # type: ignore[no-untyped-call]
        scripts = [script.validate(one) for one in ours["extra_javascript"]]
        config.extra_javascript = _completed(config.extra_javascript, scripts)
        return hook.on_config(config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Makes the pages."""
        hook.on_pre_build(config)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keeps the theme's compiled templates."""
        return hook.on_env(env, config, files)

    @event_priority(100)
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keeps what is HTML already from the Markdown engine."""
        return hook.on_page_markdown(markdown, page, config, files)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Forgets a page's text."""
        return hook.on_page_content(html, page, config, files)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Puts the HTML back."""
        return hook.on_page_context(context, page, config, nav)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Gives a page its security policy."""
        return hook.on_post_page(output, page, config)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the pages that are not made from Markdown."""
        return hook.on_post_template(output_content, template_name, config)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watches the YAML."""
        return hook.on_serve(server, config, builder)

    def on_shutdown(self) -> None:
        """Ends what is still being printed."""
        hook.on_shutdown()

"""What a school's site has that the base edition has not: its logo, and the colour that both have."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.site.colours import colour_css
from coachkist.site.contents import SiteContents
from coachkist.site.page import Asset
from coachkist.source.logo import Logo


def logo_path(logo: Logo) -> str:
    """Where a school's logo stands, relative to the site's root."""
    return f"assets/logo.{logo.format}"


def school_files(site: SiteContents) -> Iterator[Asset]:
    """The colour of the edition, and the logo of a school that has one."""
    school = site.catalogue.school
    yield Asset("assets/edition.css", colour_css(school.value.colour if school else site.catalogue.edition.colour))
    if school is not None and school.logo is not None:
        yield Asset(logo_path(school.logo), school.logo.content)

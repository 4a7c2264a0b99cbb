"""What work forms can be filtered on. Names and values are Dutch, because they stand in addresses that people share.

A method is done in one way or another: what a variant decides (with whom, how long) belongs to that variant, so that
"team, under an hour" never finds a method with a long variant for a team and a short one for two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coachkist.document.context import capital
from coachkist.model.enums import LedBy, Planned, Purpose, Requires, Safety, Setting
from coachkist.model.method import Method, Variant
from coachkist.strings import Strings
from coachkist.writers.addresses import FOLDERS

SETTING_SLUGS = {
    Setting.INDIVIDUAL: "individueel",
    Setting.SMALL_GROUP: "kleine-groep",
    Setting.TEAM: "team",
}
"""Each setting in an address; stable, whatever a school calls it."""

LED_BY_SLUGS = {LedBy.COACH: "coach", LedBy.PEER: "collegas", LedBy.SELF: "alleen"}
PLANNED_SLUGS = {Planned.PLANNED: "gepland", Planned.UNPLANNED: "ongepland"}
SAFETY_SLUGS = {
    Safety.LOW_THRESHOLD: "laagdrempelig",
    Safety.SOME_TRUST: "wat-vertrouwen",
    Safety.HIGH_TRUST: "veel-vertrouwen",
}
MINUTE_BANDS = {"tot-30": 30, "tot-60": 60, "tot-120": 120, "tot-180": 180, "langer": 10**6}
"""All minutes of a variant together: each band by the most that falls in it, from short to long."""

PREPARATION_BANDS = {"geen": 0, "tot-15": 15, "tot-30": 30, "langer": 10**6}
"""The minutes of the first phase alone."""


def setting_url(setting: Setting) -> str:
    """The address of the page about methods for `setting`."""
    return f"{FOLDERS['method']}/met/{SETTING_SLUGS[setting]}/"


class FacetName(StrEnum):
    """The facets by their name in an address, in the order in which they are shown."""

    SETTING = "met"
    LED_BY = "leiding"
    PLANNED = "wanneer"
    MINUTES = "tijd"
    PURPOSES = "doel"
    REQUIRES = "nodig"
    PREPARATION = "voorbereiden"
    SAFETY = "veiligheid"


_OPEN = {FacetName.SETTING, FacetName.LED_BY, FacetName.MINUTES, FacetName.PURPOSES}
"""Asked most: these are unfolded from the start."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be ticked."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of choices: one or another of them within a group, and every group at once."""

    name: FacetName
    label: str
    choices: tuple[Choice, ...]
    open: bool


def facets(strings: Strings, methods: Iterable[Method]) -> tuple[Facet, ...]:
    """The facets that can tell `methods` apart, each with the values that occur."""
    seen = {value for method in methods for value in (*method_values(method), *_variants_values(method))}
    found = (_facet(name, labels, strings, seen) for name, labels in _labels(strings).items())
    return tuple(facet for facet in found if len(facet.choices) > 1)


def method_values(method: Method) -> Iterator[str]:
    """The values that hold for every way of doing `method`, each as `facet:value`."""
    for purpose in method.purposes:
        yield f"{FacetName.PURPOSES}:{purpose}"
    for requires in method.requires:
        yield f"{FacetName.REQUIRES}:{requires}"
    yield f"{FacetName.SAFETY}:{SAFETY_SLUGS[method.safety]}"


def variant_values(variant: Variant) -> Iterator[str]:
    """The values of one variant, each as `facet:value`."""
    yield f"{FacetName.SETTING}:{SETTING_SLUGS[variant.setting]}"
    yield f"{FacetName.LED_BY}:{LED_BY_SLUGS[variant.led_by]}"
    yield f"{FacetName.PLANNED}:{PLANNED_SLUGS[variant.planned]}"
    yield f"{FacetName.MINUTES}:{band(variant.minutes.total, MINUTE_BANDS)}"
    yield f"{FacetName.PREPARATION}:{band(variant.minutes.preparation, PREPARATION_BANDS)}"


def band(minutes: int, bands: dict[str, int]) -> str:
    """The first of `bands` that `minutes` fits in."""
    return next(name for name, most in bands.items() if minutes <= most)


def _variants_values(method: Method) -> Iterator[str]:
    for variant in method.variants:
        yield from variant_values(variant)


def _facet(name: FacetName, labels: dict[str, str], strings: Strings, seen: set[str]) -> Facet:
    choices = tuple(Choice(value, capital(text)) for value, text in labels.items() if f"{name}:{value}" in seen)
    return Facet(name, strings(f"site.catalogue.facet.{name}"), choices, name in _OPEN)


def _labels(strings: Strings) -> dict[FacetName, dict[str, str]]:
    """Every value of every facet, in the order in which they are shown, with its label."""
    own = "site.catalogue"
    return {
        FacetName.SETTING: {slug: strings(f"enum.setting.{one}") for one, slug in SETTING_SLUGS.items()},
        FacetName.LED_BY: {slug: strings(f"enum.led_by.{one}") for one, slug in LED_BY_SLUGS.items()},
        FacetName.PLANNED: {slug: strings(f"enum.planned.{one}") for one, slug in PLANNED_SLUGS.items()},
        FacetName.MINUTES: {name: strings(f"{own}.minutes.{name}") for name in MINUTE_BANDS},
        FacetName.PURPOSES: {str(one): strings(f"enum.purpose.{one}") for one in Purpose},
        FacetName.REQUIRES: {str(one): strings(f"enum.requires.{one}") for one in Requires},
        FacetName.PREPARATION: {name: strings(f"{own}.preparation.{name}") for name in PREPARATION_BANDS},
        FacetName.SAFETY: {slug: strings(f"enum.safety.{one}") for one, slug in SAFETY_SLUGS.items()},
    }

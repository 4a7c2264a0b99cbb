"""What "Kies je werkvorm" asks, and which answers each way of doing a method fits; the browser only ranks.

A question's weight says how much its answer matters. Where nothing fits everything, answers are let go, those that
weigh least first; the weights are powers of two, so that no two sets of answers weigh the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coachkist.catalogue.catalogue import Loaded
from coachkist.document.compose_method import variant_label
from coachkist.document.context import Context, capital
from coachkist.model.enums import Planned, Purpose, Safety
from coachkist.model.method import Method, Variant
from coachkist.site.contents import SiteContents
from coachkist.site.facets import LED_BY_SLUGS, MINUTE_BANDS, PLANNED_SLUGS, SETTING_SLUGS, FacetName, setting_url

_SETTING, _LED_BY, _PLANNED = FacetName.SETTING, FacetName.LED_BY, FacetName.PLANNED
_MINUTES, _PURPOSES = FacetName.MINUTES, FacetName.PURPOSES

QUESTIONS = (_SETTING, _LED_BY, _PLANNED, _MINUTES, _PURPOSES)
"""What is asked, in this order; each has the name of the facet it is about."""

WEIGHTS = MappingProxyType({_SETTING: 16, _PURPOSES: 8, _LED_BY: 4, _MINUTES: 2, _PLANNED: 1})

TIME_LIMITS = MappingProxyType({name: MINUTE_BANDS[name] for name in ("tot-30", "tot-60", "tot-120", "langer")})
"""Answers about time are "at most": a method of ten minutes fits in an hour."""

PURPOSE_GROUPS: Mapping[str, tuple[Purpose, ...]] = MappingProxyType(
    {
        "jezelf": (Purpose.ZELFBEELD, Purpose.STERKTES),
        "les": (Purpose.LES_BEKIJKEN,),
        "vooruitgang": (Purpose.WERKPUNT_KIEZEN, Purpose.VOORUITGANG_ZIEN),
        "nieuw": (Purpose.NIEUWE_AANPAK, Purpose.LES_VOORBEREIDEN, Purpose.VAARDIGHEID_OEFENEN),
        "probleem": (Purpose.PROBLEEM_OPLOSSEN, Purpose.VASTGELOPEN),
        "verdiepen": (Purpose.VERDIEPEN,),
        "leren": (Purpose.VAN_ELKAAR_LEREN,),
        "samen": (Purpose.VISIE_DELEN, Purpose.SAMEN_BESLISSEN),
    }
)
"""Fourteen purposes are too many to choose from on a phone; these are what people come with."""

MOMENT_ANCHOR = "also-unplanned"
_TRUST = {Safety.LOW_THRESHOLD: 0, Safety.SOME_TRUST: 1, Safety.HIGH_TRUST: 2}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what the button says, why it speaks for a method, and the facet choices that come down to the same."""

    id: str
    label: str
    icon: str
    because: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `weight` is how much its answer matters."""

    id: str
    label: str
    hint: str
    weight: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of doing a method, with what makes it fit; `url` relative to the site's root.

    `why` is the method's own word for when to choose it. `answers` holds the answers it fits, by question. `purposes`
    are what it is for, most of all first: the answer that each belongs to, and the words for it. `rank` sets equals in
    order: what has steps before a moment, easy before what asks for trust, short before long.
    """

    method: str
    url: str
    title: str
    summary: str
    icon: str
    label: str
    duration: str
    moment: bool
    why: str
    answers: Mapping[str, tuple[str, ...]]
    purposes: tuple[tuple[str, str], ...]
    rank: tuple[int, ...]


def questions(site: SiteContents) -> tuple[Question, ...]:
    """The questions, in the edition's words."""
    strings, own = site.catalogue.strings, "site.finder"
    return tuple(
        Question(
            id=str(name),
            label=strings(f"{own}.question.{name}"),
            hint=strings(f"{own}.hint.{name}") if f"{own}.hint.{name}" in strings else "",
            weight=WEIGHTS[name],
            answers=tuple(_answer(site, name, answer, choices) for answer, choices in _offered(site, name).items()),
        )
        for name in QUESTIONS
    )


def ways(site: SiteContents) -> tuple[Way, ...]:
    """Every way of doing every method: its variants, and what it offers on the spot."""
    return tuple(way for loaded in site.catalogue.methods.values() for way in ways_of(site, loaded))


def _answer(site: SiteContents, name: FacetName, answer: str, choices: tuple[str, ...]) -> Answer:
    strings, because = site.catalogue.strings, f"site.finder.because.{name}.{answer}"
    label = strings(f"site.finder.answer.{name}.{answer}")
    icon = next((str(setting) for setting, slug in SETTING_SLUGS.items() if name is _SETTING and slug == answer), "")
    return Answer(answer, label, icon, strings(because) if because in strings else "", choices)


def _offered(site: SiteContents, name: FacetName) -> Mapping[str, tuple[str, ...]]:
    """The answers to a question; a school that has no methods for a setting is not asked for it."""
    gone = {slug for setting, slug in SETTING_SLUGS.items() if setting_url(setting) in site.absent}
    return {answer: of for answer, of in _choices(name).items() if not (name is _SETTING and answer in gone)}


def _choices(name: FacetName) -> Mapping[str, tuple[str, ...]]:
    """The answers to a question, each with the choices of its facet that it comes down to."""
    match name:
        case FacetName.SETTING:
            return {slug: (slug,) for slug in SETTING_SLUGS.values()}
        case FacetName.LED_BY:
            return {slug: (slug,) for slug in LED_BY_SLUGS.values()}
        case FacetName.PLANNED:
            return {slug: (slug,) for slug in PLANNED_SLUGS.values()}
        case FacetName.MINUTES:
            return {
                answer: tuple(name for name, band in MINUTE_BANDS.items() if band <= most) if answer != "langer" else ()
                for answer, most in TIME_LIMITS.items()
            }
        case _:
            return {answer: tuple(map(str, group)) for answer, group in PURPOSE_GROUPS.items()}


def ways_of(site: SiteContents, loaded: Loaded[Method]) -> Iterator[Way]:
    """Every way of doing one method."""
    context, method = Context(site.catalogue), loaded.value
    for variant in method.variants:
        yield _variant_way(site, method, variant, context)
    if method.unplanned_moments:
        yield _moment_way(site, method, context)


def _variant_way(site: SiteContents, method: Method, variant: Variant, context: Context) -> Way:
    minutes = variant.minutes.total
    limits = tuple(name for name, most in TIME_LIMITS.items() if minutes <= most)
    return Way(
        method=method.id,
        url=f"{site.url(method.id)}#{variant.id}",
        title=site.documents[method.id].title,
        summary=site.documents[method.id].summary,
        icon=str(variant.setting),
        label=capital(variant_label(variant, context)),
        duration=context.duration(minutes),
        moment=False,
        why=context.plain(method.use_when[0]),
        answers=_answers(method, (variant,), (PLANNED_SLUGS[variant.planned],), limits),
        purposes=_purposes(method, context),
        rank=(0, _TRUST[method.safety], minutes),
    )


def _moment_way(site: SiteContents, method: Method, context: Context) -> Way:
    """What a method offers between two lessons: that takes a few minutes, so it fits in any time."""
    strings = site.catalogue.strings
    return Way(
        method=method.id,
        url=f"{site.url(method.id)}#{MOMENT_ANCHOR}",
        title=site.documents[method.id].title,
        summary=site.documents[method.id].summary,
        icon=str(method.variants[0].setting),
        label=strings("site.finder.moment_label"),
        duration=strings("site.finder.moment_minutes"),
        moment=True,
        why=context.plain(method.unplanned_moments[0]),
        answers=_answers(method, method.variants, (PLANNED_SLUGS[Planned.UNPLANNED],), tuple(TIME_LIMITS)),
        purposes=_purposes(method, context),
        rank=(1, _TRUST[method.safety], 0),
    )


def _answers(
    method: Method, variants: tuple[Variant, ...], planned: tuple[str, ...], limits: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    groups = (answer for answer, group in PURPOSE_GROUPS.items() if set(group).intersection(method.purposes))
    return {
        str(_SETTING): tuple(dict.fromkeys(SETTING_SLUGS[variant.setting] for variant in variants)),
        str(_LED_BY): tuple(dict.fromkeys(LED_BY_SLUGS[variant.led_by] for variant in variants)),
        str(_PLANNED): planned,
        str(_MINUTES): limits,
        str(_PURPOSES): tuple(groups),
    }


def _purposes(method: Method, context: Context) -> tuple[tuple[str, str], ...]:
    group_of = {purpose: answer for answer, group in PURPOSE_GROUPS.items() for purpose in group}
    return tuple((group_of[purpose], context.strings(f"enum.purpose.{purpose}")) for purpose in method.purposes)

"""A work form → its document: facts, goal, variants with their steps, and what surrounds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from coachkist.catalogue.web import AFTER, ALTERNATIVE, BEFORE
from coachkist.document.blocks import Block, Document, DocumentStep, Fact, Facts, Heading, StepPhase, Steps
from coachkist.document.compose_pieces import (
    checklist,
    entry_document,
    example,
    heading,
    pitfalls,
    references,
    related,
    related_by_kind,
    related_group,
    table,
)
from coachkist.document.context import Context, capital
from coachkist.markup.inline import Text
from coachkist.model.enums import Kind, LedBy, Phase, Planned
from coachkist.model.method import Method, Variant


def compose_method(method: Method, context: Context) -> Document:
    """The document of `method` with all its variants."""
    return entry_document(method, Kind.METHOD, method_blocks(method, context, method.variants), context)


def method_blocks(method: Method, context: Context, variants: Sequence[Variant]) -> Iterator[Block]:
    """The blocks of `method`, with only `variants` of it."""
    yield method_facts(method, context, variants)
    yield heading(context, "goal")
    yield from context.blocks(method.goal)
    yield from checklist(context, "use_when", "use", method.use_when)
    yield from checklist(context, "not_when", "avoid", method.not_when)
    yield from checklist(context, "material", "material", method.material)
    for variant in variants:
        yield from _variant(variant, context, alone=len(variants) == 1)
    for data in method.tables:
        yield from table(data, context)
    yield from checklist(context, "questions", "question", method.questions)
    yield from pitfalls(method.pitfalls, context)
    yield from example(method.example, context)
    yield from checklist(context, "also_unplanned", "tip", method.unplanned_moments)
    yield from checklist(context, "tips", "tip", method.tips)
    yield from _related(method, context)
    yield from references(method.sources, context)


def method_facts(method: Method, context: Context, variants: Sequence[Variant]) -> Facts:
    """The facts box over all `variants`."""
    totals = sorted({variant.minutes.total for variant in variants})
    span = [context.duration(totals[0])]
    if len(totals) > 1:
        span.append(context.duration(totals[-1]))
    minutes = context.strings("document.range", least=span[0], most=span[-1]) if len(span) > 1 else span[0]
    fact = _fact_maker(context)
    return Facts(
        tuple(
            fact
            for fact in (
                fact("setting", [variant.setting for variant in variants], "enum.setting", "or"),
                fact("led_by", [variant.led_by for variant in variants], "enum.led_by", "or"),
                Fact("minutes", context.strings("document.facts.minutes"), minutes, tuple(map(str, totals))),
                fact("requires", method.requires, "enum.requires", "and"),
                fact("safety", [method.safety], "enum.safety", "and"),
                fact("purposes", method.purposes, "enum.purpose", "and"),
            )
            if fact.value
        )
    )


def _fact_maker(context: Context) -> Callable[[str, Iterable[str], str, str], Fact]:
    def make(key: str, values: Iterable[str], enum: str, joiner: str) -> Fact:
        unique = tuple(dict.fromkeys(str(value) for value in values))
        labels = [context.strings(f"{enum}.{value}") for value in unique]
        return Fact(key, context.strings(f"document.facts.{key}"), capital(context.listed(labels, joiner)), unique)

    return make


def variant_label(variant: Variant, context: Context) -> str:
    """What a variant is called: its own title, or with whom and who leads."""
    if variant.title is not None:
        return context.plain(variant.title)
    setting = context.strings(f"enum.setting.{variant.setting}")
    led_by = context.strings(f"enum.led_by.{variant.led_by}")
    if variant.led_by is LedBy.SELF:
        label = led_by
    else:
        label = context.strings("document.variant_label", setting=setting, led_by=led_by)
    if variant.planned is Planned.UNPLANNED:
        label = context.strings("document.variant_unplanned", label=label)
    return capital(label)


def _variant(variant: Variant, context: Context, *, alone: bool) -> Iterator[Block]:
    label = variant_label(variant, context)
    title = context.strings("document.how_alone", label=label[:1].lower() + label[1:]) if alone else label
    yield Heading(2, (Text(title),), variant.id)
    yield _variant_facts(variant, context)
    yield from context.blocks(variant.intro)
    yield _steps(variant, context)


def _variant_facts(variant: Variant, context: Context) -> Facts:
    split = [
        context.strings(f"document.minutes_{phase}", minutes=context.duration(minutes))
        for phase in Phase
        if (minutes := getattr(variant.minutes, phase))
    ]
    strings = context.strings
    total = context.duration(variant.minutes.total)
    people = variant.people
    if people.least == people.most:
        count = strings.plural("document.people", people.least)
    else:
        count = strings("document.people_range", least=people.least, most=people.most)
    items = [
        Fact("people", strings("document.facts.people"), count, (str(people.least), str(people.most))),
        Fact("minutes", strings("document.facts.minutes"), total, (str(variant.minutes.total),)),
    ]
    if len(split) > 1:
        items.append(Fact("minutes_split", strings("document.facts.minutes_split"), context.listed(split)))
    return Facts(tuple(items))


def _steps(variant: Variant, context: Context) -> Steps:
    phases: list[StepPhase] = []
    number = 0
    for phase in Phase:
        steps: list[DocumentStep] = []
        for step in variant.steps:
            if step.phase is phase:
                number += 1
                who = capital(context.strings(f"enum.who.{step.who}"))
                duration = context.duration(step.minutes)
                body, say = context.blocks(step.do), context.line(step.say)
                steps.append(DocumentStep(number, step.who, who, step.minutes, duration, body, say))
        if steps:
            total = sum(step.minutes for step in steps)
            label = context.strings(f"enum.phase.{phase}")
            phases.append(StepPhase(phase, label, total, context.duration(total), tuple(steps)))
    return Steps(tuple(phases), context.strings("document.say"))


def _related(method: Method, context: Context) -> Iterator[Block]:
    links = context.links(method.id)
    groups = [
        related_group(relation, [link for link in links if link.relation == relation], context)
        for relation in (BEFORE, AFTER, ALTERNATIVE)
    ]
    others = [link for link in links if link.relation not in (BEFORE, AFTER, ALTERNATIVE)]
    yield from related([*groups, *related_by_kind(others, context)], context)

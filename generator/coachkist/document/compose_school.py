"""What a school adds of its own to sheets, workbooks and its first page; nothing in the base edition."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.document.blocks import Block, Heading
from coachkist.document.context import Context
from coachkist.markup.inline import Inline, Link, List, Paragraph, Strong, Text
from coachkist.model.school import Contact, School


def agreements(context: Context) -> Iterator[Block]:
    """The school's agreements on confidentiality, under their heading."""
    if (school := _school(context)) is not None and school.agreements:
        yield Heading(2, (Text(context.strings("document.agreements")),), "onze-afspraken")
        yield List(tuple((Paragraph(context.line(line)),) for line in school.agreements))


def contact(context: Context) -> Iterator[Block]:
    """Whom to ask about coaching, under a heading."""
    if (school := _school(context)) is not None and school.contact is not None:
        yield Heading(2, (Text(context.strings("document.contact")),), "contact")
        yield Paragraph(tuple(_contact(school.contact, context)))


def _school(context: Context) -> School | None:
    return context.catalogue.school.value if context.catalogue.school is not None else None


def _contact(contact: Contact, context: Context) -> Iterator[Inline]:
    """Name, task, address and place, as one line of text."""
    yield Strong((Text(contact.name),))
    if contact.role:
        yield Text(f", {context.catalogue.wording.fill(contact.role)}")
    if contact.email:
        yield from (Text(", "), Link(f"mailto:{contact.email}", (Text(contact.email),)))
    if contact.phone:
        yield Text(f", {contact.phone}")
    yield Text(".")
    if contact.where:
        yield from (Text(" "), *context.line(contact.where))

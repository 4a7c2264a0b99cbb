"""What a school adds of its own to sheets, workbooks and its first page; nothing in the base edition."""

from __future__ import annotations

from collections.abc import Iterator

from coachkist.document.blocks import Aside, Block, Heading
from coachkist.document.context import Context
from coachkist.markup.inline import Inline, Link, List, Paragraph, Strong, Text
from coachkist.model.school import Contact, School


def agreements(context: Context) -> Iterator[Block]:
    """The school's agreements on confidentiality, under their heading."""
    if body := _agreements(context):
        yield Heading(2, (Text(context.strings("document.agreements")),), "onze-afspraken")
        yield body


def contact(context: Context) -> Iterator[Block]:
    """Whom to ask about coaching, under a heading."""
    if body := _contact(context):
        yield Heading(2, (Text(context.strings("document.contact")),), "contact")
        yield body


def school_notes(context: Context) -> Iterator[Block]:
    """The same two for the front of a workbook, set apart, so that they are no chapters of it."""
    for key, body in (("agreements", _agreements(context)), ("contact", _contact(context))):
        if body:
            yield Aside("note", context.strings(f"document.{key}"), (body,))


def _school(context: Context) -> School | None:
    return context.catalogue.school.value if context.catalogue.school is not None else None


def _agreements(context: Context) -> List | None:
    school = _school(context)
    lines = school.agreements if school is not None else ()
    return List(tuple((Paragraph(context.line(line)),) for line in lines)) if lines else None


def _contact(context: Context) -> Paragraph | None:
    school = _school(context)
    if school is None or school.contact is None:
        return None
    return Paragraph(tuple(_told(school.contact, context)))


def _told(contact: Contact, context: Context) -> Iterator[Inline]:
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

"""The objects of form fields: widgets, what they look like, and the form that holds them."""

from __future__ import annotations

from typing import Any

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from coachkist.document.instrument import Question
from coachkist.pdf.form_font import FIRST, LAST, NAME, form_font
from coachkist.pdf.update import Update, stream

TYPE_SIZE, SMALL_TYPE_SIZE = 10, 8.5
"""Points: what is typed is as large as what is printed; smaller where two lines must fit in the height of one."""
_LOW = 30
"""A place for more than one line that is lower than this, in points, has small type."""
ON, OFF = "ja", "Off"
_PRINTED = 4
_MULTILINE = 1 << 12
_RADIO = 1 << 15
_NONSYMBOLIC = 1 << 5
_LINK_ONLY = ("/A", "/Border", "/Contents", "/QuadPoints", "/Dest", "/H")


def dictionary(**entries: Any) -> DictionaryObject:
    """A PDF dictionary; text that begins with a slash is a name, other text is text."""
    return DictionaryObject({NameObject(f"/{key}"): _object(value) for key, value in entries.items()})


def _object(value: Any) -> PdfObject:
    match value:
        case PdfObject():
            return value
        case str() if value.startswith("/"):
            return NameObject(value)
        case str():
            return TextStringObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(round(value, 3))
        case _:
            return ArrayObject(_object(item) for item in value)


def field_name(name: str) -> str:
    """The name of a field in a PDF, where a full stop would part a field from its parent."""
    return name.replace(".", "/")


class Fields:
    """The fields of one form, in order."""

    def __init__(self, update: Update) -> None:
        self._update = update
        self._fields: dict[str, IndirectObject] = {}
        self._kids: dict[str, ArrayObject] = {}
        self._resources = dictionary(Font=dictionary(Tekst=_font(update)))
        self._looks: dict[tuple[bytes, float, float], IndirectObject] = {}

    def widget(self, annotation: IndirectObject, question: Question, answer: str) -> str:
        """Makes `annotation` the widget of `question`, or of one of its answers; returns its role in the tags."""
        link: Any = annotation.get_object()
        widget = DictionaryObject({key: link.raw_get(key) for key in link if key not in _LINK_ONLY})
        left, bottom, right, top = (float(number) for number in link["/Rect"])
        size = (right - left, top - bottom)
        widget.update(dictionary(Subtype="/Widget", F=_PRINTED, TU=TextStringObject(_tooltip(question, answer))))
        match question.kind:
            case "choice":
                widget.update(self._radio(question, answer, annotation, size))
                role = "rb"
            case "tick":
                widget.update(self._check_box(question, size))
                role = "cb"
            case _:
                widget.update(self._text(question, size))
                role = "tv"
        self._fields.setdefault(question.name, annotation)
        self._update.change(annotation, widget)
        return role

    def form(self) -> IndirectObject:
        """The form itself, to hang in the document's catalogue."""
        form = dictionary(Fields=list(self._fields.values()), DR=self._resources, DA=_type(TYPE_SIZE))
        return self._update.add(form)

    def _text(self, question: Question, size: tuple[float, float]) -> DictionaryObject:
        flags = _MULTILINE if question.kind == "lines" else 0
        empty = dictionary(N=self._appearance(b"/Tx BMC EMC", size))
        own = dictionary(FT="/Tx", T=field_name(question.name), Ff=flags, V="", AP=empty)
        own[NameObject("/DA")] = _type(SMALL_TYPE_SIZE if flags and size[1] < _LOW else TYPE_SIZE)
        return own

    def _check_box(self, question: Question, size: tuple[float, float]) -> DictionaryObject:
        looks = dictionary(
            N=dictionary(**{ON: self._appearance(_cross(*size), size), OFF: self._appearance(b"", size)})
        )
        name = field_name(question.name)
        return dictionary(FT="/Btn", T=name, V=f"/{OFF}", AS=f"/{OFF}", MK=dictionary(CA="8"), AP=looks)

    def _radio(
        self, question: Question, answer: str, annotation: IndirectObject, size: tuple[float, float]
    ) -> DictionaryObject:
        """One answer of several: a kid of the field that they share."""
        if question.name not in self._fields:
            kids = self._kids[question.name] = ArrayObject()
            shared = dictionary(FT="/Btn", Ff=_RADIO, T=field_name(question.name), V=f"/{OFF}")
            shared[NameObject("/TU")] = TextStringObject(question.wording)
            shared[NameObject("/Kids")] = kids
            self._fields[question.name] = self._update.add(shared)
        self._kids[question.name].append(annotation)
        apart = next(one.apart for one in question.answers if one.id == answer)
        mark = _cross(*size) if apart else _dot(*size)
        looks = dictionary(**{answer: self._appearance(mark, size), OFF: self._appearance(b"", size)})
        parent = self._fields[question.name]
        return dictionary(Parent=parent, AS=f"/{OFF}", MK=dictionary(CA="8" if apart else "l"), AP=dictionary(N=looks))

    def _appearance(self, drawing: bytes, size: tuple[float, float]) -> IndirectObject:
        """What a widget looks like; widgets of one size and state share it."""
        key = (drawing, round(size[0], 2), round(size[1], 2))
        if key not in self._looks:
            box = [0, 0, *(round(length, 2) for length in size)]
            entries = dictionary(Type="/XObject", Subtype="/Form", BBox=box, Resources=self._resources)
            self._looks[key] = self._update.add(stream(drawing, entries))
        return self._looks[key]


def _type(size: float) -> TextStringObject:
    """How typed text looks."""
    return TextStringObject(f"/Tekst {size:g} Tf 0 g")


def _tooltip(question: Question, answer: str) -> str:
    label = next((one.wording for one in question.answers if one.id == answer), "")
    return f"{question.wording}: {label}" if label else question.wording


def _cross(width: float, height: float) -> bytes:
    """A cross as one path: some viewers lose a second stroke."""
    low, right, top = 0.24 * width, 0.76 * width, 0.76 * height
    bottom = 0.24 * height
    path = f"{low:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l {low:.2f} {top:.2f} m {right:.2f} {bottom:.2f} l S"
    return f"q 1.5 w 1 J 0 G {path} Q".encode()


def _dot(width: float, height: float) -> bytes:
    """A dot, in four curves."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.29
    k = r * 0.5523
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    drawn = " ".join(" ".join(f"{number:.2f}" for number in curve) + " c" for curve in curves)
    return f"q 0 g {x + r:.2f} {y:.2f} m {drawn} f Q".encode()


def _font(update: Update) -> IndirectObject:
    """Our font, embedded: a form may not count on what a reader's machine has."""
    font = form_font()
    name = f"/FIELDS+{NAME}"
    file = update.add(stream(font.file, dictionary(Length1=len(font.file))))
    descriptor = dictionary(
        Type="/FontDescriptor",
        FontName=name,
        Flags=_NONSYMBOLIC,
        FontBBox=font.box,
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=660,
        StemV=80,
        FontFile2=file,
    )
    return update.add(
        dictionary(
            Type="/Font",
            Subtype="/TrueType",
            BaseFont=name,
            Encoding="/WinAnsiEncoding",
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=update.add(_object(font.widths)),
            FontDescriptor=update.add(descriptor),
        )
    )

"""A figure of each kind, with words like those of the real models."""

from __future__ import annotations

from coachkist.document.drawing import Drawing, DrawingAxis, DrawingEntry, DrawingPart


def parts(*labels: str) -> tuple[DrawingPart, ...]:
    return tuple(DrawingPart(f"deel-{number}", label) for number, label in enumerate(labels, 1))


def pointed(*labels: str) -> tuple[DrawingPart, ...]:
    points = ("Duidelijke afspraken", "Samen besluiten trekken en opschrijven wat er morgen anders gaat")
    return tuple(DrawingPart(f"deel-{number}", label, points=points) for number, label in enumerate(labels, 1))


def drawing(kind: str, **values: object) -> Drawing:
    return Drawing(f"figuur-{kind}", kind, f"Een figuur: {kind}", f"Wat {kind} & co zegt, in één zin.", **values)  # type: ignore[arg-type]


_CELLS = tuple(
    DrawingPart(f"vak-{number}", label, entries=(DrawingEntry("hospiteren", "method", "Hospiteren en nabespreken"),))
    for number, label in enumerate(("Coach, gepland", "Collega’s, gepland", "Coach, los", "Collega’s, los"), 1)
)
_TACTICS = (("Inspireren", "90", "10", "0"), ("Consulteren", "55", "27", "18"), ("Druk uitoefenen", "3", "41", "56"))
_MODELS = (("Reflectiecyclus", "Bij zowat elke vorm", "Iedereen"), ("Veenman", "Bij een gepland gesprek", "Coach"))
_FORMS = ("complementair", "parallel", "alternatief", "een-geeft-les", "station-teaching", "zonder-tekening")

SAMPLES: dict[str, Drawing] = {
    one.kind: one
    for one in (
        drawing(
            "axis", axes=(DrawingAxis("Push", "Pull"),), parts=parts("Agressief", "Assertief", "Responsief", "Passief")
        ),
        drawing("matrix", parts=_CELLS),
        drawing("contrast", parts=pointed("Vraag minder", "Vraag meer")),
        drawing(
            "cards",
            parts=(DrawingPart("a", "Accepterend", "‘Vertel maar.’"), *parts("Analyserend", "Sturend of adviserend")),
        ),
        drawing("curve", parts=parts("Verbazing", "Ongeloof", "Frustratie", "Dieptepunt", "Uitproberen", "Integratie")),
        drawing("columns", parts=pointed("Ik begrijp het niet", "Ik wil dit niet", "Ik vertrouw je niet")),
        drawing("pictograms", parts=tuple(DrawingPart(name, name.capitalize()) for name in _FORMS)),
        drawing("bars", header=("Tactiek", "Betrokkenheid", "Gehoorzaamheid", "Weerstand"), rows=_TACTICS),
        drawing(
            "spiral", parts=parts("Handelen", "Terugblikken", "Zien wat ertoe doet", "Alternatieven", "Uitproberen")
        ),
        drawing("phases", parts=parts("Concrete ervaring", "Doel en beperking", "Kernkwaliteiten zien")),
        drawing(
            "rings", parts=parts("Omgeving", "Gedrag", "Bekwaamheden", "Overtuigingen", "Identiteit", "Betrokkenheid")
        ),
        drawing("cycle", parts=pointed("Voorgesprek", "Observatie", "Nagesprek"), centre="Veenman"),
        drawing(
            "quadrants",
            axes=(DrawingAxis("Volgen (LSD)", "Sturen (OMA)"), DrawingAxis("Reageren", "Thema’s inbrengen")),
            parts=parts("Initiator", "Leider", "Aanmoediger", "Adviseur"),
            profile=(3, 5, 4, 8),
            profile_label="Voorbeeld van een profiel",
        ),
        drawing("steps", parts=parts("Voorstructureren", "Ervaringen gebruiken", "Structureren", "Inzoomen")),
        drawing("path", parts=parts("Leerkracht", "Werkplekbegeleider", "Peer coach", "Bovenschools of zelfstandig")),
        drawing("circles", parts=parts("Veilig klimaat", "Betekenisvolle taken", "Ondersteuning"), centre="krachtig"),
        drawing("table", header=("Model", "Wanneer?", "Wie coacht?"), rows=_MODELS),
        drawing("list", parts=parts("Doel en focus", "Onderzoek en zelfevaluatie", "Vertrouwen")),
        drawing("diamond", parts=parts("Beeldvorming", "Meningvorming", "Besluitvorming")),
        drawing("web", parts=parts("Rust", "Radiator", "Gegil", "Horloge", "Regenlaarzen", "Iemand die lachte")),
    )
}

_HINTED = tuple(DrawingPart(f"deel-{number}", f"Deel {number}", "wat, wie, wanneer, waar?") for number in range(1, 10))
WRITTEN: dict[str, Drawing] = {
    "diamond": drawing("diamond", parts=_HINTED[:3], height=188, name="diamant"),
    "web": drawing("web", parts=(_HINTED[0], *parts(*(f"Woord {number}" for number in range(1, 9)))), name="web"),
}
"""The kinds that sheets have to write in."""

"""The closed lists of values. Their Dutch labels stand under `enum.<name>` in the strings file."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an entry is; its folder decides."""

    METHOD = "method"
    MODEL = "model"
    TIP = "tip"
    CHAPTER = "chapter"
    SHEET = "sheet"
    WORKBOOK = "workbook"


class Setting(StrEnum):
    """With whom: one teacher, a small group or the whole team."""

    INDIVIDUAL = "individual"
    SMALL_GROUP = "small-group"
    TEAM = "team"


class LedBy(StrEnum):
    """Who leads: a trained coach, peers, or the teacher alone."""

    COACH = "coach"
    PEER = "peer"
    SELF = "self"


class Planned(StrEnum):
    """Whether a variant is an appointment or happens on the spot."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"


class Phase(StrEnum):
    """When a step is done."""

    PREPARATION = "preparation"
    DOING = "doing"
    FOLLOW_UP = "follow_up"


class Who(StrEnum):
    """Who does a step."""

    TOGETHER = "together"
    COACH = "coach"
    COACHEE = "coachee"
    PEER = "peer"
    PAIRS = "pairs"
    GROUP = "group"
    EVERYONE = "everyone"


class Purpose(StrEnum):
    """What a method is for; the finder and the facets ask for it."""

    ZELFBEELD = "zelfbeeld"
    STERKTES = "sterktes"
    WERKPUNT_KIEZEN = "werkpunt-kiezen"
    LES_BEKIJKEN = "les-bekijken"
    LES_VOORBEREIDEN = "les-voorbereiden"
    NIEUWE_AANPAK = "nieuwe-aanpak"
    VAARDIGHEID_OEFENEN = "vaardigheid-oefenen"
    PROBLEEM_OPLOSSEN = "probleem-oplossen"
    VASTGELOPEN = "vastgelopen"
    VERDIEPEN = "verdiepen"
    VOORUITGANG_ZIEN = "vooruitgang-zien"
    VAN_ELKAAR_LEREN = "van-elkaar-leren"
    VISIE_DELEN = "visie-delen"
    SAMEN_BESLISSEN = "samen-beslissen"


class Requires(StrEnum):
    """What must be there or arranged before a method can be done."""

    KLASBEZOEK = "klasbezoek"
    KLASBEZOEK_KAN = "klasbezoek-kan"
    VIDEO = "video"
    LEERLINGENWERK = "leerlingenwerk"
    LESVOORBEREIDING = "lesvoorbereiding"
    AGENDA = "agenda"
    VERVANGING = "vervanging"
    GROOT_LOKAAL = "groot-lokaal"
    DRUKWERK = "drukwerk"


class Safety(StrEnum):
    """How much trust a method asks for."""

    LOW_THRESHOLD = "low-threshold"
    SOME_TRUST = "some-trust"
    HIGH_TRUST = "high-trust"


class Form(StrEnum):
    """The forms in which a sheet is made."""

    PDF = "pdf"
    FORM = "form"
    DOCX = "docx"
    WEB = "web"


class Paper(StrEnum):
    """The paper a sheet is laid out for."""

    A4 = "a4"
    A4_LANDSCAPE = "a4-landscape"
    A3 = "a3"
    A3_LANDSCAPE = "a3-landscape"


class Depth(StrEnum):
    """How much of an entry a workbook prints: all of it, or what you need when you do it."""

    FULL = "full"
    SHORT = "short"


class FigureKind(StrEnum):
    """How a model is drawn."""

    AXIS = "axis"
    MATRIX = "matrix"
    CONTRAST = "contrast"
    CARDS = "cards"
    CURVE = "curve"
    COLUMNS = "columns"
    PICTOGRAMS = "pictograms"
    BARS = "bars"
    SPIRAL = "spiral"
    PHASES = "phases"
    RINGS = "rings"
    CYCLE = "cycle"
    QUADRANTS = "quadrants"
    STEPS = "steps"
    PATH = "path"
    CIRCLES = "circles"
    TABLE = "table"
    LIST = "list"
    DIAMOND = "diamond"
    WEB = "web"


class Country(StrEnum):
    """Whose institutions and rules a school has to do with."""

    BE = "BE"
    NL = "NL"


class Level(StrEnum):
    """The kinds of education a school gives."""

    KLEUTER = "kleuter"
    LAGER = "lager"
    SECUNDAIR = "secundair"
    BUITENGEWOON = "buitengewoon"
    VOLWASSENEN = "volwassenen"
    LERARENOPLEIDING = "lerarenopleiding"

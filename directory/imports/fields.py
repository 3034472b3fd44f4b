"""What a column may be: a field of a profile, the words that give it away, and how its text becomes a value."""

import hashlib
import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.gis.geos import GEOSException, GEOSGeometry, MultiPolygon, Point
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import OrganisationPage
from directory.vocabulary import PROFILES, Access, Audience, Kind, Language, Precision, State, choices_of
from home.search.latvian import fold, tokens

MOST_AREA_POINTS = 5_000
TRUE = set("1 ja jā yes y true taisnība x v".split())  # noqa: SIM905
FALSE = set("0 ne nē no n false".split())  # noqa: SIM905


@dataclass(frozen=True)
class Field:
    """``guesses``: folded words of headers. ``parse(text, lists)`` gives the value, or raises ``ValidationError``."""

    name: str
    label: str | Promise
    guesses: str
    parse: Callable | None = None

    def words(self) -> set[str]:
        return {" ".join(tokens(word)) for word in [self.name.replace("_", " "), *self.guesses.split("|")]}


def _choice(choices, **others: str) -> Callable:
    """A value or a word of a closed list, in either language; ``others``: folded words → value."""

    def parse(text, lists=None):
        from django.utils.translation import override

        wanted = fold(text).strip()
        for value, label in choices:
            words = {fold(str(value))}
            for language in ("lv", "en"):
                with override(language):
                    words.add(fold(str(label)))
            if wanted in words:
                return str(value)
        if wanted in others:
            return others[wanted]
        raise ValidationError(_("“%(text)s” is not in the list.") % {"text": text})

    return parse


def _several(choices, **others: str) -> Callable:
    one = _choice(choices, **others)

    def parse(text, lists=None):
        chosen = {one(part) for part in parts(text)}
        return [str(value) for value, _label in choices if str(value) in chosen]

    return parse


def parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;,|]", text) if part.strip()]


def _flag(text, lists=None) -> bool:
    word = text.strip().lower()
    if word in TRUE or word in FALSE:
        return word in TRUE
    raise ValidationError(_("“%(text)s” is neither yes nor no.") % {"text": text})


def _number(text, lists=None) -> float:
    try:
        value = float(text.replace(",", ".").replace("°", "").strip())
    except ValueError:
        raise ValidationError(_("“%(text)s” is not a number.") % {"text": text}) from None
    if not math.isfinite(value):
        raise ValidationError(_("“%(text)s” is not a number.") % {"text": text})
    return value


def _year(text, lists=None) -> int:
    found = re.search(r"(?<!\d)(1[89]|20)\d\d(?!\d)", text)
    if not found:
        raise ValidationError(_("“%(text)s” is not a year.") % {"text": text})
    return int(found[0])


def _web_address(text, lists=None) -> str:
    return text if "://" in text else f"https://{text}"


def _settlement(text, lists) -> int:
    found = lists.settlement(text)
    if found is None:
        raise ValidationError(_("There is no settlement “%(text)s”.") % {"text": text})
    return found


def _settlements(text, lists) -> list[int]:
    return sorted({_settlement(part, lists) for part in parts(text)})


def _topics(text, lists) -> list[int]:
    found = {part: lists.topic(part) for part in parts(text)}
    for part, topic in found.items():
        if topic is None:
            raise ValidationError(_("There is no topic “%(text)s”.") % {"text": part})
    return sorted(set(found.values()))


def _area(text, lists=None) -> str:
    """Well-known text of a multipolygon."""
    try:
        shape = GEOSGeometry(json.dumps(json.loads(text)), srid=4326)
        shape = MultiPolygon(shape, srid=4326) if shape.geom_type == "Polygon" else shape
        is_good = shape.geom_type == "MultiPolygon" and shape.valid and shape.num_coords <= MOST_AREA_POINTS
    except (ValueError, TypeError, GEOSException, RecursionError):
        is_good = False
    if not is_good:
        raise ValidationError(_("The area cannot be used: its outline is broken or has too many points."))
    return shape.wkt


FIELDS = [
    Field("key", gettext_lazy("the source's own number of the row"), "id|key|code|kods|nr|identifikators|atslega|fid"),
    Field(
        "title",
        gettext_lazy("name"),
        "nosaukums|name|vards|organizacija|biedriba|kopiena|title|organisation|community|nvo",
    ),
    Field(
        "kind",
        gettext_lazy("community or organisation"),
        "veids|type|tips",
        _choice(
            choices_of(PROFILES),
            biedriba=Kind.ORGANISATION.value,
            nodibinajums=Kind.ORGANISATION.value,
            ngo=Kind.ORGANISATION.value,
            nvo=Kind.ORGANISATION.value,
        ),
    ),
    Field(
        "sort",
        gettext_lazy("kind of organisation"),
        "organizacijas veids|legal form|juridiska forma|forma",
        _choice(OrganisationPage.Sort.choices, bdr="association", nod="foundation"),
    ),
    Field(
        "register_number",
        gettext_lazy("register number"),
        "registracijas numurs|reg nr|regnr|regcode|registration number",
    ),
    Field("summary", gettext_lazy("in two sentences"), "apraksts|description|kopsavilkums|ko daram|darbiba|about|what"),
    Field("joining", gettext_lazy("how to join"), "ka pievienoties|pievienosanas|how to join"),
    Field("meeting", gettext_lazy("when we meet, in words"), "tiksanas|kad tiekamies|when we meet"),
    Field("access_note", gettext_lazy("how to get there and in"), "ka noklut|pieklustamiba|directions"),
    Field(
        "settlement",
        gettext_lazy("settlement"),
        "vieta|apdzivota vieta|ciems|pilseta|place|town|village|city",
        _settlement,
    ),
    Field("address", gettext_lazy("address, to find the settlement by"), "adrese|juridiska adrese|address"),
    Field("covers", gettext_lazy("covers these settlements"), "aptver|teritorija|covers|area served", _settlements),
    Field("latitude", gettext_lazy("latitude"), "lat|platums|geografiskais platums|y|n", _number),
    Field("longitude", gettext_lazy("longitude"), "lon|lng|long|garums|geografiskais garums|x|e", _number),
    Field("area", gettext_lazy("area on the map (GeoJSON)"), "area|apgabals|geometry", _area),
    Field("precision", gettext_lazy("readers see the place"), "precizitate|precision", _choice(Precision.choices)),
    Field("topics", gettext_lazy("topics"), "tema|temas|joma|jomas|topic|field|darbibas joma", _topics),
    Field("state", gettext_lazy("state"), "stavoklis|statuss|status", _choice(State.choices)),
    Field("audiences", gettext_lazy("for whom"), "kam|merkgrupa|audience|for whom", _several(Audience.choices)),
    Field("languages", gettext_lazy("languages"), "valoda|valodas|language", _several(Language.choices)),
    Field("access", gettext_lazy("access"), "pieejamiba|accessibility", _several(Access.choices)),
    Field("open_to_members", gettext_lazy("open to new members"), "uznem biedrus|open to members", _flag),
    Field(
        "wants_volunteers", gettext_lazy("looks for volunteers"), "mekle brivpratigos|brivpratigie|volunteers", _flag
    ),
    Field("public_benefit", gettext_lazy("has public-benefit status"), "sabiedriska labuma|slo|public benefit", _flag),
    Field("founded", gettext_lazy("since"), "dibinata|dibinats|gads|founded|year|since|registered", _year),
    Field("website", gettext_lazy("website"), "majaslapa|timekla vietne|web|www|url|homepage", _web_address),
    Field("facebook_url", gettext_lazy("Facebook page"), "facebook|fb", _web_address),
    Field("contact_name", gettext_lazy("contact: name"), "kontaktpersona|contact|contact person"),
    Field("contact_phone", gettext_lazy("contact: phone"), "talrunis|telefons|phone|tel|mob"),
    Field("contact_email", gettext_lazy("contact: email"), "e pasts|epasts|email|e mail|mail"),
]
BY_NAME = {field.name: field for field in FIELDS}
CONTACT = ("contact_name", "contact_phone", "contact_email")


def signature(headers: list[str]) -> str:
    """The same for every file with these headers, whatever their case and marks."""
    return hashlib.sha256("\n".join(" ".join(tokens(header)) for header in headers).encode()).hexdigest()


def guess(headers: list[str]) -> dict[str, str]:
    """Number of the column (as text, for JSON) → field; no field twice. Headers that are a word we know come first."""
    found: dict[str, str] = {}
    words = [" ".join(tokens(header)) for header in headers]
    for fits in (_is_known, _has_known):
        for number, word in enumerate(words):
            free = [field for field in FIELDS if field.name not in found.values()]
            field = next((field for field in free if word and fits(word, field.words())), None)
            if field and str(number) not in found:
                found[str(number)] = field.name
    return found


def _is_known(word: str, known: set[str]) -> bool:
    return word in known


def _has_known(word: str, known: set[str]) -> bool:
    """Begins or ends with a word we know; the short ones (nr, x, tel) say too little in company."""
    return any(word.startswith(f"{part} ") or word.endswith(f" {part}") for part in known if len(part) > 3)


def position(latitude: float | None, longitude: float | None, extent) -> tuple[Point | None, str]:
    """The point, and what has to be said of it: coordinates that were swapped are put right, a point outside of
    ``extent`` (west, south, east, north) is left out."""
    if latitude is None or longitude is None:
        return None, ""
    west, south, east, north = extent

    def inside(lat, lon):
        return south <= lat <= north and west <= lon <= east

    if inside(latitude, longitude):
        return Point(longitude, latitude, srid=4326), ""
    if inside(longitude, latitude):
        return Point(latitude, longitude, srid=4326), _("Latitude and longitude were swapped; put right.")
    return None, _("The position lies outside of the map and was left out.")

"""A row's cells → what the source says of a profile: values that the model accepts, and notes on those it does not."""

import hashlib
import json
import re
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry, Point
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import CharField, URLField
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from directory.imports.fields import BY_NAME, CONTACT, position
from directory.imports.matching import Lists, plain_name
from directory.models import CommunityPage, Contact, OrganisationPage
from directory.register_number import clean_register_number
from directory.vocabulary import Kind

MODELS = {Kind.ORGANISATION: OrganisationPage, Kind.COMMUNITY: CommunityPage}
# Eleven digits that begin as a person's do: such a number is never kept as it is.
PERSONAL = re.compile(r"(?<!\d)[0-3]\d{5}-?\d{5}(?!\d)")
NO_FIELDS_OF_PAGES = {"key", "kind", "latitude", "longitude", "address", *CONTACT}
MANY = {"covers", "topics"}
CONTACT_FIELDS = {"contact_name": "name", "contact_phone": "phone", "contact_email": "email"}


class Junk(ValueError):
    """Nothing can be made of this row; the message says why."""


@dataclass
class Wanted:
    """``values``: what goes onto the page, by the field's name; an empty cell says nothing and is not among them."""

    title: str
    model: type
    key: str = ""
    values: dict = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    says_kind: bool = False

    @property
    def name(self) -> str:
        return plain_name(self.title)

    @property
    def register_number(self) -> str:
        return self.values.get("register_number", "")

    @property
    def settlement_id(self) -> int | None:
        return self.values.get("settlement")

    @property
    def point(self) -> Point | None:
        return self.values.get("point")

    def said(self) -> dict:
        """Every value as it is kept and compared; of people only a fingerprint."""
        page = {name: kept(value) for name, value in self.values.items()}
        return page | {name: fingerprint(value) for name, value in self.contact.items()}


def fingerprint(text: str) -> str:
    return salted_hmac("directory.imports", text).hexdigest()[:16]


def kept(value):
    """A value as JSON keeps it; two are the same when these are equal."""
    if isinstance(value, Point):
        return [round(value.x, 6), round(value.y, 6)]
    if isinstance(value, GEOSGeometry):
        rings = [[[[round(x, 6), round(y, 6)] for x, y, *_rest in ring] for ring in part] for part in value.coords]
        return hashlib.sha256(json.dumps(rings).encode()).hexdigest()[:16]
    return list(value) if isinstance(value, list | tuple) else value


def of_page(page, name: str):
    """What a page says, as ``kept`` says it."""
    if name in MANY:
        return sorted(row.pk for row in getattr(page, name).all())
    return kept(getattr(page, page._meta.get_field(name).attname))


def read_row(cells: list[str], mapping: dict[str, str], lists: Lists, default_kind: str) -> Wanted:
    """
    Raises:
        Junk: the row names nobody.
    """
    texts = {name: cells[int(column)] for column, name in mapping.items() if int(column) < len(cells)}
    texts = {name: text.strip() for name, text in texts.items() if text.strip()}
    title = texts.pop("title", "")
    if not title:
        raise Junk(_("There is no name in this row."))
    if not any(character.isalpha() for character in title):
        raise Junk(_("The name has no letters in it."))
    if len(title) > 255:
        raise Junk(_("The name is longer than 255 characters."))
    notes: list[str] = []
    parsed = {name: _parse(name, text, lists, notes) for name, text in texts.items()}
    parsed = {name: value for name, value in parsed.items() if value is not None}
    model = MODELS[Kind(parsed.get("kind", default_kind))]
    wanted = Wanted(title, model, notes=notes, says_kind="kind" in parsed)
    wanted.values["title"] = title
    _place(parsed, texts, wanted, lists)
    for name, value in parsed.items():
        if name in CONTACT:
            _contact(wanted, name, value)
        elif name not in NO_FIELDS_OF_PAGES:
            _value(wanted, name, value)
    wanted.key = _key(texts.get("key", ""), wanted)
    return wanted


def _parse(name: str, text: str, lists: Lists, notes: list[str]):
    parse = BY_NAME[name].parse
    try:
        return parse(text, lists) if parse else text
    except ValidationError as error:
        notes.append(_left_out(name, error))
        return None


def _left_out(name: str, error: ValidationError) -> str:
    return _("%(field)s left out: %(reason)s") % {"field": BY_NAME[name].label, "reason": " ".join(error.messages)}


def _place(parsed: dict, texts: dict, wanted: Wanted, lists: Lists) -> None:
    point, note = position(parsed.get("latitude"), parsed.get("longitude"), settings.TILE_EXTENT)
    if note:
        wanted.notes.append(note)
    if point:
        wanted.values["point"] = point
    if "settlement" not in parsed and "address" in texts and (found := lists.settlement_of(texts["address"])):
        parsed["settlement"] = found


def _value(wanted: Wanted, name: str, value) -> None:
    """Into the values, if the model has such a field and its own rules allow it; texts that are too long are cut."""
    try:
        model_field = wanted.model._meta.get_field(name)
    except FieldDoesNotExist:
        return
    try:
        if name == "register_number":
            value = clean_register_number(value)
        elif name == "area":
            value = GEOSGeometry(value, srid=4326)
        elif name not in MANY and name != "settlement":
            value = model_field.clean(_cut(model_field, value, wanted), wanted.model())
    except ValidationError as error:
        wanted.notes.append(_left_out(name, error))
        return
    wanted.values[name] = value


def _cut(model_field, value, wanted: Wanted):
    most = model_field.max_length
    if not isinstance(value, str) or not most or len(value) <= most or model_field.choices:
        return value
    if isinstance(model_field, URLField) or (isinstance(model_field, CharField) and most < 100):
        return value
    wanted.notes.append(_("%(field)s shortened.") % {"field": BY_NAME[model_field.name].label})
    return value[: most - 1].rsplit(" ", 1)[0][: most - 1] + "…"


def _contact(wanted: Wanted, name: str, text: str) -> None:
    model_field = Contact._meta.get_field(CONTACT_FIELDS[name])
    try:
        wanted.contact[name] = model_field.clean(text, Contact())
    except ValidationError as error:
        wanted.notes.append(_left_out(name, error))


def _key(text: str, wanted: Wanted) -> str:
    """What the source calls the row; else its register number; else its name and place."""
    if text:
        return "id:" + (fingerprint(text) if PERSONAL.search(text) or len(text) > 150 else text)
    if wanted.register_number:
        return f"reg:{wanted.register_number}"
    place = wanted.settlement_id or (kept(wanted.point) if wanted.point else "")
    return "name:" + fingerprint(f"{wanted.name}|{place}")

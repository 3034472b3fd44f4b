"""What the directory is narrowed by. Every value passes the form; what is unknown is said, never an error page."""

import functools
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.map_layers import layers
from directory.mercator import pixel
from directory.vocabulary import IN_DIRECTORY, Access, Audience, Day, Language, Part, State, choices_of

OPEN = [("members", _("takes new members")), ("volunteers", _("looks for volunteers"))]
# Facets in the order in which readers meet them; the first ones are open from the start.
FACETS = {
    "kind": (_("What"), choices_of(IN_DIRECTORY)),
    "place": (_("Where"), None),
    "topic": (_("Topic"), None),
    "part": (_("Time of day"), Part.choices),
    "day": (_("Day"), Day.choices),
    "audience": (_("For whom"), Audience.choices),
    "open": (_("Joining"), OPEN),
    "language": (_("Language"), Language.choices),
    "access": (_("Access"), Access.choices),
    "state": (_("State"), State.choices),
}
FIRST = ("kind", "place", "topic")
ORDERS = [("name", _("by name")), ("near", _("nearest first")), ("new", _("newest first"))]
MOST_VALUES = 20


@dataclass(frozen=True)
class Box:
    """Degrees; ``west > east`` never happens here, the date line is far away."""

    west: float
    south: float
    east: float
    north: float

    def pixels(self) -> tuple[int, int, int, int]:
        """(west, north, east, south) in Web Mercator pixels."""
        left, top = pixel(self.west, self.north)
        right, bottom = pixel(self.east, self.south)
        return left, top, right, bottom


def _numbers(text: str, count: int) -> list[float]:
    parts = text.split(",")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(abs(number) <= 180 for number in numbers):
        raise ValidationError(_("This is not a place on the map."))
    return numbers


class PlaceField(forms.CharField):
    """``56.81,24.19`` (latitude, longitude), rounded to 0.01°: finer than that nobody's position is wanted."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        latitude, longitude = _numbers(text, 2)
        if abs(latitude) > 85:
            raise ValidationError(_("This is not a place on the map."))
        return round(latitude, 2), round(longitude, 2)


class BoxField(forms.CharField):
    """``west,south,east,north`` in degrees."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        box = Box(*_numbers(text, 4))
        if box.west >= box.east or box.south >= box.north:
            raise ValidationError(_("This is not a place on the map."))
        return box


class ValuesField(forms.Field):
    """Repeated parameters of one name; only words that a facet could have."""

    widget = forms.MultipleHiddenInput

    def __init__(self, choices=None, **kwargs):
        super().__init__(required=False, **kwargs)
        self.known = None if choices is None else {value for value, _label in choices}

    def clean(self, value):
        values = [text for text in dict.fromkeys(value or []) if text]
        good = [text for text in values if (text in self.known if self.known is not None else _is_slug(text))]
        if len(good) < len(values) or len(good) > MOST_VALUES:
            raise ValidationError(_("Please choose from the list."))
        return good


def _is_slug(text: str) -> bool:
    return len(text) <= 60 and text.isascii() and all(part.isalnum() for part in text.split("-"))


@functools.cache
def _values_fields() -> dict[str, ValuesField]:
    """Shared by all forms: they are never changed, and the map is asked too often to make a dozen of them each time."""
    fields = {name: ValuesField(choices, label=label) for name, (label, choices) in FACETS.items()}
    return fields | {"layer": ValuesField([(layer.name, layer.label) for layer in layers()])}


class DirectoryFilter(forms.Form):
    q = forms.CharField(max_length=100, required=False, label=_("Name, place or activity"))
    letter = forms.CharField(max_length=2, required=False)
    order = forms.ChoiceField(choices=[("", ""), *ORDERS], required=False)
    near = PlaceField(max_length=40, required=False)
    box = BoxField(max_length=120, required=False)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields |= _values_fields()
        self.is_valid()

    @property
    def chosen(self) -> dict[str, list[str]]:
        """Facet → its chosen values; what was not understood is left out and stands in ``errors``."""
        return {name: self.cleaned_data[name] for name in FACETS if self.cleaned_data.get(name)}

    def value(self, name: str):
        return self.cleaned_data.get(name) or None

    @property
    def narrowed_by(self) -> set[str]:
        """Names of what leaves some listings out."""
        return {*self.chosen, *(name for name in ("q", "letter", "box") if self.value(name))}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.narrowed_by)

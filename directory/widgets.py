"""The map field: a place, a way or an area, typed as text or set on a map (ADR 16).

`GeoField` is a form field like any other, for the editor and for public forms; `register` gives it to every geometry of
Wagtail's editor, in panels, inline panels and comparisons. It stands and works without JavaScript; the custom element
``<geo-field>`` (static/js/geo-field/) puts the map beside it.
"""

import functools
import json

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.gis.db import models
from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import geo, tiles
from directory.base_map.ground import NAME, Base, base

KINDS = {
    "POINT": ("point", False),
    "LINESTRING": ("line", False),
    "MULTILINESTRING": ("line", True),
    "POLYGON": ("area", False),
    "MULTIPOLYGON": ("area", True),
}
HOW = {
    "point": gettext_lazy("Latitude and longitude, as in 56.8264, 24.2355; or the name of a town or village."),
    "line": gettext_lazy("One place per line along the way, as in 56.8264, 24.2355. GeoJSON is understood too."),
    "area": gettext_lazy(
        "One corner per line, as in 56.8264, 24.2355, with an empty line between areas. GeoJSON is understood too."
    ),
}
ROWS = 6


@functools.lru_cache(maxsize=4)
def _outline(ground: Base):
    return geo.outline_of(ground.areas["outline"])


def outline():
    """The municipality as the drawn ground has it, or ``None``."""
    return _outline(base())


def settlements() -> list[tuple[str, float, float]]:
    """``(name, latitude, longitude)`` of settlements whose place is known."""
    rows = apps.get_model("directory", "Settlement").objects.exclude(point=None).values_list("name", "point")
    return [(name, round(point.y, geo.DECIMALS), round(point.x, geo.DECIMALS)) for name, point in rows]


def find_settlement(text: str) -> tuple[float, float] | None:
    wanted = text.strip().casefold()
    return next((place for name, *place in settlements() if name.casefold() == wanted), None)


def words(kind: str) -> dict[str, str]:
    """What the map field says, for its script; ``{…}`` is filled in there."""
    said = {
        "swapped": _("Latitude and longitude were swapped; put right."),
        "unreadable": _("This is not a place we can read. Write it as in 56.8264, 24.2355: latitude first."),
        "off_map": _("This lies off our map and cannot be saved."),
        "outside": _("This lies outside of the municipality. It can be saved all the same."),
        "near": _("Nearest place: {name}."),
        "empty": _("Nothing is marked yet."),
        "undo": _("Undo"),
        "clear": _("Clear"),
        "in": _("Closer"),
        "out": _("Farther"),
        "failed": _("The map could not be loaded. What is written above counts."),
        "go": _("Go to a town or village"),
        "choose": _("Choose…"),
    }
    if kind == "point":
        return said | {
            "map": _("Map to mark the place on"),
            "keys": _(
                "Tap or click on the map, or drag the mark. With the keyboard: arrow keys move it, with Shift a little; Enter "
                "puts it in the middle of the map; + and − change the scale."
            ),
            "add": _("Mark the middle of the map"),
            "go": _("Put it in a town or village"),
            "marked": _("Marked: {place}."),
        }
    return said | {
        "map": _("Map to draw the area on") if kind == "area" else _("Map to draw the way on"),
        "keys": _(
            "Tap or click on the map to add a corner. With the keyboard: arrow keys move the map, Enter adds a corner in its "
            "middle, Page Up and Page Down choose a corner, Shift with an arrow key moves it; + and − change the scale."
        ),
        "add": _("Add the middle of the map"),
        "corners": _("Corners") if kind == "area" else _("Places along the way"),
        "part": _("Area {n}") if kind == "area" else _("Way {n}"),
        "corner": _("The chosen corner") if kind == "area" else _("The chosen place"),
        "up": _("Move up"),
        "down": _("Move down"),
        "delete": _("Delete"),
        "another": _("Begin another area") if kind == "area" else _("Begin another way"),
        "count": _("Corners: {n}.") if kind == "area" else _("Places: {n}."),
        "few": _("An area needs three corners at least.") if kind == "area" else _("A way needs two places at least."),
        "crossing": _("The outline crosses itself near {place}. Move or delete a corner there."),
        "as_text": _("As text"),
        "holes": _("This cannot be changed on the map, only as text. To draw anew, clear it first."),
    }


class GeoWidget(forms.Widget):
    """``GeoWidget("point")``, ``"line"``, ``"area"``; ``many`` for several of them."""

    template_name = "directory/widgets/geo_field.html"

    def __init__(self, geometry="point", *, many=False, attrs=None):
        self.geometry, self.many = geometry, many
        super().__init__(attrs)

    class Media:
        css = {"all": ["leaflet/leaflet.css", "css/admin/geo-field.css", "css/components/geo-field.css"]}
        js = [Script("js/geo-field/start.js", type="module")]

    def use_required_attribute(self, initial):
        return False  # a browser would not show its message beside a field that stands in a closed tab

    def format_value(self, value):
        return geo.write(value) if isinstance(value, GEOSGeometry) else (value or "")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        ground, attrs = base(), context["widget"]["attrs"]
        ident = attrs.get("id", f"id_{name}")
        attrs["class"] = f"geo__text {attrs.get('class', '')}".strip()
        attrs["aria-describedby"] = f"{attrs.get('aria-describedby', '')} {ident}-how".strip()
        context["widget"] |= {
            "geometry": self.geometry,
            "many": self.many,
            "how": HOW[self.geometry],
            "how_id": f"{ident}-how",
            "rows": ROWS,
            "is_outside": isinstance(value, GEOSGeometry) and geo.is_outside(value, outline()),
            "extent": _numbers(settings.TILE_EXTENT),
            "view": _numbers(ground.bbox or settings.TILE_EXTENT),
            "tiles": reverse("tile", args=[0, 0, 0]).replace("0/0/0", "{z}/{x}/{y}") if tiles.are_there() else "",
            "ground": static(NAME),
            "words": json.dumps(words(self.geometry), ensure_ascii=False),
            "places": json.dumps(settlements(), ensure_ascii=False),
        }
        return context


def _numbers(box) -> str:
    return ",".join(str(round(edge, geo.DECIMALS)) for edge in box)


class GeoField(forms.Field):
    """Text → geometry. ``notes`` after cleaning: what was put right and what to know, for whoever typed it."""

    widget = GeoWidget

    def __init__(self, *, geom_type="POINT", srid=geo.SRID, max_geom_collections=None, **kwargs):
        if srid != geo.SRID or geom_type not in KINDS:
            raise ValueError(f"GeoField does not know {geom_type} of SRID {srid}.")
        self.geom_type, self.notes = geom_type, []
        super().__init__(**kwargs)
        if isinstance(self.widget, GeoWidget):
            self.widget.geometry, self.widget.many = KINDS[geom_type]

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, GEOSGeometry):
            return value or None
        reading = geo.read(str(value), self.geom_type, settings.TILE_EXTENT, find_settlement)
        self.notes = list(reading.notes)
        if geo.is_outside(reading.geometry, outline()):
            self.notes.append(_("This lies outside of the municipality. It can be saved all the same."))
        if reading.geometry:
            reading.geometry.put_right = reading.notes
        return reading.geometry

    def has_changed(self, initial, data):
        try:
            return geo.write(self.to_python(initial)) != geo.write(self.to_python(data))
        except ValidationError:
            return True


def _tell(request, thing):
    """After a save, what the field put right; with JavaScript it was said beside the field already."""
    for field in thing._meta.get_fields():
        if isinstance(field, models.GeometryField):
            for note in getattr(getattr(thing, field.name), "put_right", ()):
                messages.info(request, f"{capfirst(field.verbose_name)}: {note}")


def register():
    """Give the field to every geometry of the editor, and let two revisions be compared as text."""
    from wagtail import hooks
    from wagtail.admin import compare
    from wagtail.admin.forms.models import register_form_field_override

    class GeoComparison(compare.TextFieldComparison):
        def __init__(self, field, obj_a, obj_b):
            super().__init__(field, obj_a, obj_b)
            self.val_a, self.val_b = geo.write(self.val_a), geo.write(self.val_b)

    register_form_field_override(models.GeometryField, override={"form_class": GeoField})
    compare.register_comparison_class(models.GeometryField, comparison_class=GeoComparison)
    for saved in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
        hooks.register(saved, _tell)

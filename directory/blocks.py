"""A place, a way or areas inside a StreamField. In the page's JSON they are GeoJSON."""

import json

from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSException, GEOSGeometry
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import FieldBlock

from directory import geo
from directory.widgets import GeoField


class GeoBlock(FieldBlock):
    """The value is a geometry; text that could not be read stays text until the form has refused it."""

    geom_type = "POINT"

    def __init__(self, required=True, help_text=None, **kwargs):
        self.options = {"required": required, "help_text": help_text}
        super().__init__(**kwargs)

    @cached_property
    def field(self):
        return GeoField(geom_type=self.geom_type, **self.options)

    def to_python(self, value):
        if isinstance(value, dict):
            try:
                return GEOSGeometry(json.dumps(value), srid=geo.SRID)
            except (GDALException, GEOSException, ValueError):
                return None
        return value if isinstance(value, GEOSGeometry) else None

    def get_prep_value(self, value):
        return geo.to_geojson(value) if isinstance(value, GEOSGeometry) else None

    def value_from_form(self, value):
        # Autosave and preview take the value before it is cleaned.
        try:
            return self.field.to_python(value)
        except ValidationError:
            return value

    def normalize(self, value):
        return self.to_python(value)

    # Revisions are compared by this text too.
    def render_basic(self, value, context=None):
        return geo.write(value) if isinstance(value, GEOSGeometry) else ""


class PointBlock(GeoBlock):
    class Meta:
        icon = "site"
        label = _("Place on the map")


class WayBlock(GeoBlock):
    geom_type = "LINESTRING"

    class Meta:
        icon = "site"
        label = _("Way on the map")


class AreaBlock(GeoBlock):
    geom_type = "MULTIPOLYGON"

    class Meta:
        icon = "site"
        label = _("Area on the map")

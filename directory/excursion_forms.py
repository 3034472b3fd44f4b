"""The editor's form of an excursion: the way is drawn in a field of its own and kept in a row of its own."""

from django.apps import apps
from django.contrib.gis.geos import LineString, MultiLineString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from directory.ways.measuring import simplify
from directory.widgets import GeoField

# Corners of a long way that stand in the field: as many as somebody could still move by hand.
DRAWN_METRES = 25


class ExcursionForm(WagtailAdminPageForm):
    way_drawn = GeoField(
        geom_type="MULTILINESTRING",
        required=False,
        label=_("Draw the way"),
        help_text=_("A way from a file stands here simplified; as long as you change nothing, the whole one is kept."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.source != self.instance:
            self.fields.pop("way_drawn", None)
        elif self.instance.way_id and self.instance.way:
            self.initial["way_drawn"] = for_drawing(self.instance.way)

    def save(self, commit=True):
        if "way_drawn" in self.changed_data:
            drawn = self.cleaned_data["way_drawn"]
            lines = [list(part) for part in drawn.coords] if drawn else []
            self.instance.way = apps.get_model("directory", "Track").objects.keep(lines) if lines else None
            if "is_approximate" not in self.changed_data:
                self.instance.is_approximate = bool(lines)
        return super().save(commit)


def for_drawing(track) -> MultiLineString:
    """What the field shows of a way."""
    lines = track.lines
    if track.file_name:
        lines = [simplify(line, DRAWN_METRES) for line in lines]
    return MultiLineString([LineString(line) for line in lines], srid=4326)

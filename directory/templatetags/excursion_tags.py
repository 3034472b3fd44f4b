"""Excursions in templates: their lengths and times, and their way on the drawn map."""

from dataclasses import astuple

from django import template
from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, ngettext

from directory import base_map
from directory.map_words import words
from directory.models import RoutesPage
from directory.templatetags.directory_tags import directory_url
from directory.tile_views import address_of_tiles
from directory.visiting import index_of
from home import versions
from home.measures import duration_text, length_text

register = template.Library()
register.filter(length_text)
register.filter(duration_text)

SIZE, WIDE = (480, 600), (960, 600)  # pixels of the picture
PAD = 0.004  # degrees around the way


def frame_of(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """west, south, east, north around points of (longitude, latitude)."""
    lons, lats = [x for x, _y in points], [y for _x, y in points]
    return min(lons) - PAD, min(lats) - PAD / 2, max(lons) + PAD, max(lats) + PAD / 2


@register.inclusion_tag("directory/_excursion_map.html", takes_context=True)
def excursion_map(context, facts, stops, lines) -> dict:
    """The drawn map with the way and the numbered stops; nothing where nothing has a place."""
    placed = [stop for stop in stops if stop.point]
    points = [stop.point for stop in placed] + [point for line in lines for point in line]
    if not points:
        return {"drawing": ""}
    marks = [base_map.Point(*stop.point, "excursion", stop.name, number=stop.number) for stop in placed]
    label = ngettext("Map of the way with %(n)s stop", "Map of the way with %(n)s stops", len(placed))
    drawing = base_map.svg(
        frame_of(points), *SIZE, list(reversed(marks)), label=label % {"n": len(placed)}, ident="way-map", ways=lines
    )
    return {
        **live_map(context, drawing, frame_of(points), [_spot(stop) for stop in placed]),
        "is_approximate": facts.is_approximate,
        "has_way": bool(lines),
        "facts": facts,
        "way": facts.way.screen if lines else "",
        "label": gettext("Map of the way"),
    }


def _spot(stop) -> list:
    """As static/js/map/live.js reads it; the popup leads to the stop in the list."""
    words = gettext("Stop %(n)s") % {"n": stop.number}
    if stop.metres:
        words += f" · {length_text(stop.metres)}"
    text = Truncator(stop.text).words(24)
    return ["excursion", stop.longitude, stop.latitude, stop.name, words, f"#{stop.anchor}", "", stop.number, text]


def live_map(context, drawing: str, bbox, spots: list) -> dict:
    """What the script needs to take a drawing over where the page itself brought all that is on it."""
    return {
        "drawing": drawing,
        "bbox": ",".join(str(round(edge, 5)) for edge in bbox),
        "words": {**words(), "many": {}},
        "spots": spots,
        "tiles": address_of_tiles(),
        "extent": ",".join(str(edge) for edge in settings.TILE_EXTENT),
        "credit": context["frame"].settings.map_credit,
    }


@register.simple_tag
def map_data(words: dict, spots: list, way: str) -> dict:
    return {"words": words, "places": [], "areas": [], "spots": spots, "way": way or ""}


@register.simple_tag(takes_context=True)
def routes_url(context) -> str:
    """The list of routes for readers of this language; ``""`` where the site has none."""
    language, config = get_language(), context["frame"].settings
    return versions.kept(config, ("routes-url", language), lambda: index_of(RoutesPage, language)[1])


@register.inclusion_tag("directory/_visiting_map.html", takes_context=True)
def visiting_map(context, found) -> dict:
    """Everything of a list that has a place, on the drawn map; the directory's own map shows it beside the profiles."""
    points = [
        base_map.Point(spot.longitude, spot.latitude, spot.kind, spot.title, url=spot.url) for spot in found.spots
    ]
    if not points:
        return {"drawing": ""}
    label = ngettext("Map with the %(n)s entry of the list", "Map with the %(n)s entries of the list", len(points))
    bbox, url = base_map.base().bbox or settings.TILE_EXTENT, directory_url(context)
    drawing = base_map.svg(bbox, *WIDE, points, label=label % {"n": len(points)}, ident="visiting-map", named=True)
    return {
        **live_map(context, drawing, bbox, [list(astuple(spot)) for spot in found.spots]),
        "label": gettext("Map of the places"),
        "live_url": f"{url}?layer={found.kind}#map" if url else "",
    }

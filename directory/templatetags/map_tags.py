"""Maps: drawn on the server for everybody, with what the script needs to take the directory's one over."""

import math
from collections.abc import Iterable
from dataclasses import astuple
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.contrib.gis.geos import Point
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from directory import base_map
from directory.browse import open_labels
from directory.filters import Box, DirectoryFilter
from directory.finding import narrow
from directory.latvian_order import sort_key
from directory.map_data import answer
from directory.map_layers import Spot
from directory.map_words import cluster_words, words
from directory.templatetags.directory_tags import directory_url
from directory.tile_views import address_of_tiles

register = template.Library()

SIZE, FRONT = (640, 620), (640, 520)  # pixels of the pictures
LATVIA = (20.9, 55.6, 28.3, 58.1)
AREAS = 40
DRAWN_ZOOM = 10  # of the picture of the whole municipality, about
HIDING = 28  # px between middles
PAD = 0.02  # degrees around a profile's own place


def _points(found, language: str, view: base_map.View, spots: Iterable[Spot] = ()) -> list[base_map.Point]:
    single = [
        base_map.Point(row.longitude, row.latitude, row.kind, row.title, url=row.path(language), is_stale=row.is_stale)
        for row in sorted((*found.named, *found.unnamed), key=lambda row: row.pk)  # the same drawing each time
    ]
    single += [base_map.Point(spot.longitude, spot.latitude, spot.kind, spot.title, url=spot.url) for spot in spots]
    clusters = [base_map.Point(cluster.longitude, cluster.latitude, count=cluster.count) for cluster in found.clusters]
    return _grouped(single, view) + clusters


def _grouped(points: list[base_map.Point], view: base_map.View) -> list[base_map.Point]:
    """Points that would hide one another become a cluster, as static/js/map/group.js has it."""
    groups: list[tuple[tuple[float, float], list[base_map.Point]]] = []
    for point in points:
        at = view.xy(point.longitude, point.latitude)
        near = next((group for spot, group in groups if math.dist(spot, at) < HIDING), None)
        if near is None:
            groups.append((at, [point]))
        else:
            near.append(point)
    return [group[0] if len(group) == 1 else _cluster(group) for _spot, group in groups]


def _cluster(group: list[base_map.Point]) -> base_map.Point:
    first, names = group[0], ", ".join(sorted((point.name for point in group), key=sort_key))
    return base_map.Point(first.longitude, first.latitude, count=len(group), name=names)


def _areas(listings) -> list:
    return list(listings.exclude(area=None).order_by("pk")[:AREAS])


def _polygons(row) -> list[base_map.Area]:
    return [base_map.Area(rings=polygon, kind=row.kind, name=row.title) for polygon in row.area]


def _plain_area(row) -> list:
    """``[id, kind, name, polygons]`` for the script; a hundred-thousandth of a degree is a metre."""
    polygons = [[[[round(x, 4), round(y, 4)] for x, y in ring] for ring in polygon] for polygon in row.area]
    return [row.pk, row.kind, row.title, polygons]


def _query(form) -> str:
    """What narrows the map: the list's filter without its box, order and page."""
    pairs = [(name, value) for name, values in form.chosen.items() for value in values]
    return urlencode(pairs + [(name, form.value(name)) for name in ("q", "letter") if form.value(name)])


@register.inclusion_tag("directory/_map.html", takes_context=True)
def directory_map(context, found: dict, has_layers: bool = True) -> dict:
    """The map of a list: drawn here, taken over by the script where there is one."""
    layers = found["layers"] if has_layers else []
    spots = [spot for layer in layers for spot in layer.spots or []]
    form, language, config = found["form"], get_language(), context["frame"].settings
    box, whole = form.value("box"), base_map.base().bbox or LATVIA
    bbox = (box.west, box.south, box.east, box.north) if box else whole
    shown = answer(form, language, Box(*bbox), DRAWN_ZOOM)
    areas = _areas(narrow(form, language))
    number, view = found["total"], base_map.View(bbox, *SIZE)
    label = ngettext("Map with the %(n)s entry of the list", "Map with the %(n)s entries of the list", number)
    polygons = [polygon for row in areas for polygon in _polygons(row)]
    near = form.value("near")
    return {
        "drawing": base_map.svg(
            bbox, *SIZE, _points(shown, language, view, spots), polygons, label=label % {"n": number}, ident="list-map"
        ),
        "bbox": ",".join(str(number) for number in bbox),
        "near": f"{near[1]},{near[0]}" if near else "",
        "query": _query(form),
        "data": {
            "words": {**words(), "many": cluster_words(form)},
            "places": open_labels(context["request"])["near"],
            "areas": [_plain_area(row) for row in areas],
            "spots": [astuple(spot) for spot in spots],
        },
        "tiles": address_of_tiles(),
        "extent": ",".join(str(edge) for edge in settings.TILE_EXTENT),
        "credit": config.map_credit,
        "is_bound": shown.is_bound,
        "legend": True,
        "has_stale": any(row.is_stale for row in (*shown.named, *shown.unnamed)),
        "layers": layers,
        "has_spots": bool(spots),
    }


@register.simple_tag(takes_context=True)
def without_area(context, found: dict) -> dict | None:
    """The list without its box or its “near”: ``url`` and ``label``, or ``None`` where it has neither."""
    form, request = found["form"], context["request"]
    if not (form.value("box") or form.value("near")):
        return None
    kept = [
        (name, value)
        for name, values in request.GET.lists()
        for value in values
        if name not in ("box", "near", "page") and not (name == "order" and value == "near") and value
    ]
    label = _("Only on this part of the map") if form.value("box") else _("Near me")
    return {"url": f"{request.path}?{urlencode(kept)}" if kept else request.path, "label": label}


def _drawn(context, point, is_exact, area, name, kind, ident, is_stale=False) -> dict | None:
    if point is None and not area:
        return None
    polygons = list(area or [])
    lons = [x for polygon in polygons for x, _y in polygon[0]] + ([point.x] if point else [])
    lats = [y for polygon in polygons for _x, y in polygon[0]] + ([point.y] if point else [])
    bbox = (min(lons) - PAD, min(lats) - PAD / 2, max(lons) + PAD, max(lats) + PAD / 2)
    points = [base_map.Point(point.x, point.y, kind, name, is_current=True, is_stale=is_stale)] if point else []
    areas = [base_map.Area(rings=polygon, kind=kind, name=name) for polygon in polygons]
    label = _("Map: %(name)s") % {"name": name}
    return {
        "drawing": base_map.svg(bbox, 720, 405, points, areas, label=label, ident=ident),
        "is_exact": is_exact or point is None,
        "has_area": bool(area),
        "live_url": _on_the_map(context, bbox),
    }


def _on_the_map(context, bbox) -> str:
    """The directory's own map, opened at this place; to a hundredth of a degree, as every address with a place."""
    url = directory_url(context)
    west, south = (math.floor(edge * 100) / 100 for edge in bbox[:2])
    east, north = (math.ceil(edge * 100) / 100 for edge in bbox[2:])
    return f"{url}?box={west:g},{south:g},{east:g},{north:g}#map" if url else ""


@register.inclusion_tag("directory/_profile_map.html", takes_context=True)
def profile_map(context, facts) -> dict:
    """Where a profile or a room is: its published point, and its area."""
    point, is_exact = facts.published_point
    area = getattr(facts, "area", None)
    rings = area.coords if area else None
    is_stale = getattr(context.get("freshness"), "is_stale", False)
    found = _drawn(context, point, is_exact, rings, facts.title, facts.listing_kind.value, "profile-map", is_stale)
    return {"map": found, "settlement": facts.settlement, "frame": context.get("frame")}


@register.inclusion_tag("directory/_profile_map.html", takes_context=True)
def settlement_map(context, settlement, middle) -> dict:
    """``middle``: (longitude, latitude), or ``None``."""
    point = Point(*middle) if middle else None
    found = _drawn(context, point, True, None, settlement.name, "place", "settlement-map")
    return {"map": found, "settlement": settlement, "frame": context.get("frame")}


@register.simple_tag
def front_map():
    """The whole municipality as a picture, for the home page."""
    form, language = DirectoryFilter({}), get_language()
    whole = base_map.base().bbox or LATVIA
    shown = answer(form, language, Box(*whole), DRAWN_ZOOM)
    label = _("Map of the communities and organisations")
    points = _points(shown, language, base_map.View(whole, *FRONT))
    return base_map.svg(whole, *FRONT, points, label=label, ident="front-map")

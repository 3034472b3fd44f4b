"""What templates show of the directory: maps, lists of values, the address of the list."""

from django import template
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from directory import base_map
from directory.filters import Box, DirectoryFilter
from directory.finding import narrow
from directory.map_data import answer
from directory.models import DirectoryPage
from home import versions
from home.addresses import fallback_path, path_of
from home.querysets import open_at

register = template.Library()


@register.simple_tag
def values_of(page, name: str) -> str:
    """The chosen values of a closed list as one text: “in the evening, by bus”."""
    field = page._meta.get_field(name)
    return ", ".join(str(label) for label in field.labels(getattr(page, name)))


def _directory_path(language: str) -> str:
    pages = list(DirectoryPage.objects.filter(open_at()).select_related("locale").order_by("path"))
    own = next((page for page in pages if page.language == language), None)
    if own is not None:
        return path_of(own)
    return fallback_path(pages[0], language) if pages else ""


@register.simple_tag(takes_context=True)
def directory_url(context) -> str:
    """Address of the list of communities and organisations in the reader's language, ``""`` where there is none."""
    language, frame = get_language(), context.get("frame")
    if frame is None:
        return _directory_path(language)
    return versions.kept(frame.settings, ("directory-url", language), lambda: _directory_path(language))


LATVIA = (20.9, 55.6, 28.3, 58.1)
AREAS = 40
DRAWN_ZOOM = 10  # of the picture of the whole municipality, about


def _points(found) -> list[base_map.Point]:
    single = [
        base_map.Point(row.longitude, row.latitude, row.kind, row.title) for row in (*found.unnamed, *found.named)
    ]
    clusters = [base_map.Point(cluster.longitude, cluster.latitude, count=cluster.count) for cluster in found.clusters]
    return _same_spots(single) + clusters


def _same_spots(points: list[base_map.Point]) -> list[base_map.Point]:
    """Points that lie on one another become a cluster: nobody could tell them apart."""
    spots: dict[tuple[float, float], list[base_map.Point]] = {}
    for point in points:
        spots.setdefault((point.longitude, point.latitude), []).append(point)
    return [
        group[0]
        if len(group) == 1
        else base_map.Point(*spot, count=len(group), name=", ".join(point.name for point in group))
        for spot, group in spots.items()
    ]


def _areas(listings) -> list[base_map.Area]:
    rows = listings.exclude(area=None).order_by("pk")[:AREAS]
    return [base_map.Area(rings=polygon, kind=row.kind, name=row.title) for row in rows for polygon in row.area]


@register.inclusion_tag("directory/_map.html", takes_context=True)
def directory_map(context, found: dict) -> dict:
    """The map of a list: drawn here, taken over by the script where there is one."""
    form, language, request = found["form"], get_language(), context["request"]
    whole = base_map.base().bbox or LATVIA
    box = form.value("box")
    bbox = (box.west, box.south, box.east, box.north) if box else whole
    shown = answer(form, language, Box(*bbox), DRAWN_ZOOM)
    number = found["total"]
    label = ngettext("Map with the %(n)s entry of the list", "Map with the %(n)s entries of the list", number)
    return {
        "drawing": base_map.svg(
            bbox, 640, 620, _points(shown), _areas(narrow(form, language)), label=label % {"n": number}, ident="map"
        ),
        "bbox": ",".join(str(number) for number in bbox),
        "query": request.GET.urlencode(),
        "credit": context["frame"].settings.map_credit,
        "is_bound": shown.is_bound,
        "legend": True,
    }


def _drawn(point, is_exact, area, name, kind, ident) -> dict | None:
    if point is None and not area:
        return None
    rings = [polygon for polygon in (area or [])]
    lons = [x for polygon in rings for x, _y in polygon[0]] + ([point.x] if point else [])
    lats = [y for polygon in rings for _x, y in polygon[0]] + ([point.y] if point else [])
    pad = 0.012
    bbox = (min(lons) - pad, min(lats) - pad / 2, max(lons) + pad, max(lats) + pad / 2)
    points = [base_map.Point(point.x, point.y, kind, name, is_current=True)] if point else []
    areas = [base_map.Area(rings=polygon, kind=kind, name=name) for polygon in rings]
    label = _("Map: %(name)s") % {"name": name}
    return {
        "drawing": base_map.svg(bbox, 720, 405, points, areas, label=label, ident=ident),
        "is_exact": is_exact or point is None,
        "has_area": bool(area),
    }


@register.inclusion_tag("directory/_profile_map.html", takes_context=True)
def profile_map(context, facts) -> dict:
    """Where a profile or a room is: its published point, and its area."""
    point, is_exact = facts.published_point
    area = getattr(facts, "area", None)
    found = _drawn(point, is_exact, area.coords if area else None, facts.title, facts.listing_kind.value, "profile-map")
    return {"map": found, "settlement": facts.settlement, "frame": context.get("frame")}


@register.inclusion_tag("directory/_profile_map.html", takes_context=True)
def settlement_map(context, settlement) -> dict:
    found = _drawn(settlement.point, True, None, settlement.name, "community", "settlement-map")
    return {"map": found, "settlement": settlement, "frame": context.get("frame")}


@register.simple_tag
def front_map():
    """The whole municipality as a picture, for the home page."""
    form, language = DirectoryFilter({}), get_language()
    whole = base_map.base().bbox or LATVIA
    shown = answer(form, language, Box(*whole), DRAWN_ZOOM)
    label = _("Map of the communities and organisations")
    return base_map.svg(whole, 640, 520, _points(shown), label=label, ident="front-map")

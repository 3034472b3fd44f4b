"""The whole picture: ground, areas, markers, names, and what a screen reader says of it."""

import functools
import math
from dataclasses import dataclass
from html import escape

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from directory.base_map.ground import Base, Place, base, drawn
from directory.base_map.lettering import Lettering, around
from directory.base_map.view import BBox, View, cut, path, pieces

# One shape per kind, the same in legend and tags (static/css/components/tag.css); about 18 px across.
SHAPES = {
    "community": '<circle r="9"/>',
    "organisation": '<rect x="-8.5" y="-8.5" width="17" height="17" rx="2.5"/>',
    "venue": '<path d="M0-11L10-1.5V9H-10V-1.5Z"/>',
    "excursion": '<path d="M0-11L11 0L0 11L-11 0Z"/>',
    "place": '<path d="M0 11C-9 2-9-3-9-4A9 9 0 0 1 9-4C9-3 9 2 0 11Z"/>',
    "placemaking": '<path d="M0-11L3-4L10.5-3.4L4.8 1.5L6.6 9L0 5L-6.6 9L-4.8 1.5L-10.5-3.4L-3-4Z"/>',
    "event": '<path d="M-9-10H9V3L0 11L-9 3Z"/>',
}
OTHER_SHAPE = '<path d="M0-10L10 8H-10Z"/>'
MARKER_HALF = 11
STOP_RADIUS = 13
TYPE_SIZE = 14
# A picture wider than this has its names set twice: static/css/components/map.css shows the larger ones, and larger
# markers, where the page gives it less than 30rem.
PHONE_WIDTH = 390
PHONE_MARKERS = 1.6
SPOKEN = 12


@dataclass(frozen=True)
class Point:
    """One thing, or a cluster of ``count``. ``name`` is what a screen reader and a pointer that rests on it tell.

    ``url`` makes a link of it, for the pointer alone: by keyboard the list beside the map leads there.
    """

    longitude: float
    latitude: float
    kind: str = ""
    name: str = ""
    count: int = 1
    is_current: bool = False
    url: str = ""
    number: int = 0  # of a stop; written in the marker
    is_stale: bool = False  # not confirmed for long: the outline of its shape


Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Area:
    """A polygon: ``rings`` of (longitude, latitude) as in GeoJSON, the outer one first."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    kind: str = "community"
    name: str = ""

    def __post_init__(self):
        rings = tuple(tuple((position[0], position[1]) for position in ring) for ring in self.rings)
        object.__setattr__(self, "rings", rings)  # tuples all through: a picture is kept by what is on it


def svg(
    bbox: BBox | None,
    width: int = 640,
    height: int = 520,
    points=(),
    areas=(),
    *,
    label: str = "",
    ident: str = "map",
    places: list[Place] | None = None,
    named: bool = False,
    ways: tuple[Line, ...] = (),
) -> SafeString:
    """The drawn map as inline SVG, for pages without JavaScript and under the tiles of those with it.

    Args:
        bbox: west, south, east, north in degrees; shown whole. ``None`` is the whole municipality.
        width, height: pixels of the view box; best about as wide as the page shows it on a large screen.
        points, areas: ``Point`` and ``Area``; the last point lies on top.
        label: what the map is, for a screen reader ("Map with the 48 entries of the list").
        ident: beginning of the ids inside, unique on the page.
        places: settlements to be named instead of those of the ground's file.
        ways: lines of (longitude, latitude), dotted; below the markers.
        named: write the names of single points beside them, where there is room.
    """
    ground = base()
    shown = bbox or ground.bbox or (-180, -85, 180, 85)
    view = View(tuple(shown), width, height)
    settlements = tuple(ground.places if places is None else places)
    key = (label, ident, named, get_language())
    lines = tuple(tuple((x, y) for x, y in line) for line in ways)
    return mark_safe(_picture(ground, view, tuple(points), tuple(areas), settlements, key, lines))


@functools.lru_cache(maxsize=64)
def _picture(ground: Base, view: View, points, areas, places, key, ways) -> str:
    label, ident, named, _language = key
    ident = escape(ident)
    spots = [(point, view.xy(point.longitude, point.latitude)) for point in points]
    spots = [(point, at) for point, at in spots if view.shows(at, -MARKER_HALF)]
    names = [(point.name, at, MARKER_HALF) for point, at in spots if named and point.count == 1 and point.name]
    title = escape(label or gettext("Map"))
    role = "group" if any(point.url for point, _at in spots) else "img"  # a picture can hold no link
    return (
        f'<svg class="map__drawing" viewBox="0 0 {view.width} {view.height}" role="{role}" '
        f'aria-labelledby="{ident}-title {ident}-text"><title id="{ident}-title">{title}</title>'
        f'<desc id="{ident}-text">{escape(_spoken(spots, areas, view, places))}</desc>'
        f"{drawn(ground, view)}"
        f"{''.join(_area(view, area) for area in areas)}"
        f"{''.join(_way(view, line) for line in ways)}"
        f"{_letterings(ground, view, ident, spots, names, places)}"
        f"{''.join(_marker(point, at) for point, at in spots)}"
        "</svg>"
    )


def _letterings(ground, view, ident, spots, names, places) -> str:
    sizes = [("all", 1.0, 1.0)]
    if view.width > PHONE_WIDTH * 1.2:
        sizes = [("wide", 1.0, 1.0), ("phone", view.width / PHONE_WIDTH, PHONE_MARKERS)]
    groups = []
    for name, factor, markers in sizes:
        size = TYPE_SIZE * factor
        obstacles = [around(at, _half(point) * markers) for point, at in spots]
        lettering = Lettering(view, ground, f"{ident}-{name}", size, factor, obstacles)
        beside = [(text, at, half * markers) for text, at, half in names]
        text = lettering.svg(list(places), beside)
        groups.append(f'<g class="map__labels map__labels--{name}" font-size="{size:.1f}">{text}</g>')
    return "".join(groups)


def _half(point: Point) -> float:
    return MARKER_HALF if point.count == 1 else _radius(point.count) + 7


def _radius(count: int) -> float:
    return 13 + 4 * math.log10(count)


def _area(view: View, area: Area) -> str:
    rings = [list(ring[:-1] if ring[0] == ring[-1] else ring) for ring in area.rings]
    data = "".join(path(cut(view.line(ring), view.frame), closed=True) for ring in rings)
    title = f"<title>{escape(area.name)}</title>" if area.name else ""
    return f'<path class="map__area map__area--{escape(area.kind)}" fill-rule="evenodd" d="{data}">{title}</path>'


def _way(view: View, line: Line) -> str:
    return "".join(f'<path class="map__way" d="{path(piece)}"/>' for piece in pieces(view.line(line), view.frame))


def _marker(point: Point, at) -> str:
    place = f'transform="translate({at[0]:.1f} {at[1]:.1f})"'
    title = f"<title>{escape(point.name)}</title>" if point.name else ""
    if point.count > 1:
        radius = _radius(point.count)
        text = number_format(point.count, use_l10n=True, force_grouping=True)
        return (
            f'<g class="map__cluster-group" {place}>{title}<circle class="map__cluster-ring" r="{radius + 6:.1f}"/>'
            f'<circle class="map__cluster" r="{radius:.1f}"/><text class="map__cluster-count" y="4.6">{text}</text></g>'
        )
    if point.number:
        return (
            f'<g class="map__stop" {place}>{title}<circle r="{STOP_RADIUS}"/>'
            f'<text class="map__stop-number" y="4.6">{point.number}</text></g>'
        )
    kind = escape(point.kind or "other")
    current = " map__marker--current" if point.is_current else ""
    current += " map__marker--stale" if point.is_stale else ""
    shape = SHAPES.get(point.kind, OTHER_SHAPE)
    marker = f'<g class="map__marker map__marker--{kind}{current}" {place}>{title}{shape}</g>'
    return f'<a href="{escape(point.url)}" tabindex="-1" aria-hidden="true">{marker}</a>' if point.url else marker


def _spoken(spots, areas, view: View, places) -> str:
    """What the picture shows, in words; the list beside the map says the same and more."""
    said = [gettext("The map is drawn by hand and approximate.")]
    towns = sorted((place for place in places if _is_in(view, place)), key=lambda place: place.rank)[:SPOKEN]
    if towns:
        said.append(gettext("Settlements: %(names)s.") % {"names": ", ".join(place.name for place in towns)})
    named = [point.name for point, _at in spots if point.name] + [area.name for area in areas if area.name]
    if named:
        said.append(gettext("Shown here: %(names)s.") % {"names": ", ".join(named[:SPOKEN])})
    if (more := len(named) - SPOKEN) > 0:
        said.append(ngettext("And %(count)s more.", "And %(count)s more.", more) % {"count": more})
    return " ".join(said)


def _is_in(view: View, place: Place) -> bool:
    return view.shows(view.xy(place.longitude, place.latitude))

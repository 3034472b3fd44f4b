"""Text ⇄ geometry, SRID 4326. A way or an area is one place per line, with an empty line between areas; what nobody
would type (areas with holes) is GeoJSON, which is read everywhere."""

import json
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.gis.geos import (
    GEOSException,
    GEOSGeometry,
    LinearRing,
    LineString,
    MultiLineString,
    MultiPolygon,
    Point,
    Polygon,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.geo.text import DECIMALS, LONGEST_PLACE, Place, line_of, read_place

SRID = 4326
MOST_CORNERS = 2_000
LONGEST_TEXT = 400_000
FLAT = 1e-9  # square degrees: some square metres
NEAR = 0.005  # degrees; outlines are drawn by hand

Extent = Sequence[float]  # west, south, east, north


@dataclass
class Reading:
    """``notes``: what was put right, in words for whoever wrote it."""

    geometry: GEOSGeometry | None = None
    notes: list[str] = field(default_factory=list)

    def note(self, text: str):
        if text not in self.notes:
            self.notes.append(text)


def read(text: str, geom_type: str, extent: Extent, find: Callable[[str], Place | None] | None = None) -> Reading:
    """Text → a geometry of ``geom_type`` (Django's name, ``POINT`` …); no geometry for a blank text.

    ``find`` knows places by name.

    Raises:
        ValidationError: it cannot be read, lies off the map, or is no shape; the message says what to do.
    """
    reading, text = Reading(), text.replace("\x00", "").strip()
    if not text:
        return reading
    if len(text) > LONGEST_TEXT:
        raise ValidationError(_("This is too long."), code="too_long")
    shapes = _from_json(text) if text.startswith(("{", "[")) else _from_lines(text, geom_type, find)
    _count(shapes)
    shapes = [[[_put_right(place, extent, reading) for place in ring] for ring in rings] for rings in shapes]
    reading.geometry = BUILDERS[geom_type](shapes, reading)
    return reading


Shapes = list[list[list[Place]]]  # shapes of rings (a way or a place is one ring) of places


def _from_lines(text: str, geom_type: str, find) -> Shapes:
    if geom_type == "POINT":
        place = read_place(text) or (find(text) if find and len(text) <= LONGEST_PLACE else None)
        if place is None:
            raise ValidationError(
                _("This is not a place we can read. Write it as in 56.8264, 24.2355: latitude first."),
                code="unreadable",
            )
        return [[[place]]]
    shapes: Shapes = []
    for block in re.split(r"\n[ \t\r]*\n", text.replace("\r\n", "\n")):
        lines = [line for line in block.split("\n") if line.strip()]
        shapes.append([[_corner(line) for line in lines]])
    return shapes


def _corner(line: str) -> Place:
    place = read_place(line)
    if place is None:
        raise ValidationError(
            _("“%(line)s” is not a place we can read. Write one corner per line, as in 56.8264, 24.2355."),
            code="unreadable", params={"line": line.strip()[:40]},
        )  # fmt: skip
    return place


def _from_json(text: str) -> Shapes:
    try:
        shapes = list(_shapes(json.loads(text)))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        shapes = []
    if not shapes or not all(rings and all(rings) for rings in shapes):
        raise ValidationError(_("This is not GeoJSON we can read."), code="unreadable")
    return shapes


DEPTHS = {"Point": 0, "LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}


def _shapes(thing: dict) -> Iterable[list[list[Place]]]:
    kind = thing["type"]
    if kind in ("FeatureCollection", "GeometryCollection"):
        for part in thing["features" if kind == "FeatureCollection" else "geometries"]:
            yield from _shapes(part)
    elif kind == "Feature":
        yield from _shapes(thing["geometry"])
    else:
        depth, coordinates = DEPTHS[kind], thing["coordinates"]
        if kind == "MultiLineString":
            yield from ([_places(line)] for line in coordinates)
        elif depth == 3:
            yield from ([_places(ring) for ring in rings] for rings in coordinates)
        elif depth == 2:
            yield [_places(ring) for ring in coordinates]
        else:
            yield [_places(coordinates if depth else [coordinates])]


def _places(coordinates: list) -> list[Place]:
    places = [(float(pair[1]), float(pair[0])) for pair in coordinates]
    if not all(math.isfinite(number) for place in places for number in place):
        raise ValueError
    return places


def _count(shapes: Shapes):
    if sum(len(ring) for rings in shapes for ring in rings) > MOST_CORNERS:
        raise ValidationError(
            _("This has too many corners; draw it with %(most)s at most."),
            code="too_many",
            params={"most": MOST_CORNERS},
        )


def _put_right(place: Place, extent: Extent, reading: Reading) -> Place:
    """The place inside the extent, its two numbers swapped where they have to be; rounded."""
    latitude, longitude = round(place[0], DECIMALS), round(place[1], DECIMALS)
    if is_inside(latitude, longitude, extent):
        return latitude, longitude
    if is_inside(longitude, latitude, extent):
        reading.note(_("Latitude and longitude were swapped; put right."))
        return longitude, latitude
    west, south, east, north = extent
    raise ValidationError(
        _(
            "%(place)s lies off our map. It reaches from %(south)s to %(north)s in latitude and from %(west)s to "
            "%(east)s in longitude."
        ),
        code="off_map",
        params={"place": line_of(latitude, longitude), "south": south, "north": north, "west": west, "east": east},
    )


def is_inside(latitude: float, longitude: float, extent: Extent) -> bool:
    west, south, east, north = extent
    return south <= latitude <= north and west <= longitude <= east


def _point(shapes: Shapes, reading: Reading) -> Point:
    places = [place for rings in shapes for ring in rings for place in ring]
    if len(places) != 1:
        raise ValidationError(_("This should be one place, and is several."), code="too_many")
    return Point(places[0][1], places[0][0], srid=SRID)


def _ways(shapes: Shapes) -> list[LineString]:
    ways = []
    for rings in shapes:
        for places in rings:
            places = _without_repeats(places)
            if len(places) < 2:
                raise ValidationError(_("A way needs two places at least."), code="too_few")
            ways.append(LineString([place[::-1] for place in places], srid=SRID))
    return ways


def _areas(shapes: Shapes) -> list[Polygon]:
    areas = []
    for rings in shapes:
        area = Polygon(*[_ring(places, is_outer=number == 0) for number, places in enumerate(rings)], srid=SRID)
        if not area.valid:
            raise ValidationError(_crossing(area), code="crossing")
        if area.area < FLAT:
            raise ValidationError(_("These corners lie on one line; an area needs three that do not."), code="too_few")
        areas.append(area)
    return areas


def _ring(places: list[Place], *, is_outer: bool) -> LinearRing:
    places = _without_repeats(places)
    places = places[:-1] if places and places[0] == places[-1] else places
    if len(set(places)) < 3:
        raise ValidationError(_("An area needs three corners at least."), code="too_few")
    points = [place[::-1] for place in [*places, places[0]]]
    ring = LinearRing(points, srid=SRID)
    # RFC 7946: the outside against the clock, holes with it.
    return ring if not ring.valid or ring.is_counterclockwise == is_outer else LinearRing(points[::-1], srid=SRID)


def _without_repeats(places: list[Place]) -> list[Place]:
    return [place for number, place in enumerate(places) if number == 0 or place != places[number - 1]]


def _crossing(area: Polygon) -> str:
    at = re.search(r"\[([-\d.]+) ([-\d.]+)\]", area.valid_reason or "")
    where = line_of(float(at[2]), float(at[1])) if at else ""
    if where:
        return _("The outline crosses or touches itself near %(place)s. Move or delete a corner there.") % {
            "place": where
        }
    return _("The outline crosses or touches itself. Move or delete a corner.")


def _one(parts: list, message: str) -> GEOSGeometry:
    if len(parts) != 1:
        raise ValidationError(message, code="too_many")
    return parts[0]


def _many_areas(shapes: Shapes, reading: Reading) -> MultiPolygon:
    areas = _areas(shapes)
    whole = MultiPolygon(areas, srid=SRID)
    if whole.valid:
        return whole
    try:
        joined = as_many(whole.unary_union)
    except GEOSException:
        joined = None
    if joined is None or not joined.valid:
        raise ValidationError(_("The areas cross each other in a way we cannot join."), code="crossing")
    reading.note(_("Areas that overlap were joined."))
    return joined


def as_many(geometry: GEOSGeometry) -> MultiPolygon:
    """A polygon or several → several, their numbers rounded again after an operation on them."""
    polygons = [geometry] if geometry.geom_type == "Polygon" else [part for part in geometry if part.num_coords]
    return MultiPolygon(
        [Polygon(*[[(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring] for ring in polygon]) for polygon in polygons],
        srid=SRID,
    )  # fmt: skip


BUILDERS: dict[str, Callable[[Shapes, Reading], GEOSGeometry]] = {
    "POINT": _point,
    "LINESTRING": lambda shapes, reading: _one(_ways(shapes), _("This should be one way, and is several.")),
    "MULTILINESTRING": lambda shapes, reading: MultiLineString(_ways(shapes), srid=SRID),
    "POLYGON": lambda shapes, reading: _one(_areas(shapes), _("This should be one area, and is several.")),
    "MULTIPOLYGON": _many_areas,
}


def write(geometry: GEOSGeometry | None) -> str:
    """The text that `read` reads back: a place per line, or GeoJSON for what has holes."""
    if not geometry:
        return ""
    if geometry.geom_type == "Point":
        return line_of(geometry.y, geometry.x)
    parts = list(geometry) if geometry.geom_type.startswith("Multi") else [geometry]
    if any(part.geom_type == "Polygon" and part.num_interior_rings for part in parts):
        return json.dumps(to_geojson(geometry), separators=(",", ":"))
    rings = [list(part[0])[:-1] if part.geom_type == "Polygon" else list(part) for part in parts]
    return "\n\n".join("\n".join(line_of(place[1], place[0]) for place in ring) for ring in rings)


def to_geojson(geometry: GEOSGeometry) -> dict:
    """The geometry as RFC 7946 has it, to six decimals."""

    def rounded(part):
        if isinstance(part[0], int | float):
            return [round(number, DECIMALS) for number in part[:2]]
        return [rounded(inner) for inner in part]

    return {"type": geometry.geom_type, "coordinates": rounded(geometry.coords)}


def is_outside(geometry: GEOSGeometry | None, outline: GEOSGeometry | None) -> bool:
    """Whether nothing of it comes near the outline; ``False`` where there is none to compare with."""
    return bool(geometry and outline and geometry.distance(outline) > NEAR)


def outline_of(rings: list[list[Place]]) -> MultiPolygon | None:
    """Rings of (longitude, latitude), not closed → the outline; ``None`` where there is none."""
    polygons = [Polygon([*ring, ring[0]], srid=SRID) for ring in rings if len(ring) > 2]
    return MultiPolygon(polygons, srid=SRID) if polygons else None

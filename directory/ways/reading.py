"""Ways and named places from GPX, KML and GeoJSON files. Only coordinates, names and texts are taken.

GPX 1.0 and 1.1 (https://www.topografix.com/GPX/1/1/), KML 2.2, GeoJSON (RFC 7946). Files come from strangers: XML is read
as a stream, and one that declares anything of its own (a DOCTYPE, from which entities could grow) is refused.
"""

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from xml.parsers import expat

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.ways.measuring import Line

MOST_BYTES = 50 * 1024 * 1024
MOST_POINTS = 400_000
MOST_STOPS = 60
# GeoJSON has to be read whole, and takes ten times its size in memory.
MOST_JSON_BYTES = 20 * 1024 * 1024
NAME, TEXT = 160, 2000
CHUNK = 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class TrackError(ValueError):
    """The file cannot be used; the message says why and what to do."""


@dataclass
class NamedPlace:
    name: str
    text: str
    longitude: float
    latitude: float


@dataclass
class Read:
    """``ways``: lines of (longitude, latitude), each of two points or more; ``notes``: what was put right or left out."""

    ways: list[Line] = field(default_factory=list)
    stops: list[NamedPlace] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(file, name: str, extent: tuple[float, float, float, float] | None = None) -> Read:
    """
    Args:
        file: binary and seekable.
        name: its name, for the message where the content says nothing.
        extent: west, south, east, north in which all of it has to lie; the site's own map by default.

    Raises:
        TrackError: too large, of another kind, broken, or nowhere on the map.
    """
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if size > MOST_BYTES:
        raise TrackError(_("The file is larger than 50 MB. Export the way alone, without pictures and other ways."))
    head = file.read(4096)
    file.seek(0)
    if head[:4] == b"PK\x03\x04":
        raise TrackError(_("This is a packed file (KMZ or ZIP). Unpack it and choose the KML file that is in it."))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00\xff\xfe")[:1]
    if start == b"{":
        found = _from_json(file, size)
    elif start == b"<":
        found = _from_xml(file)
    else:
        raise TrackError(_("This is no GPX, KML or GeoJSON file. Export the way from your program in one of them."))
    return _checked(found, extent or settings.TILE_EXTENT)


@dataclass
class _Raw:
    """What a file says, before it is checked."""

    lines: list[Line] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)
    points: int = 0
    unreadable: int = 0

    def count(self, number: int = 1) -> None:
        self.points += number
        if self.points > MOST_POINTS:
            text = _("There are more than %(most)s points in this file. Export a simpler way, or a part of it.")
            raise TrackError(text % {"most": f"{MOST_POINTS:,}".replace(",", " ")})


# XML ------------------------------------------------------------------------------------------------------------------


def _from_xml(file) -> _Raw:
    reader = _XmlReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        while chunk := file.read(CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if reader.root is None:
            raise TrackError(
                _("This is no GPX, KML or GeoJSON file. Export the way from your program in one of them.")
            ) from None
        text = _("The file breaks off or is damaged at line %(line)s. Export it once more.")
        raise TrackError(text % {"line": error.lineno}) from None
    except (ValueError, LookupError) as error:
        if isinstance(error, TrackError):
            raise
        raise TrackError(_("The file is written in letters that cannot be read. Save it as UTF-8.")) from None
    if reader.root not in ("gpx", "kml"):
        raise TrackError(
            _("This is an XML file, but neither GPX nor KML. Export the way from your program in one of them.")
        )
    return reader.raw


def _refuse(*_args):
    raise TrackError(_("The file declares entities or a document type, which no way needs. Export it once more."))


class _XmlReader:
    """Both formats: their elements do not get in each other's way."""

    def __init__(self):
        self.raw = _Raw()
        self.root: str | None = None
        self.stack: list[str] = []
        self.text: list[str] | None = None
        self.line: Line = []
        self.place: dict | None = None  # the GPX waypoint or the KML placemark that is open

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self.root is None:
            self.root = tag.lower()
        self.stack.append(tag)
        if tag in ("trkseg", "rte"):
            self.line = []
        elif tag in ("trkpt", "rtept"):
            self.raw.count()
            self.line.append(_pair(attributes.get("lon"), attributes.get("lat"), self.raw))
        elif tag == "wpt":
            self.raw.count()
            self.place = {"points": [_pair(attributes.get("lon"), attributes.get("lat"), self.raw)]}
        elif tag == "Placemark":
            self.place = {"points": []}
        elif tag in ("name", "desc", "cmt", "description", "coordinates") and self._is_wanted(tag):
            self.text = []

    def _is_wanted(self, tag: str) -> bool:
        if tag == "coordinates":
            return True
        return self.place is not None and len(self.stack) > 1 and self.stack[-2] in ("wpt", "Placemark")

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def end(self, name: str) -> None:
        tag = self.stack.pop()
        if tag in ("trkseg", "rte"):
            self.raw.lines.append(self.line)
            self.line = []
        elif tag in ("wpt", "Placemark"):
            self._keep_place()
        elif self.text is not None and tag in ("name", "desc", "cmt", "description"):
            self.place.setdefault("name" if tag == "name" else "text", "".join(self.text))
            self.text = None
        elif self.text is not None and tag == "coordinates":
            self._coordinates("".join(self.text), self.stack[-1] if self.stack else "")
            self.text = None

    def _coordinates(self, text: str, shape: str) -> None:
        rows = [row.split(",") for row in text.split()]
        self.raw.count(len(rows))
        points = [_pair(row[0], row[1] if len(row) > 1 else None, self.raw) for row in rows]
        if shape == "Point" and self.place is not None:
            self.place["points"] += points[:1]
        elif shape == "LineString":
            self.raw.lines.append(points)

    def _keep_place(self) -> None:
        place, self.place = self.place, None
        for point in place["points"] if place else []:
            if point is not None:
                self.raw.places.append(NamedPlace(place.get("name", ""), place.get("text", ""), *point))


# GeoJSON --------------------------------------------------------------------------------------------------------------


def _from_json(file, size: int) -> _Raw:
    if size > MOST_JSON_BYTES:
        raise TrackError(_("The GeoJSON file is larger than 20 MB. Export the way as GPX, or a part of it."))
    try:
        data = json.loads(file.read().lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise TrackError(_("The GeoJSON file breaks off or is damaged. Export it once more.")) from None
    raw = _Raw()
    _walk(data, {}, raw, depth=0)
    return raw


def _walk(data, properties: dict, raw: _Raw, depth: int) -> None:
    if not isinstance(data, dict) or depth > 8:
        return
    kind, coordinates = data.get("type"), data.get("coordinates")
    if kind == "FeatureCollection":
        for feature in _list(data.get("features")):
            _walk(feature, {}, raw, depth + 1)
    elif kind == "Feature":
        own = data.get("properties")
        _walk(data.get("geometry"), own if isinstance(own, dict) else {}, raw, depth + 1)
    elif kind == "GeometryCollection":
        for part in _list(data.get("geometries")):
            _walk(part, properties, raw, depth + 1)
    elif kind == "LineString":
        raw.lines.append(_json_line(coordinates, raw))
    elif kind == "MultiLineString":
        raw.lines += [_json_line(part, raw) for part in _list(coordinates)]
    elif kind in ("Point", "MultiPoint"):
        for point in _json_line([coordinates] if kind == "Point" else coordinates, raw):
            if point is not None:
                name, text = (properties.get(key) for key in ("name", "description"))
                raw.places.append(NamedPlace(_said(name), _said(text or properties.get("text")), *point))


def _list(value) -> list:
    return value if isinstance(value, list) else []


def _said(value) -> str:
    return value if isinstance(value, str) else ""


def _json_line(coordinates, raw: _Raw) -> Line:
    rows = _list(coordinates)
    raw.count(len(rows))
    return [
        _pair(row[0], row[1], raw) if isinstance(row, list) and len(row) > 1 else _pair(None, None, raw) for row in rows
    ]


# Both -----------------------------------------------------------------------------------------------------------------


def _pair(longitude, latitude, raw: _Raw) -> tuple[float, float] | None:
    try:
        if isinstance(longitude, bool) or isinstance(latitude, bool):
            raise ValueError
        pair = float(longitude), float(latitude)
    except (TypeError, ValueError, OverflowError):
        pair = (math.nan, math.nan)
    if not (abs(pair[0]) <= 180 and abs(pair[1]) <= 180):
        raw.unreadable += 1
        return None
    return pair


def _checked(raw: _Raw, extent) -> Read:
    lines = [[point for point in line if point is not None] for line in raw.lines]
    short = sum(len(line) < 2 for line in lines)
    ways = [line for line in lines if len(line) > 1]
    everything = [xy for line in ways for xy in line] + [(row.longitude, row.latitude) for row in raw.places]
    if not everything:
        if raw.unreadable:
            text = _("No coordinates of this file can be read. They have to be numbers with a point, as in 56.8264.")
            raise TrackError(text)
        raise TrackError(_("There is neither a way nor a named place in this file."))
    turn = _turn(everything, extent)
    found = Read([_plain([turn(point) for point in line]) for line in ways])
    found.ways = [line for line in found.ways if len(line) > 1]
    for row in raw.places[:MOST_STOPS]:
        longitude, latitude = turn((row.longitude, row.latitude))
        found.stops.append(
            NamedPlace(_clean(row.name, NAME, one_line=True), _clean(row.text, TEXT), longitude, latitude)
        )
    found.notes = _notes(raw, found, short, turn is _swapped)
    if not found.ways and not found.stops:
        raise TrackError(_("There is neither a way nor a named place in this file."))
    return found


def _as_it_is(point):
    return round(point[0], 6), round(point[1], 6)


def _swapped(point):
    return round(point[1], 6), round(point[0], 6)


def _turn(points, extent) -> Callable:
    """How the points have to be read so that all of them lie on the map."""
    west, south, east, north = extent
    for turn in (_as_it_is, _swapped):
        if all(west <= x <= east and south <= y <= north for x, y in map(turn, points)):
            return turn
    raise TrackError(
        _("This lies off our map, or some of it does. Choose a file with a way in this part of the world.")
    )


def _plain(line: Line) -> Line:
    """Without the same place twice in a row."""
    return [line[0], *(b for a, b in pairwise(line) if a != b)]


def _clean(text: str, most: int, *, one_line: bool = False) -> str:
    text = _CONTROL.sub("", strip_tags(text))
    return " ".join(text.split())[:most] if one_line else text.strip()[:most]


def _notes(raw: _Raw, found: Read, short: int, is_swapped: bool) -> list[str]:
    notes = []
    if is_swapped:
        notes.append(_("Latitude and longitude were swapped; put right."))
    if len(found.ways) > 1:
        text = ngettext("The way is made of %(n)s part.", "The way is made of %(n)s parts.", len(found.ways))
        notes.append(text % {"n": len(found.ways)})
    if short:
        text = ngettext(
            "%(n)s part without two points was left out.", "%(n)s parts without two points were left out.", short
        )
        notes.append(text % {"n": short})
    if raw.unreadable:
        text = ngettext(
            "%(n)s point could not be read and was left out.", "%(n)s points could not be read and were left out.",
            raw.unreadable,
        )  # fmt: skip
        notes.append(text % {"n": raw.unreadable})
    if (more := len(raw.places) - len(found.stops)) > 0:
        text = ngettext("%(n)s named place more was left out.", "%(n)s named places more were left out.", more)
        notes.append(text % {"n": more})
    return notes

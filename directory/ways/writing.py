"""A way and its stops as GPX 1.1, KML 2.2 and GeoJSON, whole: what people put on their phones."""

import json
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from directory.ways.measuring import Line
from directory.xml_text import writable

DECIMALS = 6


@dataclass(frozen=True)
class Stop:
    """``number`` from 1; degrees."""

    number: int
    name: str
    text: str
    longitude: float
    latitude: float
    url: str


@dataclass(frozen=True)
class Way:
    """``author``: whose work it is, as a name; ``note``: how far the line may be trusted, or empty."""

    title: str
    summary: str
    url: str
    language: str
    stops: list[Stop] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    author: str = ""
    licence: str = ""
    licence_url: str = ""
    note: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """west, south, east, north."""
        points = [(stop.longitude, stop.latitude) for stop in self.stops] + [xy for line in self.lines for xy in line]
        lons, lats = [x for x, _y in points], [y for _x, y in points]
        return min(lons), min(lats), max(lons), max(lats)


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(writable(text))}</{name}>" if text else ""


def _degrees(number: float) -> str:
    return f"{number:.{DECIMALS}f}"


def _named(stop: Stop) -> str:
    return f"{stop.number}. {stop.name}"


def gpx(way: Way) -> bytes:
    """GPX 1.1, https://www.topografix.com/GPX/1/1/: stops as waypoints, the way as one track; no times, no heights."""
    west, south, east, north = (_degrees(edge) for edge in way.box)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" '
        f"creator={quoteattr(writable(way.author) or way.url)}>\n<metadata>",
        _text("name", way.title) + _text("desc", way.summary) + _licence(way),
        f"<link href={quoteattr(way.url)}>{_text('text', way.title)}</link>",
        f'<bounds minlat="{south}" minlon="{west}" maxlat="{north}" maxlon="{east}"/></metadata>\n',
    ]
    parts += [
        f'<wpt lat="{_degrees(stop.latitude)}" lon="{_degrees(stop.longitude)}">{_text("name", _named(stop))}'
        f"{_text('desc', stop.text)}<link href={quoteattr(stop.url)}/><type>stop</type></wpt>\n"
        for stop in way.stops
    ]
    if way.lines:
        parts += ["<trk>", _text("name", way.title), _text("desc", way.note)]
        for line in way.lines:
            points = "".join(f'<trkpt lat="{_degrees(y)}" lon="{_degrees(x)}"/>' for x, y in line)
            parts.append(f"<trkseg>{points}</trkseg>")
        parts.append("</trk>\n")
    return "".join([*parts, "</gpx>\n"]).encode()


def _licence(way: Way) -> str:
    if not way.licence_url:
        return ""
    return f"<copyright author={quoteattr(writable(way.author))}>{_text('license', way.licence_url)}</copyright>"


def kml(way: Way) -> bytes:
    """OGC KML 2.2."""
    said = [way.summary, way.note, way.url, ", ".join(filter(None, [way.author, way.licence]))]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        _text("name", way.title) + _text("description", "\n".join(filter(None, said))),
        '<Style id="way"><LineStyle><color>ff6b3f6d</color><width>4</width></LineStyle></Style>\n',
    ]
    parts += [
        f"<Placemark>{_text('name', _named(stop))}{_text('description', f'{stop.text} {stop.url}'.strip())}"
        f"<Point><coordinates>{_degrees(stop.longitude)},{_degrees(stop.latitude)}</coordinates></Point></Placemark>\n"
        for stop in way.stops
    ]
    if way.lines:
        lines = "".join(
            "<LineString><tessellate>1</tessellate><coordinates>"
            + " ".join(f"{_degrees(x)},{_degrees(y)}" for x, y in line)
            + "</coordinates></LineString>"
            for line in way.lines
        )
        parts.append(
            f"<Placemark>{_text('name', way.title)}<styleUrl>#way</styleUrl><MultiGeometry>{lines}</MultiGeometry>"
            "</Placemark>\n"
        )
    return "".join([*parts, "</Document></kml>\n"]).encode()


def geojson(way: Way) -> bytes:
    """RFC 7946; what the file is and whose stands in members of its own beside ``features``."""
    features = []
    if way.lines:
        shape = {
            "type": "MultiLineString",
            "coordinates": [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in line] for line in way.lines],
        }
        features.append({"type": "Feature", "properties": {"kind": "way", "name": way.title}, "geometry": shape})
    for stop in way.stops:
        position = [round(stop.longitude, DECIMALS), round(stop.latitude, DECIMALS)]
        properties = {"kind": "stop", "number": stop.number, "name": stop.name, "text": stop.text, "url": stop.url}
        features.append(
            {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": position}}
        )
    collection = {
        "type": "FeatureCollection", "name": way.title, "description": way.summary, "url": way.url,
        "language": way.language, "author": way.author, "licence": way.licence, "licence_url": way.licence_url,
        "note": way.note, "features": features,
    }  # fmt: skip
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()

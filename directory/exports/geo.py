"""GeoJSON (RFC 7946) and KML 2.2. A thing without a published position is there too, without a geometry."""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from directory.exports.rows import FIELDS
from directory.xml_text import writable


def _signed_area(ring: list) -> float:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))


def _wound(polygon: list) -> list:
    """By the right-hand rule: the outer ring against the clock, holes with it."""
    rings = []
    for number, ring in enumerate(polygon):
        is_clockwise = _signed_area(ring) > 0
        rings.append(ring[::-1] if is_clockwise == (number == 0) else ring)
    return rings


def geometry(thing: dict) -> dict | None:
    """The area where there is one, else the published point, else ``None``."""
    if thing["area"]:
        return {"type": "MultiPolygon", "coordinates": [_wound(polygon) for polygon in thing["area"]]}
    if thing["longitude"] is None:
        return None
    return {"type": "Point", "coordinates": [round(thing["longitude"], 6), round(thing["latitude"], 6)]}


def _positions(shape: dict | None) -> Iterator[list]:
    if shape is None:
        return
    if shape["type"] == "Point":
        yield shape["coordinates"]
    else:
        yield from (position for polygon in shape["coordinates"] for ring in polygon for position in ring)


def feature(thing: dict) -> dict:
    properties = {name: thing[name] for name in FIELDS if name != "id"}
    return {"type": "Feature", "id": thing["id"], "geometry": geometry(thing), "properties": properties}


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def geojson_parts(things: Iterable[dict], about: dict[str, str]) -> Iterator[bytes]:
    """A FeatureCollection with ``about`` as a foreign member; its ``bbox`` is known, and written, at the end."""
    yield f'{{"type":"FeatureCollection","about":{_json(about)},"features":['.encode()
    box: list[float] = []
    separator = ""
    for thing in things:
        row = feature(thing)
        for x, y in _positions(row["geometry"]):
            box = [min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)] if box else [x, y, x, y]
        yield f"{separator}\n{_json(row)}".encode()
        separator = ","
    yield (f'\n],"bbox":{_json(box)}}}\n' if box else "\n]}\n").encode()


def _text(value) -> str:
    return escape(writable(str(value)), {'"': "&quot;"})


def _kml_coordinates(ring: list) -> str:
    return " ".join(f"{x},{y}" for x, y in ring)


def _kml_geometry(shape: dict | None) -> str:
    if shape is None:
        return ""
    if shape["type"] == "Point":
        return f"<Point><coordinates>{_kml_coordinates([shape['coordinates']])}</coordinates></Point>"
    return f"<MultiGeometry>{''.join(map(_kml_polygon, shape['coordinates']))}</MultiGeometry>"


def _kml_polygon(rings: list) -> str:
    parts = []
    for number, ring in enumerate(rings):
        name = "innerBoundaryIs" if number else "outerBoundaryIs"
        coordinates = _kml_coordinates(ring)
        parts.append(f"<{name}><LinearRing><coordinates>{coordinates}</coordinates></LinearRing></{name}>")
    return f"<Polygon>{''.join(parts)}</Polygon>"


def placemark(thing: dict) -> str:
    facts = ("kind", "sort_name", "settlement_name", "position", "url", "language", "state")
    data = "".join(f'<Data name="{name}"><value>{_text(thing[name])}</value></Data>' for name in facts if thing[name])
    return (
        f'<Placemark id="t-{_text(thing["id"])}"><name>{_text(thing["name"])}</name>'
        f"<description>{_text(thing['summary'])}</description>"
        f"<ExtendedData>{data}</ExtendedData>{_kml_geometry(geometry(thing))}</Placemark>"
    )


def kml_parts(things: Iterable[dict], about: dict[str, str]) -> Iterator[bytes]:
    notes = "\n".join(f"{name}: {text}" for name, text in about.items())
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>{_text(about['title'])}</name><description>{_text(notes)}</description>"
    ).encode()
    for thing in things:
        yield f"\n{placemark(thing)}".encode()
    yield b"\n</Document></kml>\n"

"""What people take along: read back by other programs, stop by stop and metre by metre."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.contrib.gis.gdal import DataSource

from directory.ways.measuring import length
from directory.ways.reading import read
from directory.ways.writing import Stop, Way, geojson, gpx, kml
from tests.directory.ways.samples import noisy

LINE = [(round(x, 6), round(y, 6)) for x, y in noisy(2000, 8000)]
STOPS = [
    Stop(1, "Tilts & “laipa”", "Te <šķīra> ceļu\x00.", *LINE[0], "https://platforma.test/taka/#stop-1"),
    Stop(2, "Ozols", "", *LINE[900], "https://platforma.test/taka/#stop-2"),
]
WAY = Way("Stāstu taka", "Pieci stāsti.", "https://platforma.test/taka/", "lv", STOPS, [LINE[:1000], LINE[1000:]], "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")  # fmt: skip
WRITERS = {"gpx": gpx, "kml": kml, "geojson": geojson}
NAMES = ["1. Tilts & “laipa”", "2. Ozols"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_we_read_what_we_write(suffix, tmp_path):
    path = tmp_path / f"taka.{suffix}"
    path.write_bytes(WRITERS[suffix](WAY))
    with path.open("rb") as file:
        found = read(file, path.name)
    assert found.ways == [LINE[:1000], LINE[1000:]]
    assert [(row.longitude, row.latitude) for row in found.stops] == [(stop.longitude, stop.latitude) for stop in STOPS]


def test_gdal_reads_the_gpx(tmp_path):
    path = tmp_path / "taka.gpx"
    path.write_bytes(gpx(WAY))
    source = DataSource(str(path))
    layers = {layer.name: layer for layer in source}
    assert [feature.get("name") for feature in layers["waypoints"]] == NAMES
    (track,) = layers["tracks"]
    parts = [list(part) for part in track.geom.tuple]
    assert sum(length([(x, y) for x, y, *_z in part]) for part in parts) == pytest.approx(
        length(LINE[:1000]) + length(LINE[1000:]), rel=0.005
    )


def test_gdal_reads_the_kml_and_the_geojson(tmp_path):
    for suffix in ("kml", "geojson"):
        path = tmp_path / f"taka.{suffix}"
        path.write_bytes(WRITERS[suffix](WAY))
        shapes = [feature.geom.geom_type.name for layer in DataSource(str(path)) for feature in layer]
        assert sorted(shape.replace("25D", "") for shape in shapes if "Line" not in shape) == ["Point", "Point"]
        assert sum("LineString" in shape for shape in shapes) == 1


# GPX 1.1, gpxType, metadataType, wptType, trkType, trksegType: the elements in the order their sequences ask for.
ORDER = {
    "gpx": ["metadata", "wpt", "rte", "trk", "extensions"],
    "metadata": ["name", "desc", "author", "copyright", "link", "time", "keywords", "bounds", "extensions"],
    "copyright": ["year", "license"],
    "link": ["text", "type"],
    "wpt": ["ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym", "type", "fix"],
    "trk": ["name", "cmt", "desc", "src", "link", "number", "type", "extensions", "trkseg"],
    "trkseg": ["trkpt", "extensions"],
}
NEEDED = {"gpx": {"version", "creator"}, "wpt": {"lat", "lon"}, "trkpt": {"lat", "lon"}, "link": {"href"}, "copyright": {"author"}, "bounds": {"minlat", "minlon", "maxlat", "maxlon"}}  # fmt: skip


def assert_in_order(element):
    """What the published schema says of order, of attributes and of unknown elements; the schema itself is not shipped."""
    name = element.tag.removeprefix("{http://www.topografix.com/GPX/1/1}")
    assert set(element.attrib) == NEEDED.get(name, set()), name
    children = [child.tag.removeprefix("{http://www.topografix.com/GPX/1/1}") for child in element]
    order = ORDER.get(name, [])
    assert set(children) <= set(order), name
    assert children == sorted(children, key=order.index), name
    for child in element:
        assert_in_order(child)


@pytest.mark.parametrize(
    "way",
    [
        WAY,
        Way("T", "", "https://platforma.test/", "lv", STOPS),
        Way("T", "", "https://platforma.test/", "lv", [], [LINE[:2]]),
    ],
)
def test_gpx_is_as_its_schema_wants_it(way):
    root = ET.fromstring(gpx(way))
    assert root.tag == "{http://www.topografix.com/GPX/1/1}gpx" and root.get("version") == "1.1"
    assert_in_order(root)
    for point in root.iter("{http://www.topografix.com/GPX/1/1}trkpt"):
        assert -90 <= float(point.get("lat")) <= 90 and -180 <= float(point.get("lon")) < 180


def test_geojson_says_whose_it_is():
    data = json.loads(geojson(WAY))
    assert data["type"] == "FeatureCollection" and data["copyright"] == "CC BY 4.0"
    assert [feature["properties"]["kind"] for feature in data["features"]] == ["way", "stop", "stop"]

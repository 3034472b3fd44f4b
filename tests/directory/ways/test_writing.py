"""What people take along: read back by other programs, stop by stop and metre by metre."""

import hashlib
import json
import subprocess
from pathlib import Path

import gpxpy
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
WAY = Way("Stāstu taka", "Pieci stāsti.", "https://platforma.test/taka/", "lv", STOPS, [LINE[:1000], LINE[1000:]], "Novads & biedri", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")  # fmt: skip
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


SCHEMA = Path(__file__).parents[2] / "data" / "gpx" / "gpx.xsd"


def assert_valid(data: bytes, path):
    """Against the published schema, by libxml2."""
    path.write_bytes(data)
    done = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--schema", SCHEMA, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_schema_is_the_published_one():
    note = SCHEMA.with_name("README.md").read_text()
    assert hashlib.sha256(SCHEMA.read_bytes()).hexdigest() in note


@pytest.mark.parametrize(
    "way",
    [
        WAY,
        Way("T", "", "https://platforma.test/", "lv", STOPS),
        Way("T", "", "https://platforma.test/", "lv", [], [LINE[:2]]),
    ],
)
def test_gpx_is_valid(way, tmp_path):
    assert_valid(gpx(way), tmp_path / "taka.gpx")


def test_validation_finds_what_is_wrong(tmp_path):
    with pytest.raises(AssertionError, match="not expected"):
        assert_valid(gpx(WAY).replace(b"<wpt", b"<waypoint").replace(b"</wpt", b"</waypoint"), tmp_path / "wrong.gpx")


def test_gpxpy_reads_the_gpx():
    found = gpxpy.parse(gpx(WAY).decode())
    assert [point.name for point in found.waypoints] == NAMES
    assert [(point.longitude, point.latitude) for point in found.waypoints] == [
        (stop.longitude, stop.latitude) for stop in STOPS
    ]
    assert [len(part.points) for part in found.tracks[0].segments] == [1000, 1000]
    assert found.length_2d() == pytest.approx(length(LINE[:1000]) + length(LINE[1000:]), rel=0.005)


def test_geojson_says_whose_it_is():
    data = json.loads(geojson(WAY))
    assert (data["type"], data["author"], data["licence"]) == ("FeatureCollection", "Novads & biedri", "CC BY 4.0")
    assert [feature["properties"]["kind"] for feature in data["features"]] == ["way", "stop", "stop"]

"""Files with ways as people have them, and as nobody should send them."""

import io
import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.ways.reading import MOST_BYTES, Read, TrackError, read
from tests.directory.ways.samples import gpx, noisy

WAY = [(24.1, 56.8), (24.11, 56.81), (24.12, 56.80)]
KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>D</name>
<Placemark><name>Tilts</name><description><![CDATA[<b>Vecais</b> tilts]]></description>
<Point><coordinates>24.1,56.8,12</coordinates></Point></Placemark>
<Placemark><name>Ceļš</name><LineString><coordinates>24.1,56.8,1 24.11,56.81,2
24.12,56.80</coordinates></LineString></Placemark></Document></kml>"""
GEOJSON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Ozols"},
            "geometry": {"type": "Point", "coordinates": [24.1, 56.8]},
        },
        {
            "type": "Feature",
            "properties": None,
            "geometry": {"type": "LineString", "coordinates": [[*p, 3] for p in WAY]},
        },
        {"type": "Feature", "properties": {}, "geometry": None},
    ],
}


def taken(data: bytes | str, name="cels.gpx") -> Read:
    return read(io.BytesIO(data if isinstance(data, bytes) else data.encode()), name)


def refused(data: bytes | str) -> str:
    with pytest.raises(TrackError) as error:
        taken(data)
    return str(error.value)


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("wrap", [lambda data: data, lambda data: b"\xef\xbb\xbf" + data, lambda data: b"\n  " + data])
def test_gpx_of_both_versions(version, wrap):
    head = "" if wrap(b"x") == b"\n  x" else '<?xml version="1.0" encoding="UTF-8"?>'
    assert taken(wrap(gpx([WAY], version=version, head=head))).ways == [WAY]


def test_gpx_in_utf_16_and_without_a_namespace():
    text = gpx([WAY], head='<?xml version="1.0" encoding="UTF-16"?>').decode()
    assert taken(text.encode("utf-16")).ways == [WAY]
    plain = "<gpx><rte><rtept lat='56.8' lon='24.1'/><rtept lat='56.81' lon='24.11'/></rte></gpx>"
    assert taken(plain).ways == [[(24.1, 56.8), (24.11, 56.81)]]


def test_several_tracks_and_segments_stay_parts_and_empty_ones_go():
    found = taken(gpx([WAY, []], [WAY[::-1], WAY[:1]]))
    assert found.ways == [WAY, WAY[::-1]]
    assert len(found.notes) == 2


def test_waypoints_alone_are_stops_without_tags_and_control_characters():
    point = '<wpt lat="56.8" lon="24.1"><ele>4</ele><name>Vecais  tilts</name><desc>&lt;i&gt;Te&lt;/i&gt; šķīra ceļu</desc></wpt>'
    found = taken(gpx(waypoints=point * 2))
    assert found.ways == [] and len(found.stops) == 2
    assert (found.stops[0].name, found.stops[0].text) == ("Vecais tilts", "Te šķīra ceļu")


def test_kml_and_geojson_say_the_same():
    for data in (KML, json.dumps(GEOJSON)):
        found = taken(data)
        assert found.ways == [WAY]
        assert [(row.longitude, row.latitude) for row in found.stops] == [(24.1, 56.8)]
    assert taken(KML).stops[0].text == "Vecais tilts"


@pytest.mark.parametrize(
    "make", [lambda line: gpx([line]), lambda line: json.dumps({"type": "LineString", "coordinates": line})]
)
def test_swapped_axes_are_put_right_and_told(make):
    found = taken(make([(y, x) for x, y in WAY]))
    assert found.ways == [WAY] and len(found.notes) == 1


def test_points_that_cannot_be_read_are_left_out_and_told():
    bad = (
        gpx([WAY])
        .replace(b'lon="24.11"', b'lon="24,11"')
        .replace(b"</trkseg>", b'<trkpt lat="nan" lon="1e999"/></trkseg>')
    )
    found = taken(bad)
    assert found.ways == [[WAY[0], WAY[2]]] and "2" in found.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"  ", b"lat,lon\n56.8,24.1", b"PK\x03\x04....", b"<gpx", b"<html><body/></html>", b"{", b"{}", b'{"type": "Point"}',
        b"<gpx></gpx>", gpx([WAY])[:-40], gpx([[(0, 0), (1, 1)]]), gpx([[(24.1, 56.8), (200, 56.8)][:1]]),
        b'<?xml version="1.0" encoding="klingon"?><gpx/>', b'{"type":"LineString","coordinates":[[true,false],["24.1",56]]}',
        b'{"a":' * 5000, gpx([WAY]).replace(b"56.8", b"56,8").replace(b"24.1", b"24,1"),
    ],
    ids=range(17),
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_words(data):
    assert len(refused(data)) > 20


def test_entities_are_refused_before_they_grow():
    bomb = '<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><gpx><name>&b;</name></gpx>'
    outside = '<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>'
    assert refused(bomb) == refused(outside)


def test_too_large_and_too_many():
    class Large(io.BytesIO):
        def tell(self):
            return MOST_BYTES + 1

    with pytest.raises(TrackError, match="50 MB"):
        read(Large(b"<gpx/>"), "x.gpx")
    assert "400" in refused(b"<gpx><trk><trkseg>" + b'<trkpt lat="1" lon="1"/>' * 400_001 + b"</trkseg></trk></gpx>")


def test_a_long_way_takes_little_memory():
    data = gpx([noisy(20_000)] * 10)
    tracemalloc.start()
    found = taken(data)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(len(line) for line in found.ways) > 150_000
    assert most < 150 * 1024 * 1024


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda junk: gpx([WAY])[:200] + junk), st.text(max_size=200).map(lambda text: f"<gpx><wpt lat='56.8' lon='24.1'><name>{text}</name></wpt></gpx>".encode("utf-8", "surrogatepass"))))  # fmt: skip
def test_any_bytes_are_a_way_or_a_message(data):
    try:
        found = taken(data)
    except TrackError as error:
        assert str(error)
    else:
        assert found.ways or found.stops


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.just([24.1, 56.8]), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "coordinates", "features", "geometry", "geometries", "properties", "name"]), inner | st.sampled_from(["Feature", "FeatureCollection", "Point", "LineString", "MultiLineString", "GeometryCollection", "MultiPoint"]), max_size=5), max_leaves=20)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(JSON)
def test_any_json_is_a_way_or_a_message(data):
    try:
        taken(json.dumps(data))
    except TrackError as error:
        assert str(error)

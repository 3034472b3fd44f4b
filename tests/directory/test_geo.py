"""Places as people type them: what is understood, what is put right, and what is said of the rest."""

import json
from pathlib import Path

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from directory import geo

LATVIA = (20.5, 55.4, 28.6, 58.3)
WORLD = (-180.0, -90.0, 180.0, 90.0)
WRITTEN = json.loads((Path(__file__).parent / "places_as_text.json").read_text())
HERE = (24.2355, 56.8264)
SQUARE = "56.8, 24.2\n56.8, 24.3\n56.9, 24.3\n56.9, 24.2"
LATITUDES, LONGITUDES = st.floats(55.4, 58.3), st.floats(20.5, 28.6)
KINDS = st.sampled_from(["POINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON"])


def read(text, kind="POINT", extent=LATVIA):
    return geo.read(text, kind, extent).geometry


def is_within(geometry, extent=LATVIA):
    west, south, east, north = geometry.extent
    return extent[0] <= west and extent[1] <= south and east <= extent[2] and north <= extent[3]


def refusal(text, kind="POINT"):
    with pytest.raises(ValidationError) as refused:
        geo.read(text, kind, LATVIA)
    assert all(refused.value.messages)
    return refused.value


@pytest.mark.parametrize(("text", "place"), WRITTEN)
def test_place_is_read_as_people_write_it(text, place):
    found = geo.read_place(text)
    assert found == (pytest.approx(place, abs=1e-6) if place else None)


@pytest.mark.parametrize(
    "text",
    [
        "56.8264, 24.2355", "24.2355, 56.8264", "24,2355 56,8264", "56°49'35.04\"N 24°14'7.8\"E",
        "24°14'7.8\"E 56°49'35.04\"N", "Z 56° 49.584' A 24° 14.13'",
        '{"type": "Point", "coordinates": [24.2355, 56.8264]}', '{"type": "Point", "coordinates": [56.8264, 24.2355, 9]}',
        '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [24.2355, 56.8264]}}',
    ],
)  # fmt: skip
def test_position_is_put_where_it_belongs(text):
    found = read(text)
    assert found.coords == pytest.approx(HERE, abs=1e-6) and found.srid == 4326


def test_swapped_numbers_are_put_right_and_said():
    assert geo.read("24.2355, 56.8264", "POINT", LATVIA).notes
    assert not geo.read("56.8264, 24.2355", "POINT", LATVIA).notes


def test_numbers_that_fit_both_ways_stay_as_typed():
    assert read("10, 20", extent=WORLD).coords == (20, 10)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pie upes", "unreadable"), ("56.8264", "unreadable"), ("56.8264, 24.2355, 9", "unreadable"),
        ("5624.2355 24", "unreadable"), ("56°61'0\"N 24°0'0\"E", "unreadable"), ("{", "unreadable"), ("{}", "unreadable"),
        ("0, 0", "off_map"), ("52.5, 13.4", "off_map"), ("56.8 S 24.2 E", "off_map"),
        ('{"type": "Point", "coordinates": [NaN, 1e999]}', "unreadable"), ("1" * 500_000, "too_long"),
        ('{"type": "LineString", "coordinates": [[24, 56], [25, 57]]}', "too_many"),
    ],
)  # fmt: skip
def test_what_is_no_place_here_is_refused(text, code):
    assert refusal(text).code == code


def test_place_is_found_by_its_name():
    found = geo.read("Ķekava", "POINT", LATVIA, {"Ķekava": (56.8264, 24.2355)}.get).geometry
    assert found.coords == HERE
    assert refusal("Ķekava").code == "unreadable"


@given(LATITUDES, LONGITUDES)
def test_position_written_and_read_is_the_same(latitude, longitude):
    place = read(f"{latitude:.6f}, {longitude:.6f}")
    assert read(geo.write(place)) == place
    assert read(f"{longitude:.6f} {latitude:.6f}".replace(".", ",")) == place
    assert place.coords == pytest.approx((longitude, latitude), abs=1e-6)


def test_way_is_read_line_by_line():
    way = read("56.8, 24.2\n56,81 24,21\n56.81, 24.21\n24.22, 56.82", "LINESTRING")
    assert way.coords == ((24.2, 56.8), (24.21, 56.81), (24.22, 56.82))
    assert read(geo.write(way), "LINESTRING") == way


@pytest.mark.parametrize("text", ["56.8, 24.2", "56.8, 24.2\n56.8, 24.2"])
def test_way_of_one_place_is_refused(text):
    assert refusal(text, "LINESTRING").code == "too_few"


def test_area_is_closed_and_comes_back_as_typed():
    area = read(SQUARE, "MULTIPOLYGON")
    assert isinstance(area, MultiPolygon) and area.valid and area.srid == 4326
    assert area[0][0].coords[0] == area[0][0].coords[-1]
    assert geo.write(area) == SQUARE
    assert read(area.json, "MULTIPOLYGON") == area
    assert read(area[0].json, "MULTIPOLYGON") == area


def test_two_areas_are_parted_by_an_empty_line():
    both = read(SQUARE + "\r\n  \r\n57, 24\r\n57, 24.1\r\n57.1, 24.1", "MULTIPOLYGON")
    assert len(both) == 2
    assert read(geo.write(both), "MULTIPOLYGON") == both


def test_areas_that_overlap_are_joined():
    reading = geo.read(SQUARE + "\n\n56.85, 24.25\n56.85, 24.35\n56.95, 24.35", "MULTIPOLYGON", LATVIA)
    assert len(reading.geometry) == 1 and reading.geometry.valid and reading.notes


def test_area_with_a_hole_stays_geojson():
    outer = Polygon.from_bbox((24, 56, 25, 57))
    area = MultiPolygon(Polygon(outer[0], Polygon.from_bbox((24.4, 56.4, 24.6, 56.6))[0]), srid=4326)
    assert json.loads(geo.write(area))["type"] == "MultiPolygon"
    assert read(geo.write(area), "MULTIPOLYGON").equals(area)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("56.8, 24.2\n56.9, 24.3", "too_few"),
        ("56.8, 24.2\n56.9, 24.3\n56.9, 24.2\n56.8, 24.3", "crossing"),
        ("56.8, 24.2\n56.8, 24.3\n56.8, 24.4", "crossing"),
        ("\n".join(f"56.{number:04}, 24.2" for number in range(2001)), "too_many"),
        ("\n\n".join("\n".join(f"56.{n:03}{part}, 24.2" for n in range(999)) for part in (1, 2, 3)), "too_many"),
        ('{"type": "Polygon", "coordinates": [[]]}', "unreadable"),
        ('{"type": "MultiPolygon", "coordinates": [[]]}', "unreadable"),
        ('{"type": "Polygon", "coordinates": 5}', "unreadable"),
    ],
)
def test_area_that_is_none_is_refused(text, code):
    assert refusal(text, "MULTIPOLYGON").code == code


def test_crossing_is_told_where():
    crossing = refusal("56.8, 24.2\n56.9, 24.3\n56.9, 24.2\n56.8, 24.3", "MULTIPOLYGON")
    assert "56.85, 24.25" in crossing.messages[0]


def test_geojson_is_rounded_and_turned_the_way_the_standard_has_it():
    clockwise = '{"type": "Polygon", "coordinates": [[[24.12345678, 56], [24, 57], [25, 57], [24.12345678, 56]]]}'
    ring = geo.to_geojson(read(clockwise, "POLYGON"))["coordinates"][0]
    assert ring[0] == [24.123457, 56]
    assert Polygon(ring)[0].is_counterclockwise


def test_beyond_the_municipality():
    outline = geo.outline_of([[(24.0, 56.5), (24.5, 56.5), (24.5, 57.0), (24.0, 57.0)]])
    assert not geo.is_outside(read("56.8, 24.2"), outline)
    assert geo.is_outside(read("56.4, 24.2"), outline)
    assert not geo.is_outside(None, outline) and not geo.is_outside(read("56.4, 24.2"), None)


@given(st.text() | st.text(alphabet="0123456789.,;-° '\"NSEWZDAR{}[]\n"), KINDS)
def test_any_text_is_a_place_or_a_message(text, kind):
    """Whatever is typed: a valid geometry within the extent, or ``ValidationError``."""
    try:
        found = read(text, kind)
    except ValidationError as error:
        assert all(error.messages)
        return
    assert found is None or (found.valid and is_within(found))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3) | LATITUDES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["type", "geometry"]), inner),
    max_leaves=25,
)
TYPES = st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon", "Feature", "FeatureCollection"])


@given(TYPES, JSON, st.sampled_from(["coordinates", "geometry", "features"]), KINDS)
def test_any_geojson_is_a_place_or_a_message(type_, value, key, kind):
    try:
        found = read(json.dumps({"type": type_, key: value}), kind)
    except ValidationError as error:
        assert all(error.messages)
        return
    assert found is None or (found.valid and is_within(found))


PLACES = st.lists(st.tuples(LONGITUDES, LATITUDES).map(list), min_size=1, max_size=9)


@given(st.lists(st.lists(PLACES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_any_rings_are_an_area_or_a_message(polygons):
    try:
        found = read(json.dumps({"type": "MultiPolygon", "coordinates": polygons}), "MULTIPOLYGON")
    except ValidationError as error:
        assert all(error.messages)
        return
    assert found.valid and read(geo.write(found), "MULTIPOLYGON").equals(found)

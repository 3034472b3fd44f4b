"""The ground of the map: the committed file, and the command that draws it from control points."""

import csv
import io
import itertools
import json
import math

import pytest
from django.conf import settings as configured
from django.contrib.gis.geos import Point, Polygon
from django.core.management import CommandError, call_command

from directory.base_map import drawing
from directory.base_map.drawing import DrawingError, collection, fitted, simplified, smooth
from directory.management.commands.draw_base_map import MOST_BYTES

FILE = configured.BASE_DIR / "static" / "map" / "base.geojson"
SETTLEMENTS = configured.BASE_DIR / "directory" / "data" / "settlements.csv"
GROUND = json.loads(FILE.read_text())
KINDS = {"outline": "Polygon", "wood": "Polygon", "road": "LineString", "river": "LineString", "label": "LineString"}
POINTS = {"place": "Point", "neighbour": "Point"}


def positions(coordinates):
    return [coordinates] if isinstance(coordinates[0], float) else [p for each in coordinates for p in positions(each)]


def row(part, kind, x="", y="", name="", width=""):
    return {"part": part, "kind": kind, "name": name, "width": width, "x": str(x), "y": str(y)}


def settlement(slug, lon="", lat="", **changes):
    fields = {"kind": "village", "is_main": "", "source": "register", "left_out": ""}
    return {"slug": slug, "name": slug.title(), "lon": str(lon), "lat": str(lat), **fields, **changes}


# --- the committed file --------------------------------------------------------------------------------------------


def test_committed_ground_is_what_the_command_draws(tmp_path):
    said = io.StringIO()
    call_command("draw_base_map", to=tmp_path / "new" / "base.geojson", stdout=said)
    assert (tmp_path / "new" / "base.geojson").read_bytes() == FILE.read_bytes()
    assert "Fitted to 16 pins: 14 m off (root mean square), 23 m at most." in said.getvalue()


def test_ground_is_small():
    assert len(FILE.read_bytes()) <= MOST_BYTES == 40_000


def test_ground_is_geojson_by_rfc_7946():
    assert GROUND["type"] == "FeatureCollection"
    assert not GROUND.keys() & {"crs", "coordinates", "geometries", "geometry", "properties"}
    for feature in GROUND["features"]:
        assert feature.keys() == {"type", "properties", "geometry"}
        kind, geometry = feature["properties"]["kind"], feature["geometry"]
        assert geometry["type"] == (KINDS | POINTS)[kind]
        for longitude, latitude in positions(geometry["coordinates"]):
            assert (20 < longitude < 29) and (55 < latitude < 59)
            assert [round(longitude, 5), round(latitude, 5)] == [longitude, latitude]
        if geometry["type"] == "Polygon":
            for ring in geometry["coordinates"]:
                assert len(ring) >= 4 and ring[0] == ring[-1]
                assert Polygon(ring).valid
                assert sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) > 0


def test_what_is_drawn_by_eye_says_so():
    drawn = [each["properties"] for each in GROUND["features"] if each["properties"]["kind"] != "place"]
    assert {each["approximate"] for each in drawn} == {True}
    assert "approximate" in GROUND["note"]
    assert all(name in GROUND["licence"] for name in ("OpenStreetMap", "ODbL 1.0", "GeoNames", "CC BY 4.0"))
    assert "openstreetmap.org/copyright" in GROUND["attribution"]


def test_rivers_roads_and_waters_have_width_and_name():
    by_kind = {
        kind: [each["properties"] for each in GROUND["features"] if each["properties"]["kind"] == kind]
        for kind in KINDS | POINTS
    }
    assert all(by_kind.values())
    assert {each["name"] for each in by_kind["river"]} == {"Daugava", "Sausā Daugava", "Misa", "Ķekaviņa"}
    assert {each["name"] for each in by_kind["label"]} == {each["name"] for each in by_kind["river"]}
    assert all(each["width"] > 0 for each in (*by_kind["river"], *by_kind["road"]))
    assert sorted(each["name"] for each in by_kind["place"] if each["rank"] == 1) == ["Baldone", "Baloži", "Ķekava"]


def test_every_settlement_that_is_loaded_lies_inside_the_outline():
    (ring,) = next(each for each in GROUND["features"] if each["properties"]["kind"] == "outline")["geometry"][
        "coordinates"
    ]
    outline = Polygon(ring)
    with SETTLEMENTS.open(encoding="utf-8") as file:
        rows = [each for each in csv.DictReader(file) if each["lon"]]
    outside = [each["name"] for each in rows if not outline.contains(Point(float(each["lon"]), float(each["lat"])))]
    assert outside == ["Saulkalne"]  # across the Daugava, and left out for it
    places = {each["properties"]["name"] for each in GROUND["features"] if each["properties"]["kind"] == "place"}
    assert places == {each["name"] for each in rows if not each["left_out"]}


# --- the fit -------------------------------------------------------------------------------------------------------


def turned(x, y):
    return 24 + 0.0006 * x + 0.0001 * y, 57 + 0.00005 * x - 0.0003 * y


def test_affine_drawing_is_fitted_exactly():
    drawn = [(0, 0), (500, 20), (30, 700), (400, 400)]
    fit = fitted([(point, turned(*point)) for point in drawn])
    assert fit(123, 456) == pytest.approx(turned(123, 456), abs=1e-9)
    assert max(fit.off) < 0.01


def test_residual_is_told_in_metres():
    pins = [((x, y), turned(x, y)) for x, y in ((0, 0), (500, 0), (0, 500), (500, 500))]
    moved = [(pins[0][0], (pins[0][1][0], pins[0][1][1] + 0.001)), *pins[1:]]
    fit = fitted(moved)
    # 111 m at one corner of a square come to a quarter of it at each.
    assert fit.off == pytest.approx([27.83] * 4, abs=0.02)
    assert fit.mean_metres == pytest.approx(27.83, abs=0.02)


@pytest.mark.parametrize("drawn", [[], [(0, 0), (5, 5)], [(0, 0), (5, 5), (9, 9)]], ids=["none", "two", "one line"])
def test_too_few_pins_are_refused(drawn):
    with pytest.raises(DrawingError, match="at least three"):
        fitted([(point, turned(*point)) for point in drawn])


# --- curves --------------------------------------------------------------------------------------------------------


def test_curve_goes_through_its_points():
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]
    curve = smooth(points, closed=False)
    assert [curve[0], curve[drawing.STEPS], curve[-1]] == points
    ring = smooth(points, closed=True)
    assert ring[0] == ring[-1] == points[0]
    assert set(points) <= set(ring)


def test_what_is_left_out_lies_within_the_tolerance():
    line = [(24 + n / 1000, 56.8 + math.sin(n / 9) / 200) for n in range(200)]
    thin = simplified(line, 30)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert len(thin) < len(line) / 3
    for point in line:
        assert min(drawing._off_line(point, a, b) for a, b in itertools.pairwise(thin)) <= 30


# --- drawings of others --------------------------------------------------------------------------------------------


def test_drawing_without_pins_is_in_degrees():
    rows = [row("m", "outline", *at) for at in ((24, 56), (24, 57), (25, 57), (25, 56))]
    found, fit = collection(
        [row("note", "notice", name="By hand"), *rows], [settlement("a", 24.5, 56.5), settlement("b")]
    )
    assert found["note"] == "By hand"
    outline, place = found["features"]
    assert [24.0, 56.0] in outline["geometry"]["coordinates"][0]
    assert place == {
        "type": "Feature",
        "properties": {"kind": "place", "name": "A", "rank": 3},
        "geometry": {"type": "Point", "coordinates": [24.5, 56.5]},
    }
    assert fit.off == ()


@pytest.mark.parametrize(
    ("changes", "rank"),
    [({"kind": "town"}, 1), ({"is_main": "1"}, 2), ({}, 3), ({"source": "osm-inside"}, 4)],
)
def test_rank_of_a_settlement(changes, rank):
    found, _fit = collection([], [settlement("a", 24.5, 56.5, **changes)])
    assert found["features"][0]["properties"]["rank"] == rank


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row("nowhere", "pin", 1, 2)], "no settlement"),
        ([row("b", "pin", 1, 2)], "no settlement"),
        ([row("a", "pin", "x", 2)], "no position"),
        ([row("r", "river", 24, 56), row("r", "river", 25, "")], "no position"),
        ([row("r", "river", 24, 56)], "too few points"),
        ([row("w", "wood", 24, 56), row("w", "wood", 25, 56)], "too few points"),
        ([row("r", "railway", 24, 56), row("r", "railway", 25, 56)], "not known"),
    ],
)
def test_drawing_that_cannot_be_used_is_told(rows, reason):
    with pytest.raises(DrawingError, match=reason):
        collection(rows, [settlement("a", 24.5, 56.5), settlement("b")])


def test_command_says_what_is_wrong_and_writes_nothing(tmp_path):
    to, table = tmp_path / "base.geojson", tmp_path / "drawing.csv"
    for content, reason in [
        ("part,kind,name,width,x,y\nr,railway,,,24,56\n", "railway"),
        ("something,else\n1,2\n", "kind|part"),
        (None, "No such file"),
    ]:
        table.unlink(missing_ok=True)
        if content:
            table.write_text(content)
        with pytest.raises(CommandError, match=reason):
            call_command("draw_base_map", drawing=table, to=to)
    assert not to.exists()


def test_ground_that_is_too_large_is_refused(tmp_path):
    table = tmp_path / "drawing.csv"
    points = "".join(f"r{n},river,,1,{24 + n % 7 / 9},{56 + m % 5 / 7}\n" for n in range(300) for m in range(9))
    table.write_text(f"part,kind,name,width,x,y\n{points}")
    with pytest.raises(CommandError, match="at most 40000"):
        call_command("draw_base_map", drawing=table, to=tmp_path / "base.geojson")
    assert not (tmp_path / "base.geojson").exists()

"""The drawn map as a picture: what stands on it, who gets room, and what a screen reader is told."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.utils import translation

from directory import checks
from directory.base_map import Area, Place, Point, base, svg
from directory.base_map.ground import EMPTY, Base, stroke
from directory.base_map.lettering import Lettering
from directory.base_map.picture import OTHER_SHAPE, SHAPES
from directory.base_map.view import View, cut, path, pieces

SVG = "{http://www.w3.org/2000/svg}"
KEKAVA = (24.15, 56.78, 24.35, 56.88)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def drawn(*args, **kwargs) -> ElementTree.Element:
    """The picture as a tree: it has to be well-formed for that."""
    text = svg(*args, **kwargs)
    return ElementTree.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def of_class(tree, name: str) -> list[ElementTree.Element]:
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def texts(tree, name: str) -> list[str]:
    return ["".join(element.itertext()) for element in of_class(tree, name)]


def on_wide(tree) -> ElementTree.Element:
    return of_class(tree, "map__labels--wide")[0]


# --- the view ------------------------------------------------------------------------------------------------------


def test_view_is_that_of_web_maps():
    world = View((-180, -85.0511288, 180, 85.0511288), 256, 256)
    assert world.zoom == pytest.approx(0, abs=1e-6)
    assert world.xy(0, 0) == pytest.approx((128, 128))
    assert world.xy(-180, 85.0511288) == pytest.approx((0, 0), abs=1e-3)


@pytest.mark.parametrize(("width", "height"), [(640, 520), (900, 200), (200, 900)])
def test_box_is_shown_whole_and_in_the_middle(width, height):
    view = View(KEKAVA, width, height)
    left, bottom = view.xy(KEKAVA[0], KEKAVA[1])
    right, top = view.xy(KEKAVA[2], KEKAVA[3])
    assert min(left, top, width - right, height - bottom) == pytest.approx(0, abs=1e-6)
    assert left == pytest.approx(width - right)
    assert top == pytest.approx(height - bottom)


def test_box_without_extent_is_shown_from_near():
    view = View((24.2, 56.8, 24.2, 56.8), 640, 520)
    assert view.zoom == pytest.approx(16)
    assert view.xy(24.2, 56.8) == pytest.approx((320, 260))


def test_lines_are_cut_at_the_frame():
    line = [(-50.0, 5.0), (-20.0, 5.0), (5.0, 5.0), (20.0, 5.0), (50.0, 5.0), (50.0, 90.0), (5.0, 9.0), (6.0, 9.0)]
    assert pieces(line, (0, 0, 10, 10)) == [line[1:4], line[5:]]
    assert pieces([(-5.0, 0.0), (-1.0, 9.0)], (0, 0, 10, 10)) == []


def test_areas_are_cut_at_the_frame():
    assert cut([(-5, -5), (5, -5), (5, 5), (-5, 5)], (0, 0, 10, 10)) == [(5, 0), (5, 5), (0, 5), (0, 0)]
    assert cut([(20, 20), (30, 20), (30, 30)], (0, 0, 10, 10)) == []


def test_path_is_relative_and_leaves_out_what_nobody_sees():
    assert path([(1, 2), (1.2, 2.1), (5, 4.06), (5.1, 4.1)], closed=True) == "M1 2l4 2.1l0.1 0Z"


# --- the ground ----------------------------------------------------------------------------------------------------


def test_ground_lies_in_order():
    classes = [element.get("class") for element in drawn(None) if element.tag == f"{SVG}path"]
    order = ["map__land", "map__wood", "map__bank", "map__water", "map__flow", "map__road"]
    assert list(dict.fromkeys(classes)) == order


def test_rivers_have_the_width_of_their_zoom():
    assert stroke(32, 11) == 32
    assert stroke(32, 13) == pytest.approx(32 * 2**1.4, abs=0.1)
    assert stroke(3, 5) == 1.2  # never thinner


def test_ground_is_read_once_until_its_file_changes(settings, tmp_path):
    assert base() is base()
    file = tmp_path / "base.geojson"
    file.write_text(json.dumps(small_ground("Upe")))
    settings.STATICFILES_DIRS = [("map", str(tmp_path)), *settings.STATICFILES_DIRS]
    assert base().lines["river"][0][0] == "Upe"
    file.write_text(json.dumps(small_ground("Lielupe")))
    assert base().lines["river"][0][0] == "Lielupe"


def small_ground(river: str) -> dict:
    features = [
        ({"kind": "outline"}, "Polygon", [[[24, 56], [25, 56], [25, 57], [24, 56]]]),
        ({"kind": "river", "name": river, "width": 5}, "LineString", [[24, 56], [25, 57]]),
        ({"kind": "label", "name": river}, "LineString", [[24.9, 56.9], [24.1, 56.1]]),
        ({"kind": "place", "name": "Ciems", "rank": 1}, "Point", [24.8, 56.5]),
        ({"kind": "railway"}, "LineString", [[24, 56], [25, 57]]),
    ]
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
            for properties, kind, coordinates in features
        ],
    }


def test_ground_of_another_municipality(settings, tmp_path):
    (tmp_path / "base.geojson").write_text(json.dumps(small_ground("Upe")))
    settings.STATICFILES_DIRS = [("map", str(tmp_path)), *settings.STATICFILES_DIRS]
    tree = drawn(None)
    assert texts(on_wide(tree), "map__place--town") == ["Ciems"]
    assert checks.ground_of_the_map_is_there() == []


@pytest.mark.parametrize("content", ["{", "[]", '{"features": [{}]}', '{"features": []}', None])
def test_ground_that_cannot_be_read_leaves_a_map_without_it(settings, tmp_path, content):
    if content is None:
        settings.STATICFILES_DIRS = []
    else:
        (tmp_path / "base.geojson").write_text(content)
        settings.STATICFILES_DIRS = [("map", str(tmp_path))]
    assert base().bbox is None
    tree = drawn(KEKAVA, points=[Point(24.2, 56.8, "venue", "Tautas nams")])
    assert len(of_class(tree, "map__marker--venue")) == 1
    assert [each.id for each in checks.ground_of_the_map_is_there()] == ["directory.W003"]
    assert len(of_class(drawn(None), "map__drawing")) == 1


# --- what is on it -------------------------------------------------------------------------------------------------


def test_every_kind_has_a_shape_of_its_own():
    kinds = ["community", "organisation", "venue", "excursion", "something new", ""]
    tree = drawn(KEKAVA, points=[Point(24.2 + number / 100, 56.83, kind) for number, kind in enumerate(kinds)])
    markers = of_class(tree, "map__marker")
    shapes = [ElementTree.tostring(marker[0]) for marker in markers]
    assert [marker.get("class").split()[1] for marker in markers][:4] == [f"map__marker--{kind}" for kind in kinds[:4]]
    assert len(set(shapes[:5])) == 5
    assert shapes[4] == shapes[5]
    assert len({*SHAPES.values(), OTHER_SHAPE}) == len(SHAPES) + 1


def test_marker_stands_at_its_place():
    tree = drawn(KEKAVA, 640, 520, [Point(24.25, 56.82, "venue", is_current=True)])
    (marker,) = of_class(tree, "map__marker--current")
    x, y = View(KEKAVA, 640, 520).xy(24.25, 56.82)
    assert marker.get("transform") == f"translate({x:.1f} {y:.1f})"


def test_cluster_shows_its_count_and_grows_with_it():
    tree = drawn(KEKAVA, points=[Point(24.2, 56.8, count=2), Point(24.3, 56.8, count=12345)])
    assert texts(tree, "map__cluster-count") == ["2", "12,345"]
    small, large = (float(circle.get("r")) for circle in of_class(tree, "map__cluster"))
    assert small < large < 40
    assert of_class(tree, "map__marker") == []


def test_point_outside_the_picture_is_not_drawn():
    tree = drawn(KEKAVA, points=[Point(23.0, 56.8, "venue", "Far"), Point(24.2, 56.8, "venue", "Near")])
    assert [title.text for title in tree.iter(f"{SVG}title")] == ["Map", "Near"]


def test_area_with_a_hole_is_cut_at_the_frame():
    outer = [[20, 50], [30, 50], [30, 60], [20, 60], [20, 50]]
    hole = [[24.2, 56.80], [24.2, 56.82], [24.22, 56.82], [24.2, 56.80]]
    (area,) = of_class(drawn(KEKAVA, 640, 520, areas=[Area([outer, hole], "community", "All")]), "map__area--community")
    assert (area.get("fill-rule"), area.get("d").count("M"), area.get("d").count("Z")) == ("evenodd", 2, 2)
    assert area.get("d").startswith("M1280 1040l0 -1560l-1920 0l0 1560Z")
    assert area[0].text == "All"


def test_names_are_data_and_never_markup():
    nasty = '<script>alert("1")</script>&'
    points = [Point(24.2, 56.8, '"><b>', nasty), Point(24.3, 56.8, "venue", nasty, count=3)]
    places = [Place(nasty, 24.25, 56.82, 1)]
    areas = [Area([[[24.2, 56.8], [24.3, 56.8], [24.3, 56.9]]], '"><b>', nasty)]
    tree = drawn(KEKAVA, 640, 520, points, areas, label=nasty, places=places, named=True)
    assert list(tree.iter(f"{SVG}script")) == list(tree.iter(f"{SVG}b")) == []
    assert texts(on_wide(tree), "map__place--town") == [nasty]
    assert tree.find(f"{SVG}title").text == nasty


def test_picture_needs_no_style_and_no_script():
    text = svg(None, points=[Point(24.2, 56.8, "venue", "x")])
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=", text) == []


def test_picture_is_light():
    assert len(svg(None, 640, 520).encode()) < 24_000


# --- names ---------------------------------------------------------------------------------------------------------


def test_towns_come_first_and_small_villages_from_near():
    far, near = on_wide(drawn(None)), on_wide(drawn((24.13, 56.74, 24.17, 56.75)))
    assert set(texts(far, "map__place--town")) == {"Ķekava", "Baldone", "Baloži"}
    assert "Celmiņi" not in texts(far, "map__place")
    assert {"Celmiņi", "Lauciņi", "Zuši"} <= set(texts(near, "map__place--minor"))


def test_waters_are_named_along_their_course():
    tree = drawn(None)
    wide = on_wide(tree)
    assert {"Daugava", "Misa", "Ķekaviņa"} <= set(texts(wide, "map__water-name"))
    lines = {line.get("id"): line.get("d") for line in wide.iter(f"{SVG}path")}
    assert {name.get("href")[1:] for name in wide.iter(f"{SVG}textPath")} <= lines.keys()
    assert texts(wide, "map__water-name--inside") == []
    assert texts(on_wide(drawn((24.2, 56.8, 24.45, 56.88))), "map__water-name--inside") == ["Daugava"]


@pytest.mark.parametrize("box", [None, KEKAVA, (24.05, 56.7, 24.25, 56.8), (23.5, 56.4, 25.0, 57.2)])
def test_names_keep_clear_of_each_other_and_of_markers(box):
    shown = box or base().bbox
    view = View(shown, 640, 520)
    obstacles = [(100, 100, 140, 140), (300, 200, 340, 240)]
    lettering = Lettering(view, base(), "a", 14, 1.0, obstacles)
    lettering.svg(list(base().places), [("Tautas nams", (120.0, 120.0), 20)])
    names = lettering.room.taken
    assert len(names) > 12
    # A name's own dot touches it on purpose: dots are squares of a few pixels.
    names = [box for box in names if box[2] - box[0] > 10]
    overlaps = [
        (a, b)
        for number, a in enumerate(names)
        for b in names[number + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.01
        and min(a[3], b[3]) - max(a[1], b[1]) > 0.01
        and not is_letter(a) & is_letter(b)
    ]
    assert overlaps == []


def is_letter(box) -> bool:
    """A square of a water's name, which follow each other closely."""
    return abs((box[2] - box[0]) - (box[3] - box[1])) < 0.01


def test_name_of_a_water_is_read_from_left_to_right(settings, tmp_path):
    (tmp_path / "base.geojson").write_text(json.dumps(small_ground("Upe")))  # drawn from the east
    settings.STATICFILES_DIRS = [("map", str(tmp_path))]
    (line,) = on_wide(drawn(None)).iter(f"{SVG}path")
    across = [float(number) for number in re.findall(r"(-?[\d.]+) -?[\d.]+(?=C|$)", line.get("d"))]
    assert across == sorted(across)
    assert len(set(across)) > 3


def test_name_gives_way_to_a_marker():
    def at(points):
        (name,) = [
            each
            for each in of_class(on_wide(drawn(KEKAVA, points=points)), "map__place--town")
            if each.text == "Ķekava"
        ]
        return float(name.get("x")), float(name.get("y"))

    x, y = at([])
    view = View(KEKAVA, 640, 520)
    east = view.bbox[0] + (x + 20 - view.xy(*KEKAVA[:2])[0]) / 256 / 2**view.zoom * 360
    _x, kekava = view.xy(24.23365, 56.82618)
    assert kekava == pytest.approx(y, abs=10)
    assert at([Point(east, 56.82618, "venue")]) != (x, y)


def test_more_important_name_comes_first_where_there_is_not_room_for_all():
    places = [Place(f"Ciems {letter}", 24.25, 56.83, 3) for letter in "ABCDEFGHIJKLMNOPQRSTU"]
    shown = texts(
        on_wide(drawn((24.24, 56.82, 24.26, 56.84), places=[*places, Place("Žagari", 24.25, 56.83, 2)])), "map__place"
    )
    assert "Žagari" in shown
    assert len(shown) < len(places)


def test_smallest_places_are_named_from_near_only():
    place = [Place("Viensēta", 24.25, 56.83, 4)]
    far, near = drawn((24.0, 56.6, 24.5, 57.0), places=place), drawn((24.24, 56.82, 24.26, 56.84), places=place)
    assert "Viensēta" not in texts(on_wide(far), "map__place")
    assert texts(on_wide(near), "map__place") == ["Viensēta"]


def test_names_of_markers_are_written_where_that_is_wanted():
    points = [Point(24.25, 56.80, "venue", "Tautas nams"), Point(24.2, 56.84, name="Twelve here", count=12)]
    assert texts(on_wide(drawn(KEKAVA, points=points)), "map__place--marker") == []
    assert texts(on_wide(drawn(KEKAVA, points=points, named=True)), "map__place--marker") == ["Tautas nams"]


def test_phone_has_fewer_and_larger_names():
    tree = drawn(None, 640, 520)
    (phone,) = of_class(tree, "map__labels--phone")
    assert float(phone.get("font-size")) > 1.5 * float(on_wide(tree).get("font-size"))
    assert 5 < len(texts(phone, "map__place")) < len(texts(on_wide(tree), "map__place"))
    small = drawn(None, 390, 320)
    assert len(of_class(small, "map__labels--all")) == 1
    assert of_class(small, "map__labels--phone") == []


def test_settlements_of_the_caller_replace_those_of_the_file():
    tree = drawn(KEKAVA, places=[Place("Jaunciems", 24.25, 56.83, 2)])
    assert [name for name in texts(on_wide(tree), "map__place") if name != "Salaspils"] == ["Jaunciems"]


# --- for a screen reader -------------------------------------------------------------------------------------------


def test_picture_is_one_image_with_name_and_description():
    points = [
        Point(24.2, 56.83, "venue", "Tautas nams"),
        Point(24.3, 56.83, name="34 communities near Baldone", count=34),
    ]
    tree = drawn(KEKAVA, points=points, label="Where we are", ident="where")
    assert (tree.get("role"), tree.get("aria-labelledby")) == ("img", "where-title where-text")
    assert tree.find(f"{SVG}title").text == "Where we are"
    said = tree.find(f"{SVG}desc").text
    assert said.startswith("The map is drawn by hand and approximate. Settlements: Ķekava, ")
    assert said.endswith("Shown here: Tautas nams, 34 communities near Baldone.")


def test_long_list_is_cut_short():
    points = [Point(24.2 + number / 1000, 56.83, "venue", f"Room {number}") for number in range(15)]
    said = drawn(KEKAVA, points=points).find(f"{SVG}desc").text
    assert "Room 11. And 3 more." in said
    assert "Room 12" not in said


def test_two_pictures_on_a_page_share_no_id():
    found = [
        element.get("id") for ident in ("a", "b") for element in drawn(None, ident=ident).iter() if element.get("id")
    ]
    assert len(found) == len(set(found)) > 8


def test_words_are_those_of_the_reader(monkeypatch):
    svg(KEKAVA)  # kept, in English
    with translation.override("lv"), monkeypatch.context() as patch:
        patch.setattr("directory.base_map.picture.gettext", lambda text: f"lv:{text}")
        assert drawn(KEKAVA).find(f"{SVG}title").text == "lv:Map"


def test_empty_ground_has_no_box():
    assert (EMPTY.bbox, Base().bbox) == (None, None)

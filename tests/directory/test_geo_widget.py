"""The map field as a form's field and in streams; in the editor: test_geo_field.py, with hands: tests/browser."""

import json

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon
from django.utils.translation import override
from wagtail.admin.telepath import JSContext
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamBlockValidationError

from directory.blocks import AreaBlock, PointBlock, WayBlock
from directory.widgets import GeoField, GeoWidget
from tests.factories.directory import settlement

HERE = Point(24.2355, 56.8264, srid=4326)
SQUARE = "56.8, 24.2\n56.8, 24.3\n56.9, 24.3\n56.9, 24.2"


class Where(forms.Form):
    place = GeoField(required=False, help_text="Aptuveni.")
    area = GeoField(geom_type="MULTIPOLYGON", required=False)


def element(html: str, index=0):
    return BeautifulSoup(str(html), "html.parser").select("geo-field")[index]


def test_without_javascript_it_is_a_field_of_text(db):
    html = BeautifulSoup(
        str(Where(initial={"place": HERE, "area": MultiPolygon(Polygon.from_bbox((24, 56, 25, 57)))})), "html.parser"
    )
    place, area = html.select_one("input[name=place]"), html.select_one("textarea[name=area]")
    assert place["value"] == "56.8264, 24.2355"
    assert len(area.text.strip().splitlines()) == 4
    for control in (place, area):
        described = [html.find(id=ident).get_text(strip=True) for ident in control["aria-describedby"].split()]
        assert any("56.8264, 24.2355" in text for text in described)
    assert html.select("script, style, [style], [onclick]") == []


def test_what_the_script_needs_comes_as_data(db, settings):
    settings.TILE_EXTENT = [4.0, 57.0, 31.5, 71.5]
    settlement("Ķekava")
    settlement("Nekur", point=None)
    place = element(Where())
    assert place["data-extent"] == "4.0,57.0,31.5,71.5"
    assert json.loads(place["data-places"]) == [["Ķekava", 56.8264, 24.2355]]
    assert place["data-tiles"] == "/tiles/{z}/{x}/{y}.png"
    assert {"swapped", "outside", "keys", "near"} <= json.loads(place["data-words"]).keys()
    assert place.has_attr("data-many") is False
    assert element(Where(), 1).has_attr("data-many")


def test_site_without_tiles_shows_the_drawing_alone(db, settings):
    settings.TILE_URL = ""
    assert element(Where())["data-tiles"] == ""


@pytest.mark.parametrize("language,word", [("lv", "Atsaukt"), ("en", "Undo")])
def test_it_speaks_the_language_of_the_page(db, language, word):
    with override(language):
        assert json.loads(element(Where())["data-words"])["undo"] == word


def test_only_a_place_beyond_the_municipality_is_remarked_on(db):
    assert element(Where(initial={"place": HERE})).select("[data-outside]") == []
    assert element(Where(initial={"place": Point(27.5, 57.5, srid=4326)})).select_one("[data-outside]").text
    form = Where({"place": "57.5, 27.5"})
    assert form.is_valid()
    assert len(form.fields["place"].notes) == 1


def test_form_tells_what_was_put_right(db):
    form = Where({"place": "24.2355, 56.8264", "area": SQUARE})
    with override("en"):
        assert form.is_valid(), form.errors
    assert form.cleaned_data["place"] == HERE
    assert isinstance(form.cleaned_data["area"], MultiPolygon)
    assert form.fields["place"].notes == ["Latitude and longitude were swapped; put right."]
    assert form.fields["area"].notes == []


def test_what_is_refused_stays_written(db):
    form = Where({"place": "pie <b>upes</b>", "area": "56.8, 24.2\n56.9, 24.3"})
    assert set(form.errors) == {"place", "area"}
    html = BeautifulSoup(str(form), "html.parser")
    assert html.select_one("input[name=place]")["value"] == "pie <b>upes</b>"
    assert html.select_one("textarea[name=area]").text.strip() == "56.8, 24.2\n56.9, 24.3"


def test_a_settlements_name_is_a_place(db):
    settlement("Ķekava")
    form = Where({"place": " ķekava "})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["place"] == HERE


@pytest.mark.parametrize(
    "typed,changed",
    [("56.8264, 24.2355", False), ("56,8264 24,2355", False), ("56.8265, 24.2355", True), ("", True), ("upe", True)],
)
def test_same_place_written_otherwise_is_no_change(db, typed, changed):
    assert GeoField(required=False).has_changed(HERE, typed) is changed


def test_fields_it_does_not_know_are_refused_at_start():
    with pytest.raises(ValueError):
        GeoField(geom_type="MULTIPOINT")
    with pytest.raises(ValueError):
        GeoField(srid=3059)


def test_media_is_a_module_and_no_other_host():
    media = str(GeoWidget().media)
    assert 'type="module"' in media
    assert "//" not in media.replace("</", "")


class Stops(StreamBlock):
    stop = StructBlock(
        [("place", PointBlock(required=False)), ("way", WayBlock(required=False)), ("area", AreaBlock(required=False))]
    )


def posted(**values):
    data = {"s-count": "1", "s-0-deleted": "", "s-0-order": "0", "s-0-type": "stop", "s-0-id": ""}
    return {**data, **{f"s-0-value-{name}": values.get(name, "") for name in ("place", "way", "area")}}


def test_stream_keeps_geojson_and_gives_it_back(db):
    block = Stops()
    data = posted(place="24.2355, 56.8264", way="56.8, 24.2\n56.9, 24.3", area=SQUARE)
    value = block.clean(block.value_from_datadict(data, {}, "s"))
    kept = json.loads(json.dumps(block.get_prep_value(value)))
    assert kept[0]["value"]["place"] == {"type": "Point", "coordinates": [24.2355, 56.8264]}
    again = block.to_python(kept)[0].value
    assert again["place"] == HERE
    assert (again["way"].geom_type, again["area"].geom_type) == ("LineString", "MultiPolygon")
    state = block.get_form_state(block.to_python(kept))[0]["value"]
    assert (state["place"], state["area"]) == ("56.8264, 24.2355", SQUARE)
    assert PointBlock().render(HERE) == "56.8264, 24.2355"


def test_stream_refuses_and_keeps_what_was_typed(db):
    block = Stops()
    value = block.value_from_datadict(posted(place="pie upes"), {}, "s")
    with pytest.raises(StreamBlockValidationError):
        block.clean(value)
    assert block.get_form_state(value)[0]["value"]["place"] == "pie upes"
    assert block.get_prep_value(value)[0]["value"]["place"] is None


@pytest.mark.parametrize(
    "kept", [None, "56, 24", [1, 2], {}, {"type": "Point"}, {"type": "Point", "coordinates": ["a"]}]
)
def test_stream_stands_what_it_did_not_write(kept):
    assert PointBlock().to_python(kept) is None


def test_streams_versions_are_compared_as_text(db):
    from wagtail.admin.compare import get_comparison_class_for_block

    block = PointBlock()
    compared = get_comparison_class_for_block(block)(block, True, True, HERE, Point(24.3, 56.9, srid=4326))
    assert compared.has_changed()
    text = BeautifulSoup(compared.htmldiff(), "html.parser").get_text()
    assert "24.2355" in text
    assert "24.3" in text
    assert "SRID" not in text


def test_script_of_the_editor_can_make_one(db):
    packed = json.dumps(JSContext().pack(PointBlock()))
    assert "__NAME__" in packed
    assert "geo-field" in packed


def test_value_may_be_a_geometry_already():
    assert GeoField().clean(HERE) == HERE
    assert isinstance(GeoField(geom_type="POLYGON").clean(SQUARE), GEOSGeometry)

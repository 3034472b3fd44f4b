"""Files of the directory's data: the same things in every format, well formed, and nothing that is kept back."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from directory.exports import geo, tables
from directory.exports.rows import FIELDS, things
from directory.filters import FACETS
from directory.models import Listing
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
FORMATS = ["csv", "xlsx", "geojson", "kml"]  # test_hsds.py has the fifth
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def address(suffix: str, query: str = "", language: str = "lv") -> str:
    with override(language):
        return reverse("directory_export", args=[suffix]) + (f"?{query}" if query else "")


def body(client, suffix: str, query: str = "", language: str = "lv") -> bytes:
    response = client.get(address(suffix, query, language))
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def text_of(data: bytes, suffix: str) -> str:
    """Everything the file says, a packed one unpacked."""
    if suffix != "xlsx":
        return data.decode()
    sheets = load_workbook(io.BytesIO(data)).worksheets
    return "\n".join(str(value) for sheet in sheets for row in sheet.values for value in row)


def csv_rows(data: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def names(client, suffix: str, query: str = "", language: str = "lv") -> list[str]:
    data = body(client, suffix, query, language)
    if suffix == "csv":
        return [row["name"] for row in csv_rows(data)]
    if suffix == "xlsx":
        head, *rows = load_workbook(io.BytesIO(data))["Data"].values
        return [row[head.index("name")] for row in rows]
    if suffix == "geojson":
        return [row["properties"]["name"] for row in json.loads(data)["features"]]
    return [mark.findtext(f"{KML}name") for mark in ElementTree.fromstring(data).iter(f"{KML}Placemark")]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_holds_what_the_filter_lets_through(directory, client, suffix):
    community(directory, "Āboli", slug="aboli", topics=[topic()])
    organisation(directory, "Čiekuri", slug="ciekuri", precision="hidden")
    venue(directory, "Zāle", slug="zale")
    assert names(client, suffix) == ["Āboli", "Čiekuri", "Zāle"]
    assert names(client, suffix, "kind=community&topic=daba") == ["Āboli"]
    assert names(client, suffix, "q=nav-tada") == []


def test_facts_of_a_profile_and_of_a_room(directory, client):
    contact = {"name": "Ilze", "phone": "67000000", "phone_visibility": "public", "email": "slepens@org.test"}
    page = organisation(
        directory, "Čiekuri", slug="ciekuri", contact=contact, founded=2009, website="https://ciekuri.test/",
        register_number="40008123407", topics=[topic()], meets=["thu-evening"], open_to_members=True,
    )  # fmt: skip
    venue(
        directory, "Zāle", slug="zale", seats=120, address="Gaismas iela 17", point=Point(24.2, 56.8),
        equipment=["stage"], phone="67111111", is_free=True,
    )  # fmt: skip
    profile, room = csv_rows(body(client, "csv"))
    assert profile == profile | {
        "id": str(page.translation_key), "kind": "organisation", "sort": "association", "language": "lv",
        "url": f"{settings.SITE_URL}/kopienas/ciekuri/", "settlement": "kekava", "settlement_name": "Ķekava",
        "longitude": "24.2355", "latitude": "56.8264", "position": "settlement", "topics": "daba",
        "topic_names": "Daba", "days": "thu", "parts": "evening", "open": "members", "founded": "2009",
        "register_number": "40008123407", "country": "LV", "links": "https://ciekuri.test/",
        "contact_name": "Ilze", "contact_phone": "67000000", "contact_email": "", "sample": "false",
    }  # fmt: skip
    assert room == room | {
        "seats": "120", "address": "Gaismas iela 17", "equipment": "stage", "position": "exact",
        "contact_phone": "67111111", "is_free": "true", "founded": "",
    }  # fmt: skip


def test_texts_follow_the_language_and_say_which_it_is(directory, client):
    translate(community(directory, "Āboli", slug="aboli"), title="Apples", slug="apples", joining="Just come.")
    community(directory, "Bites", slug="bites")
    apples, bees = csv_rows(body(client, "csv", language="en"))
    assert (apples["name"], apples["joining"], apples["language"]) == ("Apples", "Just come.", "en")
    assert (bees["name"], bees["language"]) == ("Bites", "lv")
    assert apples["url"].startswith(f"{settings.SITE_URL}/en/") and apples["sort_name"] == "Residents' community"


def test_csv_begins_with_a_byte_order_mark(directory, client):
    response = client.get(address("csv"))
    assert b"".join(response.streaming_content).startswith(b"\xef\xbb\xbfid,kind,sort,")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert re.search(r'attachment; filename="[\w-]+\.csv"', response["Content-Disposition"])
    assert not response.cookies and response["Access-Control-Allow-Origin"] == "*"
    assert response["Link"] == f'<{settings.DATA_LICENCE_URL}>; rel="license"'


@pytest.mark.parametrize("start", ["=1+1", "+371", "-1", "@SUM(A1)", "\tx", "\r=1"])
def test_formula_is_a_text_in_every_table(start):
    thing = dict.fromkeys(FIELDS, "") | {"name": start, "area": None, "contacts": [], "longitude": -1.5}
    line = next(csv.DictReader(io.StringIO(b"".join(tables.csv_lines([thing])).decode("utf-8-sig"), newline="")))
    assert line["name"] == f"'{start}" and line["longitude"] == "-1.5"
    book = load_workbook(tables.xlsx_file([thing], {"title": start}))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value.strip() for cell in cells if cell.data_type == "s"][-1] == start.strip()


def test_control_characters_break_no_file():
    thing = dict.fromkeys(FIELDS, "") | {"id": "1", "name": "a\x00b\x0b<&\ufffe", "area": None, "contacts": []}
    thing |= {"longitude": None}
    assert load_workbook(tables.xlsx_file([thing], {"title": "x"}))["Data"].cell(2, 5).value[:4] == "ab<&"
    found = ElementTree.fromstring(b"".join(geo.kml_parts([thing], {"title": "x\x00"})))
    assert found.find(f".//{KML}Placemark/{KML}name").text == "ab<&"


def test_geojson_follows_the_standard(directory, client):
    outer = ((24.1, 56.7), (24.1, 56.9), (24.4, 56.9), (24.4, 56.7), (24.1, 56.7))  # with the clock
    inner = ((24.2, 56.75), (24.3, 56.75), (24.3, 56.8), (24.2, 56.75))  # against it
    community(directory, "Āboli", slug="aboli", area=MultiPolygon(Polygon(outer, inner)))
    community(directory, "Bites", slug="bites", point=Point(24.51234567, 56.5), precision="exact")
    community(directory, "Cielavas", slug="cielavas", precision="hidden")
    response = client.get(address("geojson"))
    found = json.loads(b"".join(response.streaming_content))
    assert response["Content-Type"] == "application/geo+json"
    assert found["type"] == "FeatureCollection" and found["bbox"] == [24.1, 56.5, 24.512346, 56.9]
    area, point, nowhere = [row["geometry"] for row in found["features"]]
    assert point == {"type": "Point", "coordinates": [24.512346, 56.5]} and nowhere is None
    ((outer_ring, inner_ring),) = area["coordinates"]
    assert outer_ring == [list(position) for position in outer[::-1]]
    assert inner_ring == [list(position) for position in inner[::-1]]
    assert found["about"]["licence"] == settings.DATA_LICENCE and "ODbL" in found["about"]["settlements"]
    assert set(found["features"][0]["properties"]) == set(FIELDS) - {"id"}


def test_geojson_of_nothing_has_no_box(directory, client):
    assert json.loads(body(client, "geojson")).keys() == {"type", "about", "features"}


def test_kml_holds_points_and_areas(directory, client):
    ring = ((24.1, 56.7), (24.4, 56.7), (24.4, 56.9), (24.1, 56.7))
    community(directory, "Āboli & <bites>", slug="aboli", area=MultiPolygon(Polygon(ring)))
    venue(directory, "Zāle", slug="zale", point=Point(24.2, 56.8))
    area, point = ElementTree.fromstring(body(client, "kml")).iter(f"{KML}Placemark")
    assert area.findtext(f"{KML}name") == "Āboli & <bites>"
    assert area.findtext(f".//{KML}outerBoundaryIs//{KML}coordinates") == "24.1,56.7 24.4,56.7 24.4,56.9 24.1,56.7"
    assert point.findtext(f"{KML}Point/{KML}coordinates") == "24.2,56.8"


# --- bad questions, cost --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "name"), [("kind=x", "kind"), ("near=1", "near"), ("box=1,2,3", "box"), ("order=x", "order")]
)
def test_bad_parameter_is_answered_in_words(directory, client, query, name):
    response = client.get(address("csv", query))
    assert response.status_code == 400
    assert response.content.decode().startswith(f"{name}: ")
    assert response["Content-Type"].startswith("text/plain")


def test_unknown_format_is_answered_in_words(directory, client):
    response = client.get(address("exe"))
    assert response.status_code == 404 and "csv, xlsx, geojson, kml" in response.content.decode()
    assert client.post(address("csv")).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(directory, count):
    for number in range(count):
        places = [settlement(f"Vieta {number}", slug=f"v{number}")]
        community(directory, f"K{number}", slug=f"k{number}", topics=[topic(f"t{number}")], covers=places, contact={})
        venue(directory, f"V{number}", slug=f"v{number}")
    list(things(Listing.objects.for_readers_of("lv"), "lv"))
    with CaptureQueriesContext(connection) as queries:
        assert len(list(things(Listing.objects.for_readers_of("lv").by_name(), "lv"))) == 2 * count
    # Listings, names of topics, profiles, rooms, values, contacts.
    assert len(queries) == 6


def test_many_things_come_in_batches(directory, monkeypatch):
    monkeypatch.setattr("directory.exports.rows.BATCH", 2)
    for number in range(5):
        community(directory, f"K{number}", slug=f"k{number}", contact={"name": f"Ilze {number}"})
    found = list(things(Listing.objects.for_readers_of("lv").by_name(), "lv"))
    assert [(row["name"], row["contacts"][0]["name"]) for row in found] == [(f"K{n}", f"Ilze {n}") for n in range(5)]


def test_every_field_is_written(directory):
    community(directory)
    (row,) = things(Listing.objects.for_readers_of("lv"), "lv")
    assert set(row) == {*FIELDS, "area"}
    assert set(FACETS) - {"kind", "state", "place", "topic", "day", "part", "audience"} <= set(FIELDS) | {"language"}

"""The API: the list's things under the list's filters, refusals in words, and no more than readers see."""

import json
import re

import pytest
from django.conf import settings
from django.contrib.gis.geos import Point
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.api.document import document
from directory.exports.rows import FIELDS
from tests.directory.test_leaks import SECRET, TRUE
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
API = "/api/v1/"


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def get(client, path: str, status: int = 200, **headers) -> dict:
    response = client.get(f"{API}{path}", headers=headers)
    assert response.status_code == status, response.content
    assert response["Access-Control-Allow-Origin"] == "*" and not response.cookies
    return response.json()


def names(client, query: str = "") -> list[str]:
    return [item["name"] for item in get(client, f"listings?{query}")["items"]]


def test_listings_are_those_of_the_filter(directory, client):
    community(directory, "Āboli", slug="aboli", topics=[topic()], languages=["ru"])
    organisation(directory, "Čiekuri", slug="ciekuri", precision="hidden")
    venue(directory, "Zāle", slug="zale")
    assert names(client) == ["Āboli", "Čiekuri", "Zāle"]
    assert names(client, "kind=community&kind=venue") == ["Āboli", "Zāle"]
    assert names(client, "language=ru&lang=en&topic=daba") == ["Āboli"]
    assert get(client, "listings?q=nav-tada")["total"] == 0


def test_one_thing_says_everything(directory, client):
    page = translate(community(directory, "Āboli", slug="aboli"), title="Apples", slug="apples")
    own = get(client, f"listings/{page.translation_key}")["item"]
    assert set(own) == {*FIELDS, "area", "self"} and own["name"] == "Āboli"
    english = get(client, f"listings/{page.translation_key}?lang=en")
    assert english["item"]["name"] == "Apples" and english["about"]["licence"] == settings.DATA_LICENCE
    assert get(client, own["self"].partition(API)[2])["item"] == own


def test_settlements_and_topics_are_given_whole(directory, client):
    settlement()
    topic("koris", "Koris", "Choir", parent=topic())
    assert get(client, "settlements")["items"][0]["id"] == "kekava"
    child = {"id": "koris", "name": {"lv": "Koris", "en": "Choir"}, "parent": "daba"}
    assert child in get(client, "topics")["items"]
    assert "ODbL" in get(client, "settlements")["about"]["settlements"]


def test_pages_are_linked(directory, client):
    for number in range(5):
        community(directory, f"K{number}", slug=f"k{number}")
    assert names(client, "per_page=2&page=3") == ["K4"]
    links = client.get(f"{API}listings?per_page=2&page=2&kind=community")["Link"]
    found = {relation: url for url, relation in re.findall(r'<([^>]+)>; rel="([^"]+)"', links)}
    assert set(found) == {"first", "prev", "next", "last", "license", "service-desc"}
    assert found["next"] == f"{settings.SITE_URL}{API}listings?per_page=2&kind=community&page=3"
    assert "only 3" in get(client, "listings?per_page=2&page=4&lang=en", 404)["detail"]


def test_what_is_known_already_is_not_sent_again(directory, client):
    community(directory, "Āboli", slug="aboli")
    etag = client.get(f"{API}listings")["ETag"]
    again = client.get(f"{API}listings", headers={"If-None-Match": etag})
    assert again.status_code == 304 and not again.content and again["Access-Control-Allow-Origin"] == "*"
    community(directory, "Bites", slug="bites")
    assert client.get(f"{API}listings", headers={"If-None-Match": etag}).status_code == 200


def test_other_sites_may_ask_first(directory, client):
    response = client.options(f"{API}listings", headers={"Origin": "https://other.test"})
    assert response.status_code == 204 and "If-None-Match" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(directory, client, method):
    response = getattr(client, method)(f"{API}listings")
    assert response.status_code == 405 and response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "names"),
    [
        ("listings?kind=x&box=1", 400, {"kind", "box"}),
        ("listings?lang=xx", 400, {"lang"}),
        ("listings?per_page=1000&page=0", 400, {"per_page", "page"}),
        ("listings?knid=community", 400, {"knid"}),
        ("topics?kind=venue", 400, {"kind"}),
        ("listings/no-such-key", 404, set()),
        ("listings/00000000-0000-4000-8000-000000000000", 404, set()),
        ("nothing/here", 404, set()),
    ],
)
def test_bad_question_is_answered_in_words(directory, client, path, status, names):
    body = get(client, path, status)
    assert set(body.get("errors", {})) == names and body["status"] == status and body["detail"]


@pytest.mark.parametrize("precision", ["settlement", "hidden"])
def test_order_by_distance_does_not_know_the_true_point(directory, client, precision):
    for number in range(4):
        community(directory, f"K{number}", slug=f"k{number}", precision="exact", point=Point(24.1 + number / 10, 56.8))
    orders = []
    for number, point in enumerate((TRUE, Point(24.1, 56.9))):
        page = community(directory, SECRET, slug=f"s{number}", point=point, precision=precision)
        orders.append([names(client, f"near={near}") for near in ("56.81,24.31", "56.9,24.1", "56.7,24.4")])
        page.delete()
    assert orders[0] == orders[1]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(directory, client, count):
    for number in range(count):
        page = community(directory, f"K{number}", slug=f"k{number}", topics=[topic(f"t{number}")], contact={})
        venue(directory, f"V{number}", slug=f"v{number}", settlement=settlement(f"S{number}", slug=f"s{number}"))
    # Site settings; count, things, names of topics, profiles, rooms, values, contacts.
    pins = {"listings": 8, "listings?kind=community&topic=t0": 8, f"listings/{page.translation_key}": 7}
    pins |= {"settlements": 2, "topics": 2, "openapi.json": 0}
    get(client, "listings")  # Wagtail keeps its root paths
    for path, most in pins.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{API}{path}")
        assert len(queries) == most, path


def test_document_names_every_parameter_and_field(directory, client):
    described = document()
    assert described == client.get(f"{API}openapi.json").json() and described["openapi"].startswith("3.1")
    asked = {row["name"] for row in described["paths"]["/listings"]["get"]["parameters"] if "name" in row}
    assert {"kind", "place", "language", "q", "near", "box", "order", "page", "per_page"} <= asked
    community(directory, "Āboli", slug="aboli")
    (item,) = get(client, "listings")["items"]
    assert set(described["components"]["schemas"]["Listing"]["required"]) == set(item)
    for path in described["paths"]:
        assert client.get(API + path.removeprefix("/").replace("{id}", item["id"])).status_code == 200


def test_documented_types_are_those_of_answers(directory, client):
    kinds = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array", dict: "object"}
    organisation(directory, "Čiekuri", slug="ciekuri", contact={"name": "Ilze"}, founded=2001)
    venue(directory, "Zāle", slug="zale", seats=20)
    schema = document()["components"]["schemas"]["Listing"]["properties"]
    for item in get(client, "listings")["items"]:
        for name, value in item.items():
            allowed = schema[name]["type"]
            told = "null" if value is None else kinds[type(value)]
            assert told in (allowed if isinstance(allowed, list) else [allowed]), name


NAMES = ["q", "letter", "order", "near", "box", "kind", "place", "day", "lang", "page", "per_page", "x"]
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
    st.sampled_from(["0", "-1", "9" * 30, "nan,nan", "inf,1", "24,56,25,57", "1e308,1e308,1,1", "\x00", "community"]),
)


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from(NAMES), st.lists(TEXTS, min_size=1, max_size=3), max_size=4))
def test_no_question_breaks_a_door(directory, client, query):
    for address in (f"{API}listings", f"{API}topics", reverse("directory_export", args=["geojson"])):
        response = client.get(address, query)
        assert response.status_code in (200, 400, 404), query
        content = b"".join(response) if response.streaming else response.content
        assert content and (response.status_code != 200 or json.loads(content))

"""List, map, files and API give the same things for the same filter, and none of them knows a point that is kept back."""

import csv
import io
import json
import random
import re

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import override

from directory.browse import browse
from directory.filters import Box, DirectoryFilter
from directory.map_data import answer
from directory.models import Listing
from directory.vocabulary import IN_DIRECTORY, Access, Audience, Day, Language, Part, State
from home import publishing
from tests.directory.test_leaks import draft, expired, private, scheduled
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
HIDDEN = (draft, private, scheduled, expired)
HIDERS = len(HIDDEN)  # with each comes an association that is open
WORLD = Box(-180, -85, 180, 85)
COMBINATIONS = 100  # on each engine, with dice of its own: two hundred
SEED, PLACES, TOPICS, THINGS = 20261123, 4, 3, 30


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


@pytest.fixture
def many(directory):
    """Things of every kind and precision, some of them not open, told apart by chance that is always the same."""
    dice = random.Random(SEED)
    places = [settlement(f"Vieta {n}", slug=f"v{n}", point=(24 + n / 10, 56.7 + n / 20)) for n in range(PLACES)]
    nowhere = settlement("Nekur", slug="nekur", point=None)
    topics = [topic(f"t{n}", f"Tēma {n}", f"Topic {n}") for n in range(TOPICS)]
    for hide in HIDDEN:
        index = directory_page(directory.get_parent(), f"Slēptie {hide.__name__}", slug=hide.__name__)
        hide(index)
    for number in range(THINGS):
        make = dice.choice([community, community, organisation, venue])
        place = {
            "settlement": dice.choice([*places, nowhere, None]),
            "precision": dice.choice(["exact", "settlement", "hidden"]),
        }
        point = Point(24 + dice.random(), 56.5 + dice.random()) if dice.random() < 0.7 else None
        facts = {} if make is venue else _facts(dice, topics, places)
        page = make(
            directory, f"{dice.choice('ABČDŠ')}{number} darzs" if dice.random() < 0.5 else f"Nosaukums {number}",
            slug=f"s{number}", point=point, access=_some(dice, Access), **place, **facts,
        )  # fmt: skip
        if dice.random() < 0.3:
            translate(page, title=f"Thing {number}", slug=f"thing-{number}")
    return directory


def _some(dice, values) -> list:
    return [str(value) for value in dice.sample(list(values), dice.randint(0, 2))]


def _facts(dice, topics, places) -> dict:
    return {
        "topics": dice.sample(topics, dice.randint(0, 2)), "covers": dice.sample(places, dice.randint(0, 2)),
        "state": dice.choice(list(State)), "languages": _some(dice, Language), "audiences": _some(dice, Audience),
        "meets": [f"{dice.choice(list(Day))}-{dice.choice(list(Part))}"], "open_to_members": dice.random() < 0.5,
    }  # fmt: skip


def some_query(dice) -> str:
    """A filter of up to three facets, now and then with words, a letter, a box, an order."""
    choices = {
        "kind": list(IN_DIRECTORY), "place": [f"v{n}" for n in range(PLACES)], "topic": [f"t{n}" for n in range(TOPICS)],
        "day": list(Day), "part": list(Part), "state": list(State), "language": list(Language),
        "audience": list(Audience), "access": list(Access), "open": ["members", "volunteers"],
    }  # fmt: skip
    query = QueryDict(mutable=True)
    for name in dice.sample(list(choices), dice.choice([0, 1, 1, 1, 2, 2, 3])):
        query.setlist(name, [str(value) for value in dice.sample(choices[name], dice.randint(1, 2))])
    for name, values in (("q", ["darzs", "nosaukums", "thing"]), ("letter", ["N", "Č"]), ("order", ["new", "near"])):
        if dice.random() < 0.15:
            query[name] = dice.choice(values)
    if dice.random() < 0.15:
        query["box"] = "24.1,56.6,24.6,57.1"
    if dice.random() < 0.15:
        query["near"] = "56.8,24.2"
    return query.urlencode()


def listed(factory, query: str) -> set[str]:
    """Things of the list, page after page."""
    found, number, pages = [], 1, 1
    while number <= pages:
        shown = browse(factory.get(f"/?{query}&page={number}"))
        found += [str(card.listing.thing) for card in shown["listings"]]
        pages, number = shown["listings"].paginator.num_pages, number + 1
    assert len(found) == len(set(found)) == shown["total"]
    return set(found)


def mapped(query: str, language: str, zoom: int) -> tuple[int, set[str]]:
    form = DirectoryFilter(QueryDict(query))
    found = answer(form, language, WORLD, zoom)
    things = Listing.objects.filter(pk__in=[row.pk for row in found.named]).values_list("thing", flat=True)
    return found.total, set(map(str, things))


def exported(client, suffix: str, query: str) -> set[str]:
    data = b"".join(client.get(f"{reverse('directory_export', args=[suffix])}?{query}").streaming_content).decode(
        "utf-8-sig"
    )
    if suffix == "csv":
        found = [row["id"] for row in csv.DictReader(io.StringIO(data, newline=""))]
    else:
        found = [row["id"] for row in json.loads(data)["features"]]
    assert len(found) == len(set(found))
    return set(found)


def asked(client, query: str, language: str) -> set[str]:
    """Things of the API, page after page."""
    found, pages, number = [], 1, 1
    while number <= pages:
        body = client.get(f"/api/v1/listings?{query}&lang={language}&per_page=17&page={number}").json()
        found += [item["id"] for item in body["items"]]
        pages, number = body["pages"], number + 1
    assert len(found) == len(set(found)) == body["total"]
    return set(found)


def test_every_door_gives_the_same_things(many, client, rf):
    dice, sizes, of_kinds = random.Random(SEED + (connection.vendor == "sqlite")), [], set()
    nowhere = {str(thing) for thing in Listing.objects.filter(longitude=None).values_list("thing", flat=True)}
    assert nowhere
    for _number in range(COMBINATIONS):
        query, language = some_query(dice), dice.choice(["lv", "en"])
        with override(language):
            found = listed(rf, query)
            assert exported(client, "csv", query) == found, query
            assert exported(client, "geojson", query) == found, query
        assert asked(client, query, language) == found, query
        if "box=" not in query:  # the map has a box of its own
            total, named = mapped(query, language, dice.choice([0, 10, 17]))
            assert total == len(found - nowhere) and named == found - nowhere, query
        sizes.append(len(found))
        of_kinds.add(min(len(found), 3))
    # The comparison is worth something: there is nothing, a little and everything among the answers.
    assert of_kinds == {0, 1, 2, 3} and max(sizes) == THINGS + HIDERS


# --- a point that is kept back --------------------------------------------------------------------------------

TRUE, OTHER = Point(24.312345, 56.812345), Point(24.112345, 56.912345)
AREA = MultiPolygon(Polygon(((24.2, 56.8), (24.25, 56.8), (24.25, 56.85), (24.2, 56.8))))
BOX = "24.3122,56.8122,24.3125,56.8125"


def everything_said(client, thing: str) -> dict[str, str]:
    """What every door says, without what changes by itself: texts of all answers by door."""
    doors = [
        "/kopienas/", "/kopienas/slepta/", "/en/kopienas/slepta/", "/kopienas/?near=56.81,24.31&order=near",
        f"/kopienas/?box={BOX}", "/map.json?view=24.31,56.81,24.32,56.82&zoom=17", "/map.json?view=20,55,28,59&zoom=17",
        "/kopienas/vietas/kekava/", "/api/v1/listings", f"/api/v1/listings/{thing}", f"/api/v1/listings?box={BOX}",
        "/api/v1/listings?near=56.81,24.31", "/api/v1/listings?near=56.91,24.11&order=near",
        *(reverse("directory_export", args=[suffix]) + query for suffix in ("csv", "geojson", "kml") for query in ("", f"?box={BOX}")),
    ]  # fmt: skip
    found = {}
    for door in doors:
        response = client.get(door)
        content = b"".join(response) if response.streaming else response.content
        found[door] = re.sub(r'"made":"[^"]+"|made: \S+', "", content.decode())
    return found


@pytest.mark.parametrize("precision", ["settlement", "hidden"])
def test_no_answer_depends_on_the_true_point(directory, client, precision):
    """Stronger than looking for the number: with the point elsewhere every door says the same, byte by byte."""
    for number in range(4):
        community(
            directory, f"Cita {number}", slug=f"c{number}", precision="exact", point=Point(24.1 + number / 10, 56.8)
        )
    page = community(directory, "Slēptā", slug="slepta", precision=precision, point=TRUE, area=AREA)
    before = everything_said(client, str(page.translation_key))
    assert sum("Slēptā" in text for text in before.values()) >= 8
    type(page).objects.filter(pk=page.pk).update(point=OTHER)
    publishing.refresh([type(page).objects.get(pk=page.pk)])
    cache.clear()
    after = everything_said(client, str(page.translation_key))
    for door, text in before.items():
        assert text == after[door], door
        assert not re.search(r"24\.3123|56\.8123", text), door


def test_structured_data_knows_an_exact_point_alone(directory, client):
    community(directory, "Slēptā", slug="slepta", precision="settlement", point=TRUE)
    community(directory, "Atklātā", slug="atklata", precision="exact", point=TRUE)
    assert "GeoCoordinates" not in client.get("/kopienas/slepta/").content.decode()
    assert "24.312345" in client.get("/kopienas/atklata/").content.decode()

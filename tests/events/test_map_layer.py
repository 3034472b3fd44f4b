"""What is on, on the directory's map: chosen by a chip, said in a list as well, and nothing that readers may not see."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.gis.geos import Point
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.models import Session
from events.read_model import event_of
from tests.factories.dated import calendar, event_page
from tests.factories.directory import community, directory_page
from tests.factories.events import session
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
LAYER = "/kopienas/?layer=events"


@pytest.fixture(scope="module")
def _place(site_of_file):
    site = site_of_file
    site.directory = directory_page(site.home, slug="kopienas")
    community(site.directory, "Kažoku kopiena")
    site.calendar = calendar(site.home)
    return site


@pytest.fixture
def place(_place, db):
    return fresh(_place)


def held(site, title="Stāstu vakars", at=(24.23, 56.81), **fields):
    page = event_page(site.calendar, title, slug=title.lower().replace(" ", "-"), point=Point(*at, srid=4326))
    session(event_of(page), **fields)
    return page


def shown(client, path=LAYER) -> list[str]:
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    return [link.get_text() for link in soup.select(".map__layers .links__link")]


def test_a_chip_brings_them_onto_the_map_and_into_a_list(place, client):
    held(place)
    soup = BeautifulSoup(client.get("/kopienas/").content, "html.parser")
    (chip,) = soup.select('.map__layers .chip[href*="layer=events"]')
    assert chip["href"] == f"{LAYER}#map" and not chip.get("aria-current") and shown(client, "/kopienas/") == []
    answer = client.get(LAYER)
    soup = BeautifulSoup(answer.content, "html.parser")
    assert shown(client) == ["Stāstu vakars"]
    assert soup.select_one(".map__layers .chip[aria-current=true]")["href"] == "/kopienas/#map"
    assert soup.select_one("[data-map-drawing] .map__marker--event")
    (spot,) = json.loads(soup.select_one("#map-data").get_text())["spots"]
    assert spot[0] == "event" and spot[3] == "Stāstu vakars"
    assert "netika saprasta" not in answer.content.decode()


def test_narrowing_keeps_it_and_does_not_narrow_it(place, client):
    held(place)
    path = f"{LAYER}&kind=community&q=kažoku"
    assert shown(client, path) == ["Stāstu vakars"]
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    assert all("layer=events" in link["href"] for link in soup.select(".filter-bar .chip"))
    assert soup.select_one('.filter-bar input[type=hidden][name=layer][value="events"]')
    assert soup.select_one("[data-map]")["data-query"] == "kind=community&q=ka%C5%BEoku"


@pytest.mark.parametrize("hide", ["draft", "private", "expired", "cancelled", "online", "over", "nowhere"])
def test_what_is_not_on_is_not_there(place, client, hide):
    page = held(place)
    held(place, "Cits vakars")
    dates = Session.objects.filter(event=page.translation_key)
    past = timezone.now() - datetime.timedelta(days=1)
    match hide:
        case "draft":
            page.unpublish()
        case "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        case "expired":
            type(page).objects.filter(pk=page.pk).update(expire_at=past)
        case "cancelled":
            dates.update(status="cancelled")
        case "online":
            dates.update(format="online")
        case "over":
            dates.update(starts=past - datetime.timedelta(hours=2), ends=past)
        case "nowhere":
            page.point = None
            page.save_revision().publish()
    assert shown(client) == ["Cits vakars"] and "Stāstu vakars" not in client.get(LAYER).content.decode()


def test_english_readers_get_their_page_or_are_told_the_language(place, client):
    page = held(place)
    translate(place.directory, title="Communities", slug="communities")
    path = "/en/communities/?layer=events"
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    (link,) = soup.select(".map__layers .links__link")
    assert link["lang"] == "lv" and link["href"] == "/en/kalendars/stāstu-vakars/"
    translate(page, title="Story evening", slug="story-evening")
    (link,) = BeautifulSoup(client.get(path).content, "html.parser").select(".map__layers .links__link")
    assert link.get_text() == "Story evening" and not link.get("lang")


@pytest.mark.parametrize("layer", ["events&layer=cits", "", "<script>", "events&layer=events"])
def test_an_unknown_layer_is_an_answer(place, client, layer):
    held(place)
    assert client.get(f"/kopienas/?layer={layer}").status_code == 200


def test_cost_is_the_same_for_one_and_three(place, client):
    costs = []
    for count in (1, 2):
        for number in range(count):
            held(place, f"Vakars {len(costs)}{number}", at=(24.2 + number / 10, 56.8))
        client.get(LAYER)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(shown(client)) == len(costs) * 2 + 1
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 16, costs

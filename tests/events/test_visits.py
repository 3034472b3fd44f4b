"""Visits, their series and the list of them: what is coming leads, what is hidden is nowhere, and nothing is refused."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.gis.geos import Point
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.models import Event, Registration, Session
from events.read_model import event_of
from events.series_order import early_festival
from home import versions
from home.public_forms import opened_now
from tests.factories.dated import calendar
from tests.factories.directory import community, directory_page, settlement, settlements_page
from tests.factories.events import session
from tests.factories.members import moderator
from tests.factories.shared import fresh
from tests.factories.site import translate
from tests.factories.visits import (
    excursion,
    excursions_page,
    festival,
    place,
    places_page,
    routes_page,
    visit,
    visit_series,
    visits_page,
)

pytestmark = pytest.mark.django_db
HERE = {"headers": {"sec-fetch-site": "same-origin"}}
SERIES, LIST, LANDING = "/ekskursijas/viesosanas/cikls/", "/ekskursijas/viesosanas/", "/ekskursijas/"


@pytest.fixture(scope="module")
def _tree(site_of_file):
    site = site_of_file
    site.directory = directory_page(site.home, slug="kopienas")
    settlements_page(site.directory, slug="vietas")
    site.host = community(site.directory, "Saimnieki", slug="saimnieki")
    calendar(site.home)
    site.excursions = excursions_page(site.home)
    site.visits = visits_page(site.excursions)
    site.series = visit_series(site.visits, slug="cikls")
    return site


@pytest.fixture
def tree(_tree, db):
    return fresh(_tree)


def dated(parent, title: str, days: float, make=visit, **fields):
    page = make(parent, title, slug=title.lower(), **fields)
    session(event_of(page), days=days)
    return page


def titles(client, path: str, selector: str) -> list[str]:
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    return [row.get_text(strip=True) for row in soup.select(selector)]


def test_series_shows_its_visits_in_order_and_on_the_map(tree, client):
    dated(tree.series, "Otrais", 20, settlement=settlement())
    dated(tree.series, "Festivāls", 40, festival, point=Point(24.1, 56.9))
    dated(tree.series, "Pirmais", 10, point=Point(24.3, 56.8))
    visit(tree.series, "Bezdatuma", slug="bez")
    answer = BeautifulSoup(client.get(SERIES).content, "html.parser")
    assert [row.get_text(strip=True) for row in answer.select(".series__title")] == [
        "Pirmais",
        "Otrais",
        "Festivāls",
        "Bezdatuma",
    ]
    assert [row.get_text() for row in answer.select(".map--chain .map__stop-number")] == ["3", "2", "1"]


DOORS = [SERIES, LIST, LANDING, "/", "/kalendars/", "/kopienas/saimnieki/", "/plusmas/kalendars.ics"]


@pytest.mark.parametrize("how", ["draft", "off", "private", "later"])
def test_hidden_visit_is_shown_nowhere(tree, client, how):
    dated(tree.series, "Redzamais", 10)
    hidden = dated(tree.series, "Slepenais", 12, organiser=tree.host, publish=how != "draft")
    if how == "off":
        hidden.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    elif how == "later":
        type(hidden).objects.filter(pk=hidden.pk).update(go_live_at=timezone.now() + datetime.timedelta(days=1))
    assert [door for door in DOORS if "Slepenais" in client.get(door).content.decode()] == []


def test_visit_names_only_places_and_ways_that_readers_may_see(tree, client):
    places = places_page(tree.excursions)
    seen = place(places, "Redzamā vieta", slug="redzama")
    hidden = place(places, "Slēptā vieta", slug="slepta", publish=False)
    way = excursion(routes_page(tree.excursions), "Slēptais ceļš", slug="cels", publish=False)
    visit(tree.series, "Ciemos", places=[seen, hidden], excursion=way, slug="ciemos")
    text = client.get(f"{SERIES}ciemos/").content.decode()
    assert "Redzamā vieta" in text and "Slēpt" not in text
    way.get_latest_revision().publish()
    assert "Slēptais ceļš" in client.get(f"{SERIES}ciemos/").content.decode()


def test_what_is_over_leads_no_list(tree, client):
    dated(tree.series, "Bijis", -20)
    dated(tree.visits, "Arībijis", -10)
    assert len(titles(client, LIST, ".links__link")) == 2
    assert titles(client, LIST, ".chain__title") == []
    for door in (LANDING, "/"):
        text = client.get(door).content.decode()
        assert "Bijis" not in text and "Kaimiņi pie" not in text, door
    dated(tree.series, "Gaidāms", 5)
    assert titles(client, LIST, ".chain__title") == ["Kaimiņi pie kaimiņiem"]
    assert titles(client, "/", ".chain__title") == ["Kaimiņi pie kaimiņiem"]


def test_one_sign_up_takes_the_whole_series(tree, client, settings):
    pages = [dated(tree.series, title, days) for title, days in (("Viens", 10), ("Divi", 20))]
    pages.append(dated(tree.series, "Svētki", 30, festival))
    dated(tree.visits, "Cits", 15)
    assert set(Event.objects.exclude(series=None).values_list("pk", flat=True)) == {
        row.translation_key for row in pages
    }
    first = Session.objects.get(event=pages[0].translation_key)
    (link,) = BeautifulSoup(client.get(SERIES).content, "html.parser").select(".event__act a.button")
    assert link["href"] == f"/pieteikties/{first.pk}/"
    form = client.get(link["href"]).context["form"]
    keys = [key for key, _label in form.fields["dates"].choices]
    assert len(keys) == 3
    data = {"name": "Anna", "email": "anna@paraugs.test", "people": 2, "dates": keys, "opened": opened_now(60)}
    answer = client.post(link["href"], data | {"form_key": "a" * 32}, **HERE)
    assert answer.status_code == 302
    assert sorted(Registration.objects.values_list("session__event", "people")) == sorted(
        (row.translation_key, 2) for row in pages
    )


def test_part_that_moves_out_of_the_series_leaves_its_sign_up(tree):
    page = dated(tree.series, "Viens", 10)
    page.move(type(tree.visits).objects.get(pk=tree.visits.pk), pos="last-child")  # it has children by now
    assert Event.objects.get().series is None


def test_page_of_visits_hides_from_the_menu_while_it_is_empty(tree, client):
    festivals = visits_page(tree.excursions, "Festivālu lapa", slug="festivals", shows="festival")

    def menu() -> set[str]:
        cache.clear()
        versions.bump()
        return set(titles(client, "/", ".menu a"))

    tree.series.unpublish()
    assert menu() & {"Viesošanās kopienās", "Festivālu lapa", "Ekskursijas"} == set()
    visit(tree.visits, "Ciemos", slug="ciemos")
    assert menu() & {"Viesošanās kopienās", "Festivālu lapa"} == {"Viesošanās kopienās"}
    festival(festivals, slug="f")
    assert {"Festivālu lapa", "Ekskursijas"} <= menu()


@pytest.fixture(scope="module")
def _moderator(site_of_file):
    return moderator()


@pytest.fixture
def staff(_moderator, client, db):
    client.force_login(_moderator)
    return client


def test_early_festival_is_warned_of_and_not_refused(tree, staff):
    first = dated(tree.series, "Pirmais", 10)
    feast = dated(tree.series, "Svētki", 15, festival)
    assert [early_festival(page) for page in (first, feast, tree.series)] == ["", "", ""]
    last = dated(tree.series, "Pēdējais", 20)
    for page in (feast, last, tree.series):
        text = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "Tam ciklu vajadzētu noslēgt" in text, page
    when = timezone.localtime(timezone.now() + datetime.timedelta(days=17)).replace(hour=11, minute=0)
    date = Session.objects.get(event=feast.translation_key)
    data = {
        "starts": f"{when:%Y-%m-%dT%H:%M}",
        "ends": f"{when:%Y-%m-%dT15:00}",
        "format": "in-person",
        "group_limit": 5,
    }
    answer = staff.post(reverse("event_date", args=[date.pk]), data, follow=True)
    assert "Tam ciklu vajadzētu noslēgt" in answer.content.decode()
    assert timezone.localtime(Session.objects.get(pk=date.pk).starts).date() == when.date()
    Session.objects.filter(event=last.translation_key).update(status="cancelled")
    assert early_festival(feast) == ""


def test_dashboard_leads_to_a_new_visit(tree, staff):
    address = reverse("wagtailadmin_pages:add", args=["events", "visitpage", tree.visits.pk])
    text = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert address in text and "Izsludināt viesošanos" in text
    assert staff.get(address).status_code == 200


def test_english_reader_gets_the_original_marked(tree, client):
    dated(tree.series, "Pirmais", 10)
    translate(tree.series, title="Neighbours", slug="series")
    soup = BeautifulSoup(client.get("/en/ekskursijas/viesosanas/series/", follow=True).content, "html.parser")
    assert soup.h1.get_text() == "Neighbours"
    assert [row.get("lang") for row in soup.select(".series__title")] == ["lv"]


@pytest.mark.parametrize("door", [SERIES, LIST, LANDING, f"{SERIES}v0/"])
def test_cost_is_the_same_for_one_and_three(tree, client, door):
    costs = []
    for number in range(3):
        dated(tree.series, f"V{number}", 10 + number, settlement=settlement())
        if number in (0, 2):
            client.get(door)
            with CaptureQueriesContext(connection) as seen:
                client.get(door)
            costs.append(len(seen))
    assert costs[0] == costs[1], costs

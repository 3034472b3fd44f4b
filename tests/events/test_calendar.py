"""The calendar: agenda, week and month, narrowed, in either language; nothing that readers may not see."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.models import Event, Session
from events.read_model import event_of, rebuild
from events.vocabulary import Format, Status
from tests.factories.dated import calendar, event_page
from tests.factories.directory import settlement
from tests.factories.events import session
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
HOST = "platforma.test"


@pytest.fixture
def client():
    return Client(HTTP_HOST=HOST)


@pytest.fixture(scope="module")
def _page(site_of_file):
    return calendar(site_of_file.home)


@pytest.fixture
def page(_page, db):
    return fresh(_page)


def dated(page, title="Kopienu vakars", *, days=3, hour=15, slug="", **fields):
    """A published page with one date so many days from now, at an hour of the day that is the same day here."""
    facts = {name: fields.pop(name) for name in ("place_name", "settlement", "kind", "phone") if name in fields}
    found = event_page(page, title, slug=slug or title.lower().replace(" ", "-"), **facts)
    day = timezone.localdate() + datetime.timedelta(days=days)
    starts = timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
    session(event_of(found), starts=starts, **fields)
    return found


def titles(client, path="/kalendars/") -> list[str]:
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    return [link.get_text() for link in soup.select(".agenda .card__title a")]


def test_agenda_tells_what_is_coming_in_its_order(page, client):
    dated(page, "Otrais", days=9)
    dated(page, "Pirmais", days=2)
    dated(page, "Vakar", days=-1)
    assert titles(client) == ["Pirmais", "Otrais"]


def test_what_is_over_is_found_backwards(page, client):
    dated(page, "Sen", days=-40)
    dated(page, "Vakar", days=-1)
    dated(page, "Rīt", days=1)
    today = timezone.localdate()
    assert titles(client, f"/kalendars/?before={today:%Y-%m-%d}") == ["Vakar", "Sen"]


@pytest.mark.parametrize("hide", ["draft", "private", "expired", "ahead"])
def test_what_readers_may_not_see_is_nowhere(page, client, hide):
    hidden = dated(page, "Slepenais", days=2)
    dated(page, "Redzamais", days=3)
    assert "Slepenais" in titles(client)
    if hide == "draft":
        hidden.unpublish()
    elif hide == "private":
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    else:
        moment = timezone.now() + datetime.timedelta(hours=-1 if hide == "expired" else 1)
        field = "expire_at" if hide == "expired" else "go_live_at"
        type(hidden).objects.filter(pk=hidden.pk).update(**{field: moment})
    doors = [
        "/", "/kalendars/", f"/kalendars/?month={timezone.localdate() + datetime.timedelta(days=2):%Y-%m}",
        "/plusmas/kalendars.ics", "/plusmas/kalendars.atom", f"/plusmas/pasakums/{hidden.translation_key}.ics",
        f"/kalendara-ieraksts/{Session.objects.get(event=hidden.translation_key).pk}.ics",
        f"/pieteikties/{Session.objects.get(event=hidden.translation_key).pk}/", hidden.url_path.replace("/home", ""),
    ]  # fmt: skip
    for door in doors:
        assert "Slepenais" not in client.get(door).content.decode(), door


def test_month_shows_each_day_of_what_lasts_for_days(page, client):
    found = event_page(page, "Festivāls", slug="festivals")
    starts = timezone.make_aware(datetime.datetime(2027, 5, 14, 10))
    session(event_of(found), starts=starts, ends=starts + datetime.timedelta(days=2))
    soup = BeautifulSoup(client.get("/kalendars/?month=2027-05").content, "html.parser")
    cells = [cell for cell in soup.select(".month__day") if cell.find("a")]
    assert [cell.select_one("[aria-hidden]").get_text() for cell in cells] == ["14", "15", "16"]


@pytest.mark.parametrize(
    "query", ["month=2026-13", "month=x", "since=x", "kind=x", "place=x", "organiser=x", "before=9999-01-01"]
)
def test_what_is_not_understood_is_said(page, client, query):
    dated(page, "Redzamais")
    answer = client.get(f"/kalendars/?{query}")
    assert answer.status_code == 200 and "Redzamais" in answer.content.decode()
    assert BeautifulSoup(answer.content, "html.parser").select_one(".notice")
    assert client.get(f"/plusmas/kalendars.ics?{query}").status_code == 404


def test_narrowing_and_its_counts_agree(page, client):
    katlakalns = settlement("Katlakalns")
    dated(page, "Sapulce", kind="meeting", settlement=katlakalns, days=2)
    dated(page, "Talka", kind="gathering", days=3)
    dated(page, "Saruna", kind="meeting", days=4, format=Format.BOTH)
    soup = BeautifulSoup(client.get("/kalendars/").content, "html.parser")
    for link in soup.select(".chip[href*='?']"):
        count = link.select_one(".chip__count")
        if count:
            assert len(titles(client, link["href"])) == int(count.get_text()), link
    assert titles(client, "/kalendars/?kind=meeting&place=katlakalns") == ["Sapulce"]
    assert titles(client, "/kalendars/?format=online") == ["Saruna"]
    assert titles(client, "/kalendars/?format=in-person") == ["Sapulce", "Talka", "Saruna"]


def test_english_shows_the_translation_or_says_what_it_is(page, client, site):
    one, _two = dated(page, "Pirmais"), dated(page, "Otrais", days=5)
    translate(page, title="Calendar", slug="calendar")
    translate(one, title="The first", slug="first")
    soup = BeautifulSoup(client.get("/en/calendar/").content, "html.parser")
    links = soup.select(".agenda .card__title a")
    assert [(link.get_text(), link.get("lang")) for link in links] == [("The first", None), ("Otrais", "lv")]
    assert [link["href"] for link in links] == ["/en/calendar/first/", "/en/kalendars/otrais/"]


@pytest.mark.parametrize("path", ["/kalendars/", "/kalendars/?month={month}", "/plusmas/kalendars.ics", "/"])
def test_cost_is_the_same_for_one_and_three(page, client, path):
    costs = []
    path = path.format(month=f"{timezone.localdate():%Y-%m}")
    for number in range(3):
        dated(page, f"Pasākums {number}", days=number, hour=23)
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        costs.append(len(seen))
    assert costs[0] == costs[2] <= 12, costs


def test_feed_is_not_sent_twice(page, client):
    found = dated(page, "Vakars")
    first = client.get("/plusmas/kalendars.ics")
    again = client.get("/plusmas/kalendars.ics", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (first.status_code, again.status_code) == (200, 304)
    Session.objects.filter(event=found.translation_key).update(sequence=1, status=Status.CANCELLED)
    changed = client.get("/plusmas/kalendars.ics", HTTP_IF_NONE_MATCH=first["ETag"])
    assert changed.status_code == 200 and b"STATUS:CANCELLED" in changed.content


def test_page_of_an_event_tells_all(page, client):
    found = dated(page, "Saruna pie upes", place_name="Upes krasts", phone="+371 67 000 000", room=3)
    html = client.get(f"/kalendars/{found.slug}/").content.decode()
    for words in ("Upes krasts", "+371 67 000 000", "Brīvas 3 vietas", "application/ld+json", "EventScheduled"):
        assert words in html, words


def test_places_of_both_ways_are_told_in_one_sentence_each(page, client):
    found = dated(page, "Saruna abējādi", format=Format.BOTH, room=3, seats_online=1)
    soup = BeautifulSoup(client.get(f"/kalendars/{found.slug}/").content, "html.parser")
    told = [row.get_text() for row in soup.select(".seats")]
    assert {"Klātienē: brīvas 3 vietas", "Tiešsaistē: brīva 1 vieta"} <= set(told), told


def test_draft_words_do_not_reach_the_calendar(page, client):
    found = dated(page, "Vakars")
    found.title = "Rīts"
    found.save_revision()
    assert titles(client) == ["Vakars"]


def test_recount_finds_nothing_and_mends(page):
    found = dated(page, "Vakars")
    assert rebuild() == {"added": 0, "changed": 0, "removed": 0}
    Event.objects.filter(key=found.translation_key).update(title={"lv": "Cits"})
    assert rebuild()["changed"] == 1
    assert str(Event.objects.get(key=found.translation_key).title) == "Vakars"

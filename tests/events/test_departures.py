"""Dates of an excursion: everything that other dates can do, on its page and at every other door."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.models import Locale, PageViewRestriction
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import TranslationCreator

from events.actions.change_session import confirm_session
from events.actions.register import Person, register
from events.actions.remind import remind_due
from events.links import manage_path
from events.models import Event, Registration, Session
from events.read_model import event_of
from events.templatetags.event_tags import conditions
from events.vocabulary import State, Status
from home import publishing
from home.models import OutboxMessage, SiteSettings, User
from tests.factories.dated import calendar
from tests.factories.directory import community, directory_page, settlement, settlements_page
from tests.factories.events import person, session
from tests.factories.members import moderator
from tests.factories.shared import fresh
from tests.factories.site import translate
from tests.factories.visits import excursion, excursions_page, routes_page

pytestmark = pytest.mark.django_db
PHONE = "+371 20000077"


@pytest.fixture(scope="module")
def _place(site_of_file):
    site = site_of_file
    site.directory = directory_page(site.home, slug="kopienas")
    settlements_page(site.directory, slug="vietas")
    site.hosts = [community(site.directory, f"Kopiena {n}", slug=f"k{n}") for n in (1, 2)]
    site.calendar = calendar(site.home)
    site.excursions = excursions_page(site.home)
    site.routes = routes_page(site.excursions)
    return site


@pytest.fixture
def place(_place, db):
    return fresh(_place)


@pytest.fixture(scope="module")
def _page(_place):
    return excursion(_place.routes, slug="stastu-taka", hosts=_place.hosts, settlement=settlement())


@pytest.fixture
def page(_page, db):
    return fresh(_page)


@pytest.fixture
def date(page):
    facts = {"guide": "Ilze", "guide_phone": PHONE, "minimum": 4, "depends_on_weather": True, "status": "planned"}
    return session(event_of(page), room=3, decide_at=timezone.now() + datetime.timedelta(days=6), **facts)


def publish(page, **changes):
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def text_of(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


DOORS = {
    "calendar": "/kalendars/",
    "calendar, narrowed": "/kalendars/?kind=excursion",
    "iCalendar": "/plusmas/kalendars.ics",
    "Atom": "/plusmas/kalendars.atom",
    "first host": "/kopienas/k1/",
    "second host": "/kopienas/k2/",
    "town": "/kopienas/vietas/kekava/",
    "map": "/kopienas/?layer=events",
    "home": "/",
}


@pytest.mark.parametrize("door", DOORS)
def test_departure_stands_at_every_door(date, client, door):
    assert "Stāstu taka" in text_of(client, DOORS[door])


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("how", ["off", "private"])
def test_departure_of_what_readers_may_not_see_stands_at_none(date, page, client, door, how):
    if how == "off":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "Stāstu taka" not in text_of(client, DOORS[door])
    assert client.get(reverse("sign_up", args=[date.pk])).status_code == 404
    assert client.get(reverse("calendar_entry", args=[date.pk])).status_code == 404


def test_page_tells_of_seats_conditions_and_guide(date, client):
    soup = BeautifulSoup(text_of(client, "/ekskursijas/marsruti/stastu-taka/"), "html.parser")
    (row,) = soup.select(".departures__date")
    words = row.get_text(" ", strip=True)
    assert "Brīvas 3 vietas" in words and "Ilze" in words
    assert row.select_one("a.button")["href"] == f"/pieteikties/{date.pk}/"
    (event,) = [row for row in soup.select("script[type='application/ld+json']") if '"Event"' in row.get_text()]
    assert "Pie tilta" in event.get_text()


def test_guides_phone_is_told_to_nobody(date, client):
    register(date.pk, person(), mode="room")
    mail = OutboxMessage.objects.get()
    doors = [*DOORS.values(), "/ekskursijas/marsruti/stastu-taka/", f"/pieteikties/{date.pk}/"]
    doors += [manage_path(Registration.objects.get(), "lv"), reverse("calendar_entry", args=[date.pk])]
    told = [text_of(client, door) for door in doors] + [mail.text, mail.html]
    assert [text for text in told if PHONE in text or "20000077" in text] == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"minimum": 4, "status": "planned"}, ["4 more people are needed for it to take place."]),
        ({"minimum": 4, "status": "planned", "taken_room": 3}, ["1 more person is needed for it to take place."]),
        ({"minimum": 4, "status": "planned", "taken_room": 4}, ["Enough people have signed up."]),
        ({"minimum": 4, "status": "confirmed", "taken_room": 4}, ["It takes place for sure."]),
        ({"depends_on_weather": True}, ["It takes place for sure."]),
        ({"depends_on_weather": True, "status": "planned"}, ["If the weather allows."]),
        ({"minimum": 4, "status": "cancelled"}, []),
        ({}, []),
    ],
)
def test_conditions_are_said(db, facts, said):
    made = session(room=10, **facts)
    with override("en"):
        assert conditions(made) == said


def test_weather_is_decided_at_a_moment(db):
    when = timezone.make_aware(datetime.datetime(timezone.localdate().year + 1, 6, 14, 18))
    made = session(depends_on_weather=True, decide_at=when, starts=when + datetime.timedelta(hours=16))
    with override("en"):
        (words,) = conditions(made)
    assert words == f"By 14\xa0June {when.year}, 18:00 we say whether the weather allows it."


def test_staff_are_asked_to_decide(date, site):
    SiteSettings.objects.update_or_create(site=site, defaults={"email": "birojs@paraugs.test"})
    Session.objects.update(decide_at=timezone.now() + datetime.timedelta(hours=3))
    remind_due()
    assert OutboxMessage.objects.get(recipient="birojs@paraugs.test").occasion.startswith(f"decide-{date.pk}-")


# --- what editors do with the page while people are signed up


@pytest.fixture
def people(date):
    rows = [register(date.pk, person(), mode="room", people=n).registration for n in (2, 1, 1)]
    OutboxMessage.objects.all().delete()
    return rows


def kept(date) -> None:
    states = Registration.objects.filter(session=date).order_by("pk").values_list("state", flat=True)
    assert list(states) == [State.BOOKED, State.BOOKED, State.WAITING]
    assert Session.objects.get().taken_room == 3 and Event.objects.count() == 1


def test_another_meeting_place_is_told(date, people, page):
    publish(page, meeting_place="pie Tilta!")
    assert not OutboxMessage.objects.exists()
    publish(page, meeting_place="Pie baznīcas")
    kept(date)
    assert OutboxMessage.objects.count() == 3 and Session.objects.get().sequence == 1
    assert "Pie baznīcas" in OutboxMessage.objects.order_by("pk").first().text
    publishing.recount()
    assert OutboxMessage.objects.count() == 3


def test_translated_and_translated_again(date, people, page, place):
    english = Locale.objects.get(language_code="en")
    for above in (place.excursions, place.routes):
        CopyPageForTranslationAction(page=above, locale=english).execute(skip_permission_checks=True)
    TranslationCreator(user=None, target_locales=[english]).create_translations(page)
    translation = page.get_translation(english)
    translation.get_latest_revision().publish()
    publish(page, title="Stāstu taka ar tiltu")
    source = TranslationSource.objects.get_for_instance(page)
    source.refresh_from_db()
    source.update_from_db()
    for each in source.translations.all():
        each.save_target(publish=True)
    kept(date)
    assert not OutboxMessage.objects.exists()
    translation.refresh_from_db()
    translation.delete()
    kept(date)


def test_moved_taken_off_and_back(date, people, page, place, client):
    link = manage_path(people[0], "lv")
    page.move(routes_page(place.excursions, "Citi", slug="citi"), pos="last-child")
    kept(date)
    assert "/ekskursijas/citi/stastu-taka/" in text_of(client, link)
    page.refresh_from_db()
    page.unpublish()
    kept(date)
    assert client.get(link).status_code == 200
    publish(page)
    kept(date)
    assert "Stāstu taka" in text_of(client, "/kalendars/") and not OutboxMessage.objects.exists()


def test_minimum_reached_and_confirmed_is_told_once(date, people):
    confirm_session(date.pk)
    assert OutboxMessage.objects.count() == 3
    assert Session.objects.get().status == Status.CONFIRMED


def test_page_with_people_is_not_deleted(date, people, page, staff):
    answer = staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert answer.status_code == 302 and type(page).objects.filter(pk=page.pk).exists()


# --- staff


@pytest.fixture(scope="module")
def _moderator(site_of_file):
    return moderator()


@pytest.fixture
def staff(_moderator, client, db):
    client.force_login(_moderator)
    return client


def test_guides_sheet_has_what_the_guide_needs(date, staff):
    for name, count, needs in (("Anna", 2, "Ratiņkrēsls"), ("Bērtulis", 1, "")):
        register(date.pk, Person(name, phone="+371 20000001", access_needs=needs), mode="room", people=count, by=None)
        Registration.objects.filter(name=name).update(person=name)
    text = staff.get(reverse("event_guide_sheet", args=[date.pk])).content.decode()
    soup = BeautifulSoup(text, "html.parser").select_one(".guide-sheet")
    assert soup.select_one(".event-count").get_text() == "3"
    words = soup.get_text(" ", strip=True)
    for said in ("112", "Pie tilta", "56.80000, 24.20000", "Ilze", PHONE, "Ratiņkrēsls", "Anna", "+371 20000001"):
        assert said in words, said


def test_guides_sheet_is_for_those_who_may_edit_the_page(date, client):
    user = User.objects.create_user("cits@platforma.test", "x")
    client.force_login(user)
    assert client.get(reverse("event_guide_sheet", args=[date.pk])).status_code in (302, 403)


def test_new_departure_lasts_as_long_as_the_way_and_is_decided_before(page, staff):
    publish(page, minutes=200)
    address = reverse("event_new_date", args=[page.pk, "outing"])
    form = staff.get(address).context["form"]
    assert form.first[3:6] == ("minimum", "decide_at", "depends_on_weather")
    made = form.instance
    assert made.ends - made.starts == datetime.timedelta(minutes=210)
    assert timezone.localtime(made.starts).weekday() == 5 and made.decide_at < made.starts
    assert made.status == Status.PLANNED


def test_editor_of_an_excursion_shows_its_dates(date, page, staff):
    text = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("event_new_date", args=[page.pk, "outing"]) in text and reverse("event_date", args=[date.pk]) in text


def test_page_costs_the_same_with_one_date_and_three(date, page, client):
    costs = []
    client.get(page.get_url())
    for extra in (0, 2):
        for number in range(extra):
            session(date.event, days=20 + number)
        with CaptureQueriesContext(connection) as seen:
            client.get(page.get_url())
        costs.append(len(seen))
    assert costs[0] == costs[1], costs


def test_excursion_in_english_leads_to_its_dates(date, page, place, client):
    translate(page, title="Story trail", slug="story-trail")
    assert "/en/sign-up/" in client.get("/en/ekskursijas/marsruti/story-trail/", follow=True).content.decode()
    assert "Story trail" in client.get("/en/feeds/calendar.ics").content.decode()

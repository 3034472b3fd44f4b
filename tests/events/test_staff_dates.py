"""Dates that staff set: hours of the place, nothing twice, nothing lost, nobody without the right."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

from events.actions.register import Person, register
from events.models import EventPage, Registration, Session
from events.read_model import event_of
from events.staff.dates import like, new_date
from events.staff.overview import dates_of
from events.vocabulary import Format, Mode, State, Status
from home.models import OutboxMessage, User
from tests.factories.dated import calendar, event_page
from tests.factories.events import session
from tests.factories.members import editor
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
RIGA = timezone.get_default_timezone()


@pytest.fixture(scope="module")
def _page(site_of_file):
    return event_page(calendar(site_of_file.home), "Vakars", slug="vakars")


@pytest.fixture
def page(_page, db):
    return fresh(_page)


@pytest.fixture(scope="module")
def _editor(site_of_file):
    return editor("redaktore@platforma.test")


@pytest.fixture
def staff(_editor, client, db):
    client.user = fresh(_editor)
    client.force_login(client.user)
    return client


def filled(form, **changes) -> dict:
    """What a browser would send of the form as it is shown."""
    data = {}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, datetime.datetime):
            value = value.astimezone(RIGA).strftime("%Y-%m-%dT%H:%M")
        if value not in (None, False):
            data[name] = value
    return data | changes


def test_hours_are_those_of_the_place_whatever_zone_an_editor_chose(page, staff):
    UserProfile.objects.update_or_create(user=staff.user, defaults={"current_time_zone": "Europe/London"})
    address = reverse("event_new_date", args=[page.pk, "evening"])
    first = staff.get(address)
    assert "T18:00" in first.content.decode()
    staff.post(address, filled(first.context["form"]))
    made = Session.objects.get()
    assert (made.starts.astimezone(RIGA).hour, made.ends.astimezone(RIGA).hour) == (18, 20)
    assert "18.00–20.00" in staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    register(made.pk, Person(name="Anna", email="anna@paraugs.test"), mode="room")
    form = staff.get(reverse("event_date", args=[made.pk])).context["form"]
    later = made.starts.astimezone(RIGA).strftime("%Y-%m-%dT19:00")
    staff.post(reverse("event_date", args=[made.pk]), filled(form, starts=later))
    assert "19.00–20.00" in OutboxMessage.objects.order_by("pk").last().text


@pytest.mark.parametrize("starts", ["2027-03-28T03:30", "2027-10-31T03:30"])
def test_hour_that_the_clock_skips_or_repeats_is_asked_again(page, staff, starts):
    address = reverse("event_new_date", args=[page.pk, "evening"])
    data = filled(staff.get(address).context["form"], starts=starts, ends=starts[:11] + "09:00")
    answer = staff.post(address, data)
    assert answer.status_code == 422 and answer.context["form"].errors.as_data()["starts"][0].code == (
        "ambiguous_timezone"
    )
    assert not Session.objects.exists()


def test_form_sent_twice_makes_one_date(page, staff):
    address = reverse("event_new_date", args=[page.pk, "evening"])
    data = filled(staff.get(address).context["form"])
    assert [staff.post(address, data).status_code for _time in range(2)] == [302, 422]
    assert staff.post(address, data | {"name_lv": "Otra telpa", "name_en": ""}).status_code == 302
    made = Session.objects.order_by("pk").first()
    for _time in range(2):
        staff.post(reverse("event_repeat", args=[made.pk]), {"step": "7", "times": 2, "left_out": ""})
    assert Session.objects.count() == 4
    answer = staff.post(reverse("event_repeat", args=[made.pk]), {"step": "7", "times": 53, "left_out": ""})
    assert answer.status_code == 422 and Session.objects.count() == 4


def test_last_one_is_copied_to_a_week_that_is_still_to_come(page):
    event = event_of(page)
    starts = timezone.make_aware(datetime.datetime(2026, 1, 15, 18))
    old = session(event, starts=starts, closes_at=starts - datetime.timedelta(hours=4), room=7, status="cancelled")
    copy = new_date(page, "last")
    assert copy.starts > timezone.now() and (copy.starts.astimezone(RIGA).weekday(), copy.seats_room) == (3, 7)
    assert (copy.starts.astimezone(RIGA).hour, copy.status) == (18, Status.CONFIRMED)
    summer = like(old, timezone.make_aware(datetime.datetime(2026, 7, 16, 18)))
    assert [moment.astimezone(RIGA).hour for moment in (summer.closes_at, summer.ends)] == [14, 20]


def test_what_cannot_be_saved_is_said_beside_its_field_and_nothing_else_is_saved(page, staff):
    date = session(event_of(page), room=3, seats_online=2, format=Format.BOTH)
    for number in range(2):
        register(date.pk, Person(name="P", phone=f"+371 2000001{number}"), mode=Mode.ONLINE)
    address = reverse("event_date", args=[date.pk])
    form = staff.get(address).context["form"]
    before = Session.objects.values().get()
    fewer = staff.post(address, filled(form, seats_room=9, seats_online=1, price="5"))
    assert list(fewer.context["form"].errors) == ["seats_online"] and 'value="9"' in fewer.content.decode()
    gone = staff.post(address, filled(form, format=Format.IN_PERSON))
    assert list(gone.context["form"].errors) == ["format"]
    assert Session.objects.values().get() == before


def test_pressed_twice_tells_once_and_says_who_has_to_be_called(page, staff):
    date = session(event_of(page), room=2)
    register(date.pk, Person(name="Anna", email="anna@paraugs.test"), mode="room")
    register(date.pk, Person(name="Bez pasta", phone="+371 20000001"), mode="room")
    for verb in ("postpone", "confirm", "cancel"):
        address = reverse("event_status", args=[date.pk, verb])
        assert staff.get(address).context["told"] == {"by_mail": 1, "by_phone": 1}
        before = OutboxMessage.objects.count()
        for _time in range(2):
            staff.post(address, {"reason_lv": "Plūdi.", "reason_en": ""})
        assert OutboxMessage.objects.count() == before + 1, verb
    assert Session.objects.get().status == Status.CANCELLED


def test_editor_of_a_translation_alone_sees_nothing_of_the_dates(page, staff, site):
    session(event_of(page), room=2)
    english = translate(page, title="Evening", slug="evening")
    GroupPagePermission.objects.update(page=site.home_en)
    assert english.permissions_for_user(staff.user).can_edit()
    assert not list(staff.get(reverse("event_overview")).context["rows"])
    assert staff.get(reverse("event_new_date", args=[english.pk, "evening"])).status_code == 302


def test_those_who_wait_are_counted_as_people(page, staff):
    date = session(event_of(page), room=1)
    for number, people in enumerate((1, 2, 3)):
        register(date.pk, Person(name="P", phone=f"+371 2000001{number}"), mode="room", people=people)
    assert [row.waiting for row in dates_of(page)] == [5]
    assert [row.waiting for row in staff.get(reverse("event_overview")).context["rows"]] == [5]


def test_page_stays_while_people_count_on_its_dates(page, client, site):
    client.force_login(User.objects.create_superuser("vadiba@platforma.test", "x"))
    date = session(event_of(page), room=2)
    register(date.pk, Person(name="Anna", email="anna@paraugs.test"), mode="room")
    # Postponed, and the day it was meant for is over: they still wait for another.
    yesterday = timezone.now() - datetime.timedelta(days=1)
    Session.objects.update(status=Status.POSTPONED, starts=yesterday, ends=yesterday + datetime.timedelta(hours=1))
    parent = page.get_parent()
    client.post(reverse("wagtailadmin_pages:delete", args=[parent.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={page.pk}&next=/admin/")
    assert EventPage.objects.filter(pk=page.pk).exists()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))  # warns, and does it
    assert not Page.objects.get(pk=page.pk).live and Registration.objects.get().state == State.BOOKED
    Session.objects.update(status=Status.CANCELLED)
    client.post(f"{bulk}?id={page.pk}&next=/admin/")
    assert not EventPage.objects.filter(pk=page.pk).exists() and Registration.objects.count() == 1

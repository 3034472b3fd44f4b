"""Members propose events, and see who comes to their own and to nobody else's."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from directory.models import Submission
from events.models import CalendarPage, EventPage, Session
from tests.factories import events as dated
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.shared import fresh
from tests.factories.site import add

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _ours(site_of_file):
    site = site_of_file
    site.calendar = add(site.home, CalendarPage(title="Kalendārs", slug="kalendars"))
    site.list = directory_page(site.home)
    site.page = community(
        site.list,
        contact={"name": "Anna", "phone": "+371 20 000 001", "phone_visibility": "public", "email": "a@paraugs.test"},
    )
    site.user = member(site.page)
    return site


@pytest.fixture
def ours(_ours, client, db):
    site = fresh(_ours)
    site.client = client
    client.force_login(site.user)
    return site


def propose(ours, **values):
    day = timezone.localdate() + datetime.timedelta(days=10)
    sent = {
        "title": "Zupas vakars", "day": day.isoformat(), "begins": "18:00", "place": "Pie laipas", "text": "Zupa.",
    } | values  # fmt: skip
    return ours.client.post(reverse("portal_propose_event", args=[ours.page.translation_key]), sent)


def date_of(ours, page=None, **fields):
    event = dated.event(organiser=(page or ours.page).profile)
    session = dated.session(event, **fields)
    return session


def sign_up(session, name="Rita Paraugviete", phone="+371 20 000 009"):
    from events.actions.register import register

    return register(session.pk, dated.person(name, phone=phone), mode="room", people=2)


def test_proposal_is_a_draft_with_its_date_that_waits(ours):
    response = propose(ours, takes_registrations="on", seats="12", ends="20:00")
    page = EventPage.objects.get()
    session = Session.objects.get()
    row = Submission.objects.get()

    assert response.status_code == 302
    assert (page.live, page.title, page.place_name, page.lead) == (False, "Zupas vakars", "Pie laipas", "Zupa.")
    assert (page.organiser.translation_key, page.phone, page.email) == (
        ours.page.translation_key,
        "+371 20 000 001",
        "",
    )
    assert (session.event.key, session.seats_room, session.event.takes_registrations) == (
        page.translation_key,
        12,
        True,
    )
    assert (row.state, row.kind, row.page_id, row.profile_id) == ("waiting", "new", page.pk, ours.page.translation_key)
    html = ours.client.get(reverse("portal_profile", args=[ours.page.translation_key])).content.decode()
    assert "Zupas vakars" in html


def test_day_that_has_passed_is_said_at_the_field(ours):
    response = propose(ours, day="2020-01-01")

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["day"]
    assert not EventPage.objects.exists()


def test_list_of_own_people_and_its_file(ours):
    session = date_of(ours)
    sign_up(session)
    page = reverse("portal_people_of_date", args=[ours.page.translation_key, session.pk])
    file = reverse("portal_people_export", args=[ours.page.translation_key, session.pk])

    html = ours.client.get(page).content.decode()
    assert "Rita Paraugviete" in html and "+371 20 000 009" in html and "@paraugs.test" not in html.split("<main")[1]
    answer = ours.client.get(file)
    assert "Rita Paraugviete" in answer.content.decode() and "no-store" in answer["Cache-Control"]


def test_export_is_written_down_without_names(ours):
    propose(ours, takes_registrations="on")
    session = Session.objects.get()
    session.event.organiser = ours.page.profile
    session.event.save(update_fields=["organiser"])
    ours.client.get(reverse("portal_people_export", args=[ours.page.translation_key, session.pk]))
    entry = PageLogEntry.objects.get(action="events.export")

    assert (entry.user, entry.data) == (ours.user, {"session": session.pk, "format": "csv", "rows": 0})


@pytest.mark.parametrize("name", ["portal_people_of_date", "portal_people_export"])
def test_people_of_others_are_nobody_s_business(ours, name):
    other = community(ours.list, "Citi")
    session = date_of(ours, other)
    sign_up(session)

    for key in (ours.page.translation_key, other.translation_key):
        assert ours.client.get(reverse(name, args=[key, session.pk])).status_code == 404
    ours.client.logout()
    assert ours.client.get(reverse(name, args=[other.translation_key, session.pk])).status_code == 302


def test_panel_asks_as_much_for_three_dates_as_for_one(ours):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from events.portal.panels import panel

    date_of(ours)
    with CaptureQueriesContext(connection) as one:
        panel(ours.page.profile, ours.user)
    for days in (8, 9):
        date_of(ours, days=days)
    with CaptureQueriesContext(connection) as three:
        panel(ours.page.profile, ours.user)

    assert len(three) == len(one), [row["sql"] for row in three]

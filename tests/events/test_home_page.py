"""What is coming, on the home page: kept for a minute, gone at once where it was taken from the readers."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from events.actions.register import register
from events.models import Event, Session
from tests.factories.dated import calendar, event_page
from tests.factories.events import person, session

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    page = event_page(calendar(site.home), "Kopienu vakars", slug="vakars")
    session(Event.objects.get(key=page.translation_key), room=3)
    return page


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now().replace(second=10, microsecond=0), tick=False) as clock:
        yield clock


def front(client) -> str:
    return client.get("/").content.decode().replace("\xa0", " ").replace("&nbsp;", " ")


def test_a_seat_that_is_taken_is_told_a_minute_later_at_the_latest(client, clock, page):
    assert "Kopienu vakars" in front(client)
    assert "3 vietas" in front(client)
    register(Session.objects.get().pk, person(), mode="room")
    assert "3 vietas" in front(client)  # what was kept
    clock.shift(datetime.timedelta(minutes=1))
    assert "2 vietas" in front(client)


def test_what_is_taken_from_the_readers_is_gone_at_once(client, clock, page):
    assert "Kopienu vakars" in front(client)
    page.unpublish()
    assert "Kopienu vakars" not in front(client)

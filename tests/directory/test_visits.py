"""Looks at a profile: counted by day, without programs, without a write by the request."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from directory import visits
from directory.models import ProfileViews
from tests.factories.directory import community, directory_page
from tests.factories.shared import fresh
from tests.factories.sql import writes

PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture(scope="module")
def _page(site_of_file):
    return community(directory_page(site_of_file.home))


@pytest.fixture
def page(_page, db):
    return fresh(_page)


def soon():
    return timezone.now() + datetime.timedelta(minutes=2)


def test_people_are_counted_and_programs_are_not(page, client):
    with writes() as written:
        for agent in (PHONE, PHONE, PHONE, "", "Googlebot/2.1", "curl/8.5", "WhatsApp/2.2"):
            answer = client.get(page.url, HTTP_USER_AGENT=agent)
        client.get(page.url, HTTP_USER_AGENT=PHONE, HTTP_SEC_PURPOSE="prefetch;prerender")
        client.head(page.url, HTTP_USER_AGENT=PHONE)
    assert written == []
    assert "Set-Cookie" not in answer.headers
    assert not ProfileViews.objects.exists()
    assert visits.add_up(soon()) == {"visits": 3}
    assert visits.add_up(soon()) == {}
    row = ProfileViews.objects.get()
    assert (row.profile_id, row.day, row.count) == (page.translation_key, timezone.localdate(), 3)
    client.get(page.url, HTTP_USER_AGENT=PHONE)
    visits.add_up(soon())
    assert ProfileViews.objects.get().count == 4


def test_nothing_of_who_looked_is_kept(page, client):
    client.get(page.url, HTTP_USER_AGENT=PHONE, REMOTE_ADDR="203.0.113.7")
    kept = repr(cache._cache)
    assert page.translation_key.hex in kept
    assert "203.0.113" not in kept
    assert "Android" not in kept


def test_a_lost_cache_and_a_profile_that_is_gone_do_no_harm(page, client):
    client.get(page.url, HTTP_USER_AGENT=PHONE)
    page.profile.delete()
    assert visits.add_up(soon()) == {"visits": 1}
    assert not ProfileViews.objects.exists()
    cache.clear()
    assert visits.add_up(soon()) == {}


def test_old_numbers_go(page):
    today = timezone.localdate()
    for days in (1, visits.KEPT_DAYS + 1):
        ProfileViews.objects.create(profile=page.profile, day=today - datetime.timedelta(days=days), count=1)
    assert visits.forget() == {"forgotten": 1}
    assert ProfileViews.objects.count() == 1

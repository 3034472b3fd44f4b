"""What speaks against a page: dead websites, the register, quiet organisers, mail that came back."""

import datetime

import pytest
from django.utils import timezone, translation

from directory.actions.confirm import confirm
from directory.freshness import signs, websites
from directory.freshness.rules import QUIET, later
from directory.models import Freshness, Membership, RegisterEntry, WebsiteCheck
from events.read_model import event_of
from home.models import User
from tests.factories.dated import calendar, event_page
from tests.factories.directory import directory_page, organisation
from tests.factories.events import session
from tests.factories.shared import fresh
from tests.factories.upstream import closed_port, saying, silent, upstream

DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def _page(site_of_file):
    return organisation(directory_page(site_of_file.home))


@pytest.fixture
def page(_page, db):
    return fresh(_page)


def row(page) -> Freshness:
    return Freshness.objects.get(profile=page.translation_key)


@pytest.fixture
def allow(settings):
    def also(server_or_port):
        port = getattr(server_or_port, "server_port", server_or_port)
        settings.OUTBOUND_ALLOW = [*settings.OUTBOUND_ALLOW, f"127.0.0.1:{port}"]

    return also


@pytest.mark.parametrize(
    "status, is_there",
    [(200, True), (204, True), (403, True), (429, True), (404, False), (410, False), (500, False), (503, False)],
)
def test_which_answers_count_as_there(allow, status, is_there):
    with upstream(saying(status, b"Sveiki")) as server:
        allow(server)
        assert websites.answers(server.url) is is_there
        assert server.asked[0][1]["User-Agent"] == "Link check of https://platforma.test"


def test_nobody_there_too_slow_too_large_and_not_public(allow, monkeypatch):
    port = closed_port()
    allow(port)
    assert websites.answers(f"http://127.0.0.1:{port}/") is False
    monkeypatch.setattr(websites, "SECONDS", 0.3)
    with upstream(silent) as server:
        allow(server)
        assert websites.answers(server.url) is False
    monkeypatch.setattr(websites, "SECONDS", 5)
    with upstream(saying(200, b"x" * (websites.MOST_BYTES + 1))) as server:
        allow(server)
        assert websites.answers(server.url) is True
    with upstream(saying(200)) as server:  # not among the exceptions: an address of our own network
        assert websites.answers(server.url) is None
        assert server.asked == []


def test_a_dead_website_is_a_sign_after_the_fourth_failure_and_none_when_it_is_back(page, allow):
    state = {"status": 500}
    with upstream(lambda handler: saying(state["status"])(handler)) as server:
        allow(server)
        page.website = server.url
        page.save_revision().publish()
        websites.follow_pages()
        now = timezone.now() + DAY
        days = []
        for _failure in range(websites.DEAD_AFTER):
            assert websites.check_due(now, pause=0) == {"asked": 1, "failed": 1}
            assert websites.check_due(now, pause=0) == {"asked": 0, "failed": 0}
            signs.look_for_signs(now)
            days.append("website" in row(page).evidence)
            now = WebsiteCheck.objects.get().next_at
        assert days == [False, False, False, True]
        with translation.override("lv"):
            (words,) = signs.signs_of(row(page))
        assert server.url in words
        state["status"] = 200
        websites.check_due(now, pause=0)
        signs.look_for_signs(now)
        assert row(page).evidence == {}
        check = WebsiteCheck.objects.get()
        assert (check.failures, check.failing_since, check.next_at) == (0, None, now + websites.MONTH)


def test_another_address_begins_anew_and_none_is_not_asked(page):
    for url, wanted in (("https://a.example/", 1), ("https://b.example/", 1), ("", 0)):
        page.website = url
        page.save_revision().publish()
        websites.follow_pages()
        assert WebsiteCheck.objects.filter(url=url).count() == wanted
        assert WebsiteCheck.objects.count() == wanted
        WebsiteCheck.objects.update(failures=3)
    page.website = "https://a.example/"
    page.save_revision().publish()
    websites.follow_pages()
    assert WebsiteCheck.objects.get().failures == 0
    page.unpublish()
    websites.follow_pages()
    assert not WebsiteCheck.objects.exists()


def test_the_register_brings_the_question_forward_and_archives_nothing(page):
    entry = RegisterEntry.objects.create(
        number="40008000001", name="Ūdensmalas", sort="BDR", thing=page.translation_key, fingerprint="x"
    )
    born = row(page).confirmed_at
    assert row(page).due_at == later(born, 12)
    entry.closed = "L"
    entry.save()
    found = timezone.now() + DAY
    assert signs.look_for_signs(found) == {"changed": 1}
    assert signs.look_for_signs(found + DAY) == {}
    assert row(page).due_at == born + QUIET
    assert row(page).stage == Freshness.Stage.FRESH
    chief = User.objects.create_superuser("vadiba@platforma.test", "x")
    confirm(profile=page.profile, how="phone", user=chief, now=found + DAY)
    assert row(page).due_at == later(found + DAY, 12)
    assert len(signs.signs_of(row(page))) == 1
    page.refresh_from_db()
    assert page.live


def test_an_organiser_that_went_quiet(page, site):
    agenda = calendar(site.home)
    announced = event_page(agenda, organiser=page)
    event = event_of(announced)
    old = session(event, days=-400, room=5)
    assert signs.look_for_signs() == {"changed": 1}
    assert list(row(page).evidence) == ["events"]
    with translation.override("en"):
        assert signs.signs_of(row(page))[0].startswith("No event for a year; the last one was on ")
    coming = session(event, days=5, room=5)
    signs.look_for_signs()
    assert row(page).evidence == {}
    assert old.pk != coming.pk


def test_mail_that_came_back_is_a_sign_until_they_answer_by_link(page):
    member = User.objects.create_user("biedre@platforma.test")
    Membership.objects.create(profile=page.profile, user=member)
    signs.mail_came_back("Biedre@platforma.test")
    signs.mail_came_back("cits@platforma.test")
    assert list(row(page).evidence) == ["bounced"]
    signs.look_for_signs()
    assert list(row(page).evidence) == ["bounced"]
    confirm(profile=page.profile, how="portal", user=member)
    assert list(row(page).evidence) == ["bounced"]
    confirm(profile=page.profile, how="link")
    assert row(page).evidence == {}

"""What visitors say is wrong: members first, then staff, settled once, forgotten."""

import datetime
import re
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone, translation

from directory.actions.report import KEPT, move_reports, settle
from directory.models import FreshnessRules, Membership, Report
from directory.queue import sources
from home import public_forms
from home.models import OutboxMessage, User
from tests.factories.directory import community, directory_page, venue
from tests.factories.shared import fresh

State = Report.State
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture(scope="module")
def _place(site_of_file):
    place = SimpleNamespace(directory=directory_page(site_of_file.home))
    place.page = community(place.directory)
    place.member = User.objects.create_user("biedre@platforma.test")
    Membership.objects.create(profile=place.page.profile, user=place.member)
    place.chief = User.objects.create_superuser("vadiba@platforma.test", "x")
    return place


@pytest.fixture
def place(_place, db):
    return fresh(_place)


def address(place, language="lv"):
    with translation.override(language):
        return reverse("something_wrong", args=[place.page.translation_key])


def send(client, place, language="lv", **fields):
    values = {"text": "Tālrunis ir vecs: <b>tagad</b> https://ļauns.example", "email": "", "homepage": "", **fields}
    values["opened"] = public_forms.opened_now(10)
    return client.post(address(place, language), values, **HERE)


def items(name, user):
    return list(next(source for source in sources() if source.name == name).items(user))


def test_members_hear_first_and_staff_when_nothing_comes_of_it(place, client):
    answer = send(client, place, email="Ciemins@platforma.test")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    row = Report.objects.get()
    assert (row.state, row.email, row.language) == (State.MEMBERS, "ciemins@platforma.test", "lv")
    assert [mail.recipient for mail in OutboxMessage.objects.all()] == ["biedre@platforma.test"]
    mail = OutboxMessage.objects.get()
    assert "&lt;b&gt;tagad" in mail.html
    assert 'href="https://ļauns' not in mail.html
    assert "ciemins@" not in mail.text + mail.html
    assert items("report", place.chief) == []
    days = FreshnessRules().report_days
    assert move_reports(timezone.now() + datetime.timedelta(days=days - 1)) == {}
    assert move_reports(timezone.now() + datetime.timedelta(days=days, seconds=5))["to_staff"] == 1
    (item,) = items("report", place.chief)
    assert item.url == reverse("report_item", args=[row.pk])
    assert items("report", place.member) == []


def test_with_nobody_to_tell_it_is_with_staff_at_once(place, client):
    Membership.objects.all().delete()
    send(client, place)
    assert Report.objects.get().state == State.STAFF
    assert not OutboxMessage.objects.exists()


def link(mail):
    return re.search(r"https://platforma\.test(/\S+)", mail.text)[1]


def test_members_settle_by_their_link_and_the_visitor_is_thanked(place, client):
    send(client, place, language="en", email="visitor@platforma.test")
    path = link(OutboxMessage.objects.get())
    assert client.get(path).status_code == 200
    assert Report.objects.get().state == State.MEMBERS
    assert client.post(path, {"answer": "done"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 422
    assert client.post(path, {"answer": "staff"}, **HERE).status_code == 302
    assert Report.objects.get().state == State.STAFF
    for _twice in range(2):
        assert client.post(path, {"answer": "done"}, **HERE).status_code == 302
    row = Report.objects.get()
    assert (row.state, row.done_by) == (State.DONE, place.member)
    thanks = OutboxMessage.objects.filter(recipient="visitor@platforma.test")
    assert [(mail.language, mail.subject) for mail in thanks] == [
        ("en", "Thank you: Kažoku kopiena has been looked at")
    ]
    assert client.get(path).status_code == 200
    Membership.objects.all().delete()
    assert client.get(path).status_code == 404


def test_strangers_may_not_settle(place, client):
    send(client, place)
    with pytest.raises(PermissionDenied):
        settle(report_id=Report.objects.get().pk, user=User.objects.create_user("cits@platforma.test"))
    with pytest.raises(PermissionDenied):
        settle(report_id=Report.objects.get().pk)
    screen = reverse("report_item", args=[Report.objects.get().pk])
    client.force_login(place.chief)
    assert client.get(screen).status_code == 200
    assert Report.objects.get().state == State.MEMBERS
    assert client.post(screen).status_code == 302
    assert Report.objects.get().done_by == place.chief
    assert client.get(screen).status_code == 200


def test_addresses_and_old_reports_are_forgotten(place, client):
    send(client, place, email="visitor@platforma.test")
    settle(report_id=Report.objects.get().pk, user=place.chief)
    done = Report.objects.get().done_at
    move_reports(done + KEPT - datetime.timedelta(hours=1))
    assert Report.objects.get().email == "visitor@platforma.test"
    move_reports(done + KEPT)
    assert Report.objects.get().email == ""
    move_reports(done + datetime.timedelta(days=366))
    assert not Report.objects.exists()


def test_guards_of_the_form(place, client):
    assert client.get(address(place)).status_code == 200
    quick = {"text": "Nav pareizi", "opened": public_forms.opened_now()}
    assert client.post(address(place), quick, **HERE).status_code == 422
    assert send(client, place, homepage="http://spam.example").status_code == 422
    assert send(client, place, text="īss").status_code == 422
    values = {"text": "Nav pareizi", "opened": public_forms.opened_now(10)}
    assert client.post(address(place), values, HTTP_SEC_FETCH_SITE="cross-site").status_code == 422
    assert not Report.objects.exists()
    for _ in range(5):
        assert send(client, place).status_code == 200
    assert send(client, place).status_code == 422
    assert Report.objects.count() == 5


def test_only_profiles_that_readers_see(place, client):
    hidden = community(place.directory, "Melnraksts", publish=False)
    room = venue(place.directory, "Zāle")
    for page in (hidden, room):
        assert client.get(reverse("something_wrong", args=[page.translation_key])).status_code == 404


def test_the_portal_settles_and_confirms(place, client):
    send(client, place)
    row = Report.objects.get()
    key = place.page.translation_key
    other = community(place.directory, "Citi")
    client.force_login(place.member)
    page = client.get(reverse("portal_profile", args=[key])).content.decode()
    assert reverse("portal_settle_report", args=[key, row.pk]) in page
    assert client.post(reverse("portal_settle_report", args=[other.translation_key, row.pk])).status_code == 404
    assert client.post(reverse("portal_confirm", args=[other.translation_key])).status_code == 404
    assert Report.objects.get().state == State.MEMBERS
    assert client.post(reverse("portal_settle_report", args=[key, row.pk])).status_code == 302
    assert Report.objects.get().done_by == place.member
    assert client.post(reverse("portal_confirm", args=[key])).status_code == 302
    assert place.page.profile.freshness.confirmed_how == "portal"

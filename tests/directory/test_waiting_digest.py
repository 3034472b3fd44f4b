"""The mail of the morning: once a day at most, only when something waits, to those who may decide, in their language."""

import datetime

import pytest
from django.utils import timezone
from wagtail.users.models import UserProfile

from directory.moderation.digest import AT, send_digest
from events.models import Suggestion
from home.models import OutboxMessage, SiteSettings, User
from home.worker import registered_ticks, run_due
from tests.factories.submissions import editor, moderator

pytestmark = pytest.mark.django_db
RIGA = timezone.get_default_timezone()
# A Monday; summer time ends on the Sunday before.
MONDAY = datetime.datetime(2027, 11, 1, 7, tzinfo=RIGA)


def day(number: int) -> datetime.datetime:
    """The morning so many days after that Monday."""
    return datetime.datetime.combine((MONDAY + datetime.timedelta(days=number)).date(), AT, RIGA)


def suggestion(since: datetime.datetime):
    return Suggestion.objects.create(title="Talka", starts=MONDAY, place="Pie upes", created_at=since)


def mails() -> list[tuple[str, str]]:
    return list(OutboxMessage.objects.order_by("pk").values_list("occasion", "recipient"))


@pytest.fixture
def staff(site):
    editor()  # sees the queue and does not decide
    return moderator()


def test_nothing_waits_and_nothing_is_mailed(staff):
    for number in range(14):
        assert send_digest(day(number)) == {}
    assert mails() == []


def test_what_waits_longer_than_a_day_is_mailed_each_working_morning_once(staff):
    suggestion(day(0) + datetime.timedelta(hours=1))  # Monday, after the mail
    sent = []
    for number in range(1, 9):
        for _again in range(3):
            sent += [number] * send_digest(day(number)).get("digests", 0)
    # Tuesday: not yet a day. Wednesday to Friday, and the next Monday and Tuesday.
    assert len(mails()) == 5 and sorted(set(sent)) == [2, 3, 4, 7, 8]
    assert [occasion for occasion, _to in mails()] == [f"waiting-{day(n):%Y-%m-%d}" for n in (2, 3, 4, 7, 8)]
    assert {recipient for _occasion, recipient in mails()} == {"moderatore@platforma.test"}


def test_what_is_fresh_is_told_on_monday(staff):
    for number in range(8):
        Suggestion.objects.all().delete()
        suggestion(day(number) - datetime.timedelta(hours=3))
        send_digest(day(number))
    assert [occasion for occasion, _to in mails()] == ["waiting-2027-11-01", "waiting-2027-11-08"]


def test_one_year_day_by_day(staff):
    """Something waits for three days of every fortnight, across both clock changes: its mornings and no others."""
    expected = []
    for number in range(0, 364):
        phase = number % 14
        if phase == 1:  # a Tuesday
            suggestion(day(number) - datetime.timedelta(hours=2))
        if phase == 4:
            Suggestion.objects.all().delete()
        send_digest(day(number))
        send_digest(day(number) + datetime.timedelta(minutes=5))
        if phase in (2, 3):
            expected.append(f"waiting-{day(number):%Y-%m-%d}")
    assert [occasion for occasion, _to in mails()] == expected


def test_counts_links_and_language(staff):
    suggestion(day(0)), suggestion(day(1))
    send_digest(day(3))
    UserProfile.objects.create(user=staff, preferred_language="en")
    send_digest(day(4))
    latvian, english = OutboxMessage.objects.order_by("pk")
    assert (latvian.language, latvian.subject) == ("lv", "Jūs gaida 2 lietas")
    assert (english.language, english.subject) == ("en", "2 things wait for you")
    for mail in (latvian, english):
        assert "https://platforma.test/admin/waiting/?kind=suggestions" in mail.text and ": 2," in mail.text
    assert "Suggested events" not in latvian.text and "Suggested events: 2" in english.text


def test_only_what_the_reader_may_decide_is_counted(site):
    user = User.objects.create_user("cits@platforma.test", "x")
    from django.contrib.auth.models import Permission

    user.user_permissions.add(Permission.objects.get(codename="change_submission"))
    suggestion(day(0))
    assert send_digest(day(3)) == {} and mails() == []


def test_administrator_gets_it_only_where_nobody_else_decides(site):
    User.objects.create_superuser("admin@platforma.test", "x")
    suggestion(day(0))
    send_digest(day(2))
    moderator()
    send_digest(day(3))
    moderator("guloss@platforma.test", is_active=False)
    send_digest(day(4))
    assert [recipient for _occasion, recipient in mails()] == [
        "admin@platforma.test", "moderatore@platforma.test", "moderatore@platforma.test",
    ]  # fmt: skip


def test_site_address_stands_in_for_staff_without_one(site):
    SiteSettings.objects.update(email="nvo@platforma.test")
    User.objects.create_superuser("admin@platforma.test", "x")
    User.objects.update(email="")
    suggestion(day(0))
    send_digest(day(2))
    assert [recipient for _occasion, recipient in mails()] == ["nvo@platforma.test"]


def test_tick_comes_once_a_day(staff, monkeypatch):
    (tick,) = [tick for tick in registered_ticks() if tick.name == "waiting_digest"]
    assert (tick.daily_at, tick.run) == (AT, send_digest)
    suggestion(timezone.now() - datetime.timedelta(days=3))
    assert run_due(ticks=[tick]) == {"waiting_digest": True}
    assert run_due(ticks=[tick]) == {}

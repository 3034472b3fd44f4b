"""Asked, reminded, marked, archived and back: mails, links, and what staff do."""

import datetime
import re
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from directory.actions.archive import archive, restore
from directory.actions.keep_fresh import ask_again, keep_fresh
from directory.freshness.rules import later
from directory.models import Freshness, FreshnessRules, Listing, Membership
from directory.queue import sources
from home.models import OutboxMessage, SiteSettings, User
from tests.factories.directory import community, directory_page
from tests.factories.shared import fresh
from tests.factories.site import translate

How, Stage = Freshness.How, Freshness.Stage
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def _place(site_of_file):
    page = community(directory_page(site_of_file.home))
    place = SimpleNamespace(page=page, profile=page.profile)
    place.member = User.objects.create_user("biedre@platforma.test")
    Membership.objects.create(profile=place.profile, user=place.member, role="owner")
    SiteSettings.objects.update(email="nvo@platforma.test")
    place.chief = User.objects.create_superuser("vadiba@platforma.test", "x")
    return place


@pytest.fixture
def place(_place, site):
    vars(site).update(vars(fresh(_place)), start=timezone.now())
    return site


def row(place) -> Freshness:
    return Freshness.objects.get(profile=place.profile)


def run_until(place, stage) -> datetime.datetime:
    """Day by day from a year on, until the row is there; returns that day."""
    now = later(place.start, 12) - DAY
    for _day in range(600):
        now += DAY
        keep_fresh(now)
        if row(place).stage == stage:
            return now
    raise AssertionError(f"never {stage}")


def mails() -> list[tuple[str, str]]:
    """What has been written, in its order: (what, to whom)."""
    found = OutboxMessage.objects.filter(occasion__startswith="freshness-").order_by("pk")
    return [(re.sub(r"freshness-(staff)?.{36}-|\d{8}", r"\1", row.occasion), row.recipient) for row in found]


def link_of(message: OutboxMessage, language="") -> str:
    address = re.search(r"https://platforma\.test(/\S+?)\?answer=", message.text)
    return address[1]


def last_link() -> str:
    return link_of(OutboxMessage.objects.filter(text__contains="?answer=").order_by("-pk").first())


def test_the_course_to_the_end(place):
    run_until(place, Stage.ARCHIVED)
    member = place.member.email
    assert [what for what, _to in mails()][:5] == ["1-ask", "1-remind-1", "1-remind-2", "1-mark", "1-archive"]
    assert {to for _what, to in mails()[:5]} == {member}
    assert [to for _what, to in mails()[5:]] == ["nvo@platforma.test"]
    place.page.refresh_from_db()
    assert not place.page.live
    assert not Listing.objects.filter(thing=place.profile.pk).exists()


def test_members_are_asked_in_their_language_and_ex_members_never(place):
    other = User.objects.create_user("english@platforma.test")
    UserProfile.objects.create(user=other, preferred_language="en")
    gone = User.objects.create_user("bijusi@platforma.test")
    resting = User.objects.create_user("atpusas@platforma.test", is_active=False)
    for user in (other, gone, resting):
        Membership.objects.create(profile=place.profile, user=user)
    Membership.objects.get(user=gone).delete()
    run_until(place, Stage.ASKED)
    sent = {row.recipient: (row.language, row.subject) for row in OutboxMessage.objects.all()}
    assert sent.keys() == {"biedre@platforma.test", "english@platforma.test"}
    assert sent["biedre@platforma.test"] == ("lv", "Vai viss pareizi? Kažoku kopiena")
    assert sent["english@platforma.test"] == ("en", "Is all of it right? Kažoku kopiena")


def test_a_mail_on_its_way_to_somebody_who_leaves_is_not_sent(place):
    run_until(place, Stage.ASKED)
    Membership.objects.get().delete()
    assert mails() == []


def test_without_members_the_contact_is_asked(place):
    Membership.objects.all().delete()
    place.profile.contacts.create(email="kontakts@platforma.test", gets_messages=True)
    place.profile.contacts.create(email="klusais@platforma.test", gets_messages=False)
    run_until(place, Stage.ASKED)
    assert mails() == [("1-ask", "kontakts@platforma.test")]


def test_with_nobody_to_ask_staff_get_it_at_once(place):
    Membership.objects.all().delete()
    now = run_until(place, Stage.ASKED)
    assert mails() == []
    assert row(place).for_staff_at == now
    assert waiting(place.chief) == {"stale": 1, "report": 0}


def waiting(user) -> dict[str, int]:
    return {source.name: source.count(user) for source in sources() if source.name in ("stale", "report")}


def test_looking_changes_nothing_and_sending_confirms_once(place, client):
    run_until(place, Stage.STALE)
    assert "fresh--stale" in client.get(place.page.url).content.decode()
    link = last_link()
    before = list(Freshness.objects.values())
    for query in ("", "?answer=right", "?answer=gone", "?answer=correct", "?answer=%00"):
        assert client.get(link + query).status_code == 200
    assert list(Freshness.objects.values()) == before
    answer = client.post(link, {"answer": "right"}, **HERE)
    assert answer.status_code == 302
    assert "Set-Cookie" not in answer.headers
    found = row(place)
    assert (found.stage, found.confirmed_how, found.for_staff_at) == (Stage.FRESH, How.LINK, None)
    assert found.confirmed_at > place.start
    body = client.get(answer["Location"]).content.decode()
    assert "youre-in" in body
    assert "fresh--stale" not in client.get(place.page.url).content.decode()
    assert not Listing.objects.get(language="lv").is_stale
    again = client.post(link, {"answer": "gone"}, **HERE)
    assert again.status_code == 302
    assert row(place).evidence == {}
    assert list(PageLogEntry.objects.filter(action="directory.confirm").values_list("data", flat=True)) == [
        {"how": "link"}
    ]


def test_a_form_from_another_site_changes_nothing(place, client):
    run_until(place, Stage.ASKED)
    assert client.post(last_link(), {"answer": "right"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 422
    assert client.post(last_link(), {"answer": "right"}).status_code == 422
    assert row(place).stage == Stage.ASKED


@pytest.mark.parametrize(
    "spoil",
    [
        lambda link: link[:-2] + ("0/" if link[-2] != "0" else "1/"),
        lambda link: re.sub(r"-1-m", "-2-m", link),
        lambda link: re.sub(r"-m(\d+)-", "-m999999-", link),
        lambda link: link.replace("-m", "-c"),
        lambda link: "/vai-viss-pareizi/nekas/" if link.startswith("/vai") else "/is-it-right/nekas/",
        lambda link: link[:-1] + "a" * 4000 + "/",
    ],
)
def test_other_links_say_so_kindly(place, client, spoil):
    run_until(place, Stage.ASKED)
    link = spoil(last_link())
    for answer in (client.get(link), client.post(link, {"answer": "right"}, **HERE)):
        assert answer.status_code == 404
        assert "<h1>" in answer.content.decode()
    assert row(place).stage == Stage.ASKED


def test_a_link_of_somebody_who_left_or_of_an_older_round_opens_nothing(place, client):
    run_until(place, Stage.ASKED)
    old = last_link()
    client.post(old, {"answer": "right"}, **HERE)
    assert ask_again(profile=place.profile, user=place.chief)
    assert row(place).round == 2
    client.post(old, {"answer": "right"}, **HERE)
    assert row(place).stage == Stage.ASKED
    new = last_link()
    Membership.objects.all().delete()
    assert client.post(new, {"answer": "right"}, **HERE).status_code == 404
    assert row(place).stage == Stage.ASKED


def test_gone_goes_to_staff_and_nobody_is_reminded(place, client):
    now = run_until(place, Stage.ASKED)
    client.post(last_link(), {"answer": "gone"}, **HERE)
    before = len(mails())
    rows_of(place)
    place.page.save_revision().publish()
    for day in range(0, 400, 7):
        keep_fresh(now + day * DAY)
    assert len(mails()) == before
    assert row(place).stage == Stage.ASKED
    assert waiting(place.chief)["stale"] == 1
    assert waiting(place.member)["stale"] == 0
    archive(profile=place.profile, user=place.chief)
    assert waiting(place.chief)["stale"] == 0


def test_archived_pages_come_back_by_the_members_link_as_they_were(place, client):
    english = translate(place.page, title="Neighbours", slug="neighbours")
    run_until(place, Stage.ARCHIVED)
    english.refresh_from_db()
    assert not english.live
    draft = type(place.page).objects.get(pk=place.page.pk)
    draft.summary = "Neviens to nav pārbaudījis."
    draft.save_revision()
    link = last_link()
    assert client.get(link).status_code == 200
    assert client.post(link, {"answer": "right"}, **HERE).status_code == 302
    back = type(place.page).objects.get(pk=place.page.pk)
    assert back.live
    assert back.summary == place.page.summary
    assert back.get_latest_revision_as_object().summary == "Neviens to nav pārbaudījis."
    english.refresh_from_db()
    assert english.live
    assert (row(place).stage, row(place).confirmed_how, row(place).archived_at) == (Stage.FRESH, How.LINK, None)
    assert Listing.objects.filter(thing=place.profile.pk).count() == 2


def test_staff_restore_by_one_press(place):
    archive(profile=place.profile, user=place.chief)
    assert mails() == [("1-archive", place.member.email)]
    with pytest.raises(PermissionDenied):
        restore(profile=place.profile, how=How.STAFF, user=place.member)
    with pytest.raises(PermissionDenied):
        restore(profile=place.profile, how=How.PORTAL, user=User.objects.create_user("cits@platforma.test"))
    assert restore(profile=place.profile, how=How.STAFF, user=place.chief)
    assert restore(profile=place.profile, how=How.STAFF, user=place.chief) is None
    place.page.refresh_from_db()
    assert place.page.live
    assert row(place).checked_at > row(place).confirmed_at


def test_rules_of_the_site_count(place):
    FreshnessRules.objects.create(site=place, community_months=3, archive_months=0)
    rows_of(place)
    now = later(place.start, 3) + DAY
    assert keep_fresh(now) == {"ask": 1}
    for day in range(0, 900, 5):
        keep_fresh(now + day * DAY)
    assert row(place).stage == Stage.STALE


def rows_of(place):
    from directory.freshness.rows import rebuild

    rebuild()


def test_what_members_sent_is_their_answer(place):
    from directory.actions.submit import submit

    page = type(place.page).objects.get(pk=place.page.pk)
    page.summary = "Jauni vārdi, gaida pārbaudi."
    page.save_revision(user=place.member)
    submit(page=page, user=place.member, profile=place.profile)
    now = later(place.start, 12) + DAY
    for day in range(0, 100, 10):
        keep_fresh(now + day * DAY)
    assert mails() == []


def test_screens_of_staff(place, client):
    Freshness.objects.update(confirmed_at=place.start - 500 * DAY, confirmed_how=How.LINK)
    address = reverse("freshness_item", args=[place.profile.pk])
    client.force_login(place.member)
    assert client.get(address).status_code in (302, 403)
    client.force_login(place.chief)
    assert client.get(address).status_code == 200
    for what, check in (
        ("ask", lambda: row(place).stage == Stage.ASKED),
        ("phone", lambda: row(place).confirmed_how == How.PHONE),
        ("checked", lambda: row(place).checked_at is not None),
        ("archive", lambda: row(place).stage == Stage.ARCHIVED),
        ("restore", lambda: row(place).stage == Stage.FRESH),
    ):
        assert client.post(address, {"do": what}).status_code == 302
        assert check(), what
    assert client.get(address).status_code == 200
    entries = PageLogEntry.objects.filter(action__startswith="directory.").order_by("pk")
    assert [(entry.action, entry.user) for entry in entries] == [
        (f"directory.{verb}", place.chief) for verb in ("confirm", "confirm", "archive", "restore")
    ]
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[place.page.pk]))
    assert address in edit.content.decode()

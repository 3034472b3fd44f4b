"""What waits stands in one list, for those who may decide; each thing leads to the next."""

import datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from directory.actions.decide import Staffs
from directory.models import CommunityPage, FactChange, RegisterEntry, RegisterProposal, Submission
from directory.moderation.waiting import counts, waiting
from events.models import Suggestion
from home.models import OutboxMessage, User
from tests.factories.dated import calendar
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.shared import fresh
from tests.factories.site import article, news_index
from tests.factories.submissions import changed, editor, moderator, sent

pytestmark = pytest.mark.django_db
NEW = "Kaimiņi, kas kopj krastu un dzied."


def staff_who_read_english():
    user = moderator()
    UserProfile.objects.create(user=user, preferred_language="en")
    return user


@pytest.fixture(scope="module")
def _ours(site_of_file):
    ours = SimpleNamespace(parent=directory_page(site_of_file.home), staff=staff_who_read_english())
    ours.page = community(ours.parent)
    ours.anna = member(ours.page, first_name="Anna", last_name="Ozola")
    return ours


@pytest.fixture
def ours(_ours, db):
    return fresh(_ours)


@pytest.fixture
def parent(ours):
    return ours.parent


@pytest.fixture
def page(ours):
    return ours.page


@pytest.fixture
def anna(ours):
    return ours.anna


@pytest.fixture
def staff(client, ours):
    user = ours.staff
    client.force_login(user)
    client.user = user
    return client


def suggestion(number=0):
    starts = timezone.now() + datetime.timedelta(days=20)
    return Suggestion.objects.create(title=f"Talka {number}", starts=starts, place="Pie upes")


def proposal(number=0):
    entry = RegisterEntry.objects.create(number=f"4000801234{number}", name=f"Biedrība {number}")
    return RegisterProposal.objects.create(entry=entry, what="address", old="Rīga", new="Ķekava")


def failed_mail(number=0):
    return OutboxMessage.objects.create(
        occasion=f"x-{number}", recipient="x@platforma.test", subject=f"Vēstule {number}", failed_at=timezone.now(), last_error="550 no such user"
    )  # fmt: skip


def fact(page, user, field="website"):
    return FactChange.objects.create(profile=page.profile, field=field, old="", new="https://example.org", made_by=user)


def text_of_editor(index, user, number):
    page = article(index, f"Raksts {number}", publish=False)
    page.save_revision(user=user)
    page.get_workflow().start(page, user)


def test_late_things_come_first_and_are_named(parent, staff):
    pages = [community(parent, f"Kopiena {number}") for number in range(3)]
    rows = [sent(page, member(page), summary=NEW) for page in pages]
    today = timezone.localdate()
    for row, days in zip(rows, (2, -1, 0), strict=True):
        Submission.objects.filter(pk=row.pk).update(promised_on=today + datetime.timedelta(days=days))
    suggestion()
    found = waiting(staff.user)
    assert [row.item.title for row in found.rows] == ["Kopiena 1", "Kopiena 2", "Kopiena 0", "Talka 0"]
    assert [row.is_overdue for row in found.rows] == [True, False, False, False] and found.overdue == 1
    shown = staff.get(reverse("waiting")).content.decode()
    assert "Late: an answer was promised by" in shown and "An answer is promised today" in shown


def test_filter_by_kind_keeps_on_to_the_next(page, anna, site, staff):
    sent(page, anna, summary=NEW)
    calendar(site.home)
    first, second = suggestion(1), suggestion(2)
    answer = staff.get(reverse("waiting"), {"kind": "suggestions"})
    rows = answer.context["waiting"].rows
    assert [row.item.title for row in rows] == ["Talka 1", "Talka 2"]
    decided = staff.post(rows[0].url, {"do": "decline"})
    assert Suggestion.objects.get(pk=first.pk).state == "declined"
    assert staff.get(decided.url).url == rows[1].url
    last = staff.post(rows[1].url, {"do": "take"}, follow=True)
    assert Suggestion.objects.get(pk=second.pk).state == "taken"
    assert last.redirect_chain[-1][0].startswith(reverse("waiting_submission", args=[Submission.objects.get().pk]))


@pytest.mark.parametrize("query", ["kind=x", "kind=%00", "kind=' or 1", "after=" + "x" * 500, "kind=&after=&p=-1"])
def test_junk_in_the_address_shows_everything(parent, staff, query):
    suggestion()
    assert [row.item.title for row in staff.get(f"{reverse('waiting')}?{query}").context["waiting"].rows] == ["Talka 0"]
    assert staff.get(f"{reverse('waiting_next')}?{query}").status_code == 302


def test_next_never_leads_to_another_site(parent, staff):
    made = proposal()
    address = reverse("register_proposals:decide", args=[made.pk])
    assert staff.post(f"{address}?next=https://elsewhere.test/", {"do": "dismiss"}).url == reverse(
        "register_proposals:index"
    )


def test_facts_of_a_profile_are_one_thing_and_only_what_was_seen_is_looked_over(page, anna, staff):
    first, second = fact(page, anna), fact(page, anna, "meeting")
    (row,) = waiting(staff.user).rows
    assert (row.item.title, row.item.note) == ("Kažoku kopiena", "Tīmekļvietne, Kad tiekamies, vārdiem")
    staff.post(row.url, {"seen": [first.pk, "x", "²", "9" * 40]})
    assert [FactChange.objects.get(pk=made.pk).seen_by for made in (first, second)] == [staff.user, None]


def test_empty_queue_says_so(staff):
    assert "Nothing waits" in staff.get(reverse("waiting")).content.decode()
    answer = staff.get(reverse("waiting_next"), follow=True)
    assert "That was all for today" in answer.content.decode()


def test_dashboard_begins_with_it_and_the_menu_counts(page, anna, staff):
    sent(page, anna, summary=NEW)
    shown = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert shown.index("tasks__list") < shown.index("waiting-panel") and "Waiting today (1)" in shown
    titles = [link.get_text() for link in BeautifulSoup(shown, "html.parser").select(".waiting-row__title")]
    assert titles == ["Kažoku kopiena"]


# --- who may ---------------------------------------------------------------------------------------------------


def address_of(submission):
    return reverse("waiting_submission", args=[submission.pk])


def test_editors_see_and_do_not_decide(page, anna, client):
    submission = sent(page, anna, summary=NEW)
    fact(page, anna)
    user = editor()
    client.force_login(user)
    assert [row.item.source for row in waiting(user).rows] == ["change"]
    screen = client.get(address_of(submission))
    assert screen.status_code == 200 and b'value="approve"' not in screen.content
    data = {"do": "approve", "sent": submission.revision_id, "seen": submission.revision_id}
    assert client.post(address_of(submission), data).status_code in (302, 403)
    assert client.get(reverse("waiting_facts", args=[page.translation_key])).status_code == 404
    assert CommunityPage.objects.get().summary != NEW and Submission.objects.get().state == "waiting"


@pytest.mark.parametrize(
    "who", ["nobody", "member", "stranger", "staff of nothing", "moderator of elsewhere", "asleep"]
)
def test_others_see_nothing_of_it(page, anna, client, site, who):
    submission = sent(page, anna, summary=NEW, note="Slepena piezīme")
    fact(page, anna)
    user = {
        "nobody": lambda: None, "member": lambda: anna, "stranger": lambda: User.objects.create_user("s@platforma.test"),
        "staff of nothing": editor, "moderator of elsewhere": lambda: moderator("cita@platforma.test"),
        "asleep": lambda: moderator("guloss@platforma.test", is_active=False),
    }[who]()  # fmt: skip
    if who in ("staff of nothing", "moderator of elsewhere"):
        here = news_index(site.home)
        GroupPagePermission.objects.update(page=here)
        user = User.objects.get(pk=user.pk)
    if user:
        client.force_login(user)
        assert "change" not in [source.name for source, _count in counts(user)]
    data = {"do": "approve", "sent": submission.revision_id, "seen": submission.revision_id}
    for answer in (client.get(address_of(submission)), client.post(address_of(submission), data)):
        assert answer.status_code in (302, 403, 404) and "Slepena" not in answer.content.decode()
    if who != "moderator of elsewhere":
        facts = reverse("waiting_facts", args=[page.translation_key])
        for answer in (client.get(facts), client.post(facts, {"seen": "1"})):
            assert answer.status_code in (302, 403, 404)
    assert Submission.objects.get().state == "waiting"


# --- the screen ------------------------------------------------------------------------------------------------


def screen_of(client, submission) -> BeautifulSoup:
    return BeautifulSoup(client.get(address_of(submission)).content, "html.parser")


def sides(screen, name):
    section = screen.select_one(f"[aria-labelledby=change-{name}]")
    return [side.select_one(".change__text, .change__nothing") for side in section.select(".change__side")]


def test_only_what_differs_is_shown_and_words_are_marked(page, anna, staff):
    submission = sent(
        page, anna, summary=NEW, state="forming", website="https://dzied.example.org/", note="Paldies <b>!"
    )
    screen = screen_of(staff, submission)
    assert [tag.find(string=True).strip() for tag in screen.select(".change__label")] == ["In two sentences", "State", "Website"]  # fmt: skip
    old, new = sides(screen, "summary")
    assert (old.find("del"), new.find("ins").get_text()) == (None, "comes:  un dzied")
    old, new = sides(screen, "state")
    assert (old.find("del").get_text(), new.find("ins").get_text()) == ("goes: Active", "comes: Forming")
    assert sides(screen, "website")[0].get_text() == "nothing"
    assert "https://dzied.example.org/" not in [link.get("href") for link in screen.find_all("a")]
    assert "Paldies <b>!" in screen.select_one(".decide-note").get_text() and "Anna Ozola" in screen.get_text()


def test_pictures_choices_places_and_rich_text_are_told_in_words(page, anna, staff):
    from django.contrib.gis.geos import MultiPolygon, Point, Polygon

    from tests.factories.directory import settlement, topic
    from tests.factories.site import picture

    body = [("text", '<p>Skat. <a href="https://ļauns.example.org/">šeit</a>.</p>')]
    ring = ((24.2, 56.8), (24.3, 56.8), (24.3, 56.9), (24.2, 56.8))
    submission = sent(
        page, anna, lead_image=picture(), topics=[topic()], covers=[settlement("Baloži", point=(24.1, 56.87))],
        meets=["thu-evening"], open_to_members=True, body=body, point=Point(24.25, 56.83), area=MultiPolygon(Polygon(ring)),
    )  # fmt: skip
    screen = screen_of(staff, submission)
    text = screen.select_one("form.decide").get_text(" ", strip=True)
    for words in ("Nature", "Baloži", "Thursdays in the evening", "yes", "šeit (https://ļauns.example.org/)"):
        assert words in text, words
    assert screen.select_one(".change__picture")["alt"] == "Upes līcis"
    assert len(screen.select(".change__map svg")) == 2  # before: the settlement's point stands in
    assert screen.select_one("form.decide a[href^='https://']") is None


def test_published_by_one_click_and_the_next_comes(page, anna, parent, staff):
    submission = sent(page, anna, summary=NEW)
    other = community(parent, "Otra")
    following = sent(other, member(other), summary=NEW)
    row = waiting(staff.user).rows[0]
    screen = BeautifulSoup(staff.get(row.url).content, "html.parser")
    data = {tag["name"]: tag["value"] for tag in screen.select("form.decide input[type=hidden]")}
    answer = staff.post(row.url, data | {"do": "approve"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith(address_of(following))
    assert CommunityPage.objects.get(pk=page.pk).summary == NEW
    assert Submission.objects.get(pk=submission.pk).state == "approved"


def post(client, submission, **data):
    screen = screen_of(client, submission)
    hidden = {tag["name"]: tag["value"] for tag in screen.select("form.decide input[type=hidden]")}
    texts = {tag["name"]: tag.get("value") or tag.get_text() for tag in screen.select("[name^=text_]")}
    return client.post(address_of(submission), {**hidden, **texts, **data})


def test_words_are_corrected_on_the_screen(page, anna, staff):
    submission = sent(page, anna, summary=NEW, joining="Atnāc!")
    post(staff, submission, do="approve", text_summary="Kaimiņi dzied.")
    page = CommunityPage.objects.get()
    assert (page.summary, page.joining, Submission.objects.get().was_edited) == ("Kaimiņi dzied.", "Atnāc!", True)
    assert "corrected" in OutboxMessage.objects.get().text or "labojām" in OutboxMessage.objects.get().text


def test_title_that_is_emptied_is_refused_and_typed_words_stay(page, anna, staff):
    submission = sent(page, anna, title="Jauns vārds", summary=NEW)
    answer = post(staff, submission, do="approve", text_title="", text_summary="Manis labots")
    assert answer.status_code == 422 and "Manis labots" in answer.content.decode()
    assert Submission.objects.get().state == "waiting"


def test_returned_with_ready_made_words_in_the_senders_language(page, anna, staff):
    submission = sent(page, anna, summary=NEW)
    assert post(staff, submission, do="return").status_code == 422
    post(staff, submission, do="return", ready=["place"], words="Tiltam otrā pusē.")
    submission.refresh_from_db()
    assert submission.state == "returned" and submission.reason.endswith("Tiltam otrā pusē.")
    assert "The place on the map" not in submission.reason  # the page and its sender speak Latvian
    assert submission.reason.splitlines()[0] in OutboxMessage.objects.get().text


def test_draft_of_staff_is_shown_and_asked_about(page, anna, staff):
    colleague = editor(first_name="Ieva", last_name="Kalna")
    changed(page, colleague, joining="Zvaniet.")
    submission = sent(page, anna, summary=NEW)
    screen = screen_of(staff, submission)
    assert "Ieva Kalna" in screen.select_one(".decide-draft").get_text()
    assert "by Ieva Kalna" in screen.select_one("#change-joining").get_text()
    answer = post(staff, submission, do="approve")
    assert answer.status_code == 422 and Submission.objects.get().state == "waiting"
    post(staff, submission, do="approve", staffs=Staffs.KEEP)
    assert CommunityPage.objects.get().joining == "Atnāciet uz talku."


def test_what_changed_meanwhile_is_shown_and_not_decided(page, anna, staff):
    submission = sent(page, anna, summary=NEW)
    data = {"do": "approve", "sent": submission.revision_id, "seen": submission.revision_id}
    sent(page, anna, summary="Pavisam citi vārdi.")
    answer = staff.post(address_of(submission), data)
    assert answer.status_code == 200 and "Pavisam citi vārdi" in answer.content.decode()
    assert "while you were looking" in answer.content.decode() and Submission.objects.get().state == "waiting"


def test_two_moderators_decide_once(page, anna, staff):
    submission = sent(page, anna, summary=NEW)
    data = {"do": "approve", "sent": submission.revision_id, "seen": submission.revision_id}
    staff.post(address_of(submission), data)
    answer = staff.post(address_of(submission), {**data, "do": "return", "words": "Nē"}, follow=True)
    assert "does not wait any more" in answer.content.decode()
    assert Submission.objects.get().state == "approved" and OutboxMessage.objects.count() == 1


def test_editor_of_wagtail_is_told_of_what_waits(page, anna, staff):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "sent a change of this page" not in staff.get(address).content.decode()
    User.objects.filter(pk=anna.pk).update(last_name="<i>Ozola")
    submission = sent(page, anna, summary=NEW)
    shown = staff.get(address).content.decode()
    assert "Anna &lt;i&gt;Ozola sent a change of this page" in shown and address_of(submission) in shown


def test_new_page_is_shown_on_one_side(parent, staff):
    page = community(parent, "Jauna kopiena", publish=False)
    screen = screen_of(staff, sent(page, member(page), summary=NEW))
    assert "Jauna kopiena" in screen.select_one("[aria-labelledby=change-title]").get_text()
    assert screen.select("del, ins") == [] and screen.select_one(".change__sides:not(.change__sides--one)") is None

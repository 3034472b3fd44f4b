"""The people of a date as staff have them: found, entered, ticked off, written to, in files."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission

from events.actions.anonymise import forget
from events.actions.change import change_people, give_up
from events.actions.register import Person, register
from events.actions.seats import Refused
from events.links import token_of
from events.models import Question, Registration, Session, Suggestion
from events.read_model import event_of
from events.vocabulary import State
from home.models import OutboxMessage
from tests.factories.dated import calendar, event_page
from tests.factories.events import session
from tests.factories.members import editor
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _page(site_of_file):
    return event_page(calendar(site_of_file.home), "Vakars", slug="vakars")


@pytest.fixture
def date(_page, db):
    return session(event_of(fresh(_page)), room=2)


@pytest.fixture(scope="module")
def _editor(site_of_file):
    return editor("redaktore@platforma.test")


@pytest.fixture
def staff(_editor, client, db):
    client.user = fresh(_editor)
    client.force_login(client.user)
    return client


def enter(date, name="Anna", mail="", **fields) -> Registration:
    number = Registration.objects.count()
    given = Person(name=name, email=mail, phone=f"+371 2000001{number}", **fields)
    return register(date.pk, given, mode="room").registration


def names(staff, date, query, door="event_people") -> list[str]:
    soup = BeautifulSoup(staff.get(reverse(door, args=[date.pk]) + query).content, "html.parser")
    return [name.get_text() for name in soup.select(".event-person__name strong")]


def test_people_are_found_as_one_types_on_a_phone(date, staff):
    for name in ("Āris Bērziņš", "Zane Ābele", "Ilze Liepa"):
        enter(date, name)
    assert names(staff, date, "?q=berzins aris") == ["Āris Bērziņš"]
    assert names(staff, date, "?q=ĀBELE") == ["Zane Ābele"]
    assert names(staff, date, "?q=2000 0012") == ["Ilze Liepa"]
    assert names(staff, date, "?state=waiting") == ["Ilze Liepa"]
    assert names(staff, date, "?q=%00'\"<script>") == []
    assert names(staff, date, "", "event_check_in") == ["Āris Bērziņš", "Zane Ābele"]


def test_only_who_has_a_place_is_ticked_off_and_who_is_missing_is_told(date, staff):
    came, missing, waits = (enter(date, name) for name in ("Anna", "Beāte", "Cilda"))
    for row in (came, waits):
        act = reverse("event_person", args=[date.pk, row.pk])
        answer = staff.post(act, {"do": "came", "back": "door"})
        assert answer.url.endswith(f"#row-{row.pk}")
    assert list(Registration.objects.order_by("pk").values_list("attended", flat=True)) == [1, None, None]
    assert names(staff, date, "?missing=1", "event_check_in") == ["Beāte"]
    button = b'value="came"'
    code = reverse("event_check_in_by_code", args=[token_of(missing)])
    assert button in staff.get(code).content
    assert button not in staff.get(reverse("event_check_in_by_code", args=[token_of(waits)])).content
    assert staff.get(code[:-2] + "x/").status_code == 404
    listed = staff.get(reverse("event_sheet", args=[date.pk]) + "?certificates").content.decode()
    assert "Anna" in listed and "Beāte" not in listed


def test_staff_change_a_number_when_people_themselves_no_longer_may(date, staff):
    row = enter(date)
    Session.objects.update(group_limit=1, closes_at=timezone.now() - datetime.timedelta(hours=1))
    with pytest.raises(Refused):
        change_people(row, 2)
    act = reverse("event_person", args=[date.pk, row.pk])
    staff.post(act, {"do": "people", "people": "2"})
    assert Registration.objects.get().people == Session.objects.get().taken_room == 2
    for people in ("3", "0", "99999999999", "", "-1"):  # more than the seats, or no number of people at all
        assert staff.post(act, {"do": "people", "people": people}).status_code == 302
    assert Registration.objects.get().people == Session.objects.get().taken_room == 2
    staff.post(act, {"do": "give-up"})
    assert Registration.objects.get().state == State.CANCELLED
    assert staff.get(act).status_code == 405


def test_name_is_text_wherever_it_is_shown(date, staff):
    person = {"name": "<b>Anna</b>", "phone": "+371 20000077", "mode": "room", "people": 1}
    shown = staff.post(reverse("event_people", args=[date.pk]), person, follow=True).content.decode()
    assert "<b>Anna" not in shown and "&lt;b&gt;Anna" in shown
    assert "redaktore@platforma.test" in shown  # who entered it


def test_files_tell_answers_in_words_and_nothing_of_who_was_forgotten(date, staff):
    question = Question.objects.create(event=date.event, text={"lv": "Vai brauksiet?"}, answer="yes-no")
    enter(date, "Anna\x0b", answers={str(question.pk): "yes"}, access_needs="@SUM(A1)", photo_consent=False)
    gone = enter(date, "Aizmirstā", "aizmirsta@paraugs.test")
    give_up(gone)
    forget(gone)
    book = load_workbook(io.BytesIO(staff.get(reverse("event_export", args=[date.pk, "xlsx"])).content)).active
    rows = [list(row) for row in book.iter_rows(values_only=True)]
    assert (len(rows), rows[0][2], rows[0][-1]) == (2, "Tālrunis", "Vai brauksiet?")
    assert (rows[1][0], rows[1][-1], rows[1][8]) == ("Anna", "jā", "nē")
    body = staff.get(reverse("event_export", args=[date.pk, "csv"])).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(body)))[1][7] == "'@SUM(A1)"
    assert "Aizmirst" not in body and staff.get(reverse("event_export", args=[date.pk, "pdf"])).status_code == 404


def test_file_of_another_event_is_not_for_the_editor_of_this_one(date, staff, site):
    other = event_page(site.home, "Cits", slug="cits")
    theirs = session(event_of(other), room=2)
    enter(theirs, "Slepenā", "slepena@paraugs.test")
    GroupPagePermission.objects.update(page=date.event.page.get_parent())
    assert staff.get(reverse("event_export", args=[date.pk, "csv"])).status_code == 200
    row = Registration.objects.get()
    for address in (
        reverse("event_export", args=[theirs.pk, "csv"]),
        reverse("event_people", args=[theirs.pk]),
        reverse("event_check_in_by_code", args=[token_of(row)]),
    ):
        answer = staff.get(address)
        assert answer.status_code == 302 and b"slepena" not in answer.content
    # By way of one's own date neither.
    assert staff.post(reverse("event_person", args=[date.pk, row.pk]), {"do": "give-up"}).status_code == 404
    assert Registration.objects.get().state == State.BOOKED


def test_message_goes_to_confirmed_addresses_in_one_line_of_subject(date, staff):
    enter(date, "Anna", "anna@paraugs.test")
    held = enter(date, "Beāte", "beate@paraugs.test")
    Registration.objects.filter(pk=held.pk).update(state=State.HELD)
    enter(date, "Cilda", "cilda@paraugs.test")
    address = reverse("event_message", args=[date.pk])
    data = {"to": "all", "subject": "Krūze\r\nBcc: x@y.z", "text": "Ņemiet līdzi krūzi.", "key": "k1"}
    assert staff.post(address, data).context["count"] == 2
    OutboxMessage.objects.all().delete()
    staff.post(address, data | {"send": "1"})
    mails = OutboxMessage.objects.order_by("recipient")
    assert [mail.recipient for mail in mails] == ["anna@paraugs.test", "cilda@paraugs.test"]
    assert "\n" not in mails[0].subject
    assert staff.post(address, data | {"text": ""}).status_code == 422


def test_suggestions_nobody_has_read_come_first_and_are_decided_once(date, staff):
    starts = timezone.now() + datetime.timedelta(days=9)
    new = Suggestion.objects.create(title="Jauns", starts=starts, place="Laukums")
    Suggestion.objects.create(title="Noraidīts", starts=starts, place="Laukums", state=Suggestion.State.DECLINED)
    listed = staff.get(reverse("wagtailsnippets_events_suggestion:list"))
    assert [row.title for row in listed.context["object_list"]] == ["Jauns", "Noraidīts"]
    assert staff.get(reverse("wagtailsnippets_events_suggestion:add")).status_code == 302  # not by hand
    tasks = BeautifulSoup(staff.get(reverse("wagtailadmin_home")).content, "html.parser").select("main a")
    look = reverse("event_suggestion", args=[new.pk, "look"])
    assert look in [link["href"].partition("?")[0] for link in tasks]  # in the queue, beneath the big buttons
    decline = reverse("event_suggestion", args=[new.pk, "decline"])
    assert staff.get(decline).status_code == 200 and Suggestion.objects.get(pk=new.pk).state == "new"
    staff.post(decline)
    staff.post(reverse("event_suggestion", args=[new.pk, "take"]))
    assert Suggestion.objects.get(pk=new.pk).state == Suggestion.State.DECLINED
    staff.user.groups.clear()
    staff.user.groups.add(Group.objects.create(name="Citi"))
    assert staff.get(decline).status_code == 302

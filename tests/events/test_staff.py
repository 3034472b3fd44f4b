"""Staff's screens: dates beside the page, people, the door, files; for those who may edit the page and nobody else."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from events.actions.register import Person, register
from events.actions.suggest import send_suggestion
from events.links import token_of
from events.models import Event, EventPage, Registration, Session, Suggestion
from events.read_model import event_of
from events.staff.dates import repeat
from events.vocabulary import State, Status
from home.models import OutboxMessage, User
from tests.factories.dated import calendar, event_page
from tests.factories.events import session
from tests.factories.members import editor
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
RIGA = timezone.get_default_timezone()


@pytest.fixture(scope="module")
def _page(site_of_file):
    return event_page(calendar(site_of_file.home), "Vakars", slug="vakars")


@pytest.fixture
def page(_page, db):
    return fresh(_page)


@pytest.fixture
def date(page):
    made = session(event_of(page), room=2)
    register(made.pk, Person(name="=HYPERLINK(1)", email="anna@paraugs.test", phone="+371 20000001"), mode="room")
    return made


@pytest.fixture(scope="module")
def _editor(site_of_file):
    return editor("redaktore@platforma.test")


@pytest.fixture
def staff(_editor, client, db):
    client.user = fresh(_editor)
    client.force_login(client.user)
    return client


def doors(date) -> list[str]:
    page = Page.objects.get(translation_key=date.event_id)
    person = Registration.objects.filter(session=date).first()
    return [
        reverse("event_new_date", args=[page.pk, "evening"]), reverse("event_rules", args=[page.pk]),
        *(reverse(name, args=[date.pk]) for name in ("event_date", "event_people", "event_check_in", "event_sheet", "event_message")),
        reverse("event_status", args=[date.pk, "cancel"]), reverse("event_export", args=[date.pk, "csv"]),
        reverse("event_export", args=[date.pk, "xlsx"]), reverse("event_check_in_by_code", args=[token_of(person)]),
    ]  # fmt: skip


ACTS = ("event_repeat", "event_remove", "event_person")


def test_nobody_else_sees_or_does_anything(date, staff, client):
    GroupPagePermission.objects.all().delete()  # an editor of nothing, with a way into the admin
    person = Registration.objects.get()
    for door in doors(date):
        answer = staff.get(door)
        assert answer.status_code in (302, 403) and b"anna@" not in answer.content, door
    for name in ACTS:
        args = [date.pk, person.pk] if name == "event_person" else [date.pk]
        assert staff.post(reverse(name, args=args), {"do": "give-up"}).status_code in (302, 403)
    assert Registration.objects.get().state == State.BOOKED and Session.objects.count() == 1
    assert "Vakars" not in staff.get(reverse("event_overview")).content.decode()
    client.logout()
    for door in [*doors(date), reverse("event_overview")]:
        assert client.get(door).status_code == 302, door


def test_every_screen_opens_for_who_may_edit(date, staff):
    for door in [*doors(date), reverse("event_overview"), reverse("event_overview") + "?past"]:
        assert staff.get(door).status_code == 200, door
    assert "anna@paraugs.test" in staff.get(reverse("event_people", args=[date.pk])).content.decode()


@pytest.mark.parametrize(("preset", "seats"), [("evening", (20, None)), ("day", (30, None)), ("online", (None, 100))])
def test_preset_needs_only_to_be_saved(page, staff, preset, seats):
    address = reverse("event_new_date", args=[page.pk, preset])
    form = staff.get(address).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
    data |= {name: form[name].value().astimezone(RIGA).strftime("%Y-%m-%dT%H:%M") for name in ("starts", "ends")}
    assert staff.post(address, data).status_code == 302
    made = Session.objects.get()
    assert (made.seats_room, made.seats_online) == seats
    assert made.starts.astimezone(RIGA).weekday() < 5 and made.event_id == page.translation_key


def sent(staff, date, **changes) -> dict:
    form = staff.get(reverse("event_date", args=[date.pk])).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
    for name in ("starts", "ends"):
        data[name] = form[name].value().astimezone(RIGA).strftime("%Y-%m-%dT%H:%M")
    return data | changes


def test_hour_is_moved_and_people_are_told(date, staff):
    later = (date.starts + datetime.timedelta(hours=1)).astimezone(RIGA)
    before = OutboxMessage.objects.count()
    data = sent(staff, date, starts=later.strftime("%Y-%m-%dT%H:%M"))
    assert staff.post(reverse("event_date", args=[date.pk]), data).status_code == 302
    moved = Session.objects.get()
    assert moved.sequence == 1 and moved.starts.astimezone(RIGA).hour == later.hour
    assert OutboxMessage.objects.count() == before + 1


def test_seats_below_those_taken_are_refused_beside_the_field(date, staff):
    register(date.pk, Person(name="Otrs", phone="+371 20000002"), mode="room")
    answer = staff.post(reverse("event_date", args=[date.pk]), sent(staff, date, seats_room=1))
    assert answer.status_code == 422 and answer.context["form"].errors["seats_room"]
    assert Session.objects.get().seats_room == 2


def test_end_before_the_beginning_is_refused(date, staff):
    answer = staff.post(reverse("event_date", args=[date.pk]), sent(staff, date, ends="2020-01-01T10:00"))
    assert answer.status_code == 422 and "ends" in answer.context["form"].errors


def test_repeated_at_the_same_hour_of_the_clock_and_not_on_days_left_out(page):
    first = session(event_of(page), starts=datetime.datetime(2027, 3, 18, 18, tzinfo=RIGA))
    made = repeat(first, "7", 3, {datetime.date(2027, 4, 1)})
    assert [row.starts.astimezone(RIGA).strftime("%d.%m. %H") for row in made] == [
        "25.03. 18",
        "08.04. 18",
        "15.04. 18",
    ]
    monthly = repeat(first, "month", 3, set())  # the third Thursday; that of April is there already
    assert [row.starts.astimezone(RIGA).strftime("%d.%m. %H") for row in monthly] == ["20.05. 18", "17.06. 18"]


def test_cancelled_with_a_reason_and_told(date, staff):
    address = reverse("event_status", args=[date.pk, "cancel"])
    assert "1" in BeautifulSoup(staff.get(address).content, "html.parser").find("form", method="post").get_text()
    staff.post(address, {"reason_lv": "Plūdi.", "reason_en": "Floods."})
    found = Session.objects.get()
    assert (found.status, found.reason) == (Status.CANCELLED, {"lv": "Plūdi.", "en": "Floods."})
    assert PageLogEntry.objects.filter(action="events.cancel", user=staff.user).exists()


def test_somebody_who_calls_is_signed_up_also_beyond_the_seats(date, staff):
    people = reverse("event_people", args=[date.pk])
    register(date.pk, Person(name="Otrs", phone="+371 20000002"), mode="room")
    person = {"name": "Trešā", "phone": "+371 20000003", "mode": "room", "people": 1}
    staff.post(people, person)
    assert Registration.objects.get(name="Trešā").state == State.WAITING
    staff.post(people, person | {"name": "Ceturtā", "phone": "+371 20000004", "beyond": "on"})
    entered = Registration.objects.get(name="Ceturtā")
    assert (entered.state, entered.entered_by) == (State.BOOKED, staff.user)
    assert (Session.objects.get().taken_room, Session.objects.get().overbooked_room) == (3, 1)
    assert staff.post(people, {"name": "Bez nekā", "mode": "room", "people": 1}).status_code == 422


def test_ticked_at_the_door_taken_back_and_counted(date, staff):
    person = Registration.objects.get()
    act = reverse("event_person", args=[date.pk, person.pk])
    staff.post(act, {"do": "came", "back": "door"})
    assert Registration.objects.get().attended == 1
    assert "Ieradušies 1 no 1" in staff.get(reverse("event_check_in", args=[date.pk])).content.decode()
    staff.post(act, {"do": "undo"})
    assert Registration.objects.get().attended is None
    staff.post(act, {"do": "came", "people": "x"})
    staff.post(act, {"do": "nonsense"})
    assert Registration.objects.get().attended is None
    other = session()
    assert staff.post(reverse("event_person", args=[other.pk, person.pk]), {"do": "came"}).status_code in (
        302,
        403,
        404,
    )
    assert Registration.objects.get().attended is None


def test_files_hold_no_formulas_and_every_one_is_logged(date, staff):
    body = staff.get(reverse("event_export", args=[date.pk, "csv"])).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(body)))[1][0] == "'=HYPERLINK(1)"
    book = load_workbook(io.BytesIO(staff.get(reverse("event_export", args=[date.pk, "xlsx"])).content))
    assert (book.active["A2"].value, book.active["A2"].data_type) == ("=HYPERLINK(1)", "s")
    logged = PageLogEntry.objects.filter(action="events.export")
    assert [row.data["format"] for row in logged.order_by("pk")] == ["csv", "xlsx"]
    assert "anna" not in str([row.data for row in logged])


def test_message_is_counted_before_it_goes(date, staff):
    address, before = reverse("event_message", args=[date.pk]), OutboxMessage.objects.count()
    data = {"to": "place", "subject": "Līdzi krūze", "text": "Paņemiet līdzi krūzi.", "key": "a1"}
    staff.post(address, data)
    assert OutboxMessage.objects.count() == before
    staff.post(address, data | {"send": "1"})
    mail = OutboxMessage.objects.order_by("pk").last()
    assert mail.recipient == "anna@paraugs.test" and "krūzi" in mail.text
    staff.post(address, data | {"send": "1"})  # pressed twice
    assert OutboxMessage.objects.count() == before + 1


def test_date_with_people_is_not_deleted_nor_its_page(date, staff, page):
    staff.post(reverse("event_remove", args=[date.pk]))
    assert Session.objects.filter(pk=date.pk).exists()
    admin = User.objects.create_superuser("vadiba@platforma.test", "x")
    staff.force_login(admin)
    staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert EventPage.objects.filter(pk=page.pk).exists()
    staff.post(reverse("event_status", args=[date.pk, "cancel"]), {"reason_lv": "", "reason_en": ""})
    staff.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not EventPage.objects.filter(pk=page.pk).exists()
    assert Registration.objects.count() == 1 and Event.objects.get().page is None


def test_rules_and_questions_hold_at_once(page, staff):
    address = reverse("event_rules", args=[page.pk])
    data = {
        "takes_registrations": "on", "confirm_first": "on", "hold_hours": 12, "offer_hours": 24, "retention_days": 90,
        "purpose_lv": "", "purpose_en": "", "questions-TOTAL_FORMS": 1, "questions-INITIAL_FORMS": 0,
        "questions-0-text_lv": "Ko ēdat?", "questions-0-text_en": "What do you eat?", "questions-0-answer": "line",
        "questions-0-choices_lv": "", "questions-0-choices_en": "",
    }  # fmt: skip
    assert staff.post(address, data).status_code == 302
    event = Event.objects.get()
    assert (event.confirm_first, event.hold_hours, event.retention_days) == (True, 12, 90)
    assert [row.text["lv"] for row in event.questions.all()] == ["Ko ēdat?"]


def test_editor_of_the_page_shows_its_dates(date, staff, page):
    html = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("event_people", args=[date.pk]) in html and reverse("event_new_date", args=[page.pk, "last"]) in html
    new = staff.get(
        reverse("wagtailadmin_pages:add", args=["events", "eventpage", page.get_parent().pk])
    ).content.decode()
    assert "Vispirms saglabājiet melnrakstu" in new


def test_suggestion_becomes_a_draft_without_its_sender(page, staff):
    suggestion = send_suggestion(
        Suggestion(title="Puķu tirgus", starts=timezone.now() + datetime.timedelta(days=9), place="Laukums", name="Zane", phone="+371 20000009")
    )  # fmt: skip
    staff.post(reverse("event_suggestion", args=[suggestion.pk, "take"]))
    draft = EventPage.objects.get(title="Puķu tirgus")
    assert not draft.live and "Zane" not in str(draft.latest_revision.content)
    assert Session.objects.get(event=draft.translation_key).starts == suggestion.starts
    assert "Puķu tirgus" in staff.get(reverse("wagtailsnippets_events_suggestion:list")).content.decode()


@pytest.mark.parametrize("name", ["event_overview", "event_people", "event_check_in"])
def test_cost_is_the_same_for_one_and_three(date, staff, name):
    address, costs = reverse(name, args=[] if name == "event_overview" else [date.pk]), []
    for number in (0, 1, 2):
        if number:
            session(date.event, days=number)
            register(date.pk, Person(name=f"P{number}", phone=f"+371 2000001{number}"), mode="room")
        staff.get(address)
        with CaptureQueriesContext(connection) as seen:
            staff.get(address)
        costs.append(len(seen))
    assert costs[0] == costs[2], costs

"""Signing up over the web: the form, the page of one's own place, and everything that goes wrong on the way."""

import datetime
import io
import re

import pytest
import zxingcpp
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar
from PIL import Image
from wagtail.models import PageViewRestriction

from events.actions import change_session
from events.links import token_of
from events.models import Event, Registration, Session
from events.vocabulary import State
from home.mail.sender import send_due
from home.models import OutboxMessage
from home.public_forms import opened_now
from tests.factories.events import event, session
from tests.factories.shared import fresh
from tests.factories.site import standard_page

pytestmark = pytest.mark.django_db
HERE = {"headers": {"sec-fetch-site": "same-origin"}}


@pytest.fixture(scope="module")
def _page(site_of_file):
    return standard_page(site_of_file.home, "Kopienu vakars", slug="vakars")


@pytest.fixture
def page(_page, db):
    return fresh(_page)


@pytest.fixture
def of(page):
    return session(event(page, phone="+371 20 000 009"), room=2)


@pytest.fixture(autouse=True)
def _latvian():
    with override("lv"):
        yield


def address(of: Session) -> str:
    return reverse("sign_up", args=[of.pk])


def filled(**fields) -> dict:
    return {"name": "Anna", "email": "anna@paraugs.test", "people": 1, "opened": opened_now(10)} | fields


def send(client, of: Session, **fields):
    return client.post(address(of), filled(**fields), **HERE)


def own(answer) -> str:
    assert answer.status_code == 302, BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)[:800]
    return answer["Location"]


def test_three_screens(of, client):
    form = client.get(address(of))
    html = form.content.decode()
    assert form.status_code == 200 and "Kopienu vakars" in html and "+371 20 000 009" in html and not form.cookies
    assert "no-store" in form["Cache-Control"] and form["X-Robots-Tag"] == "noindex"
    answer = client.get(own(send(client, of)))
    html = answer.content.decode()
    assert ">Jums ir vieta</h1>" in html and "anna@paraugs.test" in html and "no-store" in answer["Cache-Control"]
    assert Registration.objects.get().state == State.BOOKED


def test_english_answers_in_english(of, client):
    with override("en"):
        answer = client.post(address(of), filled(), **HERE)
        html = client.get(own(answer)).content.decode()
    assert ">You are in</h1>" in html and 'lang="en"' in html
    assert Registration.objects.get().language == "en"


def test_what_was_typed_stays(of, client):
    answer = send(client, of, email="anna@", phone="zvaniet", access_needs="Bez pakāpieniem")
    html = answer.content.decode()
    assert answer.status_code == 422 and not Registration.objects.exists()
    assert 'value="Anna"' in html and 'value="anna@"' in html and "Bez pakāpieniem" in html
    assert html.count("field__error") >= 2


def test_double_click_books_once_and_shows_the_same_place(of, client):
    first = own(send(client, of, form_key="a" * 32))
    assert own(send(client, of, form_key="a" * 32)) == first
    assert Registration.objects.count() == 1


def test_a_strangers_place_is_not_shown_to_who_knows_the_address(of, client):
    link = own(send(client, of, form_key="a" * 32))
    for key in ("b" * 32, ""):
        answer = send(client, of, form_key=key)
        assert answer.status_code == 422 and link not in answer.content.decode()
        assert "pieteikums jau ir" in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://zaglis.test"}],
    ids=["none", "cross", "origin"],
)
def test_form_of_another_site_books_nothing(of, client, headers):
    answer = client.post(address(of), filled(), headers=headers)
    assert answer.status_code == 422 and not Registration.objects.exists()


@pytest.mark.parametrize("fields", [{"opened": "x"}, {"opened": opened_now(90_000)}, {"homepage": "http://x"}])
def test_machine_books_nothing(of, client, fields):
    assert send(client, of, **fields).status_code == 422 and not Registration.objects.exists()


def test_one_address_may_sign_up_so_often(of, client, settings):
    codes = [send(client, of, email=f"p{number}@paraugs.test").status_code for number in range(21)]
    assert codes[-1] == 429 and set(codes[:-1]) == {302}
    cache.clear()


def test_window_that_closes_under_the_form(of, client):
    Session.objects.filter(pk=of.pk).update(closes_at=timezone.now())
    answer = send(client, of)
    assert answer.status_code == 422 and "Pieteikšanās ir beigusies" in answer.content.decode()
    assert 'value="Anna"' in answer.content.decode()


@pytest.mark.parametrize("hide", ["draft", "private", "expired", "scheduled"])
def test_hidden_event_takes_nobody(of, page, client, hide):
    if hide == "draft":
        page.unpublish()
    elif hide == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        when = timezone.now() + datetime.timedelta(days=-1 if hide == "expired" else 1)
        type(page).objects.filter(pk=page.pk).update(**{"expire_at" if hide == "expired" else "go_live_at": when})
    assert client.get(address(of)).status_code == 404
    assert send(client, of).status_code == 404 and not Registration.objects.exists()
    assert client.get(reverse("calendar_entry", args=[of.pk])).status_code == 404


def test_place_stays_when_the_page_goes(of, page, client):
    link = own(send(client, of))
    page.delete()
    assert client.get(link).status_code == 200 and Registration.objects.get().state == State.BOOKED


def test_own_page_changes_nothing_by_looking(of, client):
    link = own(send(client, of))
    for _look in range(2):
        assert client.get(link).status_code == 200
    assert client.head(link).status_code == 200 and Registration.objects.get().state == State.BOOKED


def act(link: str, client=None, **fields):
    return (client or Client()).post(link, fields, **HERE)


def test_giving_up_and_erasing(of, client):
    link = own(send(client, of))
    assert act(link, do="give-up").status_code == 302
    assert "atkal ir brīva" in client.get(link).content.decode()
    assert act(link, do="forget").status_code == 302
    row = Registration.objects.get()
    assert (row.state, row.name, row.email, row.person) == (State.GIVEN_UP, "", "", "")
    assert "anna@" not in client.get(link).content.decode()


def test_erasing_gives_the_seat_back(of, client):
    link = own(send(client, of))
    act(link, do="forget")
    of.refresh_from_db()
    assert of.taken_room == 0 and Registration.objects.get().email == ""


def test_a_group_can_change(of, client):
    link = own(send(client, of))
    assert act(link, do="people", people=2).status_code == 302
    answer = act(link, do="people", people=3)
    assert answer.status_code == 409 and "Tik daudz brīvu vietu nav" in answer.content.decode()
    assert Registration.objects.get().people == 2


def test_where_the_mailbox_is_confirmed_first_the_form_cannot_do_it(of, client):
    """Whoever types a stranger's address gets a page that says so, and no seat in the stranger's name."""
    Event.objects.update(confirm_first=True)
    Session.objects.update(format="both", seats_online=5)
    link = own(send(client, of, mode="room"))
    html = client.get(link).content.decode()
    assert "Tagad ieskatieties pastkastītē" in html and 'value="confirm"' not in html and 'value="mode"' not in html
    for fields in ({"do": "confirm"}, {"do": "mode", "mode": "online"}, {"do": "people", "people": 2}):
        answer = act(link, **fields)
        assert answer.status_code == 409 and "saiti vēstulē" in answer.content.decode()
    row = Registration.objects.get()
    assert (row.state, row.people, row.mode) == (State.HELD, 1, "room")
    mailed = OutboxMessage.objects.get().text
    (proven,) = re.findall(rf"{re.escape(link.rsplit('/', 2)[0])}/[\w-]+/", mailed)
    assert proven != link and 'value="confirm"' in client.get(proven).content.decode()
    assert act(proven, do="mode", mode="online").status_code == 302
    assert Registration.objects.get().state == State.HELD  # still to be confirmed, the other way
    assert act(proven, do="confirm").status_code == 302
    assert Registration.objects.get().state == State.BOOKED
    assert ">Jums ir vieta</h1>" in client.get(link).content.decode()
    assert act(link, do="give-up").status_code == 302


@pytest.mark.parametrize("fields", [{}, {"do": "x"}, {"do": "mode", "mode": "x"}, {"do": "people", "people": "-1"}])
def test_nonsense_changes_nothing(of, client, fields):
    link = own(send(client, of))
    answer = act(link, **fields)
    assert answer.status_code in (409, 422) and Registration.objects.get().state == State.BOOKED


def test_stranger_cannot_press_the_button(of, client):
    link = own(send(client, of))
    assert client.post(link, {"do": "give-up"}, headers={"origin": "https://zaglis.test"}).status_code == 422
    assert Registration.objects.get().state == State.BOOKED


@pytest.mark.parametrize("token", ["1", "1-0", "x" * 300, "1-" + "0" * 24, "%00", "²-a"])
def test_broken_link_says_how_to_get_help(of, client, token):
    send(client, of)
    answer = client.get(f"/mans-pieteikums/{token}/")
    assert answer.status_code == 404 and "nedarbojas" in answer.content.decode()


def test_waiting_says_the_number(of, client):
    links = [own(send(client, of, email=f"p{number}@paraugs.test")) for number in range(4)]
    told = [client.get(link).content.decode() for link in links]
    assert [("Jūsu vieta rindā: 1." in html, "Jūsu vieta rindā: 2." in html) for html in told] == [
        (False, False), (False, False), (True, False), (False, True)
    ]  # fmt: skip


def test_code_in_the_mail_and_on_the_page_leads_to_the_door(of, client):
    html = client.get(own(send(client, of))).content.decode()
    door = "https://platforma.test" + reverse("event_check_in_by_code", args=[token_of(Registration.objects.get())])
    send_due()
    (content,) = [part.content for part in mail.outbox[0].attachments if part.mimetype == "image/png"]
    assert read_code(Image.open(io.BytesIO(content))) == door
    across = int(re.search(r'viewBox="0 0 (\d+) \1"[^>]*><path d="M\d+ \d+h1v1h-1z', html)[1])
    drawn = Image.new("L", (across, across), 255)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", html):
        drawn.putpixel((int(x), int(y)), 0)
    assert read_code(drawn.resize((across * 4, across * 4), Image.Resampling.NEAREST)) == door


def read_code(picture: Image.Image) -> str:
    """As a phone reads it."""
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    return found.text


def test_called_off_is_said(of, client):
    link = own(send(client, of))
    change_session.cancel_session(of.pk, {"lv": "Plūdi."})
    html = client.get(link).content.decode()
    assert "<h1>Pasākums nenotiks</h1>" in html and "Plūdi." in html
    assert send(client, of, email="b@paraugs.test").status_code == 422


def test_questions_of_the_organisers(of, client):
    one = of.event.questions.create(
        text={"lv": "Ko ēdat?"}, answer="choice", choices={"lv": "visu\nbez gaļas"}, is_required=True
    )
    two = of.event.questions.create(text={"lv": "Vajag telti?"}, answer="yes-no")
    assert send(client, of).status_code == 422
    own(send(client, of, **{f"question-{one.pk}": "bez gaļas", f"question-{two.pk}": "on"}))
    assert Registration.objects.get().answers == {str(one.pk): "bez gaļas", str(two.pk): "yes"}


def test_photo_consent_is_apart_and_unticked(of, client):
    of.event.asks_photo_consent = True
    of.event.save()
    box = BeautifulSoup(client.get(address(of)).content, "html.parser").find("input", {"name": "photo_consent"})
    assert box["type"] == "checkbox" and not box.has_attr("checked")
    own(send(client, of))
    assert Registration.objects.get().photo_consent is False


def test_entry_for_the_calendar(of, client):
    answer = client.get(reverse("calendar_entry", args=[of.pk]))
    entry = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert answer["Content-Type"].startswith("text/calendar") and str(entry["SUMMARY"]) == "Kopienu vakars"
    assert entry["DTSTART"].params["TZID"] == "Europe/Riga" and entry.decoded("DTSTART") == of.starts
    assert all(len(line.encode()) <= 75 for line in answer.content.decode().split("\r\n"))
    assert "anna" not in answer.content.decode()


def test_form_costs_the_same_for_one_date_and_three(page, client):
    costs = []
    for count in (1, 3):
        of = event() if count == 3 else event(page)
        of.page = page.page_ptr
        of.save()
        for number in range(count):
            last = session(of, days=number + 1)
        client.get(address(last))
        with CaptureQueriesContext(connection) as seen:
            client.get(address(last))
        costs.append(len(seen))
    assert costs[0] == costs[1] <= 12, costs


def test_mail_has_one_action_and_the_entry(of, client):
    own(send(client, of))
    send_due()
    (message,) = mail.outbox
    html = message.alternatives[0][0]
    assert message.to == ["anna@paraugs.test"] and html.count('class="button"') == 1
    assert re.search(r"https://platforma\.test/mans-pieteikums/\d+-[0-9a-f]{24}/", message.body)
    assert [part.get_content_type() for part in message.message().walk() if "calendar" in part.get_content_type()]


def test_sign_up_costs_few_queries_and_few_under_the_lock(client, of):
    send(client, of, email="pirma@paraugs.test")
    with CaptureQueriesContext(connection) as found:
        assert send(client, of, email="otra@paraugs.test").status_code == 302
    asked = [row["sql"].split(" ", 1)[0] for row in found]
    # Its dates. Under the lock: the date, what is known, the seat, the person; for the mail the site's
    # name and the page; the mail.
    assert [word for word in asked if word in ("SELECT", "INSERT", "UPDATE")] == [
        "SELECT", "SELECT", "SELECT", "UPDATE", "INSERT", "SELECT", "SELECT", "INSERT",
    ]  # fmt: skip
    assert asked.count("SAVEPOINT") == 1  # the test's own transaction makes one of the sign-up's

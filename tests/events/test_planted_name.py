"""A name that nobody else has, taken through everything the site does with people, and then looked for everywhere."""

import base64
import datetime
import json
import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.logging import JsonFormatter
from events.actions.anonymise import anonymise_due
from events.actions.change_session import cancel_session
from events.actions.remind import remind_due
from events.links import manage_path, token_of
from events.models import Question, Registration, Session
from events.read_model import event_of
from home import publishing
from home.mail.sender import send_due
from home.models import OutboxMessage, User
from home.public_forms import opened_now
from tests.factories.dated import calendar, event_page
from tests.factories.events import session
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
HERE = {"headers": {"sec-fetch-site": "same-origin"}}
# Letters that no encoding writes otherwise.
NAME, MAIL, PHONE, NEED, ANSWER = "Plantvirs", "plantvirs@paraugs.test", "+371 29998877", "Zaglrampa", "Kliforma"
WORDS = [NAME.lower(), "29998877", NEED.lower(), ANSWER.lower()]


def traces() -> set[str]:
    """Tables in which some cell holds one of the words; attachments of mails are opened."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} WHERE 0 = 1")
            names = [column[0] for column in cursor.description]
            kind = "BLOB" if connection.vendor == "sqlite" else "text"  # as it lies there, whatever it means
            cells = ", ".join(f"CAST({connection.ops.quote_name(name)} AS {kind})" for name in names)
            cursor.execute(f"SELECT {cells} FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                text = " ".join(cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell) for cell in row)
                if any(word in text.lower().replace(" ", "") for word in WORDS):
                    found.add(table)
    for row in OutboxMessage.objects.all():
        packed = "".join(base64.b64decode(part["content"]).decode(errors="replace") for part in row.attachments)
        if any(word in packed.lower() for word in WORDS):
            found.add("attachments")
    return found


@pytest.fixture(scope="module")
def _page(site_of_file):
    return event_page(calendar(site_of_file.home), "Vakars", slug="vakars")


@pytest.fixture
def date(_page, db):
    of = event_of(fresh(_page))
    Question.objects.create(event=of, text={"lv": "Ko gribat zināt?"})
    made = session(of, room=1)
    session(of, room=5, days=8)
    return made


def sign_up(client, date, **fields):
    (question,) = Question.objects.all()
    data = {
        "name": NAME, "email": MAIL, "phone": PHONE, "people": 1, "access_needs": NEED, "opened": opened_now(10),
        "dates": [date.pk], f"question-{question.pk}": ANSWER,
    }  # fmt: skip
    return client.post(reverse("sign_up", args=[date.pk]), data | fields, **HERE)


def everything_with_people(client, date) -> Registration:
    """Signed up, by mistake first; looked at, found, ticked off, written to, taken out as files, reminded."""
    assert sign_up(client, date, email="plantvirs@").status_code == 422
    assert sign_up(client, date).status_code == 302
    row = Registration.objects.get()
    assert row.access_needs == NEED and ANSWER in json.dumps(row.answers)
    client.get(manage_path(row, "lv"))
    client.get("/meklet/", {"q": NAME})
    staff = Client()
    staff.force_login(User.objects.create_superuser("vadiba@platforma.test", "x"))
    waiting = reverse("event_people", args=[date.pk])
    staff.post(waiting, {"name": f"{NAME} otrs", "phone": "+371 2999 8877", "mode": "room", "people": 1})
    for door in ("event_people", "event_check_in", "event_sheet"):
        assert staff.get(reverse(door, args=[date.pk]), {"q": NAME}).status_code == 200
    for suffix in ("csv", "xlsx"):
        assert staff.get(reverse("event_export", args=[date.pk, suffix])).status_code == 200
    staff.get(reverse("event_check_in_by_code", args=[token_of(row)]))
    staff.post(reverse("event_person", args=[date.pk, row.pk]), {"do": "came", "back": "door"})
    data = {"to": "all", "subject": "Ziņa", "text": "Sveiki!", "key": "a" * 32}
    assert staff.post(reverse("event_message", args=[date.pk]), data | {"send": "1"}).status_code == 302
    staff.get(reverse("wagtailadmin_pages:history", args=[Page.objects.get(slug="vakars").pk]))
    remind_due(date.starts - datetime.timedelta(minutes=30))
    return row


def test_a_planted_name_is_gone_from_everywhere(date, client):
    row = everything_with_people(client, date)
    before = traces()
    # Were it nowhere before, it would prove nothing that it is nowhere afterwards.
    assert {"events_registration", "home_outboxmessage"} <= before
    cancel_session(date.pk, {"lv": "Slims lektors"})
    after = date.ends + datetime.timedelta(days=1 + date.event.retention_days + 5)
    anonymise_due(after)
    publishing.recount()
    assert traces() == set()
    kept = Registration.objects.get(pk=row.pk)
    assert (kept.people, kept.language, kept.name, kept.person) == (1, "lv", "", "")
    assert Session.objects.get(pk=date.pk).anonymised_at


def test_a_sent_mail_keeps_no_name_either(date, client):
    sign_up(client, date)
    send_due()
    assert "home_outboxmessage" not in traces()


def test_logs_caches_and_files_never_had_it(date, client, caplog):
    """In the words that production writes: ``JsonFormatter``."""
    caplog.set_level(logging.DEBUG)
    everything_with_people(client, date)
    send_due()
    lines = "\n".join(
        JsonFormatter().format(record) for record in caplog.records if record.name != "django.db.backends"
    )
    assert "cms.request" in lines
    assert [word for word in WORDS if word in lines.lower()] == []
    kept = repr(getattr(cache, "_cache", {})).lower()
    assert [word for word in WORDS if word in kept] == []
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        assert not path.is_file() or NAME.encode() not in path.read_bytes(), path


def test_one_persons_wish_erases_everything_at_once(date, client):
    sign_up(client, date)
    row = Registration.objects.get()
    client.post(manage_path(row, "lv"), {"do": "forget"}, **HERE)
    assert traces() == set()


def test_another_name_may_stay_until_its_own_time(date, client):
    sign_up(client, date)
    assert anonymise_due(timezone.now() + datetime.timedelta(days=9)) == {}
    assert "events_registration" in traces()

"""People sign up while web processes and the worker are killed: no seat and no mail is lost, none is given twice.

The mails go to a real SMTP server. A mail may come twice when the worker is killed between the server's yes and the
commit that writes it down; then it is the same mail, under the same Message-ID, and it is counted.
"""

import contextlib
import email
import http.client
import os
import random
import signal
import threading
import time
import urllib.parse
from collections import Counter

import pytest
from aiosmtpd.controller import Controller

from bench.server import free_port
from tests.factories.installation import PATIENCE, children_of, eventually

pytestmark = [pytest.mark.soak, pytest.mark.django_db]
ROUNDS, CLIENTS, SEATS = 200, 4, 60
PAUSE = 2.5  # of one person after another, in seconds: a worker that is killed every few seconds keeps up with it
PLANT = f"""
import datetime, uuid
from django.utils import timezone
from events.models import Event, Session
starts = timezone.now() + datetime.timedelta(days=9)
event = Event.objects.create(key=uuid.uuid4(), title={{"lv": "Vakars"}})
made = Session.objects.create(event=event, starts=starts, ends=starts + datetime.timedelta(hours=2), seats_room={SEATS})
answer = made.pk
"""
PUBLISH = """
from wagtail.models import Locale, Page, Site
from home.models import HomePage, SiteSettings
from events.models import Event, Session
home = HomePage.objects.filter(locale__language_code="lv").first()
Event.objects.filter(sessions={of}).update(page=home.page_ptr)
Session.objects.filter(pk={of}).update(seats_room={seats}, minimum=None)
Site.objects.update(hostname="127.0.0.1")
"""
FREE = """
from django.utils import timezone
from home.models import OutboxMessage, TickState
TickState.objects.update(leased_until=None)
OutboxMessage.objects.filter(sent_at=None).update(leased_until=None, next_attempt_at=timezone.now())
"""
# What the one before had in hand is free again when its lease has run out; here nobody waits for that.
WORK = f"""
import django
django.setup()
{FREE}
from django.core.management import call_command
call_command("worker")
"""


class Mailbox:
    """An SMTP server's other end: every mail that it has said yes to."""

    def __init__(self):
        self.taken: list[tuple[str, str]] = []

    async def handle_DATA(self, _server, _session, envelope):
        message = email.message_from_bytes(envelope.content)
        self.taken.append((envelope.rcpt_tos[0], message["Message-ID"]))
        return "250 OK"


class Person(threading.Thread):
    """Signs people up, one after the other. Who gets no answer presses the button again, as people do."""

    def __init__(self, number: int, port: int, path: str, opened: str):
        super().__init__(daemon=True)
        self.number, self.port, self.path, self.opened = number, port, path, opened
        self.answered: dict[str, int] = {}
        self.again, self.odd, self.stop = 0, [], False

    def run(self):
        turn = 0
        while not self.stop:
            mailbox = f"p{self.number}-{turn}@paraugs.test"
            data = {
                "name": "P",
                "email": mailbox,
                "people": 1,
                "opened": self.opened,
                "form_key": f"{self.number:08x}{turn:024x}",
            }
            while mailbox not in self.answered:
                status = self.send(data, turn)
                if status == 302:
                    self.answered[mailbox] = status
                elif status:
                    self.odd.append(status)
                    return
                elif self.stop:
                    return
                else:
                    self.again += 1
                    time.sleep(0.05)
            turn += 1
            time.sleep(PAUSE)

    def send(self, data: dict, turn: int) -> int:
        address = f"10.{self.number}.{turn // 250}.{turn % 250 + 1}"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin",
            "X-Forwarded-For": address,
        }  # fmt: skip
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)
        with contextlib.closing(connection):
            try:
                connection.request("POST", self.path, urllib.parse.urlencode(data), headers)
                return connection.getresponse().status
            except (OSError, http.client.HTTPException):
                return 0


@pytest.fixture
def mailbox():
    found = Mailbox()
    server = Controller(found, hostname="127.0.0.1", port=free_port())
    server.start()
    found.port = server.port
    yield found
    server.stop()


def start_worker(installation):
    with (installation.folder / "worker.log").open("ab") as log:
        return installation.start("-c", WORK, stdout=log)


@pytest.fixture
def platform(installation, mailbox, site):
    """Web and worker on a copy of the database, with the mailbox for a mail server."""
    installation.environment |= {
        "EMAIL_URL": f"smtp://127.0.0.1:{mailbox.port}", "DEBUG": "0", "SECRET_KEY": "soak" * 15,
        "DJANGO_SETTINGS_MODULE": "tests.soak.behind_a_proxy",
        "MAIL_TRANSPORT_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    }  # fmt: skip
    installation.port = free_port()
    command = ["-m", "gunicorn", "cms.wsgi", "-b", f"127.0.0.1:{installation.port}", "-w", "2", "--threads", "2"]
    with (installation.folder / "web.log").open("wb") as log:
        installation.web = installation.start(*command, stdout=log)
    installation.worker = start_worker(installation)
    yield installation
    for process in (installation.web, installation.worker):
        for child in children_of(process.pid) if process.poll() is None else []:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()


def kill_one(platform, chance) -> str:
    """One of the two web processes, or the worker with what it has started."""
    if chance.random() < 0.5:
        if children := children_of(platform.web.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(children), signal.SIGKILL)
        return "web"
    children = children_of(platform.worker.pid) if platform.worker.poll() is None else []
    for pid in [platform.worker.pid, *children]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    platform.worker.wait()
    platform.worker = start_worker(platform)
    return "worker"


def test_no_seat_and_no_mail_is_lost(platform, mailbox, capsys):
    chance = random.Random(11)
    of = platform.ask(PLANT)
    platform.ask(PUBLISH.format(of=of, seats=SEATS))
    opened = platform.ask("from home.public_forms import opened_now; answer = opened_now(60)")
    people = [Person(number, platform.port, f"/pieteikties/{of}/", opened) for number in range(CLIENTS)]
    for person in people:
        person.start()
    eventually(lambda: any(person.answered for person in people) or any(person.odd for person in people))
    kills = Counter()
    for _round in range(ROUNDS):
        time.sleep(0.5 + 5 * chance.random())  # longer than a start takes: who is killed while starting shows nothing
        kills[kill_one(platform, chance)] += 1
    for person in people:
        person.stop = True
    for person in people:
        person.join(PATIENCE)
    assert [person.odd for person in people] == [[]] * CLIENTS
    answered = {mail for person in people for mail in person.answered}
    assert len(answered) > SEATS
    left = "from home.models import OutboxMessage; answer = OutboxMessage.objects.filter(sent_at=None).count()"
    for _look in range(200):  # leases of those killed last run out by themselves
        if not platform.ask(left):
            break
        time.sleep(3)
    assert platform.ask(left) == 0
    state = platform.ask(
        f"""
from events.models import *
of = Session.objects.get(pk={of})
rows = list(of.registrations.order_by("pk").values_list("email", "state", "queued_at"))
answer = [of.taken_room, of.seats_room, rows]
"""
    )
    taken, seats, rows = state
    by_mail = Counter(mail for mail, _state, _queued in rows)
    assert set(by_mail) >= answered and set(by_mail.values()) == {1}
    booked = [mail for mail, of_it, _queued in rows if of_it == "booked"]
    assert taken == len(booked) == seats == SEATS
    queue = [queued for _mail, of_it, queued in rows if of_it == "waiting"]
    assert len(queue) == len(rows) - SEATS and queue == sorted(queue)
    sent = Counter(mailbox.taken)
    ids = Counter(mail for mail, _message_id in sent)
    assert set(ids) == set(by_mail) and set(ids.values()) == {1}  # never under a second Message-ID
    repeated = sum(sent.values()) - len(sent)
    assert repeated <= kills["worker"]
    with capsys.disabled():
        print(
            f"\n{sum(kills.values())} kills {dict(kills)}, {len(rows)} sign-ups, {sum(person.again for person in people)} "
            f"pressed again, {len(sent)} mails, {repeated} of them twice"
        )

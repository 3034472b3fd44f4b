"""Many processes at one session, on a real copy of the database: nothing oversold, nobody doubled, the list in order.

And the other way round: the same without the lock, to show that these processes would oversell if they could.
"""

import json
from collections import Counter
from textwrap import indent

import pytest
from django.conf import settings

from tests.factories.installation import PATIENCE

pytestmark = pytest.mark.django_db
PROCESSES, EACH, SEATS = 4, 15, 10

PLANT = f"""
import uuid, datetime
from django.utils import timezone
from wagtail.models import Page
from events.models import Event, Session
starts = timezone.now() + datetime.timedelta(days=9)
made = Session.objects.create(event=Event.objects.create(key=uuid.uuid4(), title={{"lv": "Vakars"}}), starts=starts,
                              ends=starts + datetime.timedelta(hours=2), seats_room={SEATS}, minimum=0)
answer = made.pk
"""
# What every process does: (of, number) are filled in. They are one process until Django is loaded, and begin at the
# same moment, each with a connection of its own.
RACE = """
import json, multiprocessing, sys, time, django
django.setup()
from django.db import DatabaseError, connection, transaction
from events.actions import seats
from events.actions import register as module
from events.actions.register import Person, register
from events.models import Session, Registration

def act(number, begin, answers):
    connection.ensure_connection()
    begin.wait()
    results = []
    for turn in range(%(each)s):
        try:
            results.append(%(act)s)
        except DatabaseError as error:
            results.append(type(error).__name__)
    answers.put(results)

fork = multiprocessing.get_context("fork")
begin, answers = fork.Barrier(%(processes)s), fork.Queue()
processes = [fork.Process(target=act, args=(number, begin, answers)) for number in range(%(processes)s)]
for process in processes:
    process.start()
found = [answers.get() for process in processes]
for process in processes:
    process.join()
print(json.dumps([result for results in found for result in results]))
"""
REAL = 'register(%(of)s, Person(name="P", email=f"p{number}-{turn}@paraugs.test"), mode="room").registration.state'
# Looks, waits, writes: what a form without a lock does.
NAIVE = """(lambda seen: (time.sleep(0.02), Session.objects.filter(pk=%(of)s).update(minimum=seen + 1), "booked")[2]
           if seen < %(seats)s else "full")(Session.objects.values_list("minimum", flat=True).get(pk=%(of)s))"""
UNLOCKED = """connection.transaction_mode = None
def unlocked(pk):
    session = Session.objects.select_related("event").get(pk=pk)
    time.sleep(0.02)
    return session
module.lock = unlocked
"""


def race(installation, of: int, act: str, before: str = "") -> list[str]:
    code = RACE % {"each": EACH, "processes": PROCESSES, "act": act % {"of": of, "seats": SEATS}}
    code = code.replace(
        "    connection.ensure_connection()\n", f"    connection.ensure_connection()\n{indent(before, '    ')}"
    )
    process = installation.start("-c", code, stdout=-1)
    out = process.communicate(timeout=PATIENCE)[0].decode()
    assert process.returncode == 0, out
    return json.loads(out.splitlines()[-1])


def test_exactly_the_seats_there_are(installation):
    of = installation.ask(PLANT)
    found = race(installation, of, REAL)
    assert Counter(found) == {"booked": SEATS, "waiting": PROCESSES * EACH - SEATS}
    kept = installation.ask(
        f"from events.models import *\nof = Session.objects.get(pk={of})\n"
        "answer = [of.taken_room, of.registrations.filter(state='booked').count(),"
        " len(set(of.registrations.values_list('person', flat=True))),"
        " list(of.registrations.waiting().values_list('pk', flat=True))"
        " == sorted(of.registrations.filter(state='waiting').values_list('pk', flat=True))]"
    )
    assert kept == [SEATS, SEATS, PROCESSES * EACH, True]


def test_without_a_lock_it_would_be_oversold(installation):
    of = installation.ask(PLANT)
    assert race(installation, of, NAIVE).count("booked") > SEATS


def test_a_lock_that_is_missed_is_an_error_and_never_a_seat_too_many(installation):
    of = installation.ask(PLANT)
    found = race(installation, of, REAL, before=UNLOCKED)
    taken = installation.ask(f"from events.models import *\nanswer = Session.objects.get(pk={of}).taken_room")
    assert taken <= SEATS and found.count("booked") <= SEATS
    assert {"IntegrityError", "OperationalError"} & set(found), found


def test_sqlite_takes_its_turn_at_the_beginning():
    options = settings.DATABASES["default"].get("OPTIONS", {})
    if settings.DATABASES["default"]["ENGINE"].endswith("spatialite"):
        assert options["transaction_mode"] == "IMMEDIATE"
    else:
        assert "transaction_mode" not in options
